"""Collects what a text says of the year outside its dates, and the dates that have their year."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date

from skaala.announcement.dates.mentions import DateMention, Day
from skaala.announcement.draft import Span
from skaala.announcement.layout.page import Page, TextLine

_SEASON = (
    r"(?:kevä\w+|kesä\w*|syksy\w*|syys\w+|talv\w+|joulu\w*|vuo(?:si|den|nna|tta)|hösten|våren|sommaren|"
    r"vintern|året|höst\w*|vår\w*|"
    r"spring|summer|autumn|fall|winter|year|(?:tammi|helmi|maalis|huhti|touko|kesä|heinä|elo|syys|loka|"
    r"marras|joulu)kuu\w*|"
    r"january|february|march|april|may|june|july|august|september|october|november|december|januari|"
    r"februari|mars|maj|juni|juli|"
    r"augusti|oktober)"
)
_SPAN_OF_YEARS = re.compile(r"(?<!\d)(20\d\d)\s*[-/]\s*(?:20)?(\d\d)(?![\d.])")
_SEASON_YEAR = re.compile(rf"{_SEASON}\s*(?:av\s+|of\s+)?(20\d\d)(?!\d)")
_YEAR_ALONE = re.compile(
    r"(?<![\d./-])(20\d\d)(?![\d/]|\s*(?:henk|osall|kunna|€|euro|hlö|people|personer|participants))"
)
_PAST_HEADING = re.compile(
    r"(?:raport|report|selvity|laki|asetus|tulokset|vuodelta|sitten vuoden|since|sedan)"
)

LONGEST_HEADING = 110


@dataclass(frozen=True, slots=True)
class YearAt:
    """A year and where it is written."""

    position: int
    year: int


@dataclass(slots=True)
class YearClues:
    """What the text and the caller say of the year, each kind in reading order."""

    published: date | None = None
    headings: list[YearAt] = field(default_factory=list)
    seasons: list[YearAt] = field(default_factory=list)
    school_year: tuple[int, int] | None = None
    written: list[date] = field(default_factory=list)  # dates whose year is written
    written_at: list[int] = field(default_factory=list)

    def heading_before(self, position: int) -> int | None:
        return _last_before(self.headings, position)

    def season_before(self, position: int) -> int | None:
        return _last_before(self.seasons, position)

    def season_years(self) -> set[int]:
        return {clue.year for clue in self.seasons}

    def heading_years(self) -> set[int]:
        return {clue.year for clue in self.headings}

    def written_near(self, position: int) -> date | None:
        """Return the last date with a year before the position, or else the first one."""
        if not self.written:
            return None
        return self.written[max(0, bisect_right(self.written_at, position) - 1)]


def gather_clues(page: Page, mentions: list[DateMention], published: date | None) -> YearClues:
    """Return the clues to the year that the text gives outside its dates."""
    clues = YearClues(published=published, school_year=_school_year(page))
    spans = sorted(mention.span for mention in mentions)
    dated_lines = {mention.line for mention in mentions}
    for line in page.lines:
        if _PAST_HEADING.search(page.words(line)):
            continue
        clues.seasons.extend(_seasons(page, line, spans))
        if line.index not in dated_lines:
            clues.headings.extend(_heading(page, line))
    for mention in mentions:
        day = exact(mention.first, mention.first.year) if mention.first.year else None
        if day:
            clues.written.append(day)
            clues.written_at.append(mention.span.start)
    return clues


def _school_year(page: Page) -> tuple[int, int] | None:
    match = _SPAN_OF_YEARS.search(page.folded)
    if match and int(match.group(2)) == (int(match.group(1)) + 1) % 100:
        return int(match.group(1)), int(match.group(1)) + 1
    return None


def _seasons(page: Page, line: TextLine, dates: list[Span]) -> list[YearAt]:
    """Return the years beside a season or month that is no part of a date: `keväällä 2023`."""
    matches = _SEASON_YEAR.finditer(page.words(line))
    years = [YearAt(line.start + match.start(1), int(match.group(1))) for match in matches]
    return [clue for clue in years if not _is_inside(dates, clue.position)]


def _heading(page: Page, line: TextLine) -> list[YearAt]:
    """Return the year of a short line that names one year alone."""
    words = page.words(line)
    years = (
        {int(match.group(1)) for match in _YEAR_ALONE.finditer(words)}
        if len(words) <= LONGEST_HEADING
        else set()
    )
    return [YearAt(line.start, years.pop())] if len(years) == 1 else []


def _is_inside(spans: list[Span], position: int) -> bool:
    at = bisect_right(spans, position, key=lambda span: span.start) - 1
    return at >= 0 and spans[at].end > position


def _last_before(clues: list[YearAt], position: int) -> int | None:
    at = bisect_right(clues, position, key=lambda clue: clue.position) - 1
    return clues[at].year if at >= 0 else None


def exact(day: Day, year: int) -> date | None:
    """Return the date in that year, or none if the calendar has no such day."""
    try:
        return date(year, day.month, day.day)
    except ValueError:
        return None
