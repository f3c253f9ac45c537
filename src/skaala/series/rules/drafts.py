"""A series and its events as somebody would have them saved, and what keeps a draft from being saved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from skaala.series.rules.events import Problem

ZONE = ZoneInfo("Europe/Helsinki")  # the reader gives all its times in Finnish time


@dataclass(frozen=True)
class DraftedEvent:
    """
    An event as somebody would have it saved.

    ``start`` and ``end`` are instants, a date alone where no time of day is known, or None. ``mode`` is empty
    where nobody has decided it.
    """

    kind: str = "other"
    number: int | None = None
    title: str = ""
    audience: str = ""
    perspective: str = "everyone"
    start: datetime | date | None = None
    end: datetime | date | None = None
    mode: str = ""
    platform: str = ""
    venue_name: str = ""
    venue_address: str = ""
    registration_opens: datetime | None = None
    registration_closes: datetime | None = None
    programme_pending: bool = False


@dataclass(frozen=True)
class DraftedSeries:
    """
    A series as somebody would have it saved, all its texts in one ``language``.

    ``languages`` are those in which it is to be held; the usual ones of its organisation if it is empty.
    """

    title: str = ""
    language: str = ""
    languages: tuple[str, ...] = ()
    organisers: tuple[str, ...] = ()
    events: tuple[DraftedEvent, ...] = ()


class Lack(StrEnum):
    """What keeps a drafted series from being saved."""

    NO_TITLE = "no_title"
    NO_LANGUAGE = "no_language"
    NO_EVENTS = "no_events"
    NO_EVENT_TITLE = "no_event_title"
    NO_START = "no_start"
    NO_TIME_OF_START = "no_time_of_start"
    NO_END = "no_end"
    NO_TIME_OF_END = "no_time_of_end"
    NO_MODE = "no_mode"


@dataclass(frozen=True)
class Hindrance:
    """One thing that keeps a draft from being saved; ``event`` counts from 0, None means the series itself."""

    what: Lack | Problem
    event: int | None = None


def lacks(drafted: DraftedSeries) -> list[Hindrance]:
    """Return what must be filled in before ``drafted`` can be saved, in the order of its pages."""
    found = []
    if not drafted.title.strip():
        found.append(Hindrance(Lack.NO_TITLE))
    if not drafted.language:
        found.append(Hindrance(Lack.NO_LANGUAGE))
    if not drafted.events:
        found.append(Hindrance(Lack.NO_EVENTS))
    for place, event in enumerate(drafted.events):
        found += [Hindrance(lack, place) for lack in _lacks_of(event)]
    return found


def _lacks_of(event: DraftedEvent) -> list[Lack]:
    found = []
    # “Workshop 2” and “Closing event” name themselves; anything else needs words of its own.
    names_itself = event.kind == "closing_event" or (event.kind == "workshop" and event.number is not None)
    if not event.title.strip() and not names_itself:
        found.append(Lack.NO_EVENT_TITLE)
    if event.start is None:
        found.append(Lack.NO_START)
    elif not isinstance(event.start, datetime):
        found.append(Lack.NO_TIME_OF_START)
    if event.end is None:
        found.append(Lack.NO_END)
    elif not isinstance(event.end, datetime):
        found.append(Lack.NO_TIME_OF_END)
    if not event.mode:
        found.append(Lack.NO_MODE)
    return found


def past_events(drafted: DraftedSeries, *, now: datetime) -> list[int]:
    """Return which events, counted from 0, begin before ``now``."""
    return [
        place
        for place, event in enumerate(drafted.events)
        if (isinstance(event.start, datetime) and event.start < now)
        or (
            event.start is not None
            and not isinstance(event.start, datetime)
            and event.start < now.astimezone(ZONE).date()
        )
    ]
