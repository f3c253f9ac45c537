"""Finds the dates of a text: numeric, in words, as ranges and as lists, in Finnish, Swedish and English.

A date found here has no year unless one is written beside it; `years` settles that from the whole text.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace

from skaala.series.announcement.date_words import (
    AND_GAP,
    BARE_AFTER,
    BARE_BEFORE,
    CLOCK_BEFORE,
    CORE,
    DEN,
    LEAD,
    LEAD_WEEKDAY_RANGE,
    LIST_PREFIX,
    MONTHS,
    NO_DATE_BEFORE,
    RANGE_GAP,
    WD,
    WEEKDAY_AFTER,
    WEEKDAY_BEFORE,
    weekday_number,
)
from skaala.series.announcement.draft import Span
from skaala.series.announcement.tokens import Line, Page


@dataclass(frozen=True, slots=True)
class Day:
    """A day as written: its year only if a year stands beside it."""

    day: int
    month: int
    year: int | None = None


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date, or a range of dates, at its place in the text."""

    span: Span
    line: int
    first: Day
    last: Day | None = None
    weekday: int | None = None
    chained: bool = False  # the next date belongs to the same list: "27., 28. ja 30.3."

    @property
    def is_range(self) -> bool:
        return self.last is not None


def find_dates(page: Page) -> list[DateMention]:
    """Return every date of the text in reading order."""
    found: list[DateMention] = []
    bare_rows = _bare_rows_are_dates(page)
    for line in page.lines:
        in_line = list(_dates_of_line(page, line, bare_rows))
        found.extend(_join_ranges(page, in_line))
    return found


def _bare_rows_are_dates(page: Page) -> bool:
    """Return whether `11.2 Subject` at the start of a line is a date in this text, and not a time of day."""
    dates = times = 0
    for line in page.lines:
        match = re.match(r"[\s>|•·●▪■◦‣*-]*(\d{1,2})\.(\d{1,2})(?![\d.:])", page.words(line))
        if match:
            minute = match.group(2)
            if 1 <= int(minute) <= 12 and not minute.startswith("0") and 1 <= int(match.group(1)) <= 31:
                dates += 1
            else:
                times += 1
    return dates > 0 and times == 0


def _dates_of_line(page: Page, line: Line, bare_rows: bool) -> Iterator[DateMention]:
    folded = page.folded
    taken = line.start
    for match in CORE.finditer(folded, line.start, line.end):
        if match.start() < taken:
            continue
        groups = match.groupdict()
        before = folded[max(taken, match.start() - 40) : match.start()]
        day = _day(groups)
        if day is None:
            continue
        loose = bool(groups["d7"] or groups["d8"] or (groups["ds"] and not groups["ys"]))
        numeric = loose or bool(groups["d1"])
        in_range = (groups["d1"] and _is_day_range(before)) or (
            groups["d8"] and _is_day_range(before, strict=True)
        )
        if numeric and CLOCK_BEFORE.search(before) and not in_range:
            continue
        if numeric and not groups["y1"] and NO_DATE_BEFORE.search(before):
            continue
        if loose and not _loose_is_date(page, line, match, before, bare_rows):
            continue
        start = match.start()
        den = DEN.search(before)
        if den:
            start -= len(before) - den.start()
        weekday, start = _weekday_before(folded, taken, start)
        end = match.end()
        if weekday is None:
            after = WEEKDAY_AFTER.match(folded, match.end(), min(line.end, match.end() + 24))
            if after:
                weekday = weekday_number(after.group(1) or after.group(2))
                end = after.end()
        text_month = not numeric and not groups["iso_y"]
        leads, last, start, lead_weekday = _leads(folded, taken, start, day, text_month, line)
        if last is not None:
            yield DateMention(Span(start, end), line.index, last, day, lead_weekday)
        else:
            for lead_day, lead_span, its_weekday in leads:
                yield DateMention(lead_span, line.index, lead_day, None, its_weekday, chained=True)
            if leads:
                start = max(span.end for _, span, _ in leads)
                start = match.start() if start > match.start() else _skip(folded, start, match.start())
            if groups["d6b"]:
                yield DateMention(
                    Span(start, end), line.index, day, replace(day, day=int(groups["d6b"])), weekday
                )
            elif groups["more"]:
                numbers = list(re.finditer(r"\d{1,2}", groups["more"]))
                at = match.start("more")
                yield DateMention(Span(start, at), line.index, day, None, weekday, chained=True)
                for i, number in enumerate(numbers):
                    is_last = i == len(numbers) - 1
                    span = Span(at + number.start(), end if is_last else at + number.end())
                    yield DateMention(
                        span, line.index, replace(day, day=int(number.group())), chained=not is_last
                    )
            else:
                yield DateMention(Span(start, end), line.index, day, None, weekday)
        taken = end


