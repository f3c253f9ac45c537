"""Finds the dates of a text: numeric, in words, as ranges and as lists, in Finnish, Swedish and English.

A date found here has no year unless one is written beside it; `years` settles that from the whole text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from skaala.announcement.dates.lists import DaysBefore, days_before, join_ranges, weekday_before
from skaala.announcement.dates.mentions import DateMention, Day
from skaala.announcement.dates.notations import (
    BARE_AFTER,
    BARE_BEFORE,
    CLOCK_BEFORE,
    CLOCK_WORD,
    CORE,
    DEN,
    LIST_PREFIX,
    NO_DATE_BEFORE,
    WEEKDAY_AFTER,
    weekday_number,
)
from skaala.announcement.dates.values import day_of
from skaala.announcement.draft import Span
from skaala.announcement.layout.page import Page, TextLine

_ROW_NUMBER = re.compile(r"[\s>|•·●▪■◦‣*-]*(\d{1,2})\.(\d{1,2})(?![\d.:])")
_FIRST_OF_RANGE = re.compile(r"(?:^|[^\d.:])(\d{1,2}\.?)(\d{1,2}\.?)?((?:19|20)\d\d)?\s*-\s*$")
_CLOCK_RANGE = re.compile(rf"{CLOCK_WORD}[\d.:]+\s*-\s*$")
_NUMBER_AND_DASH = re.compile(r"(?<![\d.:])\d{1,2}-$")
_CLOCK_NUMBER_AND_DASH = re.compile(rf"{CLOCK_WORD}\d{{1,2}}\s*-$")
_CLOCK_NUMBER_DASH = re.compile(rf"{CLOCK_WORD}\d{{1,2}}-$")
_REGISTRATION_BEFORE = re.compile(r"(?:anmäl\w*|ilmoit\w*|regist\w*)\W+(?:\w+\W+){0,3}$")
_NUMBER_IN_LIST_BEFORE = re.compile(r"\d\.\d{1,2}\.?\s*(?:,|och|ja|and|-)\s*$")
_AND_OR = re.compile(r"[\s,.&-]*(?:(?:ja|och|and|sekä|samt|eller|tai|or)\s+)?")


def find_dates(page: Page) -> list[DateMention]:
    """Return every date of the text in reading order."""
    bare_rows = _bare_rows_are_dates(page)
    return [
        mention
        for line in page.lines
        for mention in join_ranges(page, list(_dates_of_line(page, line, bare_rows)))
    ]


def _bare_rows_are_dates(page: Page) -> bool:
    """Return whether `11.2 Subject` at the start of a line is a date in this text, and not a time of day."""
    numbers = [m.groups() for line in page.lines if (m := _ROW_NUMBER.match(page.words(line)))]
    return bool(numbers) and all(
        1 <= int(month) <= 12 and not month.startswith("0") and 1 <= int(day) <= 31 for day, month in numbers
    )


def _dates_of_line(page: Page, line: TextLine, bare_rows: bool) -> Iterator[DateMention]:
    taken = line.start
    for match in CORE.finditer(page.folded, line.start, line.end):
        if match.start() < taken:
            continue
        candidate = _Candidate(page, line, match, taken)
        if candidate.day is not None and candidate.is_date(bare_rows=bare_rows):
            yield from candidate.mentions(candidate.day)
            taken = candidate.end


class _Candidate:
    """A match of the notations in one line: whether it is a date there, and what belongs to it."""

    def __init__(self, page: Page, line: TextLine, match: re.Match[str], floor: int) -> None:
        self.page, self.line, self.match, self.floor = page, line, match, floor
        self.folded = page.folded
        self.groups = match.groupdict()
        self.before = self.folded[max(floor, match.start() - 40) : match.start()]
        self.day = day_of(self.groups)
        self.is_loose = self._has("d7", "d8") or (self._has("ds") and not self._has("ys"))
        self.is_numeric = self.is_loose or self._has("d1")
        self.weekday, self.start = self._weekday_and_start()
        self.end = match.end()
        if self.weekday is None:
            self.weekday, self.end = self._weekday_and_end()

    def _has(self, *names: str) -> bool:
        return any(self.groups[name] for name in names)

    # --- whether it is a date

    def is_date(self, *, bare_rows: bool) -> bool:
        """Return whether the digits or words are a date, and not a time, a section's number or an amount."""
        if not self.is_numeric:
            return True
        if CLOCK_BEFORE.search(self.before) and not self._closes_range():
            return False
        if not self.groups["y1"] and NO_DATE_BEFORE.search(self.before):
            return False
        return not self.is_loose or self._loose_is_date(bare_rows)

    def _closes_range(self) -> bool:
        """Return whether the first day of a range is written before: `27.–28.3.`, `15.1.–15.2.`."""
        if self._has("d1"):
            return bool(_FIRST_OF_RANGE.search(self.before)) and not _CLOCK_RANGE.search(self.before)
        if self._has("d8"):
            return bool(_NUMBER_AND_DASH.search(self.before)) and not _CLOCK_NUMBER_AND_DASH.search(
                self.before
            )
        return False

    def _loose_is_date(self, bare_rows: bool) -> bool:
        """Return whether `18.11` or `18/11` is a date here; both may be a time, a fraction or a number."""
        match, line = self.match, self.line
        if match.group("d8"):
            return not _CLOCK_NUMBER_DASH.search(self.before)
        if BARE_BEFORE.search(self.before) or BARE_AFTER.match(self.folded, match.end(), line.end):
            return True
        rest = self.folded[match.end() : line.end]
        begins_row = bool(LIST_PREFIX.match(self.folded[line.start : match.start()]))
        if match.group("ds"):
            return begins_row and not re.match(r"\s*[.)]?$", rest)
        if begins_row:
            return bare_rows and not re.match(r"\s*-\s*\d", rest)
        # "12.9 kl", "Anmälan 12.9": a number of this shape beside a registration word
        return bool(_REGISTRATION_BEFORE.search(self.before) or _NUMBER_IN_LIST_BEFORE.search(self.before))

    # --- what belongs to it

    def _weekday_and_start(self) -> tuple[int | None, int]:
        article = DEN.search(self.before)
        start = self.match.start() - (len(self.before) - article.start() if article else 0)
        return weekday_before(self.folded, self.floor, start)

    def _weekday_and_end(self) -> tuple[int | None, int]:
        end = self.match.end()
        after = WEEKDAY_AFTER.match(self.folded, end, min(self.line.end, end + 24))
        return (weekday_number(after.group(1) or after.group(2)), after.end()) if after else (None, end)

    def mentions(self, day: Day) -> Iterator[DateMention]:
        """Yield the date with the days that share its month, before it or behind it."""
        in_words = not self.is_numeric and not self.groups["iso_y"]
        before = days_before(self.folded, self.floor, self.start, day, self.line, in_words=in_words)
        if before.first is not None:
            span = Span(before.start, self.end)
            yield DateMention(span, self.line.index, before.first, day, before.weekday)
            return
        yield from before.listed
        start = self._start_behind(before)
        if self.groups["more"]:
            yield from self._listed_behind(start, day)
        else:
            last = replace(day, day=int(self.groups["d6b"])) if self.groups["d6b"] else None
            yield DateMention(Span(start, self.end), self.line.index, day, last, self.weekday)

    def _start_behind(self, before: DaysBefore) -> int:
        """Return where the date begins when other days of a list are before it."""
        if not before.listed:
            return before.start
        end = max(mention.span.end for mention in before.listed)
        if end > self.match.start():
            return self.match.start()
        joint = _AND_OR.match(self.folded, end, self.match.start())
        return joint.end() if joint else end

    def _listed_behind(self, start: int, day: Day) -> Iterator[DateMention]:
        """Yield the days of `March 27, 28 and 30`."""
        at = self.match.start("more")
        index = self.line.index
        yield DateMention(Span(start, at), index, day, None, self.weekday, chained=True)
        numbers = list(re.finditer(r"\d{1,2}", self.groups["more"] or ""))
        for number in numbers:
            is_last = number is numbers[-1]
            span = Span(at + number.start(), self.end if is_last else at + number.end())
            yield DateMention(span, index, replace(day, day=int(number.group())), chained=not is_last)
