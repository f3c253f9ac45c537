"""Splitting the room again asks first; the room's screen names the groups so that they can be read."""

from __future__ import annotations

import pytest

from skaala.workshops import operations
from tests import cast
from tests.workshops.boards import a_board, participants

HOME = "/en/desk/series/spring/events/workshop-1/board/groups/"
SPLIT = {"action": "split", "count": "3", "way": "drawn"}


@pytest.fixture
def room(db):
    board = a_board(cast.an_event(cast.a_series(), perspective="network"))
    participants(board.event.series, 6)
    return board


def test_groups_that_are_at_work_are_dealt_anew_only_after_a_question(desk, room):
    desk.post(HOME, SPLIT)
    room.refresh_from_db()
    assert room.round == 1
    asked = desk.post(HOME, SPLIT)
    assert asked.status_code == 200 and "Split the room again?" in asked.content.decode()
    room.refresh_from_db()
    assert room.round == 1
    desk.post(HOME, SPLIT | {"sure": "1", "keep": "1"})
    room.refresh_from_db()
    assert room.round == 2
    # All together again, nobody is asked.
    operations.bring_together(board=room)
    desk.post(HOME, SPLIT)
    room.refresh_from_db()
    assert room.round == 3


def test_the_room_s_screen_names_groups_large_and_sends_to_the_phone_for_links(desk, room):
    link = "https://teams.example.org/l/meetup-join/19%3ameeting_" + "x" * 120
    operations.split_room(
        board=room,
        count=2,
        way="drawn",
        names=["Talous"],
        places=[f"Teams {link}", "Sali 2"],
        until=None,
        seed=1,
    )
    screen = desk.get(HOME.replace("groups/", "projector/")).content.decode()
    assert 'class="group-name"><strong>Talous' in screen and "Sali 2" in screen
    assert link not in screen and "The link is on your phone" in screen
