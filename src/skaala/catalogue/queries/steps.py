"""The actions that next steps have become: of each step by its root, wherever it was said first."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from skaala.catalogue.models import Action
from skaala.catalogue.queries.origins import is_public_statement, published_finding
from skaala.reports.claims.queries import claim_with
from skaala.reports.models import ImportedStep
from skaala.workshops.models import Board, Statement


def action_of(statement: Statement) -> Action | None:
    """Return the action made of a statement, of the claim it is in, or of the finding it was worded from, in any state."""
    root = statement.root_id
    series = statement.board.event.series
    made_of = Q(statement__root=root) | Q(finding__imported_steps__step=root)
    if claim := claim_with(series, root):
        made_of |= Q(series=series, claim=claim)
    return Action.objects.filter(made_of).defer("search").order_by("pk").first()


def actions_by_root(roots: Iterable[UUID]) -> dict[UUID, list[Action]]:
    """
    Return by root the actions made of each statement, in any state.

    Those of the claim it is in belong to it too; a next step worded from a finding has those of the finding, and those of
    the statements and claims that the finding rests on.
    """
    subjects = {root: {root} for root in roots}
    findings: dict[UUID, UUID] = {}
    imported = ImportedStep.objects.filter(step__in=subjects).prefetch_related(
        "finding__supporting_statements"
    )
    for one in imported:
        findings[one.step_id] = one.finding_id
        resting_on = one.finding.supporting_statements.all()
        subjects[one.step_id] |= {supporting.statement_id for supporting in resting_on}
    said = {root for some in subjects.values() for root in some}
    claims = _claims_of(said)
    found = Action.objects.filter(
        Q(statement__root__in=said)
        | Q(finding__in=findings.values())
        | Q(
            series__in={series for series, _claim in claims.values()},
            claim__in={claim for _s, claim in claims.values()},
        )
    )
    found = found.defer("search").select_related("statement__board__event__series", "finding__report__series")
    by_root: dict[UUID, list[Action]] = {}
    for action in found.order_by("pk"):
        for root, some in subjects.items():
            is_said = action.statement is not None and action.statement.root_id in some
            is_found = action.finding_id is not None and action.finding_id == findings.get(root)
            is_claimed = any(claims.get(one) == (action.series_id, action.claim) for one in some)
            if is_said or is_found or is_claimed:
                by_root.setdefault(root, []).append(action)
    return by_root


def _claims_of(roots: Iterable[UUID]) -> dict[UUID, tuple[int, str]]:
    """Return by root its series and the claim it is in there, for those that are in one."""
    statements = Statement.objects.filter(pk__in=list(roots)).select_related("board__event__series")
    found = {
        one.pk: (one.board.event.series, claim_with(one.board.event.series, one.pk)) for one in statements
    }
    return {root: (series.pk, claim) for root, (series, claim) in found.items() if claim}


def public_actions_by_root(roots: Iterable[UUID], *, now: datetime) -> dict[UUID, list[Action]]:
    """Return those that everybody may read, and whose origin everybody may read."""
    found = {
        root: [action for action in some if action.is_public and _has_public_origin(action, now=now)]
        for root, some in actions_by_root(roots).items()
    }
    return {root: some for root, some in found.items() if some}


def _has_public_origin(action: Action, *, now: datetime) -> bool:
    if action.statement is not None:
        return is_public_statement(action.statement, now=now)
    return action.finding is not None and published_finding(action.finding, now=now) is not None


def may_become_actions(board: Board, *, now: datetime) -> bool:
    """Say whether everybody may read what is shown on ``board``, so that actions can be made of it."""
    shown = board.statements.filter(state=Statement.State.SHOWN).select_related("board__event__series")
    one = shown.first()
    return one is not None and is_public_statement(one, now=now)
