"""Marking what matters most: up to three statements a participant and board."""

from __future__ import annotations

import uuid

from django.db import transaction

from skaala.workshops import rules
from skaala.workshops.models import Board, Importance, Participant, Statement


@transaction.atomic
def mark_as_important(*, board: Board, participant: Participant, statement_id: uuid.UUID) -> None:
    """
    Mark a statement as one of the three that matter most; marking it again changes nothing.

    :raises UnableToAct: if weighing is over, the statement is not shown here, or three are marked already
    """
    Participant.objects.select_for_update(no_key=True).get(pk=participant.pk)
    statement = _shown(board, statement_id)
    taken = dict(Importance.objects.filter(board=board, participant=participant).values_list("slot", "root"))
    if statement.root_id in taken.values():
        return
    free = [slot for slot in range(1, rules.MARKS_A_PERSON + 1) if slot not in taken]
    if not free:
        raise rules.UnableToAct(rules.Refusal.ENOUGH_MARKS)
    Importance.objects.create(board=board, participant=participant, root_id=statement.root_id, slot=free[0])


@transaction.atomic
def take_mark_back(*, board: Board, participant: Participant, statement_id: uuid.UUID) -> None:
    """
    Take the mark from a statement, if it has one.

    :raises UnableToAct: if weighing is over or the statement is not of this board
    """
    statement = _shown(board, statement_id)
    Importance.objects.filter(board=board, participant=participant, root=statement.root_id).delete()


def _shown(board: Board, statement_id: uuid.UUID) -> Statement:
    rules.check_can_vote(Board.objects.values_list("phase", flat=True).get(pk=board.pk))
    statement = Statement.objects.filter(board=board, pk=statement_id).first()
    if statement is None:
        raise rules.UnableToAct(rules.Refusal.UNKNOWN_STATEMENT)
    if statement.state != Statement.State.SHOWN:
        raise rules.UnableToAct(rules.Refusal.HIDDEN_STATEMENT)
    return statement
