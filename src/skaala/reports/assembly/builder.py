"""From findings to what a report says: the one list that page, files and command read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from skaala.insight.disclosure import is_publishable
from skaala.people.queries import face_of
from skaala.reports import queries
from skaala.reports.assembly import cross_references, labels, quotations, sections
from skaala.reports.assembly import tables as parts
from skaala.reports.assembly.evidence_findings import bottleneck_table
from skaala.reports.claims.queries import near_pairs
from skaala.reports.contents import Chart, Contents, Entry, Figure, Overview, Section, Table
from skaala.reports.figures import theme_overview
from skaala.reports.figures.counts import Share
from skaala.reports.figures.vote_snapshot import VoteSnapshot
from skaala.reports.models import Finding, Report
from skaala.reports.themes import queries as queries_themes
from skaala.series.models import Event, Involvement
from skaala.series.presenters import naming
from skaala.ui import dates
from skaala.ui.offered import offering
from skaala.workshops.models import Board, Statement

ORDER = tuple(Finding.Kind.values)


def build_contents(report: Report, language: str, *, now: datetime, version: int = 0) -> Contents:
    """
    Return what the report says in ``language`` with the findings chosen for publication.

    :param version: its number when it is published; 0 for a draft, which shows all findings while none is chosen
    """
    with translation.override(language), offering(report.series.languages):
        return _Builder(report, language, now, version).build()


def build_in_all_languages(report: Report, *, now: datetime, version: int) -> dict[str, Contents]:
    """Return what the report says in each language of its series; see :func:`build_contents`."""
    return {
        language: build_contents(report, language, now=now, version=version)
        for language in report.series.offered
    }


class _Builder:
    def __init__(self, report: Report, language: str, now: datetime, version: int) -> None:
        self.report, self.language, self.now, self.version = report, language, now, version
        self.series = report.series
        self.ballots = (
            VoteSnapshot.from_data(report.vote_snapshot)
            if report.vote_snapshot
            else VoteSnapshot((), {}, {}, ())
        )
        self.events = {event.pk: event for event in Event.objects.filter(series=self.series)}
        found = list(queries.findings(report))
        chosen = [finding for finding in found if finding.is_published]
        self.findings = chosen if chosen or version else found
        self.quoting = quotations.prepare(
            self.findings,
            language,
            events={event: str(naming.ordinal(each)) for event, each in self.events.items()},
            address=self._evidence_address,
        )
        self.themes = [
            (
                str(queries_themes.theme_name(theme).names.for_reader(language)),
                [member.id for member in theme.members],
            )
            for theme in queries_themes.themes_of_several(self.series)
        ]
        self.theme_of = {each: name for name, members in self.themes for each in members}
        self.is_simulated = (
            self.series.is_simulated
            or Board.objects.filter(event__series=self.series, is_simulated=True).exists()
        )

    def build(self) -> Contents:
        return Contents(
            language=self.language,
            title=str(self.series.title.for_reader(self.language)),
            subtitle=_("Summary: outcomes and next steps"),
            publishers=self._publishers(),
            version=self.version,
            date=dates.day(self.now.astimezone(self.series.zone), self.language),
            is_draft=not self.version,
            is_simulated=self.is_simulated,
            notices=self._notices(),
            address=self._address("site:report"),
            summary=self._summary(),
            sections=tuple(self._sections()),
            overview=self._overview(),
            tables=tuple(self._tables()),
            rule=self.ballots.rule,
            method=tuple(parts.method(self.ballots, self.report.coverage, self.is_simulated)),
            imprint=str(face_of(self.series.tenant).imprint),
        )

    def _address(self, name: str, *arguments: object) -> str:
        return f"{settings.BASE_URL}{reverse(name, args=[self.series.slug, *arguments])}"

    def _evidence_address(self, finding: Finding) -> str:
        """Return where the votes on a finding's statements can be read; empty before it is published."""
        return self._address("site:report-evidence", self.version, finding.pk) if self.version else ""

    def _publishers(self) -> tuple[str, ...]:
        found = self.series.involvements.filter(role=Involvement.Role.ORGANISER)
        return tuple(str(part.organisation.name) for part in found.select_related("organisation"))

    def _notices(self) -> tuple[str, ...]:
        found = []
        if not self.version:
            found.append(_("Draft: not published, and may still change."))
        if self.is_simulated:
            found.append(_("Simulated: the statements, votes and people behind this are made up."))
        return tuple(found)

    def _texts(self) -> dict[str, Statement]:
        return {
            str(root.pk): root
            for root in Statement.objects.filter(pk__in=list(self.ballots.kinds)).select_related("board")
        }

    def _tables(self) -> Iterable[Table]:
        gaps = bottleneck_table(self.findings, self.ballots)
        if gaps is not None:
            yield gaps
        yield from parts.tables(self.ballots, self.report.coverage, self._texts(), self.events)

    # --- The findings --------------------------------------------------------------------------------------

    def _sections(self) -> Iterable[Section]:
        kinds = [kind for kind in ORDER if any(finding.kind == kind for finding in self.findings)]
        by_kind = {kind: [finding for finding in self.findings if finding.kind == kind] for kind in kinds}
        numbers = {
            finding.pk: f"{number}.{at}"
            for number, kind in enumerate(kinds, 1)
            for at, finding in enumerate(by_kind[kind], 1)
        }
        opposed = cross_references.opposed(self.findings, self.ballots, near_pairs(self.series))
        for kind in kinds:
            lead = [
                sections.section_lead(kind),
                *cross_references.of_kind_elsewhere(kind, self.findings, numbers),
                *(parts.what_could_be_found(self.ballots) if kind == Finding.Kind.DIFFERENCE else ()),
            ]
            entries = []
            for finding in by_kind[kind]:
                entry = self._entry(finding, numbers[finding.pk])
                notes = cross_references.opposition(opposed.get(finding.pk, ()), numbers)
                entries.append(replace(entry, paragraphs=(*entry.paragraphs, *notes)))
            yield Section(kind, sections.section_title(kind), " ".join(lead), tuple(entries))

    def _entry(self, finding: Finding, number: str) -> Entry:
        shares = finding.figures
        text = str(finding.text.for_reader(self.language))
        return Entry(
            id=finding.pk.hex,
            number=number,
            kind=finding.kind,
            kind_label=str(finding.get_kind_display()),
            title=str(finding.title.for_reader(self.language)),
            paragraphs=(*self._paragraphs(text), *self._about_bottleneck(finding)),
            quotes=tuple(quotations.of_finding(finding, self.quoting)),
            charts=tuple(self._charts(finding, shares)),
            firmness=labels.firmness(shares, finding.facts),
            who=finding.organisation,
            when=dates.day(finding.due, self.language) if finding.due else "",
            source=finding.source,
            themes=theme_overview.themes_of(
                (str(supporting.statement_id) for supporting in finding.supporting_statements.all()),
                self.theme_of,
            ),
        )

    def _overview(self) -> Overview | None:
        rows = theme_overview.rows_of(self.themes, self.ballots.names, self.ballots)
        if not rows:
            return None
        return Overview(
            title=_("The whole on one page: themes and perspectives"),
            alternative=_(
                "For each theme, the average percentage of each perspective that agrees with its statements. Where only a bound is given, the middle of what it leaves open is counted. A dash means fewer than ten votes."
            ),
            columns=tuple(labels.voters_label(name) for name in self.ballots.names),
            rows=rows,
        )

    def _paragraphs(self, text: str) -> Iterable[str]:
        return (" ".join(part.split()) for part in text.split("\n\n") if part.strip())

    def _about_bottleneck(self, finding: Finding) -> Iterable[str]:
        if finding.bottleneck is not None:
            yield _("Bottleneck %(place)s: %(name)s.") % {
                "place": finding.bottleneck.get_place_display(),
                "name": finding.bottleneck.name.for_reader(self.language),
            }

    def _charts(self, finding: Finding, shares: Sequence[Share]) -> Iterable[Chart]:
        by_statement: dict[str, list[Share]] = {}
        for share in shares:
            if share.side not in labels.APART:
                by_statement.setdefault(share.statement, []).append(share)
        for disclosed in by_statement.values():
            title, alternative = labels.chart_words(disclosed)
            figures = tuple(
                Figure(
                    key=f"{finding.pk.hex}.{share.key}",
                    label=labels.figure_label(share),
                    share=share.share,
                    low=share.low,
                    high=share.high,
                    votes=share.votes,
                    about=labels.side_label(share.side),
                    bound=share.bound,
                )
                for share in disclosed
            )
            yield Chart(title, alternative, figures)

    # --- The summary ---------------------------------------------------------------------------------------

    def _summary(self) -> tuple[str, ...]:
        own = str(self.report.summary.for_reader(self.language))
        if own:
            return tuple(self._paragraphs(own))
        found = []
        if is_publishable(self.ballots.people):
            found.append(
                ngettext(
                    "In %(boards)s workshop %(people)s people voted on %(statements)s statements: %(votes)s votes in all.",
                    "In %(boards)s workshops %(people)s people voted on %(statements)s statements: %(votes)s votes in all.",
                    len(self.ballots.boards),
                )
                % {
                    "boards": len(self.ballots.boards),
                    "people": self.ballots.people,
                    "statements": len(self.ballots.counts),
                    "votes": self.ballots.turnout.votes,
                }
            )
        for kind in ("shared_view", "difference", "good_practice", "bottleneck", "next_step"):
            first = next((finding for finding in self.findings if finding.kind == kind), None)
            if first is not None and first.title:
                label = pgettext("before a finding", "%(kind)s: %(title)s")
                words = {
                    "kind": first.get_kind_display(),
                    "title": first.title.for_reader(self.language),
                }
                found.append(
                    label % words
                    if first.facts.get("rule") == "ranked" or first.is_own
                    else str(words["title"])
                )
        return tuple(found)
