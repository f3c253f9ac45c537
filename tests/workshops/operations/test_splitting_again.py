"""Splitting the room again: people moved by hand may stay where they are."""

from __future__ import annotations

import pytest

from skaala.workshops import operations, queries
from skaala.workshops.models import Member
from skaala.workshops.rules.small_groups import split_room
from tests import cast
from tests.workshops.boards import a_board, a_participant, a_statement, votes


@pytest.fixture
def room(db):
    board = a_board(cast.an_event(cast.a_series(), perspective="network"))
    statement = a_statement(board)
    for _ in range(12):
        votes(board, a_participant(board.event.series, size_class="small"), statement, 1)
    return board


@pytest.mark.parametrize("keeps", [True, False])
def test_people_moved_by_hand_stay_in_the_group_of_the_same_number(room, keeps):
    operations.split_room(board=room, count=3, way="drawn", seed=1)
    room.refresh_from_db()
    third = queries.small_groups(room)[2]
    moved = list(Member.objects.filter(round=1).exclude(group=third)[:6])
    for member in moved:
        operations.move_member(board=room, mark=member.mark, group_id=third.pk)
    operations.split_room(board=room, count=3, way="drawn", seed=2, keeps_moved=keeps)
    now = Member.objects.filter(round=2, participant__in=[one.participant_id for one in moved])
    assert (set(now.values_list("group__number", flat=True)) == {3}) is keeps
    sizes = sorted(Member.objects.filter(round=2, group__number=number).count() for number in (1, 2, 3))
    assert sum(sizes) == 13 and sizes[-1] - sizes[0] <= (3 if keeps else 1)


def test_with_nobody_placed_the_lot_is_as_before():
    people = dict.fromkeys(range(9), "")
    assert split_room(people, 3, seed=4) == split_room(people, 3, seed=4, placed={})
    assert split_room(people, 2, seed=4, placed={1: 7}) == split_room(people, 2, seed=4)
