"""From findings to what a report says: the one list that page, files and command read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from skaala.people.queries import base_url, face_of
from skaala.reports import queries
from skaala.reports.assembly import (
    alignment,
    arrangement,
    assisted,
    concluded,
    cross_references,
    labels,
    profiles,
    quick_questions,
    quotations,
    sections,
    statement_tables,
    study,
)
from skaala.reports.assembly import tables as parts
from skaala.reports.assembly.digest import Digest, Passages
from skaala.reports.assembly.evidence_findings import bottleneck_table
from skaala.reports.assembly.said import Sayings
from skaala.reports.assembly.stored_beside import rests_on
from skaala.reports.claims.queries import claims_of, near_pairs
from skaala.reports.contents import Chart, Contents, Entry, Figure, Section, Table
from skaala.reports.figures import theme_overview
from skaala.reports.figures.counts import Share
from skaala.reports.figures.statement_lists import tally_statements
from skaala.reports.figures.vote_snapshot import VoteSnapshot
from skaala.reports.models import Finding, Report
from skaala.series.models import Event, Involvement
from skaala.series.models.own_words import speaking_for
from skaala.series.presenters import naming
from skaala.ui import dates
from skaala.ui.offered import offering
from skaala.workshops.models import Board, Statement


def build_contents(report: Report, language: str, *, now: datetime, version: int = 0) -> Contents:
    """
    Return what the report says in ``language`` with the findings chosen for publication.

    :param version: its number when it is published; 0 for a draft, which shows all findings while none is chosen
    """
    with (
        translation.override(language),
        offering(report.series.languages),
        speaking_for(report.series.tenant_id),
    ):
        return _Builder(report, language, now, version).build()


def draft_passages(report: Report, language: str, *, now: datetime) -> Passages:
    """Return the summary as the rules draft it, whatever a person or the assistant has made of it."""
    with (
        translation.override(language),
        offering(report.series.languages),
        speaking_for(report.series.tenant_id),
    ):
        return _Builder(report, language, now, 0).passages()


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
        self.themes = arrangement.themes_of(self.series, language)
        self.theme_of = {each: name for name, members in self.themes for each in members}
        self.said = Sayings.of(language, self._texts())
        self.tallies = tally_statements(self.ballots)
        self.differing = arrangement.differing(self.findings)
        self.profiles = profiles.profiles(
            self.themes, self.tallies, self.ballots.kinds, self.said, self.differing
        )
        self.by_kind = arrangement.by_section(self.findings)
        self.numbers = arrangement.numbered(self.by_kind)
        self.usual = labels.usual_precision([finding.figures for finding in self.findings])
        self.is_simulated = (
            self.series.is_simulated
            or Board.objects.filter(event__series=self.series, is_simulated=True).exists()
        )

    def build(self) -> Contents:
        titles, summary = self._summary()
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
            summary=tuple(summary),
            summary_titles=tuple(titles),
            profiles=self.profiles,
            sections=tuple(self._sections()),
            lists=tuple(self._lists()),
            statements=statement_tables.all_statements(
                self.tallies, self.said, self.ballots.names, self.ballots.kinds, self.theme_of
            ),
            alignment=alignment.picture(self.themes, self.tallies, self.ballots.names, self.differing),
            spoken=self.said.in_other_languages,
            tables=tuple(self._tables()),
            rule=self.ballots.rule,
            method=tuple(self._method()),
            imprint=str(face_of(self.series.tenant).imprint),
        )

    def _address(self, name: str, *arguments: object) -> str:
        return f"{base_url(self.series.tenant)}{reverse(name, args=[self.series.slug, *arguments])}"

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
        beside = study.table(self.findings, self.numbers, self.language)
        if beside is not None:
            yield beside
        yield from statement_tables.coverage(self.ballots, rests_on(self.findings), self.said)
        yield from parts.tables(self.ballots, self.report.coverage, self.said, self.events)
        yield from quick_questions.tables(self.series)

    def _method(self) -> Iterable[str]:
        yield from parts.method(self.ballots, self.report.coverage, self.is_simulated)
        if self.usual:
            yield labels.most_are(self.usual)

    def _lists(self) -> Iterable[Table]:
        yield from statement_tables.three_lists(self.tallies, self.said)
        beside = statement_tables.alignment(
            self.themes, self.tallies, self.said, self.ballots.names, self.differing
        )
        if beside is not None:
            yield beside

    # --- The findings --------------------------------------------------------------------------------------

    def _sections(self) -> Iterable[Section]:
        opposed = cross_references.opposed(self.findings, self.ballots, near_pairs(self.series))
        exact = (kind for kind, findings in self.by_kind.items() if sections.about_figures(findings))
        first_exact = next(exact, "")
        for kind, findings in self.by_kind.items():
            lead = [
                sections.section_lead(kind),
                *cross_references.of_kind_elsewhere(kind, self.findings, self.numbers),
                *study.made_up(findings),
                *(sections.about_figures(findings) if kind == first_exact else ()),
                *(parts.what_could_be_found(self.ballots) if kind == Finding.Kind.DIFFERENCE else ()),
            ]
            entries = []
            for finding in findings:
                entry = self._entry(finding, self.numbers[finding.pk])
                if finding.kind == Finding.Kind.STUDY:
                    entry = replace(entry, kind_label=study.label(kind))
                notes = cross_references.opposition(opposed.get(finding.pk, ()), self.numbers)
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
            firmness=labels.firmness(shares, finding.facts, self.usual),
            who=finding.organisation,
            when=dates.day(finding.due, self.language) if finding.due else "",
            source=concluded.mark(finding, self.language) or finding.source,
            themes=theme_overview.themes_of(
                (str(supporting.statement_id) for supporting in finding.supporting_statements.all()),
                self.theme_of,
            ),
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
            title, alternative = labels.chart_words(disclosed, finding.kind == Finding.Kind.OPEN_QUESTION)
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

    def _summary(self) -> tuple[list[str], list[str]]:
        """Return headings and paragraphs; what a person wrote has no headings."""
        own = str(self.report.summary.for_reader(self.language))
        if own:
            return [], list(self._paragraphs(own))
        return assisted.laid_out(self.report, self.language, self.passages())

    def passages(self) -> Passages:
        """Return the summary as the rules draft it."""
        names = {}
        if self.ballots.claims:
            names = {
                claim.key: str(claim.names.for_reader(self.language)) for claim in claims_of(self.series)
            }
        return Digest(
            self.language,
            self.findings,
            self.numbers,
            self.ballots,
            self.tallies,
            self.profiles,
            self.said,
            names,
        ).passages()
