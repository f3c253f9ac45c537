"""The time of day that belongs to a deadline's date."""

from __future__ import annotations

import re

from skaala.announcement.dates.mentions import DateMention
from skaala.announcement.dates.notations import WEEKDAYS_FULL
from skaala.announcement.layout.page import Page
from skaala.announcement.times.mentions import TimeMention

BESIDE_BEFORE = re.compile(r"[\s,]*(?:on\s+|den\s+|the\s+|of\s+)*")

_BESIDE = re.compile(r"[\s,(]*(?:at|by|before|klo|kl\.?|viimeistään|senast)?\s*")
_ON_A_DAY = re.compile(rf"[\s,]*(?:on\s+)?(?:{WEEKDAYS_FULL}\w*[\s,]*)?(?:den\s+|the\s+)?")


def time_of_deadline(page: Page, mention: DateMention, times: list[TimeMention]) -> TimeMention | None:
    """
    Return the time that belongs to a deadline's date: right behind it, or right before it (`noon 8
    November`).
    """
    for time in times:
        if time.span.start >= mention.span.end:
            gap = page.folded[mention.span.end : time.span.start]
            if _BESIDE.fullmatch(gap) and "\n" not in gap:
                return time
    for time in times:
        if time.span.end <= mention.span.start:
            gap = page.folded[time.span.end : mention.span.start]
            if time.end is None and (BESIDE_BEFORE.fullmatch(gap) or _ON_A_DAY.fullmatch(gap)):
                return time
    return None
