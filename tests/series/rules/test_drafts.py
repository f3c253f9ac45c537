"""What keeps a draft from being saved, and which of its events are over."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from skaala.series.rules.drafts import DraftedEvent, DraftedSeries, Hindrance, Lack, lacks, past_events

HELSINKI = ZoneInfo("Europe/Helsinki")
START = datetime(2030, 3, 27, 13, 0, tzinfo=HELSINKI)
EVENT = DraftedEvent(kind="workshop", number=1, start=START, end=START + timedelta(hours=2), mode="online")
SERIES = DraftedSeries(title="Kevät", language="fi", events=(EVENT,))


def test_a_whole_draft_lacks_nothing():
    assert lacks(SERIES) == []


@pytest.mark.parametrize(
    ("changed", "lack"),
    [
        ({"title": " "}, Lack.NO_TITLE),
        ({"language": ""}, Lack.NO_LANGUAGE),
        ({"events": ()}, Lack.NO_EVENTS),
    ],
)
def test_what_a_series_lacks(changed, lack):
    assert lacks(replace(SERIES, **changed)) == [Hindrance(lack)]


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        ({"start": None}, [Lack.NO_START]),
        ({"start": START.date()}, [Lack.NO_TIME_OF_START]),
        ({"end": None}, [Lack.NO_END]),
        ({"end": START.date()}, [Lack.NO_TIME_OF_END]),
        ({"mode": ""}, [Lack.NO_MODE]),
        # “Workshop 2” and “Closing event” name themselves.
        ({"number": None}, [Lack.NO_EVENT_TITLE]),
        ({"number": None, "title": " "}, [Lack.NO_EVENT_TITLE]),
        ({"number": None, "title": "Alku"}, []),
        ({"kind": "closing_event", "number": None}, []),
        ({"kind": "other"}, [Lack.NO_EVENT_TITLE]),
        ({"start": None, "end": None, "mode": ""}, [Lack.NO_START, Lack.NO_END, Lack.NO_MODE]),
    ],
)
def test_what_an_event_lacks(changed, found):
    drafted = replace(SERIES, events=(EVENT, replace(EVENT, **changed)))
    assert lacks(drafted) == [Hindrance(lack, 1) for lack in found]


def test_an_event_whose_instant_or_day_is_over_is_past():
    now = datetime(2030, 3, 27, 23, 30, tzinfo=ZoneInfo("UTC"))  # the 28th in Helsinki
    starts = [
        now - timedelta(microseconds=1),
        now,
        date(2030, 3, 27),
        date(2030, 3, 28),
        None,
    ]
    drafted = DraftedSeries(events=tuple(DraftedEvent(start=start) for start in starts))
    assert past_events(drafted, now=now) == [0, 2]
