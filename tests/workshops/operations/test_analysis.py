"""Pictures are kept with the identity of the votes they were made from."""

from __future__ import annotations

from datetime import timedelta

import pytest

from skaala.workshops import operations, queries
from skaala.workshops.operations import analysis
from tests.workshops.boards import NOW, a_board, a_statement, participants, votes


@pytest.mark.django_db
def test_a_picture_is_worked_out_once_for_the_same_votes_and_only_the_latest_are_kept(monkeypatch):
    board = a_board()
    assert operations.analyse_board(board=board, now=NOW) is None
    statement = a_statement(board)
    monkeypatch.setattr(analysis, "KEPT", 3)
    seen = []
    for minute in range(5):  # five people each time: with fewer the picture stays
        for who in participants(board.event.series, 5):
            votes(board, who, statement, 1)
        seen.append(operations.analyse_board(board=board, now=NOW + timedelta(minutes=minute)))
    again = operations.analyse_board(board=board, now=NOW + timedelta(hours=1))
    assert again.pk == seen[-1].pk
    assert [picture.pk for picture in board.pictures.all()] == [picture.pk for picture in reversed(seen[-3:])]
    assert queries.latest_picture(board).pk == again.pk
    # Of single people only the latest tells.
    assert ["members" in each.result for each in board.pictures.all()] == [True, False, False]
    assert [each.ballots is not None for each in board.pictures.all()] == [True, False, False]
