"""Time zones: those a text names beside its times or for all of them, and the same instant in Finnish time."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from skaala.announcement.layout.page import Page

HELSINKI = "Europe/Helsinki"

_ZONES: tuple[tuple[str, str], ...] = (
    (r"(?:finnish|finland|helsinki)(?:'s)?\s+(?:local\s+)?time|suomen\s+aika\w*|finsk\s+tid|finländsk\s+tid|"
     r"helsingin\s+aika\w*|eest|eet|eastern\s+european(?:\s+summer)?\s+time|local\s+time|"
     r"paikallista\s+aikaa|lokal\s+tid", HELSINKI),
    (
        r"cest|cet|central\s+european(?:\s+summer)?\s+time|(?:swedish|brussels|stockholm|paris|"
        r"berlin)\s+time|svensk\s+tid|"
     r"ruotsin\s+aika\w*|keski-euroopan\s+aika\w*|brysselin\s+aika\w*|centraleuropeisk\s+tid",
         "Europe/Stockholm"),
    (r"(?:uk|london|british|irish)\s+time|bst|ison-britannian\s+aika\w*", "Europe/London"),
    (r"(?:utc|gmt)\s*\+\s*0?(?P<plus>\d{1,2})(?::00)?", "offset"),
    (r"utc|gmt", "UTC"),
    (r"edt|est|et|(?:us\s+)?eastern\s+time|new\s+york\s+time", "America/New_York"),
)  # fmt: skip
_ZONE = [(re.compile(rf"\s*[(,]?\s*(?:{words})(?!\w)\)?"), name) for words, name in _ZONES]
_ZONE_OF_ALL = re.compile(
    r"all\s+(?:the\s+)?times\b|kaikki\s+(?:kellon)?ajat\b|kellonajat\b|alla\s+(?:klockslag|tider)\b|"
    r"\btimes?\s*(?=\()"
)


def zone_of_all(page: Page) -> str | None:
    """Return the zone the text declares for all its times (`All times are CET`, a column `Time (EET)`)."""
    for match in _ZONE_OF_ALL.finditer(folded := page.folded):
        end = min(match.end() + 40, page.line_at(match.start()).end)
        for word in re.finditer(r"[\w(]+", folded[match.end() : end]):
            zone, _ = zone_after(folded, match.end() + word.start(), end + 24)
            if zone:
                return zone
    return None


def zone_after(folded: str, position: int, limit: int) -> tuple[str | None, int]:
    """Return the zone named right behind a time, and where its words end."""
    end = min(limit, position + 48)
    for pattern, name in _ZONE:
        match = pattern.match(folded, position, end)
        if match:
            return f"UTC+{int(match.group('plus'))}" if name == "offset" else name, match.end()
    return None, position


def in_helsinki(day: date, minutes: int, zone: str | None) -> datetime:
    """Return the time in Helsinki of so many minutes after midnight on that day in a zone."""
    plain = datetime.combine(day, datetime.min.time()) + timedelta(minutes=minutes)
    if zone is None or zone == HELSINKI:
        return plain
    its_zone: tzinfo = timezone(timedelta(hours=int(zone[4:]))) if zone.startswith("UTC+") else ZoneInfo(zone)
    return plain.replace(tzinfo=its_zone).astimezone(ZoneInfo(HELSINKI)).replace(tzinfo=None)
