"""Turns a time in another zone into Finnish time."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from skaala.series.announcement.times import HELSINKI


def in_helsinki(day: date, minutes: int, zone: str | None) -> datetime:
    """Return the time in Helsinki of so many minutes after midnight on that day in a zone."""
    plain = datetime.combine(day, datetime.min.time()) + timedelta(minutes=minutes)
    if zone is None or zone == HELSINKI:
        return plain
    there: tzinfo = timezone(timedelta(hours=int(zone[4:]))) if zone.startswith("UTC+") else ZoneInfo(zone)
    return plain.replace(tzinfo=there).astimezone(ZoneInfo(HELSINKI)).replace(tzinfo=None)
