"""Publishing a report: checked for names first, then kept for ever with the votes it comes from."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from skaala.reports import queries
from skaala.reports.ballots import Ballots
from skaala.reports.build import build_contents, contents_of, gaps_of, themes_told
from skaala.reports.compare import Changes, compare
from skaala.reports.contents import Contents, to_data
from skaala.reports.models import Appendix, Finding, Report, Version
from skaala.reports.names import Hit, Text, find_names
from skaala.reports.operations.ask import ask_for_files
from skaala.reports.public_votes import agree_with, may_follow, read_archive
from skaala.ui.texts import LANGUAGES
from skaala.workshops.export import polis_archive
from skaala.workshops.models import Board, Statement


class NothingToPublishError(Exception):
    """No finding has been chosen for publication."""


class NamesFoundError(Exception):
    """Texts name people who have registered; ``hits`` says where."""

    def __init__(self, hits: list[Hit]) -> None:
        super().__init__("names")
        self.hits = hits


@dataclass(frozen=True)
class Kept:
    """What the draft keeps of earlier versions, since the difference would be about fewer than five people."""

    statements: int
    turnout: bool
    registered: bool

    def __bool__(self) -> bool:
        return bool(self.statements or self.turnout or self.registered)


def kept_of(report: Report) -> Kept:
    """Return what the draft of ``report`` keeps of earlier versions."""
    held = report.ballots or {}
    return Kept(
        len(held.get("kept", ())), held.get("keeps_turnout", False), report.coverage.get("is_kept", False)
    )


@dataclass(frozen=True)
class Review:
    """What a person should know before she publishes."""

    contents: Contents
    chosen: int
    names_known: int
    names: list[Hit]
    perhaps_names: list[Hit]
    missing: list[tuple[Finding, list[str]]]
    moved_on: list[Finding]
    unsupported: list[Finding]
    votes_have_come: bool
    latest: Version | None
    changes: Changes
    kept: Kept
    is_blocked: bool


def review_report(*, report: Report, language: str, now: datetime) -> Review:
    """Return what publishing now would bring, and what stands against it. Reads only."""
    chosen = list(queries.findings(report).filter(is_published=True))
    written = _in_all_languages(report, now=now, version=_next_number(report))
    hits, known = _names(report, written)
    latest = report.versions.first()
    before = contents_of(latest, language) if latest is not None and not latest.is_replaced else None
    names = [hit for hit in hits if hit.sure]
    return Review(
        contents=written[language],
        chosen=len(chosen),
        names_known=known,
        names=names,
        perhaps_names=[hit for hit in hits if not hit.sure],
        missing=[(each, lacks) for each in chosen if (lacks := _lacks(each))],
        moved_on=[each for each in chosen if each.has_moved_on],
        unsupported=[each for each in chosen if not each.is_supported],
        votes_have_come=queries.read_ballots(report.series).identity != report.snapshot,
        latest=latest,
        changes=compare(before, written[language]),
        kept=kept_of(report),
        is_blocked=not chosen or bool(names),
    )


def publish_report(*, report: Report, now: datetime, chance: random.Random | None = None) -> Version:
    """
    Publish the chosen findings as a new version, with the votes they come from and the boards' public data.

    :param chance: draws the ids of the public data; by default one that cannot be foreseen
    :raises NothingToPublishError: if no finding is chosen
    :raises NamesFoundError: if a text names somebody who has registered
    """
    with transaction.atomic():
        report = Report.objects.select_for_update(no_key=True).select_related("series").get(pk=report.pk)
        chosen = list(report.findings.filter(is_published=True))
        if not chosen:
            raise NothingToPublishError
        number = _next_number(report)
        written = _in_all_languages(report, now=now, version=number)
        hits, _known = _names(report, written)
        if names := [hit for hit in hits if hit.sure]:
            raise NamesFoundError(names)
        ballots = report.ballots or Ballots((), {}, {}, ()).as_data()
        version = Version.objects.create(
            report=report,
            number=number,
            published_at=now,
            is_simulated=written[LANGUAGES[0]].is_simulated,
            contents={language: to_data(contents) for language, contents in written.items()},
            snapshot={
                "ballots": ballots,
                "gaps": gaps_of(chosen),
                "identity": report.snapshot,
                "themes": themes_told(report),
                "coverage": report.coverage,
            },
        )
        own = chance or random.SystemRandom()
        for board in queries.boards_of(report.series):
            archive = _public_votes(report, board, Ballots.from_data(ballots), own)
            if archive is not None:
                Appendix.objects.create(version=version, event=board.event.slug, archive=archive)
        ask_for_files(report=report, version=version)
    return version


def _public_votes(report: Report, board: Board, ballots: Ballots, chance: random.Random) -> bytes | None:
    """
    Return the public votes of ``board``, or those published earlier where the difference would be about fewer than five.

    None where these show a statement that has been taken off the board since, or there are none: then none go out.
    """
    numbers = dict(board.statements.filter(state=Statement.State.SHOWN).values_list("number", "root"))
    fresh = polis_archive(board, for_public=True, chance=chance)
    now = read_archive(fresh)
    earlier = queries.published_votes(report, board)
    roots = {number: str(root) for number, root in numbers.items()}
    if agree_with(now, ballots, roots) and all(may_follow(read_archive(each), now) for each in earlier):
        return fresh
    latest = earlier[0] if earlier else None
    return latest if latest is not None and read_archive(latest).statements <= numbers.keys() else None


def _next_number(report: Report) -> int:
    latest = report.versions.first()
    return latest.number + 1 if latest else 1


def _in_all_languages(report: Report, *, now: datetime, version: int) -> dict[str, Contents]:
    return {language: build_contents(report, language, now=now, version=version) for language in LANGUAGES}


def _lacks(finding: Finding) -> list[str]:
    return sorted({*finding.title.missing(), *finding.text.missing()}, key=LANGUAGES.index)


def _names(report: Report, written: dict[str, Contents]) -> tuple[list[Hit], int]:
    names, addresses = queries.names_of_people(report.series)
    texts = [text for contents in written.values() for text in texts_of(contents)]
    unique = dict.fromkeys(find_names(texts, names, addresses))
    return list(unique), len(set(names))


def texts_of(contents: Contents) -> Iterator[Text]:
    """Return every text that a person may have written, with where it stands in the active language."""
    for paragraph in contents.summary:
        yield Text(_("the summary"), paragraph)
    for section in contents.sections:
        for entry in section.entries:
            where = _("finding %(number)s") % {"number": entry.number}
            parts = [entry.title, *entry.paragraphs, entry.who, entry.source]
            parts += [part for quote in entry.quotes for part in (quote.text, quote.note)]
            yield from (Text(where, part) for part in parts if part)
    for table in contents.tables:
        for row in table.rows:
            where = _("table “%(title)s”") % {"title": table.title}
            yield from (Text(where, cell) for cell in row if isinstance(cell, str))