def _skip(folded: str, start: int, end: int) -> int:
    match = re.compile(r"[\s,.&-]*(?:(?:ja|och|and|sekä|samt|eller|tai|or)\s+)?").match(folded, start, end)
    return match.end() if match else start


def _day(groups: dict[str, str | None]) -> Day | None:
    if groups["iso_y"]:
        month, day = int(groups["iso_m"] or 0), int(groups["iso_d"] or 0)
        if not (1 <= month <= 12 and 1 <= day <= 31):
            return None
        return Day(day, month, int(groups["iso_y"]))
    if groups["ds"]:
        day, month = int(groups["ds"]), int(groups["ms"] or 0)
        if month > 12 >= day:
            day, month = month, day
        if not (1 <= month <= 12 and 1 <= day <= 31):
            return None
        year = groups["ys"]
        return Day(day, month, (int(year) if len(year) == 4 else 2000 + int(year)) if year else None)
    if groups["fi"] or groups["fi3"]:
        name = groups["fi"] or groups["fi3"] or ""
        year = groups["y2"] or groups["y3"]
        return Day(int(groups["d2"] or groups["d3"] or 0), MONTHS[name], int(year) if year else None)
    if groups["fi9"] or groups["mon9"]:
        name = groups["fi9"] or groups["mon9"] or ""
        month = MONTHS.get(name) or MONTHS.get(name[:3], 0)
        year = groups["y9"]
        return Day(monthrange(int(year or 2023), month)[1], month, int(year) if year else None)
    if groups["mon"] or groups["mon6"]:
        name = groups["mon"] or groups["mon6"] or ""
        year = groups["y4"] or groups["y6"]
        month = MONTHS.get(name) or MONTHS.get(name[:3], 0)
        return Day(int(groups["d4"] or groups["d6"] or 0), month, int(year) if year else None)
    for suffix in ("0", "1", "5", "7", "8"):
        if groups["d" + suffix]:
            year = groups.get("y" + suffix)
            if suffix == "1" and groups["yy1"]:
                year = "20" + groups["yy1"]
            return Day(
                int(groups["d" + suffix] or 0), int(groups["m" + suffix] or 0), int(year) if year else None
            )
    return None


def _is_day_range(before: str, strict: bool = False) -> bool:
    """Return whether what stands before is the first day of a range such as `27.–28.3.` or `15.1.–15.2.`."""
    if strict:
        return bool(re.search(r"(?<![\d.:])\d{1,2}-$", before)) and not re.search(
            r"(?:klo|kello|kl|klockan)\.?\s*\d{1,2}\s*-$", before
        )
    match = re.search(r"(?:^|[^\d.:])(\d{1,2}\.?)(\d{1,2}\.?)?((?:19|20)\d\d)?\s*-\s*$", before)
    return bool(match) and not re.search(r"(?:klo|kello|kl|klockan)\.?\s*[\d.:]+\s*-\s*$", before)


def _loose_is_date(page: Page, line: Line, match: re.Match[str], before: str, bare_rows: bool) -> bool:
    """Return whether `18.11` or `18/11` is a date here; both may be a time, a fraction or a number."""
    if match.group("d8"):
        return not re.search(r"(?:klo|kello|kl|klockan)\.?\s*\d{1,2}-$", before)
    if BARE_BEFORE.search(before) or BARE_AFTER.match(page.folded, match.end(), line.end):
        return True
    rest = page.folded[match.end() : line.end]
    if match.group("d7") and LIST_PREFIX.match(page.folded[line.start : match.start()]):
        return bare_rows and not re.match(r"\s*-\s*\d", rest)
    if match.group("ds"):
        return bool(LIST_PREFIX.match(page.folded[line.start : match.start()])) and not re.match(
            r"\s*[.)]?$", rest
        )
    # "12.9 kl", "Anmälan 12.9": a number of this shape beside a registration word
    return bool(re.search(r"(?:anmäl\w*|ilmoit\w*|regist\w*)\W+(?:\w+\W+){0,3}$", before)) or bool(
        re.search(r"\d\.\d{1,2}\.?\s*(?:,|och|ja|and|-)\s*$", before)
    )


