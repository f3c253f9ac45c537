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

    :raises UnableToAct: if the statement is not shown on this board, or only to the small group that wrote it
    """
    current = Board.objects.select_for_update(no_key=True).get(pk=board.pk)
    if statement_id is not None and not queries.shown_to_all(current).filter(pk=statement_id).exists():
        raise rules.UnableToAct(rules.Refusal.UNKNOWN_STATEMENT)
    current.presented_id, current.shows_bars = statement_id, False
    current.save(update_fields=["presented", "shows_bars"])


def show_screen(*, board: Board, name: str) -> None:
    """Have the projector show one of its screens instead of a statement; an empty name is the first of the phase."""
    Board.objects.filter(pk=board.pk).update(screen=name[:60], presented=None, shows_bars=False)


def show_bars(*, board: Board, are_shown: bool) -> None:
    """Show how the room voted on the statement that is shown large, or only its words."""
    Board.objects.filter(pk=board.pk).update(shows_bars=are_shown)


@transaction.atomic
def present_next(*, board: Board, step: int) -> Statement | None:
    """
    Show the next statement large, or with −1 the one before: pinned ones first, then as they were written.

    Before the first and after the last nothing changes; with none shown large it begins with the first.
    """
    current = Board.objects.select_for_update(no_key=True).get(pk=board.pk)
    shown = list(queries.shown_to_all(current))
    if not shown:
        return None
    at = next((place for place, one in enumerate(shown) if one.pk == current.presented_id), None)
    to = 0 if at is None else min(max(at + (1 if step > 0 else -1), 0), len(shown) - 1)
    current.presented, current.shows_bars = shown[to], False
    current.save(update_fields=["presented", "shows_bars"])
    return shown[to]
