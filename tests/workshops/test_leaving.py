"""What goes and what stays: events with boards, and keys past their date (invariants 6 and 8)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from skaala.series.models import Event, Series
from skaala.workshops import operations, pseudonym
from skaala.workshops.models import Board, CurrentVote, Participant
from skaala.workshops.operations import Chosen, HasBoard
from tests import cast
from tests.workshops.boards import NOW, a_board, a_participant, a_statement, votes


@pytest.fixture(autouse=True)
def keys_of_this_test(settings, tmp_path, db):
    settings.SERIES_KEYS_DIR = tmp_path / "series-keys"


def test_an_event_goes_with_an_empty_board_and_stays_with_one_in_use():
    board = a_board()
    operations.remove_event(event=board.event)
    assert not Event.objects.exists() and not Board.objects.exists()
    used = a_board(cast.an_event(Series.objects.get()))
    a_statement(used)
    with pytest.raises(HasBoard):
        operations.remove_event(event=used.event)
    with pytest.raises(HasBoard):
        operations.remove_series(series=used.event.series)
    assert Board.objects.get().pk == used.pk


def test_a_series_goes_with_its_empty_boards():
    board = a_board()
    operations.remove_series(series=board.event.series)
    assert not Series.objects.exists()


def test_past_its_date_a_series_key_is_destroyed_and_counts_remain():
    series = cast.a_series()
    event = cast.an_event(series)
    registration = cast.a_registration(series, event)
    board = a_board(event)
    who = operations.enter(board=board, registration=registration, chosen=Chosen("receiver"), now=NOW)
    votes(board, who, a_statement(board, author=a_participant(series)), 1)
    assert operations.forget(series=series, before=event.end) is False
    assert pseudonym.key_file(series).exists()
    assert operations.forget(series=series, before=event.end + timedelta(seconds=1)) is True
    assert not pseudonym.key_file(series).exists()
    assert (Participant.objects.count(), CurrentVote.objects.count()) == (2, 1)
    assert pseudonym.pseudonym_of(registration.pk, series) != who.pk
