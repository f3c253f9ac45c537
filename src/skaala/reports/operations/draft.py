"""Drafting a report from the votes, now or again: what a person has edited stays."""

from __future__ import annotations

import dataclasses
import random
from collections.abc import Callable
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from skaala.reports import queries
from skaala.reports.ballots import Ballots
from skaala.reports.differences import settle, settle_coverage
from skaala.reports.models import Evidence, Finding, Report
from skaala.series.models import Series
from skaala.workshops.models import Board, Statement

STEPS = 3  # the votes are read, the engine has looked, the findings are written


class PublishedMeanwhileError(Exception):
    """A version was published while a draft was being made that does not know it; draft again."""


def begin_report(series: Series) -> Report:
    """Return the report of ``series``, begun if there is none."""
    return Report.objects.get_or_create(series=series)[0]


def draft_report(
    *,
    series: Series,
    now: datetime,
    chance: random.Random | None = None,
    on_step: Callable[[int, int], None] = lambda done, of: None,
) -> Report:
    """
    Draft findings from all votes of ``series`` and from its study, and renew the figures of those that are there.

    Where a difference from what has been published would be about fewer than five people, the earlier votes stay.
    Words that a person has edited stay as they are. A drafted finding that the votes no longer support goes away,
    unless a person has had a hand in it: then it stays and says so. Takes a second or so: for the worker.

    :param chance: draws the ids under which the votes are kept; by default one that cannot be foreseen
    :param on_step: told how much is done of how much
    :raises PublishedMeanwhileError: if a version came meanwhile, beside which this draft might say too much
    """
    from skaala.reports.drafting import draft  # the engine's libraries load only where they are needed
    from skaala.reports.sentences import in_three_languages
    from skaala.reports.study import from_study

    begun = begin_report(series)
    read = queries.read_ballots(series)
    published = begun.versions.count()
    ballots = settle(read, queries.published_ballots(begun))
    coverage = settle_coverage(queries.read_coverage(series), queries.published_coverage(begun))
    on_step(1, STEPS)
    drafts = draft(ballots)
    on_step(2, STEPS)
    statements = Statement.objects.in_bulk([each.statement for each in drafts])
    by_key = {str(pk): statement for pk, statement in statements.items()}
    words = {each.key: in_three_languages(each, by_key[each.statement].text) for each in drafts}
    boards = {board.event_id: board for board in queries.boards_of(series)}
    study = from_study(series)
    with transaction.atomic():
        report = Report.objects.select_for_update(no_key=True).get(series=series)
        if report.versions.count() != published:
            raise PublishedMeanwhileError
        report.ballots = ballots.under_fresh_ids(chance or random.SystemRandom()).as_data()
        report.coverage, report.snapshot, report.drafted_at = coverage, read.identity, now
        report.drafting = Report.Drafting.DONE
        report.save(update_fields=["ballots", "coverage", "snapshot", "drafted_at", "drafting"])
        known = {finding.drafted_as: finding for finding in report.findings.exclude(drafted_as="")}
        last = report.findings.aggregate(last=Max("order"))["last"] or 0
        for each in drafts:
            finding = known.pop(each.key, None)
            if finding is None:
                last += 1
                finding = Finding(report=report, kind=each.kind, drafted_as=each.key, order=last)
            finding.drafted_title, finding.drafted_text = words[each.key]
            finding.shares = [dataclasses.asdict(share) for share in each.shares]
            finding.facts = {**each.facts, "rule": each.rule}
            finding.is_supported, finding.snapshot = True, report.snapshot
            finding.board = _board_of(ballots, each.statement, boards)
            finding.save()
            Evidence.objects.get_or_create(finding=finding, statement=by_key[each.statement])
        for one in study:
            finding = known.pop(one.key, None)
            if finding is None:
                last += 1
                finding = Finding(report=report, kind=one.kind, drafted_as=one.key, order=last)
            finding.drafted_title, finding.drafted_text = one.title, one.text
            finding.source, finding.bottleneck, finding.is_supported = one.source[:500], one.bottleneck, True
            finding.save()
        for finding in known.values():
            _no_longer_drafted(finding, ballots)
        for finding in report.findings.filter(drafted_as=""):
            renew_own_figures(finding, ballots)
    on_step(STEPS, STEPS)
    return report


def renew_own_figures(finding: Finding, ballots: Ballots) -> None:
    """Give a person's own finding the figures of the statements it rests on."""
    shares = [
        share
        for evidence in finding.evidence.select_related("statement")
        for share in ballots.shares(str(evidence.statement_id))
    ]
    finding.shares = [dataclasses.asdict(share) for share in shares]
    finding.facts = {"side": "agree", "boards": _most_boards(finding, ballots)} if shares else {}
    finding.save(update_fields=["shares", "facts"])


def _most_boards(finding: Finding, ballots: Ballots) -> int:
    statements = finding.evidence.values_list("statement", flat=True)
    return max((len(ballots.boards_of(str(pk))) for pk in statements), default=1)


def _no_longer_drafted(finding: Finding, ballots: Ballots) -> None:
    if not (finding.is_edited or finding.is_published or finding.memo or finding.organisation):
        finding.delete()
        return
    # Its figures follow the votes all the same, so that nothing is published which they do not say.
    shares = [ballots.share(share.statement, share.who, share.side) for share in finding.figures]
    finding.shares = [dataclasses.asdict(share) for share in shares if share is not None]
    finding.is_supported = False
    finding.save(update_fields=["shares", "is_supported"])


def _board_of(ballots: Ballots, statement: str, boards: dict[int, Board]) -> Board | None:
    places = ballots.boards_of(statement)
    return boards.get(ballots.boards[places[0]].event) if places else None
