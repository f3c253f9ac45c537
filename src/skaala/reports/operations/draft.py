"""Drafting a report from the votes, for the first time or again; what a person has edited stays."""

from __future__ import annotations

import dataclasses
import random
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from skaala.evidence.models import Bottleneck
from skaala.reports import queries
from skaala.reports.claims.queries import claims_of, translations
from skaala.reports.figures.counts import Share
from skaala.reports.figures.differences import settle, settle_coverage
from skaala.reports.figures.facts import Facts
from skaala.reports.figures.vote_snapshot import VoteSnapshot
from skaala.reports.models import Finding, Report, SupportingStatement
from skaala.series.models import Series
from skaala.series.models.own_words import speaking_for
from skaala.ui.offered import offering
from skaala.ui.texts import Texts
from skaala.workshops.models import Board, Statement

if TYPE_CHECKING:
    from skaala.reports.assembly.concluded import ConcludedFinding
    from skaala.reports.assembly.evidence_findings import EvidenceFinding
    from skaala.reports.figures.raw_findings import RawFinding

STEPS = 3
"""Of progress: the votes are read, the raw findings chosen, the findings saved."""


class UnableToDraft(Exception):
    """A version was published while the draft was being made, which the draft does not consider; draft again."""


@dataclass(frozen=True)
class _Draft:
    """What a finding is to be according to the latest draft."""

    key: str
    kind: str
    title: Texts
    text: Texts
    shares: tuple[Share, ...] = ()
    facts: Facts | None = None
    statements: tuple[Statement, ...] = ()
    board: Board | None = None
    source: str = ""
    bottleneck: Bottleneck | None = None
    concluded: ConcludedFinding | None = None


def begin_report(series: Series) -> Report:
    """Return the report of ``series``, a new one if there is none."""
    return Report.objects.get_or_create(series=series)[0]


def draft_report(
    *,
    series: Series,
    now: datetime,
    chance: random.Random | None = None,
    on_step: Callable[[int, int], None] = lambda done, of: None,
) -> Report:
    """
    Draft findings from all votes of ``series`` and from its studies, and renew the figures of existing findings.

    Where the difference from what has been published would be about fewer than five people, the earlier votes stay.
    Texts that a person has edited stay. A drafted finding that the votes no longer support is removed, unless a
    person has worked on it; then it stays and says so. Takes about a second, so the worker does it.

    :param chance: draws the ids under which the votes are stored; by default one that cannot be predicted
    :param on_step: called with how many steps are done, and of how many
    :raises UnableToDraft: if a version was published meanwhile, beside which this draft might disclose too much
    """
    # The engine's libraries load only where they are needed.
    from skaala.reports.assembly.concluded import findings_from_conclusions
    from skaala.reports.assembly.evidence_findings import findings_from_evidence
    from skaala.reports.figures.raw_findings import draft

    report = begin_report(series)
    votes = queries.read_ballots(series)
    versions = report.versions.count()
    snapshot = settle(votes, queries.published_ballots(report))
    coverage = settle_coverage(queries.read_coverage(series), queries.published_coverage(report))
    on_step(1, STEPS)
    raw_findings = draft(snapshot)
    on_step(2, STEPS)
    with offering(series.languages), speaking_for(series.tenant_id):
        drafts = [
            *_from_votes(raw_findings, snapshot, series),
            *_from_evidence(findings_from_evidence(series)),
            *_from_conclusions(findings_from_conclusions(series), snapshot),
        ]
    with transaction.atomic():
        report = Report.objects.select_for_update(no_key=True).get(series=series)
        if report.versions.count() != versions:
            raise UnableToDraft
        report.vote_snapshot = snapshot.under_fresh_ids(chance or random.SystemRandom()).as_data()
        report.coverage, report.votes_identity, report.drafted_at = coverage, votes.identity, now
        report.drafting = Report.Drafting.DONE
        report.save(update_fields=["vote_snapshot", "coverage", "votes_identity", "drafted_at", "drafting"])
        _save(report, drafts, snapshot)
    on_step(STEPS, STEPS)
    return report


