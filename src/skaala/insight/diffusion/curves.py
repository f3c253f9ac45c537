"""The curve of an action's spread and its turning point; light, because pages draw it: it loads no numpy."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

# The steepest year is past if later years together make sure that it was no chance.
SURELY_FALLING = 1.64
LEAST_ADOPTERS = 10


@dataclass(frozen=True, slots=True)
class Point:
    """One period of a curve: how many took the action up in it, and how many had by its end."""

    year: int
    new: int
    total: int


@dataclass(frozen=True, slots=True)
class Period:
    """How many had reached each stage by the end of a year."""

    year: int
    reached: dict[str, int]


def draw_curve(when: Iterable[float], *, until: int | None = None) -> list[Point]:
    """
    Count adoptions a year and in all, without gaps between the years.

    Parameters
    ----------
    when
        Years as numbers, one for each municipality that took the action up.
    until
        The last whole year observed: years without adoption after the last one are known to be empty.

    Examples
    --------
    >>> [(point.year, point.new, point.total) for point in draw_curve([2019.2, 2021.0, 2021.9])]
    [(2019, 1, 1), (2020, 0, 1), (2021, 2, 3)]
    """
    years = sorted(math.floor(one) for one in when)
    if not years:
        return []
    points, total = [], 0
    for year in range(years[0], max(years[-1], until if until is not None else years[-1]) + 1):
        new = years.count(year)
        total += new
        points.append(Point(year, new, total))
    return points


def draw_stages(
    histories: Collection[Mapping[str, float]], stages: Sequence[str], *, until: int | None = None
) -> list[Period]:
    """
    Count how many had reached each stage by the end of each year; whoever reached a later stage reached all before.

    Parameters
    ----------
    histories
        For each municipality, stage → when it was reached. Stages that are not in ``stages`` are left out.
    stages
        From the first to the last.

    Examples
    --------
    >>> one, other = {"interested": 2020.0, "in use": 2021.5}, {"in use": 2020.9}
    >>> [(period.year, period.reached) for period in draw_stages([one, other], ["interested", "in use"])]
    [(2020, {'interested': 2, 'in use': 1}), (2021, {'interested': 2, 'in use': 2})]
    """
    reached: dict[str, list[float]] = {}
    for place, stage in enumerate(stages):
        at_least = [[history[later] for later in stages[place:] if later in history] for history in histories]
        reached[stage] = [min(dates) for dates in at_least if dates]
    dates = [date for one in reached.values() for date in one]
    if not dates:
        return []
    first, last = math.floor(min(dates)), math.floor(max(dates))
    return [
        Period(year, {stage: sum(date < year + 1 for date in reached[stage]) for stage in stages})
        for year in range(first, max(last, until if until is not None else last) + 1)
    ]


def find_turning_point(curve: Sequence[Point]) -> int | None:
    """
    Find the year in which the spread was fastest, if it is surely over: the inflection of the S-curve.

    The last two years together must have fewer adoptions than the fastest two neighbouring years by more than chance,
    with N the sums of adoptions:

    .. math::  \\frac{N_{\\mathrm{fast}} - N_{\\mathrm{last}}}{\\sqrt{N_{\\mathrm{fast}} + N_{\\mathrm{last}}}} > 1.64

    Returns
    -------
    The faster of the two years, or nothing: too few adoptions (under ten), or still rising, or too early to say

    Examples
    --------
    >>> find_turning_point([Point(year, new, 0) for year, new in enumerate([1, 4, 12, 15, 6, 3], 2015)])
    2018
    >>> find_turning_point([Point(year, new, 0) for year, new in enumerate([1, 4, 12, 15], 2015)]) is None
    True
    """
    if len(curve) < 4 or sum(point.new for point in curve) < LEAST_ADOPTERS:
        return None
    pairs = [first.new + second.new for first, second in pairwise(curve)]
    fast = max(range(len(pairs)), key=lambda place: pairs[place])
    if fast > len(pairs) - 3:
        return None
    both = pairs[fast] + pairs[-1]
    if (pairs[fast] - pairs[-1]) / math.sqrt(both) <= SURELY_FALLING:
        return None
    return max(curve[fast], curve[fast + 1], key=lambda point: point.new).year
