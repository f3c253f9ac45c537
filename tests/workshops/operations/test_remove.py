"""What goes and what stays: events with boards, and keys past their date (invariants 6 and 8)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from skaala.registration.rules import workspace_key
from skaala.series.models import Event, Series, series_key
from skaala.workshops import operations
from skaala.workshops.models import Admission, Board, CurrentVote, Participant
from skaala.workshops.operations import BoardInUse, Chosen
from tests import cast
from tests.workshops.boards import NOW, a_board, a_statement, votes


@pytest.fixture(autouse=True)
def keys_of_this_test(settings, tmp_path, db):
    settings.SERIES_KEYS_DIR = tmp_path / "series-keys"


def test_an_event_goes_with_an_empty_board_and_stays_with_one_in_use():
    board = a_board()
    operations.remove_event(event=board.event)
    assert not Event.objects.exists() and not Board.objects.exists()
    used = a_board(cast.an_event(Series.objects.get()))
    a_statement(used)
    with pytest.raises(BoardInUse):
        operations.remove_event(event=used.event)
    with pytest.raises(BoardInUse):
        operations.remove_series(series=used.event.series)
    assert Board.objects.get().pk == used.pk


def test_a_series_goes_with_its_empty_boards():
    board = a_board()
    operations.remove_series(series=board.event.series)
    assert not Series.objects.exists()


def test_past_its_date_no_key_leads_to_anybody_and_counts_remain():
    series = cast.a_series()
    event = cast.an_event(series)
    registration = cast.a_registration(series, event)
    board = a_board(event)
    key = cast.a_key(registration)
    who = operations.enter(board=board, key=key, chosen=Chosen("receiver"), now=NOW)
    series_key.seal(series, "row", b"key")
    written = a_statement(board, author=who)
    votes(board, who, written, 1)
    operations.mark_as_important(board=board, participant=who, statement_id=written.pk)
    assert operations.forget(series=series, before=event.end) is False
    assert series_key.key_file(series).exists() and Participant.objects.filter(pk=who.pk).exists()
    assert operations.forget(series=series, before=event.end + timedelta(seconds=1)) is True
    assert not series_key.key_file(series).exists()
    # The same participant, under an id that no key leads to.
    (left,) = Participant.objects.all()
    assert left.pk not in {who.pk, workspace_key.participant_of(key)}
    assert CurrentVote.objects.get().participant == left
    written.refresh_from_db()
    assert written.author == left


def test_every_table_that_names_a_participant_gets_the_new_ids():
    from skaala.workshops.operations.forget import HOLD_A_PARTICIPANT

    pointing = {(field.related_model, field.field.column) for field in Participant._meta.related_objects} - {
        (Admission, "participant_id")
    }  # guests at the door are removed
    assert set(HOLD_A_PARTICIPANT) == pointing
