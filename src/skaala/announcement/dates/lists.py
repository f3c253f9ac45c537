"""Days that share a month: the days listed before a date (`27., 28. ja 30.3.`), and the first day of a range."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from skaala.announcement.dates.mentions import DateMention, Day
from skaala.announcement.dates.notations import (
    AND_GAP,
    CLOCK_WORD_END,
    LEAD,
    LEAD_WEEKDAY_RANGE,
    RANGE_GAP,
    WD,
    WEEKDAY_BEFORE,
    weekday_number,
)
from skaala.announcement.draft import Span
from skaala.announcement.layout.page import Page, TextLine

LONGEST_GAP = 24

_ARTICLE_END = re.compile(r"(?<!\w)(?:den|the)\s+$")
_TO_AFTER_A_NUMBER = re.compile(r"\d\S*\s+to\s*$")
_LAST_WORD = re.compile(r"([^\W\d]+)\s+$")
_LEADS_TO_A_DAY = re.compile(rf"(?:{WD}|den|the|on|from|mellan|between|dates?|ajalla|och|ja|and)")


@dataclass(frozen=True, slots=True)
class DayBefore:
    """A number before a date that may be a day of the same month: `27.` in `27.–28.3.`."""

    number: int
    separator: str
    start: int
    end: int
    dotted: bool  # it has the dot or the ending of an ordinal
    has_dot: bool
    before: str  # the words before it

    @property
    def is_dash(self) -> bool:
        return "-" in self.separator or self.separator.strip() in ("to", "till")

    @property
    def is_comma(self) -> bool:
        return not self.is_dash and self.separator.strip() == ","

    def is_day(self, following: int, *, in_words: bool) -> bool:
        """Return whether the number is a day: it must be earlier, and look like one if the month is a number."""
        if self.number >= following or CLOCK_WORD_END.search(self.before):
            return False
        return self.dotted or in_words or self.separator.strip() == "-"

    def begins_range(self, line: TextLine) -> bool:
        """Return whether a day before a dash is the first of a range, not a number in a list or in a name."""
        if self.separator != "-" and not self.dotted and _follows_a_name(self.before):
            return False
        return not (self.has_dot and self.start == line.start and self.separator.startswith(" "))

    def span_with_article(self) -> Span:
        article = _ARTICLE_END.search(self.before)
        return Span(self.start - (len(self.before) - article.start() if article else 0), self.end)


@dataclass(slots=True)
class DaysBefore:
    """What is written before a date: the days of its list, or the first day of its range."""

    start: int
    listed: list[DateMention] = field(default_factory=list)
    first: Day | None = None
    weekday: int | None = None


def days_before(
    folded: str, floor: int, start: int, day: Day, line: TextLine, *, in_words: bool
) -> DaysBefore:
    """
    Return the days listed before the date that begins at ``start``, or the first day of its range.

    ``in_words`` says that its month is a word, so that a bare number before it may be a day.
    """
    result = DaysBefore(start)
    following = day.day
    joined_by_word = False
    at = start
    while (lead := _lead(folded, floor, at)) and lead.is_day(following, in_words=in_words):
        if lead.is_comma and not joined_by_word:
            break
        if lead.is_dash and (result.listed or not lead.begins_range(line)):
            break
        span = lead.span_with_article()
        weekday, where = weekday_before(folded, floor, span.start)
        lead_day = Day(lead.number, day.month, day.year)
        if lead.is_dash:
            return DaysBefore(where, first=lead_day, weekday=weekday)
        joined_by_word = joined_by_word or not lead.is_comma
        mention = DateMention(Span(where, span.end), line.index, lead_day, None, weekday, chained=True)
        result.listed.insert(0, mention)
        at, following = where, lead.number
    return result


def _lead(folded: str, floor: int, at: int) -> DayBefore | None:
    low = max(floor, at - 40)
    match = LEAD.search(folded[low:at])
    if not match:
        return None
    start = low + match.start()
    ordinal = match.group("ord")
    return DayBefore(
        number=int(match.group("d")),
        separator=match.group("sep"),
        start=start,
        end=low + match.end("ord" if ordinal else "d"),
        dotted=bool(ordinal),
        has_dot=ordinal == ".",
        before=folded[max(floor, start - 24) : start],
    )


def _follows_a_name(before: str) -> bool:
    """Return whether a number is the number of something (`Session 1 – 20 January`) and not a day."""
    word = _LAST_WORD.search(before)
    return word is not None and not _LEADS_TO_A_DAY.fullmatch(word.group(1))


def weekday_before(folded: str, floor: int, start: int) -> tuple[int | None, int]:
    """Return the weekday written before a date, and where the date begins with it."""
    low = max(floor, start - 26)
    match = WEEKDAY_BEFORE.search(folded[low:start])
    if not match:
        return None, start
    pair = LEAD_WEEKDAY_RANGE.search(folded[low:start])
    if pair:
        return weekday_number(pair.group(1)), low + pair.start()
    word = match.group(1)
    if word == "to" and _TO_AFTER_A_NUMBER.search(folded[max(0, start - 26) : start]):
        return None, start
    return weekday_number(word), low + match.start()


def join_ranges(page: Page, mentions: list[DateMention]) -> Iterator[DateMention]:
    """Yield the mentions with `27.3. – 3.4.`, and two consecutive days (`8 and 9 April`), made one range."""
    at = 0
    while at < len(mentions):
        first = mentions[at]
        second = mentions[at + 1] if at + 1 < len(mentions) else None
        if second and _make_a_range(page, first, second):
            yield _joined(first, second)
            at += 2
        else:
            yield first
            at += 1


def _make_a_range(page: Page, first: DateMention, second: DateMention) -> bool:
    if first.is_range or second.is_range:
        return False
    gap = page.folded[first.span.end : max(first.span.end, second.span.start)]
    if len(gap) >= LONGEST_GAP:
        return False
    if RANGE_GAP.fullmatch(gap) and not first.chained:
        return True
    return bool(AND_GAP.fullmatch(gap)) and _are_consecutive(first, second) and not second.chained


def _are_consecutive(first: DateMention, second: DateMention) -> bool:
    return (second.first.month, second.first.day - 1) == (first.first.month, first.first.day)


def _joined(first: DateMention, second: DateMention) -> DateMention:
    year = first.first.year or second.first.year
    day = first.first
    if day.year is None and year is not None:
        turns_the_year = (day.month, day.day) > (second.first.month, second.first.day)
        day = replace(day, year=year - 1 if turns_the_year else year)
    return DateMention(first.span.joined(second.span), first.line, day, second.first, first.weekday)
