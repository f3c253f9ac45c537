"""When a series' date has come, the key that could reconnect pseudonyms with people is destroyed."""

from __future__ import annotations

from datetime import timedelta

import pytest

from skaala.series.models.series_key import key_file, seal
from skaala.series.operations import personal_data
from skaala.workshops import operations
from skaala.workshops.models import Importance
from skaala.workshops.operations.forget import forget
from skaala.workshops.queries.results import ballots_of
from tests.cast import TODAY, a_series, an_event
from tests.workshops.boards import NOW, a_board, a_participant, a_statement, votes

pytestmark = pytest.mark.django_db


def test_the_key_is_among_what_is_forgotten(settings, tmp_path):
    settings.SERIES_KEYS_DIR = tmp_path
    series = a_series()
    event = an_event(series)
    seal(series, "row", b"key")
    (room,) = [room for room in personal_data.rooms() if room.name == "workshops"]
    assert key_file(series).exists()
    assert room.count(series)["series_keys"] == 1
    assert room.forget(series, event.end + timedelta(days=190))["series_keys"] == 1
    assert not key_file(series).exists()
    assert room.count(series) == {}
    assert event.end > TODAY


def test_votes_of_guests_whom_nobody_let_in_do_not_count_once_their_admissions_are_forgotten(
    settings, tmp_path
):
    settings.SERIES_KEYS_DIR = tmp_path
    board = a_board()
    statement = a_statement(board)
    votes(board, a_participant(board.event.series), statement, 1)
    for is_welcome in (True, False, None):
        guest, admission = operations.enter_as_guest(
            board=board, chosen=operations.Chosen("pioneer"), now=NOW
        )
        votes(board, guest, statement, -1)
        if is_welcome is not None:
            operations.admit(board=board, admission_id=admission.pk, is_welcome=is_welcome)
    assert ballots_of(board).tally(str(statement.pk)) == (1, 1, 2)
    forget(series=board.event.series, before=board.event.end + timedelta(days=190))
    assert ballots_of(board).tally(str(statement.pk)) == (1, 1, 2)


def test_who_was_let_in_at_one_board_only_keeps_the_votes_given_there(settings, tmp_path):
    settings.SERIES_KEYS_DIR = tmp_path
    series = a_series()
    first, second = (a_board(an_event(series, number)) for number in (1, 2))
    chosen = operations.Chosen("pioneer")
    guest, admission = operations.enter_as_guest(board=first, chosen=chosen, now=NOW)
    operations.admit(board=first, admission_id=admission.pk, is_welcome=True)
    operations.enter_as_guest(board=second, chosen=chosen, now=NOW, known=guest)  # nobody lets them in here
    old, new = a_statement(first), a_statement(second, "Aivan toinen asia")
    votes(first, guest, old, 1)
    (carried,) = operations.carry_over(board=second, statement_ids=[old.pk], now=NOW)
    votes(second, guest, carried, -1)
    votes(second, guest, new, -1)
    operations.mark_as_important(board=second, participant=guest, statement_id=new.pk)
    forget(series=series, before=second.event.end + timedelta(days=190))
    assert ballots_of(first).tally(str(old.pk)) == (1, 0, 1)
    assert ballots_of(second).tally(str(new.pk)) == (0, 0, 0)
    assert ballots_of(second).tally(str(old.root_id)) == (1, 0, 1)
    assert not Importance.objects.exists()
