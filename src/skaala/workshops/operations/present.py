"""Going through statements one by one, shown large to the whole room."""

from __future__ import annotations

import uuid

from django.db import transaction

from skaala.workshops import queries, rules
from skaala.workshops.models import Board, Statement


@transaction.atomic
def present(*, board: Board, statement_id: uuid.UUID | None) -> None:
    """
    Show one statement large to the room; None ends it.

    :raises NotPossible: if the statement is not shown on this board
    """
    current = Board.objects.select_for_update(no_key=True).get(pk=board.pk)
    if statement_id is not None and not queries.shown_statements(board).filter(pk=statement_id).exists():
        raise rules.NotPossible(rules.Refusal.UNKNOWN_STATEMENT)
    current.presented_id = statement_id
    current.save(update_fields=["presented"])


@transaction.atomic
def present_next(*, board: Board, step: int) -> Statement | None:
    """
    Show the next statement large, or with −1 the one before: pinned ones first, then as they were written.

    Before the first and after the last nothing changes; with none shown large it begins with the first.
    """
    current = Board.objects.select_for_update(no_key=True).get(pk=board.pk)
    shown = list(queries.shown_statements(board))
    if not shown:
        return None
    at = next((place for place, one in enumerate(shown) if one.pk == current.presented_id), None)
    to = 0 if at is None else min(max(at + (1 if step > 0 else -1), 0), len(shown) - 1)
    current.presented = shown[to]
    current.save(update_fields=["presented"])
    return shown[to]
