"""Dates and registration of an event at a given moment; ``now`` is always an argument."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Protocol
from zoneinfo import ZoneInfo


class Timed(Protocol):
    """What the rules need to know of an event; all instants are aware."""

    start: datetime
    end: datetime
    registration_opens: datetime | None
    registration_closes: datetime | None


class Window(StrEnum):
    """Where an event's registration stands."""

    UNPUBLISHED = "unpublished"
    NOT_YET = "not_yet"
    OPEN = "open"
    CLOSED = "closed"
    PAST = "past"
    CANCELLED = "cancelled"
    BY_INVITATION = "by_invitation"


def closes_at(event: Timed) -> datetime:
    """Return the instant from which on nobody can register: the deadline, or the start where none is stated."""
    return event.registration_closes or event.start


def turning_points(event: Timed) -> list[datetime]:
    """Return the instants at which something about the event changes automatically: opening, deadline, start and end."""
    found = [event.registration_opens, closes_at(event), event.start, event.end]
    return [instant for instant in found if instant is not None]


def window(event: Timed, *, series_is_public: bool, now: datetime) -> Window:
    """Return where the event's registration stands at ``now``; opening is inclusive, closing exclusive."""
    if not series_is_public:
        return Window.UNPUBLISHED
    if now >= event.end:
        return Window.PAST
    if now >= closes_at(event):
        return Window.CLOSED
    if event.registration_opens is not None and now < event.registration_opens:
        return Window.NOT_YET
    return Window.OPEN


def end_of_day(day: date, zone: ZoneInfo) -> datetime:
    """Return the instant at which ``day`` is over in ``zone``: the next midnight there, also when clocks change."""
    return datetime.combine(day + timedelta(days=1), time(), tzinfo=zone)


def last_day(instant: datetime, zone: ZoneInfo) -> date | None:
    """Return the day that is over at ``instant`` in ``zone``, or None if the instant is not a midnight there."""
    local = instant.astimezone(zone)
    return local.date() - timedelta(days=1) if local.time() == time() else None


def move(instant: datetime, *, days: int, zone: ZoneInfo) -> datetime:
    """Return the instant ``days`` later at the same time of day on the clocks of ``zone``."""
    local = instant.astimezone(zone).replace(tzinfo=None) + timedelta(days=days)
    return local.replace(tzinfo=zone)


@dataclass(frozen=True)
class EventDates:
    """The dates of an event as somebody would like to have them."""

    start: datetime
    end: datetime
    registration_opens: datetime | None = None
    registration_closes: datetime | None = None


class Problem(StrEnum):
    """Why dates or details of an event do not hold together."""

    END_BEFORE_START = "end_before_start"
    START_IN_PAST = "start_in_past"
    DEADLINE_AFTER_START = "deadline_after_start"
    OPENS_AFTER_CLOSING = "opens_after_closing"
    NUMBER_TAKEN = "number_taken"
    VENUE_MISSING = "venue_missing"
    ADDRESS_TAKEN = "address_taken"


def problems_of(event: Timed, *, now: datetime, start_changed: bool) -> list[Problem]:
    """Return what does not hold together in an event's dates; a start in the past matters only when it is new."""
    found = []
    if event.end <= event.start:
        found.append(Problem.END_BEFORE_START)
    if start_changed and event.start < now:
        found.append(Problem.START_IN_PAST)
    if event.registration_closes is not None and event.registration_closes > event.start:
        found.append(Problem.DEADLINE_AFTER_START)
    if event.registration_opens is not None and event.registration_opens >= closes_at(event):
        found.append(Problem.OPENS_AFTER_CLOSING)
    return found
