"""Marks: the statements that matter most."""

from __future__ import annotations

import pytest

from skaala.workshops import operations
from skaala.workshops.models import Importance, Statement
from skaala.workshops.rules import Refusal
from tests.workshops.boards import a_board, a_participant, a_statement, refused

pytestmark = pytest.mark.django_db


def test_three_statements_can_be_marked_and_no_more():
    board = a_board()
    who = a_participant(board.event.series)
    several = [
        a_statement(board, text) for text in ("Yksi asia", "Kaksi muuta", "Kolmas juttu", "Neljäs hanke")
    ]

    def mark(statement: Statement) -> None:
        operations.mark_as_important(board=board, participant=who, statement_id=statement.pk)

    for statement in (*several[:3], several[0]):
        mark(statement)
    with refused(Refusal.ENOUGH_MARKS):
        mark(several[3])
    operations.take_mark_back(board=board, participant=who, statement_id=several[1].pk)
    mark(several[3])
    assert set(Importance.objects.values_list("root", "slot")) == {
        (several[0].pk, 1), (several[3].pk, 2), (several[2].pk, 3)
    }  # fmt: skip
