"""Finds the times of day of a text, alone or as ranges, with their time zones.

Dates are hidden before times are looked for, so that `27.3.` is never half past something.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from skaala.announcement.dates.mentions import DateMention
from skaala.announcement.draft import Span
from skaala.announcement.layout.page import Page, TextLine
from skaala.announcement.times.candidate import HIDDEN, TimeCandidate
from skaala.announcement.times.mentions import TimeMention
from skaala.announcement.times.notations import RANGE_OR_ONE, WORD_HOUR, WORD_HOURS
from skaala.announcement.times.zones import HELSINKI, zone_of_all

_NOT_WORDS = re.compile(rf"[^\w({HIDDEN}]*")
_ALTERNATIVE = re.compile(r"\s*(?:[(/,|=;]|or|eli|=|dvs\.?|i\.e\.)*\s*")


def find_times(page: Page, dates: list[DateMention]) -> list[TimeMention]:
    """Return every time of day of the text in reading order; with two zones side by side, the Finnish one."""
    hidden = _hide(page.folded, dates)
    times = [time for line in page.lines for time in _times_of_line(hidden, line)]
    times = _prefer_finnish(page, times)
    zone = zone_of_all(page)
    return [time if time.zone else replace(time, zone=zone) for time in times] if zone else times


def _hide(folded: str, dates: list[DateMention]) -> str:
    """Return the folded text with a mark that no text has in place of each character of a date."""
    pieces: list[str] = []
    at = 0
    for date in sorted(dates, key=lambda mention: mention.span):
        if date.span.start < at:
            continue
        pieces.append(folded[at : date.span.start])
        pieces.append(HIDDEN * (date.span.end - date.span.start))
        at = date.span.end
    pieces.append(folded[at:])
    return "".join(pieces)


def _times_of_line(hidden: str, line: TextLine) -> Iterator[TimeMention]:
    lead = _NOT_WORDS.match(hidden, line.start, line.end)
    first = lead.end() if lead else line.start
    for match in RANGE_OR_ONE.finditer(hidden, line.start, line.end):
        mention = TimeCandidate(hidden, line, match, first).mention()
        if mention:
            yield mention
    for match in WORD_HOUR.finditer(hidden, line.start, line.end):
        yield TimeMention(Span(match.start(), match.end()), line.index, WORD_HOURS[match.group()] * 60)


def _prefer_finnish(page: Page, times: list[TimeMention]) -> list[TimeMention]:
    """Return the times without those that repeat in another zone what is beside them in Finnish time."""
    kept: list[TimeMention] = []
    for time in times:
        if not kept or not _is_same_in_another_zone(page, kept[-1], time):
            kept.append(time)
        elif time.zone == HELSINKI:
            kept[-1] = time
    return kept


def _is_same_in_another_zone(page: Page, previous: TimeMention, time: TimeMention) -> bool:
    if previous.line != time.line or not previous.zone or not time.zone or previous.zone == time.zone:
        return False
    return bool(_ALTERNATIVE.fullmatch(page.folded[previous.span.end : time.span.start]))
