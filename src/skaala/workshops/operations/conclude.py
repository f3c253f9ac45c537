"""Writing down what the room concluded, and taking it back."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from skaala.workshops import queries, rules
from skaala.workshops.models import Board, Conclusion
from skaala.workshops.operations.present import show_screen
from skaala.workshops.queries.conclusions import all_notes
from skaala.workshops.rules.conclusions import MOST_CONCLUSIONS

SCREEN = "concluded-1"


@transaction.atomic
def save_conclusion(
    *,
    conclusion: Conclusion,
    statements: Iterable[uuid.UUID] = (),
    notes: Iterable[uuid.UUID] = (),
    now: datetime,
) -> Conclusion:
    """
    Save what was concluded with the statements and notes it rests on; a new one comes last.

    What is neither shown on the board nor noted by its groups is left out.

    :raises UnableToAct: if there are too many already
    """
    board = Board.objects.select_for_update(no_key=True).get(pk=conclusion.board_id)
    if conclusion._state.adding:
        last = board.conclusions.aggregate(last=Max("number"))["last"] or 0
        if board.conclusions.count() >= MOST_CONCLUSIONS:
            raise rules.UnableToAct(rules.Refusal.TOO_MANY_CONCLUSIONS)
        conclusion.number = last + 1
        conclusion.concluded_on = now.astimezone(board.event.series.zone).date()
    conclusion.save()
    kept = conclusion.statements.filter(state="merged")
    shown = queries.shown_to_all(board).filter(pk__in=list(statements))
    conclusion.statements.set([*shown, *kept])
    conclusion.notes.set(all_notes(board).filter(pk__in=list(notes)))
    return conclusion


@transaction.atomic
def move_conclusion(*, board: Board, conclusion_id: uuid.UUID, up: bool) -> bool:
    """Swap a conclusion with the one before or after it. Returns whether there was one to swap with."""
    Board.objects.select_for_update(no_key=True).get(pk=board.pk)
    order = list(board.conclusions.order_by("number"))
    place = next((place for place, one in enumerate(order) if one.pk == conclusion_id), None)
    if place is None or not 0 <= (other := place - 1 if up else place + 1) < len(order):
        return False
    moved, beside = order[place], order[other]
    moved.number, beside.number = beside.number, moved.number
    # No two may have the same number, not for a moment; none has 0.
    Conclusion.objects.filter(pk=moved.pk).update(number=0)
    beside.save(update_fields=["number"])
    moved.save(update_fields=["number"])
    return True


@transaction.atomic
def remove_conclusion(*, board: Board, conclusion_id: uuid.UUID) -> bool:
    """Take a conclusion back. Returns whether there was one."""
    return bool(Conclusion.objects.filter(board=board, pk=conclusion_id).delete()[0])


def show_conclusions(*, board: Board) -> None:
    """Have the projector show what was concluded."""
    show_screen(board=board, name=SCREEN)
