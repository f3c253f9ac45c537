"""Reviewing a draft before it is published: what would be new, what is missing, and whose names are in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from skaala.registration.queries.personal_data import names_of_people
from skaala.registration.rules.names import NameMatch, Text, find_names
from skaala.reports import queries
from skaala.reports.assembly.builder import build_in_all_languages
from skaala.reports.assembly.quotations import Untranslated, untranslated
from skaala.reports.contents import Contents
from skaala.reports.contents.compare import Changes, compare
from skaala.reports.models import Finding, Report, Version
from skaala.reports.queries import contents_of
from skaala.ui.languages import LANGUAGES


@dataclass(frozen=True)
class CarriedOverFigures:
    """Figures that the draft keeps from earlier versions, since a change would be about fewer than five people."""

    statements: int
    turnout: bool
    registered: bool

    def __bool__(self) -> bool:
        return bool(self.statements or self.turnout or self.registered)


@dataclass(frozen=True)
class Review:
    """
    What an organiser should know before publishing.

    :ivar chosen: how many findings are chosen for publication
    :ivar names_known: against how many people's names the texts were checked
    :ivar names: names found; they block publishing
    :ivar possible_names: surnames found that may be common words
    :ivar missing: chosen findings with the languages they lack
    :ivar untranslated: quotations without a translation into a language of the report; publishing needs a word that this is meant
    :ivar behind: chosen findings of which some languages were edited and others not since
    :ivar moved_on: chosen findings whose figures have changed since they were edited
    :ivar has_new_votes: whether the boards have changed since the draft
    """

    contents: Contents
    chosen: int
    names_known: int
    names: list[NameMatch]
    possible_names: list[NameMatch]
    missing: list[tuple[Finding, list[str]]]
    untranslated: list[Untranslated]
    behind: list[Finding]
    moved_on: list[Finding]
    unsupported: list[Finding]
    has_new_votes: bool
    latest: Version | None
    changes: Changes
    kept: CarriedOverFigures
    is_under_earlier_rule: bool
    is_blocked: bool


def review_report(*, report: Report, language: str, now: datetime) -> Review:
    """Return what publishing now would change, and what prevents it. Changes nothing."""
    chosen = list(queries.findings(report).filter(is_published=True))
    contents = build_in_all_languages(report, now=now, version=queries.next_number(report))
    people, addresses = names_of_people(report.series)
    matches = names_in(contents.values(), people, addresses)
    names = [match for match in matches if match.sure]
    latest = report.versions.first()
    before = contents_of(latest, language) if latest is not None and not latest.is_replaced else None
    return Review(
        contents=contents[language],
        chosen=len(chosen),
        names_known=len(set(people)),
        names=names,
        possible_names=[match for match in matches if not match.sure],
        missing=_missing(chosen),
        untranslated=untranslated(contents),
        behind=[finding for finding in chosen if finding.behind],
        moved_on=[finding for finding in chosen if finding.has_new_figures],
        unsupported=[finding for finding in chosen if not finding.is_supported],
        has_new_votes=queries.read_ballots(report.series).identity != report.votes_identity,
        latest=latest,
        changes=compare(before, contents[language]),
        kept=carried_over_figures(report),
        is_under_earlier_rule=queries.is_under_earlier_rule(report),
        is_blocked=not chosen or bool(names) or queries.is_under_earlier_rule(report),
    )


def carried_over_figures(report: Report) -> CarriedOverFigures:
    """Return which figures the draft of ``report`` keeps from earlier versions."""
    votes: Mapping[str, object] = report.vote_snapshot or {}
    statements = votes.get("kept", [])
    return CarriedOverFigures(
        len(statements) if isinstance(statements, list) else 0,
        bool(votes.get("keeps_turnout")),
        bool(report.coverage.get("is_kept")),
    )


def names_in(
    contents: Iterable[Contents], people: Iterable[str], addresses: Iterable[str]
) -> list[NameMatch]:
    """Return where the contents, in all languages together, name one of these people."""
    texts = [text for each in contents for text in texts_of(each)]
    return list(dict.fromkeys(find_names(texts, people, addresses)))


def texts_of(contents: Contents) -> Iterator[Text]:
    """Return every text that a person may have written, with its place in the words of the active language."""
    for paragraph in contents.summary:
        yield Text(_("the summary"), paragraph)
    for section in contents.sections:
        for entry in section.entries:
            place = _("finding %(number)s") % {"number": entry.number}
            parts = [entry.title, *entry.paragraphs, entry.who, entry.source]
            parts += [part for quote in entry.quotes for part in (quote.text, quote.note, quote.translation)]
            yield from (Text(place, part) for part in parts if part)
    for profile in contents.profiles:
        place = _("theme “%(name)s”") % {"name": profile.name}
        yield from (Text(place, part) for part in (profile.name, *profile.paragraphs))
    whole = (contents.statements,) if contents.statements else ()
    for table in (*contents.lists, *whole, *contents.tables):
        for row in table.rows:
            place = _("table “%(title)s”") % {"title": table.title}
            yield from (Text(place, cell) for cell in row if isinstance(cell, str))


def _missing(chosen: Iterable[Finding]) -> list[tuple[Finding, list[str]]]:
    return [(finding, lacking) for finding in chosen if (lacking := _missing_languages(finding))]


def _missing_languages(finding: Finding) -> list[str]:
    return sorted({*finding.title.missing(), *finding.text.missing()}, key=LANGUAGES.index)
