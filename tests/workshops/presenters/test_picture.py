"""A picture as a page shows it."""

from __future__ import annotations

import pytest

from skaala.workshops import operations
from skaala.workshops.presenters.picture import show_picture
from tests.workshops.boards import NOW, a_board, a_participant, a_statement, participants, votes


@pytest.mark.django_db
def test_what_is_hidden_afterwards_disappears_from_the_page_at_once():
    board = a_board()
    first, second = a_statement(board, "Ensimmäinen asia"), a_statement(board, "Toinen juttu")
    for who in participants(board.event.series, 8):
        votes(board, who, first, 1)
        votes(board, who, second, 1)
    picture = operations.analyse_board(board=board, now=NOW)
    # Both have the same votes, so their order is that of their random ids.
    assert {one.statement for one in show_picture(board, picture).consensus} == {first, second}
    operations.set_shown(board=board, statement_id=first.pk, is_shown=False, now=NOW)
    assert [one.statement for one in show_picture(board, picture).consensus] == [second]
    assert show_picture(board, picture, a_participant(board.event.series)).own_group == ""
