"""The rules of series and events, as tables."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skaala.series import rules
from skaala.series.rules import Phase, Problem, Window

HELSINKI = ZoneInfo("Europe/Helsinki")
START = datetime(2023, 3, 27, 13, 0, tzinfo=HELSINKI)


@dataclass
class Event:
    start: datetime = START
    end: datetime = START + timedelta(hours=2)
    registration_opens: datetime | None = None
    registration_closes: datetime | None = None


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=HELSINKI)


@pytest.mark.parametrize(
    ("now", "opens", "closes", "is_public", "window"),
    [
        ("2023-03-20 12:00", None, None, True, Window.OPEN),
        ("2023-03-20 12:00", None, None, False, Window.UNPUBLISHED),
        ("2023-03-27 12:59", None, None, True, Window.OPEN),
        ("2023-03-27 13:00", None, None, True, Window.CLOSED),  # no deadline: closes at the start
        ("2023-03-27 14:59", None, None, True, Window.CLOSED),
        ("2023-03-27 15:00", None, None, True, Window.PAST),
        ("2023-03-26 23:59", None, "2023-03-27 00:00", True, Window.OPEN),
        ("2023-03-27 00:00", None, "2023-03-27 00:00", True, Window.CLOSED),
        ("2023-03-09 23:59", "2023-03-10 00:00", None, True, Window.NOT_YET),
        ("2023-03-10 00:00", "2023-03-10 00:00", None, True, Window.OPEN),
    ],
)
def test_window_of_registration(now, opens, closes, is_public, window):
    event = Event(registration_opens=opens and at(opens), registration_closes=closes and at(closes))
    assert rules.window(event, series_is_public=is_public, now=at(now)) == window


def test_by_26_march_lasts_until_the_end_of_the_night_the_clocks_change():
    # On 26.3.2023 the clocks went from 3 to 4: the day had 23 hours and ended at 21:00 UTC, not at 22:00.
    assert rules.end_of_day(date(2023, 3, 26), HELSINKI).astimezone(UTC) == datetime(
        2023, 3, 26, 21, 0, tzinfo=UTC
    )
    assert rules.end_of_day(date(2023, 3, 25), HELSINKI).astimezone(UTC) == datetime(
        2023, 3, 25, 22, 0, tzinfo=UTC
    )
    assert rules.end_of_day(date(2023, 10, 29), HELSINKI).astimezone(UTC) == datetime(
        2023, 10, 29, 22, 0, tzinfo=UTC
    )


def test_by_a_day_does_not_depend_on_the_servers_zone():
    closes = rules.end_of_day(date(2023, 3, 26), HELSINKI)
    event = Event(registration_closes=closes)
    in_new_york = datetime(2023, 3, 26, 16, 59, 59, tzinfo=ZoneInfo("America/New_York"))
    assert rules.window(event, series_is_public=True, now=in_new_york) == Window.OPEN
    assert rules.window(event, series_is_public=True, now=in_new_york + timedelta(seconds=1)) == Window.CLOSED


@given(
    st.dates(date(2000, 1, 1), date(2100, 1, 1)),
    st.sampled_from(["Europe/Helsinki", "Europe/London", "Asia/Kolkata"]),
)
def test_the_last_day_of_a_days_end_is_that_day(day, zone):
    assert rules.last_day(rules.end_of_day(day, ZoneInfo(zone)), ZoneInfo(zone)) == day


@given(
    closes=st.datetimes(datetime(2023, 1, 1), datetime(2023, 12, 31), timezones=st.just(UTC)),
    seconds=st.integers(-100_000, 100_000),
)
def test_nobody_gets_in_at_or_after_a_deadline(closes, seconds):
    event = Event(
        start=closes + timedelta(days=2), end=closes + timedelta(days=3), registration_closes=closes
    )
    is_open = (
        rules.window(event, series_is_public=True, now=closes + timedelta(seconds=seconds)) == Window.OPEN
    )
    assert is_open == (seconds < 0)


@given(st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1)), st.integers(-800, 800))
def test_moving_keeps_the_time_on_the_clock(local, days):
    moved = rules.move(local.replace(tzinfo=HELSINKI), days=days, zone=HELSINKI)
    assert moved.replace(tzinfo=None, fold=0) == local.replace(fold=0) + timedelta(days=days)


@pytest.mark.parametrize(
    ("status", "publish_at", "now", "is_public"),
    [
        ("draft", None, "2023-03-06 16:24", False),
        ("scheduled", "2023-03-06 16:24", "2023-03-06 16:23", False),
        ("scheduled", "2023-03-06 16:24", "2023-03-06 16:24", True),  # no worker needed
        ("published", None, "2023-03-06 16:24", True),
        ("archived", None, "2023-03-06 16:24", True),
    ],
)
def test_who_is_public(status, publish_at, now, is_public):
    assert rules.is_public(status, publish_at and at(publish_at), now=at(now)) == is_public


@pytest.mark.parametrize(
    ("event", "problems"),
    [
        (Event(), []),
        (Event(end=START), [Problem.END_BEFORE_START]),
        (Event(end=START - timedelta(hours=1)), [Problem.END_BEFORE_START]),
        (Event(registration_closes=START + timedelta(seconds=1)), [Problem.DEADLINE_AFTER_START]),
        (Event(registration_closes=START), []),
        (Event(registration_opens=START), [Problem.OPENS_AFTER_CLOSING]),
        (
            Event(registration_opens=at("2023-03-20 12:00"), registration_closes=at("2023-03-20 12:00")),
            [Problem.OPENS_AFTER_CLOSING],
        ),
    ],
)
def test_problems_of_an_event(event, problems):
    assert rules.problems_of(event, now=at("2023-03-01 12:00"), start_changed=True) == problems


def test_a_past_start_matters_only_when_it_is_new():
    later = at("2023-04-01 12:00")
    assert rules.problems_of(Event(), now=later, start_changed=True) == [Problem.START_IN_PAST]
    assert rules.problems_of(Event(), now=later, start_changed=False) == []


def test_phases_of_a_series():
    events = [Event(), Event(start=START + timedelta(days=40), end=START + timedelta(days=40, hours=5))]
    assert rules.phase([], now=START) == Phase.UPCOMING
    assert rules.phase(events, now=START - timedelta(seconds=1)) == Phase.UPCOMING
    assert rules.phase(events, now=START) == Phase.ONGOING
    assert rules.phase(events, now=START + timedelta(days=40, hours=5)) == Phase.PAST
