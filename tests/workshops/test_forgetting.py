"""When a series' date has come, the key that could reconnect pseudonyms with people is destroyed."""

from __future__ import annotations

from datetime import timedelta

import pytest

from skaala.series import forgetting
from skaala.workshops.pseudonym import key_file
from tests.cast import TODAY, a_registration, a_series, an_event

pytestmark = pytest.mark.django_db


def test_the_key_is_among_what_is_forgotten(settings, tmp_path):
    from skaala.workshops import pseudonym

    settings.SERIES_KEYS_DIR = tmp_path
    series = a_series()
    event = an_event(series)
    pseudonym.pseudonym_of(a_registration(series).pk, series)
    (room,) = [room for room in forgetting.rooms() if room.name == "workshops"]
    assert key_file(series).exists()
    assert room.count(series)["series_keys"] == 1
    assert room.forget(series, event.end + timedelta(days=190))["series_keys"] == 1
    assert not key_file(series).exists()
    assert room.count(series) == {}
    assert event.end > TODAY
