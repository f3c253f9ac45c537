"""Gives an event the times that are beside its date on the same line."""

from __future__ import annotations

import re

from skaala.announcement.dates.mentions import DateMention
from skaala.announcement.events.occasion import LIST_GAP, Occasion
from skaala.announcement.events.time_words import TimeInWords
from skaala.announcement.layout.page import Page
from skaala.announcement.times.mentions import TimeMention

CLOSE = 14  # characters between a time and the date behind it

_LEADS_TO_A_DATE = re.compile(r"[\s,]*(?:on|den)?\s*")


def take_times_beside(
    page: Page,
    occasion: Occasion,
    times: list[TimeMention],
    dates: list[DateMention],
    used: set[TimeMention],
) -> None:
    """Give the event the time behind its date, or right before it; ``times`` and ``dates`` are those of the line."""
    if occasion.time:
        return
    mention = occasion.mention
    behind = _times_behind(page, mention, times, dates)
    if not _take(page, occasion, behind, mention.span.end):
        ends = [date.span.end for date in dates if date.span.end <= mention.span.start]
        floor = max(ends, default=page.lines[mention.line].start)
        before = [
            time for time in times if floor <= time.span.start < mention.span.start and time not in used
        ]
        _take(page, occasion, [time for time in before if _is_close(occasion, time)], floor)


def _times_behind(
    page: Page, mention: DateMention, times: list[TimeMention], dates: list[DateMention]
) -> list[TimeMention]:
    """Return the times behind a date, up to the next date that is not of the same list."""
    line_end = page.lines[mention.line].end
    limit = _next_date(page, mention, dates) or line_end
    behind = [time for time in times if mention.span.end <= time.span.start < limit]
    if (
        len(behind) > 1
        and limit < line_end
        and _LEADS_TO_A_DATE.fullmatch(page.folded[behind[-1].span.end : limit])
    ):
        behind.pop()  # the last time belongs to the next date: "klo 13 ti 28.3."
    return behind


def _next_date(page: Page, mention: DateMention, dates: list[DateMention]) -> int | None:
    """Return where the next date begins that is not listed with this one: `27., 28. ja 30.3.`"""
    last = mention
    for date in dates:
        if date.span.start < mention.span.end:
            continue
        gap = page.folded[last.span.end : date.span.start]
        if not last.chained and (last.is_range or not LIST_GAP.fullmatch(gap)):
            return date.span.start
        last = date
    return None


def _is_close(occasion: Occasion, time: TimeMention) -> bool:
    return (
        occasion.mention.span.start - time.span.end <= CLOSE
        or time.span.start >= occasion.sentence.span.start
    )


def _take(page: Page, occasion: Occasion, times: list[TimeMention], floor: int) -> bool:
    """Take the time of the event among several: not the coffee's, rather the one said to be the start."""
    main = _main_times(page, times, floor)
    starts = [time for time in main if not time.is_only_an_end]
    if not starts:
        occasion.end_time = occasion.end_time or (main[0].time if main else None)
        return False
    occasion.time = first = _start(starts)
    ranges = [time.time for time in starts if time.time.end is not None]
    if occasion.last_day and len(ranges) > 1:
        occasion.end_time = ranges[-1]  # "dag ett kl. 11–18 och dag två kl. 9–13"
    if occasion.needs_end:
        ends = (time.time for time in main if time.time.span > first.span and time.is_end)
        occasion.end_time = next(filter(occasion.can_end_at, ends), None)
    return True


def _main_times(page: Page, times: list[TimeMention], floor: int) -> list[TimeInWords]:
    """Return the times without those of coffee or the doors, or the first if there is no other."""
    floors = [floor, *(time.span.end for time in times)]
    in_words = [TimeInWords(page, time, at) for time, at in zip(times, floors, strict=False)]
    return [time for time in in_words if not time.is_side_programme] or in_words[:1]


def _start(times: list[TimeInWords]) -> TimeMention:
    """Return the first range, unless a time before it is said to be the start."""
    stated = next((time.time for time in times if time.is_start), None)
    range_ = next((time.time for time in times if time.time.end is not None), None)
    if range_ and not (stated and stated.span < range_.span):
        return range_
    return stated or times[0].time
