"""Pinned statements, and statements one by one for the room."""

from __future__ import annotations

import pytest

from skaala.workshops import operations, queries
from skaala.workshops.rules import Refusal
from tests import cast
from tests.workshops.boards import NOW, a_board, a_statement, refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def board():
    board = a_board()
    for word in ("Ensimmäinen", "Toinen", "Kolmas"):
        a_statement(board, f"{word} ajatus on tässä {word}")
    return board


def test_pinned_ones_come_first_and_are_presented_first(board):
    first, second, third = board.statements.all()
    operations.set_pinned(board=board, statement_id=third.pk, is_pinned=True)
    assert list(queries.shown_statements(board)) == [third, first, second]
    steps = [operations.present_next(board=board, step=step) for step in (1, 1, 1, 1, -1, -1, -1)]
    assert steps == [third, first, second, second, first, third, third]
    operations.set_shown(
        board=board, statement_id=third.pk, is_shown=False, now=NOW
    )  # and it goes from the screen
    board.refresh_from_db()
    assert queries.presented(board) is None
    operations.present(board=board, statement_id=second.pk)
    board.refresh_from_db()
    assert queries.presented(board) == second
    with refused(Refusal.UNKNOWN_STATEMENT):
        operations.present(board=board, statement_id=third.pk)
    with refused(Refusal.UNKNOWN_STATEMENT):
        operations.set_pinned(
            board=a_board(cast.an_event(cast.a_series("other"))), statement_id=first.pk, is_pinned=True
        )