def _weekday_before(folded: str, floor: int, start: int) -> tuple[int | None, int]:
    low = max(floor, start - 26)
    match = WEEKDAY_BEFORE.search(folded[low:start])
    if not match:
        return None, start
    pair = LEAD_WEEKDAY_RANGE.search(folded[low:start])
    if pair:
        return weekday_number(pair.group(1)), low + pair.start()
    word = match.group(1)
    if word == "to" and re.search(r"\d\S*\s+to\s*$", folded[max(0, start - 26) : start]):
        return None, start
    return weekday_number(word), low + match.start()


def _leads(
    folded: str, floor: int, start: int, day: Day, text_month: bool, line: Line
) -> tuple[list[tuple[Day, Span, int | None]], Day | None, int, int | None]:
    """Return the days listed before this one (`27., 28. ja`), or the first day of its range (`27.–`)."""
    leads: list[tuple[Day, Span, int | None]] = []
    at = start
    following = day.day
    joined_by_word = False
    while True:
        low = max(floor, at - 40)
        match = LEAD.search(folded[low:at])
        if not match:
            break
        number = int(match.group("d"))
        separator = match.group("sep")
        lead_start = low + match.start()
        before = folded[max(floor, lead_start - 24) : lead_start]
        dotted = bool(match.group("ord"))
        if number >= following or re.search(r"(?:klo|kello|kl|klockan)\.?\s*$", before):
            break
        if not dotted and not text_month and separator.strip() != "-":
            break
        is_dash = "-" in separator or separator.strip() in ("to", "till")
        if is_dash:
            if leads or (separator != "-" and not dotted and _follows_a_name(before)):
                break
            if match.group("ord") == "." and lead_start == line.start and separator.startswith(" "):
                break
        elif separator.strip() == "," and not joined_by_word:
            break
        else:
            joined_by_word = True
        den = re.search(r"(?<!\w)(?:den|the)\s+$", before)
        where = lead_start - (len(before) - den.start()) if den else lead_start
        weekday, where = _weekday_before(folded, floor, where)
        if is_dash:
            return [], Day(number, day.month, day.year), where, weekday
        lead_end = low + match.end("ord") if dotted else low + match.end("d")
        leads.insert(0, (Day(number, day.month, day.year), Span(where, lead_end), weekday))
        at, following = where, number
    return leads, None, start, None


def _follows_a_name(before: str) -> bool:
    """Return whether a number is the number of something (`Session 1 – 20 January`) and not a day."""
    word = re.search(r"([^\W\d]+)\s+$", before)
    if not word:
        return False
    return not re.fullmatch(
        rf"(?:{WD}|den|the|on|from|mellan|between|dates?|ajalla|och|ja|and)", word.group(1)
    )


def _join_ranges(page: Page, mentions: list[DateMention]) -> Iterator[DateMention]:
    """Yield the mentions with `27.3. – 3.4.`, and two days running (`8 and 9 April`), made one range."""
    at = 0
    while at < len(mentions):
        first = mentions[at]
        second = mentions[at + 1] if at + 1 < len(mentions) else None
        if second and not first.is_range and not second.is_range:
            gap = page.folded[first.span.end : max(first.span.end, second.span.start)]
            if len(gap) < 24 and (
                (RANGE_GAP.fullmatch(gap) and not first.chained)
                or (AND_GAP.fullmatch(gap) and _days_running(first, second) and not second.chained)
            ):
                year = first.first.year or second.first.year
                day = first.first
                if first.first.year is None and year is not None:
                    turned = (day.month, day.day) > (second.first.month, second.first.day)
                    day = replace(day, year=year - 1 if turned else year)
                yield DateMention(
                    first.span.joined(second.span), first.line, day, second.first, first.weekday
                )
                at += 2
                continue
        yield first
        at += 1


def _days_running(first: DateMention, second: DateMention) -> bool:
    return (second.first.month, second.first.day - 1) == (first.first.month, first.first.day)
