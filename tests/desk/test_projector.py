"""The projector's screens in each phase, how they are led, and what a hidden result never shows."""

from __future__ import annotations

import pytest

from skaala.desk.board.presenters import screens, uncertain
from skaala.workshops import operations, queries
from skaala.workshops.models import Board
from tests.workshops.boards import NOW, a_board, a_statement, at, participants, votes

pytestmark = pytest.mark.django_db


def kinds(board: Board) -> list[str]:
    return [one.kind for one in screens(board)]


def test_each_phase_has_its_screens_and_voting_shows_no_result():
    board = a_board(phase="set_up")
    assert kinds(board) == ["join"]
    board = at(board, "gather")
    statement = a_statement(board)
    people = participants(board.event.series, 12)
    for place, who in enumerate(people):
        votes(board, who, statement, 0 if place < 4 else 1)
    operations.analyse_board(board=board, now=NOW)
    assert kinds(board) == ["wall", "wall", "wall", "wall", "join"]
    board = at(board, "weigh")
    assert kinds(board) == ["progress", "join"]
    board = at(board, "look")
    assert kinds(board)[0] == "map"
    picture = queries.latest_picture(board)
    assert picture is not None
    assert uncertain(board, picture) == [(statement, 33)]


def test_progress_counts_people_and_says_nothing_of_their_votes():
    board = a_board()
    first, second = a_statement(board, "Yksi asia"), a_statement(board, "Aivan muuta")
    one, two, three = participants(board.event.series, 3)
    for who, said in ((one, [first, second]), (two, [first]), (three, [first])):
        for statement in said:
            votes(board, who, statement, 1)
    found = queries.voting_progress(board)
    assert (found.voted, found.half, found.everything, found.median, found.statements) == (3, 3, 1, 1, 2)


def test_a_new_phase_begins_with_its_own_first_screen():
    board = a_board()
    operations.show_screen(board=board, name="join")
    operations.present(board=board, statement_id=a_statement(board).pk)
    board = at(board, "weigh")
    assert (board.screen, board.presented_id) == ("", None)
