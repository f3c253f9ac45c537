"""Who is in a workshop now: noted now and then, and counted for two minutes."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db.models import F

from skaala.workshops import operations, queries
from skaala.workshops.models import Presence
from tests.workshops.boards import a_board

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("seconds", "is_noted_again"), [(20, False), (40, True)])
def test_a_reader_is_noted_at_most_every_half_minute(seconds, is_noted_again):
    board = a_board()
    operations.note_presence(board=board, who="reader")
    Presence.objects.update(seen_at=F("seen_at") - timedelta(seconds=seconds))
    before = Presence.objects.get().seen_at
    operations.note_presence(board=board, who="reader")
    assert (Presence.objects.get().seen_at > before) == is_noted_again


@pytest.mark.parametrize(("seconds", "present"), [(110, 1), (130, 0)])
def test_a_reader_is_there_for_two_minutes(seconds, present):
    board = a_board()
    operations.note_presence(board=board, who="reader")
    Presence.objects.update(seen_at=F("seen_at") - timedelta(seconds=seconds))
    assert queries.room_counts(board).present == present
