"""Phases and timers: who moves a board, and what two who do it at once are told."""

from __future__ import annotations

import threading

import pytest
from django.db import connection

from skaala.workshops import operations
from skaala.workshops.rules import Refusal, UnableToAct
from tests.workshops.boards import NOW, a_board

pytestmark = pytest.mark.django_db


def test_two_facilitators_at_once_get_a_clear_answer():
    board = a_board(phase="gather")
    seen = board.version
    operations.move_phase(board=board, to="weigh", version=seen, now=NOW)
    with pytest.raises(UnableToAct) as late:
        operations.move_phase(board=board, to="weigh", version=seen, now=NOW)
    assert (late.value.refusal, late.value.phase) == (Refusal.MOVED_MEANWHILE, "weigh")


@pytest.mark.django_db(transaction=True)
def test_of_many_who_move_a_board_at_the_same_moment_one_does():
    board = a_board(phase="gather")
    answers: list[str] = []

    def move(to: str) -> None:
        try:
            answers.append(operations.move_phase(board=board, to=to, version=board.version, now=NOW).phase)
        except UnableToAct as problem:
            answers.append(problem.refusal)
        finally:
            connection.close()

    threads = [threading.Thread(target=move, args=[to]) for to in ("weigh", "preparation") * 3]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers.count(Refusal.MOVED_MEANWHILE) == 5
    board.refresh_from_db()
    assert {board.phase, Refusal.MOVED_MEANWHILE} == set(answers)


def test_the_timer_is_extended_and_stops_with_the_phase():
    board = a_board()
    board = operations.set_timer(board=board, minutes=10, version=board.version, now=NOW)
    first = board.timer_ends_at
    board = operations.set_timer(board=board, minutes=5, version=board.version, now=NOW)
    assert (board.timer_ends_at - first).total_seconds() == 300
    board = operations.move_phase(board=board, to="weigh", version=board.version, now=NOW)
    assert board.timer_ends_at is None
