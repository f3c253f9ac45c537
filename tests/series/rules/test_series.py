"""Status, phase, address and retention of a series, and what of an event changes automatically."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from skaala.series import rules
from skaala.series.rules import Phase

HELSINKI = ZoneInfo("Europe/Helsinki")
START = datetime(2030, 3, 27, 13, 0, tzinfo=HELSINKI)
MOMENT = timedelta(microseconds=1)


@dataclass
class Event:
    start: datetime = START
    end: datetime = START + timedelta(hours=2)
    registration_opens: datetime | None = None
    registration_closes: datetime | None = None


def ending(year: int, month: int, day: int, hour: int = 12) -> Event:
    end = datetime(year, month, day, hour, tzinfo=HELSINKI)
    return Event(end - timedelta(hours=2), end)


def test_an_event_changes_automatically_at_opening_deadline_start_and_end():
    opens, closes = START - timedelta(days=9), START - timedelta(days=1)
    event = Event(registration_opens=opens, registration_closes=closes)
    assert rules.turning_points(event) == [opens, closes, event.start, event.end]
    assert set(rules.turning_points(Event())) == {event.start, event.end}


def test_a_scheduled_series_without_an_instant_is_not_public():
    assert not rules.is_public("scheduled", None, now=START)
    assert not rules.is_public("draft", START, now=START)


def test_the_last_event_ends_a_series_in_whatever_order_they_are():
    events = [ending(2030, 5, 10), ending(2030, 3, 27)]
    assert rules.phase(events, now=events[1].start - MOMENT) == Phase.UPCOMING
    assert rules.phase(events, now=events[1].start) == Phase.ONGOING
    assert rules.phase(events, now=events[0].end - MOMENT) == Phase.ONGOING
    assert rules.phase(events, now=events[0].end) == Phase.PAST


@pytest.mark.parametrize(
    ("last", "months", "day"),
    [
        (ending(2030, 5, 10), 6, date(2030, 11, 10)),
        (ending(2030, 6, 10), 6, date(2030, 12, 10)),
        (ending(2030, 7, 10), 6, date(2031, 1, 10)),
        (ending(2030, 8, 31), 6, date(2031, 2, 28)),
        (ending(2031, 8, 31), 6, date(2032, 2, 29)),
        (ending(2030, 12, 31), 0, date(2030, 12, 31)),
        (ending(2030, 12, 31), 24, date(2032, 12, 31)),
        (ending(2030, 3, 31), 1, date(2030, 4, 30)),
        # After midnight in Helsinki, though not in London.
        (Event(START, datetime(2030, 5, 10, 22, 30, tzinfo=ZoneInfo("UTC"))), 1, date(2030, 6, 11)),
    ],
)
def test_personal_data_are_removed_so_many_months_after_the_last_event(last, months, day):
    assert rules.forget_on([last, ending(2030, 1, 1)], months=months, zone=HELSINKI) == day


def test_without_an_event_there_is_no_day_of_removal():
    assert rules.forget_on([], months=6, zone=HELSINKI) is None


def test_the_day_of_removal_begins_at_midnight_in_the_series_time_zone():
    begins = datetime(2030, 11, 10, tzinfo=HELSINKI)
    assert not rules.is_time_to_forget(date(2030, 11, 10), zone=HELSINKI, now=begins - MOMENT)
    in_utc = begins.astimezone(ZoneInfo("UTC"))
    assert rules.is_time_to_forget(date(2030, 11, 10), zone=HELSINKI, now=in_utc)
    assert rules.is_time_to_forget(date(2030, 11, 10), zone=HELSINKI, now=begins + timedelta(days=9))


@pytest.mark.parametrize(
    ("slug", "next_one"),
    [
        ("spring-2023", "spring-2031"),
        ("2023-spring", "2031-spring"),
        ("spring", "spring-2031"),
        ("room-12023", "room-12023-2031"),
        ("room-20231", "room-20231-2031"),
        ("y1999", "y1999-2031"),
        ("2023-2024", "2031-2031"),
    ],
)
def test_the_year_in_an_address_is_exchanged(slug, next_one):
    assert rules.next_slug(slug, 2031) == next_one
