"""Status, phase and address of a series at a given moment, and what it still lacks; ``now`` is always an argument."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from skaala.series.rules.events import Timed

# From which status a series may go where. The picture in docs/states.md is drawn from this.
TRANSITIONS: dict[str, frozenset[str]] = {
    "draft": frozenset({"scheduled", "published"}),
    "scheduled": frozenset({"draft", "published"}),
    "published": frozenset({"archived", "draft"}),
    "archived": frozenset({"published"}),
}


# The last part of addresses that pages beside the events have; an event there could not be reached.
RESERVED_FOR_PAGES = frozenset(
    {"accessibility", "choose", "link", "privacy", "register", "registered", "report"}
)


def is_public(status: str, publish_at: datetime | None, *, now: datetime) -> bool:
    """Say whether readers see a series; a scheduled one appears automatically at its instant."""
    if status == "scheduled":
        return publish_at is not None and publish_at <= now
    return status in {"published", "archived"}


class Phase(StrEnum):
    """Where a series stands for a reader of the front page."""

    UPCOMING = "upcoming"
    ONGOING = "ongoing"
    PAST = "past"


def phase(events: Sequence[Timed], *, now: datetime) -> Phase:
    """Return upcoming before the first event (or while there is none), past after the last, ongoing between."""
    if not events or now < min(event.start for event in events):
        return Phase.UPCOMING
    return Phase.PAST if now >= max(event.end for event in events) else Phase.ONGOING


def forget_on(events: Sequence[Timed], *, months: int, zone: ZoneInfo) -> date | None:
    """
    Return the day on which personal data are removed: ``months`` after the last event's day, in the series' time zone.

    A day that the month does not have is its last one: six months after 31.8. is 28.2. None while there is no event.
    """
    if not events:
        return None
    last = max(event.end for event in events).astimezone(zone).date()
    month = last.month - 1 + months
    year, month = last.year + month // 12, month % 12 + 1
    return date(year, month, min(last.day, monthrange(year, month)[1]))


def is_time_to_forget(due: date, *, zone: ZoneInfo, now: datetime) -> bool:
    """Say whether the day has begun in the series' time zone."""
    return now.astimezone(zone).date() >= due


def next_slug(slug: str, year: int) -> str:
    """Return the address of a later series: the year in it exchanged, or added where there is none."""
    exchanged, count = re.subn(r"(?<!\d)20\d\d(?!\d)", str(year), slug)
    return exchanged if count else f"{slug}-{year}"


class Gap(StrEnum):
    """What a series still lacks. None of these blocks publishing but the first two."""

    NO_TITLE = "no_title"
    NO_EVENTS = "no_events"
    NO_CONTROLLER = "no_controller"
    NO_CONTACT = "no_contact"
    NO_JOIN_LINK = "no_join_link"
    PROGRAMME_PENDING = "programme_pending"
    LANGUAGE_MISSING = "language_missing"