def renew_concluded(*, series: Series) -> None:
    """Bring what rooms have concluded since the last draft into a report that has been drafted; its other findings stay."""
    from skaala.reports.assembly.concluded import findings_from_conclusions

    with transaction.atomic():
        report = Report.objects.select_for_update(no_key=True).filter(series=series).first()
        if report is None or not report.vote_snapshot:
            return
        snapshot = VoteSnapshot.from_data(report.vote_snapshot)
        with offering(series.languages):
            drafts = list(_from_conclusions(findings_from_conclusions(series), snapshot))
        kept = report.findings.filter(drafted_as__startswith=Finding.CONCLUDED)
        _save_drafts(report, drafts, snapshot, {finding.drafted_as: finding for finding in kept})


def _from_votes(
    raw_findings: Iterable[RawFinding], snapshot: VoteSnapshot, series: Series
) -> Iterable[_Draft]:
    from skaala.reports.assembly.wording import in_all_languages, quoted_in_all_languages

    raw_findings = list(raw_findings)
    by_event = {board.event_id: board for board in queries.boards_of(series)}
    claims = {claim.key: claim.names for claim in claims_of(series)} if snapshot.claims else {}
    members = {raw.statement: snapshot.claims.get(raw.statement, (raw.statement,)) for raw in raw_findings}
    found = Statement.objects.in_bulk([each for group in members.values() for each in group])
    statements = {str(pk): statement for pk, statement in found.items()}
    translated = translations(statements)
    for raw in raw_findings:
        supporting = tuple(statements[each] for each in members[raw.statement])
        said = claims.get(raw.statement) or quoted_in_all_languages(
            supporting[0].text, translated.get(str(supporting[0].pk))
        )
        title, text = in_all_languages(raw, said)
        yield _Draft(
            raw.key,
            raw.kind,
            title,
            text,
            shares=raw.shares,
            facts={**raw.facts, "rule": raw.rule},
            statements=supporting,
            board=_first_board(snapshot, raw.statement, by_event),
        )


def _from_evidence(findings: Iterable[EvidenceFinding]) -> Iterable[_Draft]:
    for finding in findings:
        yield _Draft(
            finding.key,
            finding.kind,
            finding.title,
            finding.text,
            source=finding.source[:500],
            bottleneck=finding.bottleneck,
        )


def _from_conclusions(findings: Iterable[ConcludedFinding], snapshot: VoteSnapshot) -> Iterable[_Draft]:
    for finding in findings:
        statements = [str(each.pk) for each in finding.statements]
        facts = Facts(
            rule="concluded",
            side="agree",
            boards=max((len(snapshot.boards_of(each)) for each in statements), default=1) or 1,
            concluded_on=finding.concluded_on.isoformat(),
            unit=finding.unit,
            due=finding.due.isoformat() if finding.due else "",
        )
        yield _Draft(
            finding.key,
            finding.kind,
            finding.title,
            finding.text,
            shares=tuple(share for each in statements for share in snapshot.shares(each)),
            facts=facts,
            statements=finding.statements,
            board=finding.board,
            concluded=finding,
        )


def _save(report: Report, drafts: Iterable[_Draft], snapshot: VoteSnapshot) -> None:
    existing = {finding.drafted_as: finding for finding in report.findings.exclude(drafted_as="")}
    _save_drafts(report, drafts, snapshot, existing)
    for finding in report.findings.filter(drafted_as=""):
        renew_own_figures(finding, snapshot)


