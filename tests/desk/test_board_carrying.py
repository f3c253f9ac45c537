"""What is carried over: the surest agreement first, and the top of the list on a press."""

from __future__ import annotations

import pytest

from skaala.workshops import operations
from skaala.workshops.queries.carrying import ranked_to_carry
from tests import cast
from tests.workshops.boards import NOW, a_board, a_statement, participants, votes

HOME = "/en/desk/series/spring/events/workshop-1/board/carry/"


@pytest.fixture
def boards(db):
    event = cast.an_event(cast.a_series(), perspective="network")
    earlier = a_board(cast.an_event(event.series, 2, start=event.start - (event.end - event.start) * 5))
    board = a_board(event)
    people = participants(event.series, 12)
    texts = {
        "Ensimmäinen ajatus tästä": 6,
        "Toinen ajatus siitä": 12,
        "Kolmas, vielä muuta": 9,
        "Neljäs on hiljaisuus": 0,
    }
    for text, agree in texts.items():
        statement = a_statement(earlier, text)
        for place, who in enumerate(people if agree else people[:3]):
            votes(earlier, who, statement, 1 if place < agree else -1)
    operations.analyse_board(board=earlier, now=NOW)
    return board, earlier


def test_the_surest_agreement_comes_first_and_few_voters_say_nothing(boards):
    _board, earlier = boards
    assert [(one.number, voters) for one, voters in ranked_to_carry(earlier)] == [
        (2, 12),
        (3, 12),
        (1, 12),
        (4, 0),
    ]


def test_the_top_is_taken_on_a_press_and_the_next_ones_on_another(desk, boards):
    board, earlier = boards
    press = {"top": earlier.event.slug, f"number-{earlier.event.slug}": "2"}
    desk.post(HOME, press)
    assert {one.root_id for one in board.statements.all()} == {
        one.root_id for one in earlier.statements.filter(number__in=[2, 3])
    }
    desk.post(HOME, press)
    assert board.statements.count() == 4
    desk.post(HOME, {"top": "no-such-event"})
    assert board.statements.count() == 4
