"""Who is counted in a room, and for how many guests there is room."""

from __future__ import annotations

import pytest

from skaala.workshops import operations, queries
from tests import cast
from tests.workshops.boards import NOW, a_board, a_participant, a_statement, votes

pytestmark = pytest.mark.django_db
CHOSEN = operations.Chosen("receiver")


def test_progress_leaves_out_those_whose_votes_came_with_a_carried_statement():
    series = cast.a_series()
    earlier, board = (a_board(cast.an_event(series, number)) for number in (1, 2))
    old = a_statement(earlier)
    elsewhere, here = a_participant(series), a_participant(series)
    votes(earlier, elsewhere, old, 1)
    (carried,) = operations.carry_over(board=board, statement_ids=[old.pk], now=NOW)
    assert queries.voting_progress(board).voted == 0
    votes(board, here, carried, 1)
    found = queries.voting_progress(board)
    assert (found.voted, found.half, found.everything, found.median) == (1, 1, 1, 1)
    assert queries.voting_progress(earlier).voted == 1
    # A merge copies the votes of those who were elsewhere; they have not come for that.
    twin = a_statement(board, "Yhteinen kilpailutus säästäisi aikaa")
    operations.merge_statements(board=board, duplicate_id=carried.pk, into_id=twin.pk, now=NOW)
    assert queries.voting_progress(board).voted == 1


def test_who_wrote_counts_for_what_is_not_hidden_and_by_those_who_count():
    board = a_board(confirms_guests=True)
    guest, admission = operations.enter_as_guest(board=board, chosen=CHOSEN, now=NOW)
    first, second = a_statement(board), a_statement(board, "Aivan toinen asia")
    a_statement(board, "Vieraan oma ajatus", guest)
    assert queries.room_counts(board).wrote == 2
    operations.admit(board=board, admission_id=admission.pk, is_welcome=True)
    assert queries.room_counts(board).wrote == 3
    operations.set_shown(board=board, statement_id=first.pk, is_shown=False, now=NOW)
    assert queries.room_counts(board).wrote == 2
    operations.set_shown(board=board, statement_id=second.pk, is_shown=False, now=NOW)
    assert queries.room_counts(board).wrote == 1


def test_there_is_never_room_for_fewer_than_no_guests():
    board = a_board(confirms_guests=False, guest_extra=2)
    for _ in range(2):
        operations.enter_as_guest(board=board, chosen=CHOSEN, now=NOW)
    assert queries.room_for_guests(board) == 0
    board.guest_extra = 0  # the facilitator allows fewer than are in already
    assert queries.room_for_guests(board) == 0