def _save_drafts(
    report: Report, drafts: Iterable[_Draft], snapshot: VoteSnapshot, existing: dict[str, Finding]
) -> None:
    """Save each draft in the finding of its name, or in a new one; what is left of ``existing`` is no longer drafted."""
    last = report.findings.aggregate(last=Max("order"))["last"] or 0
    rests_on: dict[UUID, Finding] = {}
    for draft in drafts:
        finding = existing.pop(draft.key, None)
        if finding is None:
            last += 1
            finding = Finding(report=report, kind=draft.kind, drafted_as=draft.key, order=last)
        _save_draft(finding, draft, report)
        if draft.concluded is None:
            rests_on |= {statement.pk: finding for statement in draft.statements}
    for finding in existing.values():
        _no_longer_drafted(finding, snapshot, rests_on)


def _save_draft(finding: Finding, draft: _Draft, report: Report) -> None:
    finding.drafted_title, finding.drafted_text = draft.title, draft.text
    finding.is_supported = True
    if draft.concluded is not None:
        finding.kind = draft.kind
        _take_over_who_and_when(finding, draft.concluded)
    elif not draft.statements:
        finding.source, finding.bottleneck = draft.source, draft.bottleneck
        finding.save()
        return
    finding.shares = _as_data(draft.shares)
    finding.facts = draft.facts or {}
    finding.votes_identity = report.votes_identity
    finding.board = draft.board
    finding.save()
    finding.supporting_statements.exclude(statement__in=draft.statements).delete()
    for order, statement in enumerate(draft.statements):
        SupportingStatement.objects.update_or_create(
            finding=finding, statement=statement, defaults={"order": order}
        )


def _take_over_who_and_when(finding: Finding, concluded: ConcludedFinding) -> None:
    """Let a finding say who does it by when as the room said, unless somebody has written another in the report."""
    was = finding.facts
    if finding.organisation == was.get("unit", ""):
        finding.organisation = concluded.unit
    if (finding.due.isoformat() if finding.due else "") == was.get("due", ""):
        finding.due = concluded.due


def renew_own_figures(finding: Finding, snapshot: VoteSnapshot) -> None:
    """Give a finding that a person wrote the figures of its supporting statements."""
    statements = [str(pk) for pk in finding.supporting_statements.values_list("statement", flat=True)]
    shares = [share for statement in statements for share in snapshot.shares(statement)]
    boards = max((len(snapshot.boards_of(statement)) for statement in statements), default=1)
    finding.shares = _as_data(shares)
    finding.facts = Facts(side="agree", boards=boards) if shares else {}
    finding.save(update_fields=["shares", "facts"])


def _no_longer_drafted(finding: Finding, snapshot: VoteSnapshot, rests_on: Mapping[UUID, Finding]) -> None:
    """Remove a finding; a person's work on it stays, and that it was chosen passes to the one that takes its statements in."""
    has_other_unit = finding.organisation != finding.facts.get("unit", "")
    is_worked_on = finding.is_edited or finding.memo or has_other_unit
    heir = next(
        (
            rests_on[statement]
            for statement in finding.supporting_statements.values_list("statement", flat=True)
            if statement in rests_on
        ),
        None,
    )
    if finding.is_concluded and not is_worked_on:
        finding.delete()  # the room took it back
        return
    if not is_worked_on and (heir is not None or not finding.is_published):
        if heir is not None and finding.is_published:
            Finding.objects.filter(pk=heir.pk).update(is_published=True)
        finding.delete()
        return
    # Its figures still follow the votes, so that nothing is published that they do not support.
    shares = [snapshot.share(share.statement, share.who, share.side) for share in finding.figures]
    finding.shares = _as_data(share for share in shares if share is not None)
    finding.is_supported = False
    finding.save(update_fields=["shares", "is_supported"])


def _as_data(shares: Iterable[Share]) -> list[dict[str, object]]:
    return [dataclasses.asdict(share) for share in shares]


def _first_board(snapshot: VoteSnapshot, statement: str, by_event: Mapping[int, Board]) -> Board | None:
    places = snapshot.boards_of(statement)
    return by_event.get(snapshot.boards[places[0]].event) if places else None
