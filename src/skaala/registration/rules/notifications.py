"""Whom a change of an event concerns, and when a reminder is due. ``now`` is always handed in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Protocol
from zoneinfo import ZoneInfo


class Change(StrEnum):
    """What of an event people must be told when it changes."""

    TIME = "time"
    PLACE = "place"
    MODE = "mode"


class Placed(Protocol):
    """What :func:`changes` compares."""

    start: datetime
    end: datetime
    mode: str
    venue_id: int | None


def changes(before: Placed, after: Placed) -> frozenset[Change]:
    """Return what has changed that those who come must know; a venue counts only where somebody goes to it."""
    found = set()
    if (before.start, before.end) != (after.start, after.end):
        found.add(Change.TIME)
    if before.mode != after.mode:
        found.add(Change.MODE)
    if before.venue_id != after.venue_id and "online" not in {before.mode, after.mode}:
        found.add(Change.PLACE)
    return frozenset(found)


def concerns(found: frozenset[Change], *, mode: str, waits_for: str) -> bool:
    """Say whether these changes concern somebody: a new place only those who go there, or would like to."""
    return bool(found - {Change.PLACE}) or (Change.PLACE in found and "onsite" in {mode, waits_for})


@dataclass(frozen=True)
class Rule:
    """A series' rule for reminders. ``since`` is when it was made; None for the one that holds without being made."""

    is_on: bool = True
    days_before: int = 1
    at: time = time(9)
    since: datetime | None = None


def due_at(start: datetime, zone: ZoneInfo, rule: Rule) -> datetime:
    """Return when the reminder of an event that starts at ``start`` is due, on the clocks of ``zone``."""
    day = start.astimezone(zone).date() - timedelta(days=rule.days_before)
    return datetime.combine(day, rule.at, tzinfo=zone)


class ReminderState(StrEnum):
    """Where the reminder of an event stands."""

    OFF = "off"
    EVENT_CANCELLED = "event_cancelled"
    EVENT_STARTED = "event_started"
    AFTER_START = "after_start"
    TOO_LATE = "too_late"
    ANNOUNCED_SINCE = "told_since"
    TO_COME = "to_come"
    DUE = "due"


def reminder_state(
    start: datetime,
    zone: ZoneInfo,
    rule: Rule,
    *,
    is_cancelled: bool,
    now: datetime,
    moved_at: datetime | None = None,
) -> ReminderState:
    """
    Return where the reminder of an event stands at ``now``.

    None goes out once the event has started, if it would come after the start, or if it was due before the rule was made
    or everybody was told of the time.

    :param moved_at: when those who come were last told by email that the time has changed
    """
    due = due_at(start, zone, rule)
    if is_cancelled:
        return ReminderState.EVENT_CANCELLED
    if now >= start:
        return ReminderState.EVENT_STARTED
    if not rule.is_on:
        return ReminderState.OFF
    if due >= start:
        return ReminderState.AFTER_START
    if now < due:
        return ReminderState.TO_COME
    if rule.since is not None and rule.since > due:
        return ReminderState.TOO_LATE
    return ReminderState.ANNOUNCED_SINCE if moved_at is not None and moved_at > due else ReminderState.DUE


def gets_reminder(confirmed_at: datetime | None, *, due: datetime) -> bool:
    """Say whether somebody is reminded: only who had their place before the reminder was due; their email was enough else."""
    return confirmed_at is not None and confirmed_at <= due
