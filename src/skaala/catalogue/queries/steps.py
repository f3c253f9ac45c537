"""The actions that next steps have become: of each step by its root, wherever it was said first."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from skaala.catalogue.models import Action
from skaala.catalogue.queries.origins import is_public_statement
from skaala.reports.claims.queries import claim_with
from skaala.workshops.models import Board, Statement


def action_of(statement: Statement) -> Action | None:
    """Return the action that was made of a statement or of the claim it is in, in any state."""
    series = statement.board.event.series
    claim = claim_with(series, statement.root_id)
    of_claim = Q(series=series, claim=claim) if claim else Q()
    found = Action.objects.filter(Q(statement__root=statement.root_id) | of_claim)
    return found.defer("search").order_by("pk").first()


def actions_by_root(roots: Iterable[UUID]) -> dict[UUID, Action]:
    """Return by root the action that was made of each statement, in any state."""
    found = Action.objects.filter(statement__root__in=list(roots)).defer("search").order_by("-pk")
    by_root = {}
    for action in found.select_related("statement__board__event__series"):
        assert action.statement is not None
        by_root[action.statement.root_id] = action
    return by_root


def public_actions_by_root(roots: Iterable[UUID], *, now: datetime) -> dict[UUID, Action]:
    """Return those that everybody may read, of statements that everybody may read."""
    return {
        root: action
        for root, action in actions_by_root(roots).items()
        if action.is_public and action.statement and is_public_statement(action.statement, now=now)
    }


def may_become_actions(board: Board, *, now: datetime) -> bool:
    """Say whether everybody may read what is shown on ``board``, so that actions can be made of it."""
    shown = board.statements.filter(state=Statement.State.SHOWN).select_related("board__event__series")
    one = shown.first()
    return one is not None and is_public_statement(one, now=now)
