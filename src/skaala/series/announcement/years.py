"""Settles the year of a date written without one: by publication, heading, season, neighbour or weekday."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date, timedelta

from skaala.series.announcement.dates import DateMention, Day
from skaala.series.announcement.draft import Reason
from skaala.series.announcement.tokens import Page

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


@dataclass(slots=True)
class YearClues:
    """What the text and the caller tell of the year."""

    published: date | None = None
    headings: list[tuple[int, int]] = field(default_factory=list)  # position, year
    seasons: list[tuple[int, int]] = field(default_factory=list)
    school_year: tuple[int, int] | None = None
    written: list[date] = field(default_factory=list)  # dates whose year is written, in reading order
    written_at: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Settled:
    """A day in a year, or the reason why there is none."""

    day: date | None
    reason: Reason | None = None
    weekday_differs: bool = False
    by_weekday: bool = False


def gather_clues(page: Page, mentions: list[DateMention], published: date | None) -> YearClues:
    """Return the clues to the year that stand in the text outside its dates."""
    clues = YearClues(published=published)
    spans = sorted(mention.span for mention in mentions)
    starts = [span.start for span in spans]

    def inside_date(position: int) -> bool:
        at = bisect_right(starts, position) - 1
        return at >= 0 and spans[at].end > position

    match = _SPAN_OF_YEARS.search(page.folded)
    if match and int(match.group(2)) == (int(match.group(1)) + 1) % 100:
        clues.school_year = (int(match.group(1)), int(match.group(1)) + 1)
    dated_lines = {mention.line for mention in mentions}
    for line in page.lines:
        words = page.words(line)
        for found in _SEASON_YEAR.finditer(words):
            position = line.start + found.start(1)
            if not inside_date(position) and not _PAST_HEADING.search(words):
                clues.seasons.append((position, int(found.group(1))))
        if len(words) <= 110 and line.index not in dated_lines and not _PAST_HEADING.search(words):
            years = {int(found.group(1)) for found in _YEAR_ALONE.finditer(words)}
            if len(years) == 1:
                clues.headings.append((line.start, years.pop()))
    for mention in mentions:
        if mention.first.year:
            day = exact(mention.first, mention.first.year)
            if day:
                clues.written.append(day)
                clues.written_at.append(mention.span.start)
    return clues


def exact(day: Day, year: int) -> date | None:
    """Return the date in that year, or none if the calendar has no such day."""
    try:
        return date(year, day.month, day.day)
    except ValueError:
        return None


def settle(mention: DateMention, clues: YearClues, *, after: date | None = None) -> Settled:
    """
    Return the date in the year it must be in.

    `after` is the date before it in the same list, if that one's year is known.
    """
    day = mention.first
    if day.year:
        found = exact(day, day.year)
        if found is None:
            return Settled(None, Reason.NO_SUCH_DATE)
        return Settled(found, weekday_differs=_differs(found, mention.weekday))
    if not any(exact(day, year) for year in (2023, 2024)):
        return Settled(None, Reason.NO_SUCH_DATE)
    year = _likely_year(mention, clues, after)
    if isinstance(year, Reason):
        return Settled(None, year)
    found = exact(day, year)
    if mention.weekday is not None and (found is None or found.weekday() != mention.weekday):
        for other in (year + 1, year - 1):
            candidate = exact(day, other)
            if candidate and candidate.weekday() == mention.weekday:
                if clues.published and candidate < clues.published - timedelta(days=60) and other < year:
                    continue
                return Settled(candidate, by_weekday=True)
    if found is None:
        return Settled(None, Reason.NO_SUCH_DATE)
    return Settled(found, weekday_differs=_differs(found, mention.weekday))


def settle_end(start: date, last: Day) -> date | None:
    """Return the last day of a range that begins on a known day."""
    if last.year:
        return exact(last, last.year)
    found = exact(last, start.year)
    if found and found < start:
        found = exact(last, start.year + 1)
    return found


def settle_before(mention: DateMention, event: date, day: Day | None = None) -> date | None:
    """Return a deadline's date: the last such day not after the event."""
    wanted = day or mention.first
    if wanted.year:
        return exact(wanted, wanted.year)
    found = exact(wanted, event.year)
    if found is None or found > event:
        earlier = exact(wanted, event.year - 1)
        # a deadline a few days after the start is a slip of the pen, not last year's
        if earlier and (found is None or (event - earlier).days < 200):
            return earlier
    return found


def _differs(day: date, weekday: int | None) -> bool:
    return weekday is not None and day.weekday() != weekday


def _likely_year(mention: DateMention, clues: YearClues, after: date | None) -> int | Reason:
    day = mention.first
    position = mention.span.start
    if clues.school_year:
        return clues.school_year[0] if day.month >= 8 else clues.school_year[1]
    heading = _last_before(clues.headings, position)
    season = _last_before(clues.seasons, position) or (clues.seasons[0][1] if clues.seasons else None)
    if clues.published:
        nearest = _nearest_to_publication(day, clues.published)
        stated = {year for _, year in [*clues.seasons, *clues.headings]}
        if nearest in stated or not stated:
            return nearest
        for year in (heading, season):
            if year is not None and abs(year - nearest) <= 1 and year >= clues.published.year:
                candidate = exact(day, year)
                if candidate and candidate >= clues.published - timedelta(days=1):
                    return year
        return nearest
    if after is not None:
        return _next_after(day, after)
    if heading is not None:
        return heading
    if season is not None:
        if len({year for _, year in clues.seasons}) > 1 and not _last_before(clues.seasons, position):
            return Reason.TWO_YEARS
        return season
    if clues.written:
        at = bisect_right(clues.written_at, position) - 1
        if at >= 0:
            return _closest(day, clues.written[at])
        return _closest(day, clues.written[0])
    if clues.headings:
        years = {year for _, year in clues.headings}
        return years.pop() if len(years) == 1 else Reason.TWO_YEARS
    return Reason.NO_YEAR


def _last_before(clues: list[tuple[int, int]], position: int) -> int | None:
    at = bisect_right(clues, position, key=lambda clue: clue[0]) - 1
    return clues[at][1] if at >= 0 else None


def _nearest_to_publication(day: Day, published: date) -> int:
    """Return the coming year of the day; the past one if the day has just been."""
    this = exact(day, published.year)
    if this is None:
        leap = exact(day, published.year + 1)
        return published.year + 1 if leap and (leap - published).days <= 365 else published.year
    gone = (published - this).days
    if gone <= 0:
        earlier = exact(day, published.year - 1)
        if earlier and (published - earlier).days < 92 and -gone > 245:
            return published.year - 1
        return published.year
    return published.year if gone < 110 else published.year + 1


def _next_after(day: Day, after: date) -> int:
    """Return the year in a list that goes on from a known date, forwards or (latest first) backwards."""
    this = exact(day, after.year)
    if this is None:
        return after.year
    distance = (this - after).days
    if distance < -200:
        return after.year + 1
    if distance > 200:
        return after.year - 1
    return after.year


def _closest(day: Day, known: date) -> int:
    candidates = [c for c in (exact(day, known.year + shift) for shift in (-1, 0, 1)) if c]
    return min(candidates, key=lambda c: abs((c - known).days)).year if candidates else known.year
