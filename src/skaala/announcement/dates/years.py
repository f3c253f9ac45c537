"""Settles the year of a date written without one: by publication, heading, season, neighbour or weekday."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from skaala.announcement.dates.mentions import DateMention, Day
from skaala.announcement.dates.year_clues import YearClues, exact
from skaala.announcement.draft import Reason


@dataclass(frozen=True, slots=True)
class Settled:
    """A day in a year, or the reason why there is none."""

    day: date | None
    reason: Reason | None = None
    weekday_differs: bool = False
    by_weekday: bool = False


def settle(mention: DateMention, clues: YearClues, *, after: date | None = None) -> Settled:
    """
    Return the date in the year it must be in.

    ``after`` is the date before it in the same list, if that one's year is known.
    """
    day = mention.first
    if day.year:
        return _settled(exact(day, day.year), mention)
    if not is_possible(day):
        return Settled(None, Reason.NO_SUCH_DATE)
    year = _likely_year(mention, clues, after)
    if isinstance(year, Reason):
        return Settled(None, year)
    likely = exact(day, year)
    if mention.weekday is not None and _differs(likely, mention.weekday):
        other = _year_of_weekday(mention, year, clues)
        if other:
            return Settled(other, by_weekday=True)
    return _settled(likely, mention)


def is_possible(day: Day) -> bool:
    """Return whether the calendar has such a day in some year, or in the year written beside it."""
    return any(exact(day, year) for year in ((day.year,) if day.year else (2023, 2024)))


def _settled(day: date | None, mention: DateMention) -> Settled:
    if day is None:
        return Settled(None, Reason.NO_SUCH_DATE)
    return Settled(day, weekday_differs=mention.weekday is not None and _differs(day, mention.weekday))


def _differs(day: date | None, weekday: int) -> bool:
    return day is None or day.weekday() != weekday


def _year_of_weekday(mention: DateMention, year: int, clues: YearClues) -> date | None:
    """Return the day in the year after or before, if its weekday is the one written."""
    for other in (year + 1, year - 1):
        candidate = exact(mention.first, other)
        if candidate is None or candidate.weekday() != mention.weekday:
            continue
        is_long_past = clues.published is not None and candidate < clues.published - timedelta(days=60)
        if not (is_long_past and other < year):
            return candidate
    return None


def settle_end(start: date, last: Day) -> date | None:
    """Return the last day of a range that begins on a known day."""
    if last.year:
        return exact(last, last.year)
    same_year = exact(last, start.year)
    return exact(last, start.year + 1) if same_year and same_year < start else same_year


def settle_before(mention: DateMention, event: date, day: Day | None = None) -> date | None:
    """Return a deadline's date: the last such day not after the event."""
    wanted = day or mention.first
    if wanted.year:
        return exact(wanted, wanted.year)
    same_year = exact(wanted, event.year)
    if same_year is None or same_year > event:
        earlier = exact(wanted, event.year - 1)
        # a deadline a few days after the start is a slip of the pen, not last year's
        if earlier and (same_year is None or (event - earlier).days < 200):
            return earlier
    return same_year


def _likely_year(mention: DateMention, clues: YearClues, after: date | None) -> int | Reason:
    """Return the year by the surest clue there is: school year, publication, the date before, heading, season."""
    day, position = mention.first, mention.span.start
    if clues.school_year:
        return clues.school_year[0] if day.month >= 8 else clues.school_year[1]
    if clues.published:
        return _year_by_publication(day, position, clues, clues.published)
    if after is not None:
        return _next_after(day, after)
    heading = clues.heading_before(position)
    if heading is not None:
        return heading
    if clues.seasons:
        return _year_by_season(position, clues)
    near = clues.written_near(position)
    if near is not None:
        return _closest(day, near)
    years = clues.heading_years()
    if years:
        return years.pop() if len(years) == 1 else Reason.TWO_YEARS
    return Reason.NO_YEAR


def _year_by_season(position: int, clues: YearClues) -> int | Reason:
    season = clues.season_before(position)
    if season:
        return season
    return clues.seasons[0].year if len(clues.season_years()) == 1 else Reason.TWO_YEARS


def _year_by_publication(day: Day, position: int, clues: YearClues, published: date) -> int:
    """Return the year nearest to publication, unless the text names another one that fits."""
    nearest = _nearest_to_publication(day, published)
    stated = clues.season_years() | clues.heading_years()
    if nearest in stated or not stated:
        return nearest
    first_season = clues.seasons[0].year if clues.seasons else None
    for year in (clues.heading_before(position), clues.season_before(position) or first_season):
        if year is not None and _fits_publication(day, year, nearest, published):
            return year
    return nearest


def _fits_publication(day: Day, year: int, nearest: int, published: date) -> bool:
    if abs(year - nearest) > 1 or year < published.year:
        return False
    candidate = exact(day, year)
    return candidate is not None and candidate >= published - timedelta(days=1)


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
