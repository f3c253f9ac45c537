"""How many will have the action in the coming years: a forecast only where one can be made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import scipy.optimize
import scipy.special

from skaala.insight.diffusion.curves import LEAST_ADOPTERS, Point, find_turning_point
from skaala.insight.votes import Floats

YEARS_AHEAD = 3
FUTURES = 2_000
CEILINGS = 15
LOW, HIGH = 0.1, 0.9


class TooEarly(StrEnum):
    """Why there is no forecast."""

    FEW_ADOPTERS = "few adopters"
    FEW_YEARS = "few years"
    BEFORE_TURNING_POINT = "before the turning point"
    NOBODY_LEFT = "nobody left"


@dataclass(frozen=True, slots=True)
class Expected:
    """How many will have the action at the end of a year: the median of the futures, and where 80 % of them lie."""

    year: int
    low: int
    median: int
    high: int


@dataclass(frozen=True)
class Forecast:
    """
    A forecast of an action's spread, or why it is too early for one.

    Attributes
    ----------
    too_early
        Why there is none; nothing if there is.
    turning_point
        The year of the fastest spread.
    """

    too_early: TooEarly | None
    turning_point: int | None = None
    expected: tuple[Expected, ...] = ()


def forecast_spread(
    curve: Sequence[Point], ceiling: int, *, years: int = YEARS_AHEAD, seed: int = 0
) -> Forecast:
    """
    Forecast how many will have an action, past the turning point and never above a ceiling; otherwise say why not.

    The model is Bass's: each of the m - N who will adopt but have not yet does so in a year with chance p, from
    outside, plus q N / m, from those who have:

    .. math::  n_t \\sim \\mathrm{Binomial}\\left(m - N_{t-1},\\; p + q \\, N_{t-1} / m\\right)

    How many there will ever be, m, is not known; every m from today's number to the ceiling is weighed by how well it
    explains the curve, and futures are drawn from all of them.

    Parameters
    ----------
    curve
        Whole years only: a year that has just begun looks like a fall.
    ceiling
        How many municipalities could ever have it.
    years
        How far ahead.
    seed
        Where chance starts.

    Notes
    -----
    Bass, "A new product growth for model consumer durables", Management Science 15, 1969. Before the turning point
    the likelihood hardly depends on m, and such forecasts were worthless: 327 real declarations were forecast as 73,
    then as 1,993 (Van den Bulte and Lilien, Marketing Science 16, 1997, tell why). Hence the rule.
    """
    total = curve[-1].total if curve else 0
    if total < LEAST_ADOPTERS:
        return Forecast(TooEarly.FEW_ADOPTERS)
    if len(curve) < 4:
        return Forecast(TooEarly.FEW_YEARS)
    turning_point = find_turning_point(curve)
    if turning_point is None:
        return Forecast(TooEarly.BEFORE_TURNING_POINT)
    if total >= ceiling:
        return Forecast(TooEarly.NOBODY_LEFT, turning_point)
    new = np.array([point.new for point in curve], dtype=np.float64)
    before = np.array([point.total - point.new for point in curve], dtype=np.float64)
    sizes = np.unique(np.linspace(total, ceiling, CEILINGS).round())
    fits: list[tuple[float, float, float]] = []
    for size in sizes:
        fits.append(_fit(new, before, size, start=fits[-1][1:] if fits else (0.02, 0.4)))
    likelihoods = np.array([likelihood for likelihood, _, _ in fits])
    weights = np.exp(likelihoods - likelihoods.max())
    generator = np.random.default_rng(seed)
    drawn = generator.choice(len(sizes), FUTURES, p=weights / weights.sum())
    size = sizes[drawn]
    outside, inside = (np.array([fit[place] for fit in fits])[drawn] for place in (1, 2))
    reached: Floats = np.full(FUTURES, float(total))
    expected = []
    for year in range(curve[-1].year + 1, curve[-1].year + 1 + years):
        chance = np.clip(outside + inside * reached / size, 0.0, 1.0)
        reached = reached + generator.binomial((size - reached).astype(np.int64), chance)
        low, median, high = np.quantile(reached, [LOW, 0.5, HIGH])
        expected.append(Expected(year, int(low), round(float(median)), int(np.ceil(high))))
    return Forecast(None, turning_point, tuple(expected))


def _fit(
    new: Floats, before: Floats, size: float, *, start: tuple[float, float]
) -> tuple[float, float, float]:
    """Return the greatest log-likelihood for a final number, and p and q there."""
    left = size - before

    def unlikelihood(logs: Floats) -> float:
        outside, inside = np.exp(logs)
        chance = np.clip(outside + inside * before / size, 1e-9, 1 - 1e-9)
        return -float((new * np.log(chance) + (left - new) * np.log1p(-chance)).sum())

    found = scipy.optimize.minimize(unlikelihood, np.log(np.maximum(start, 1e-6)), method="Nelder-Mead")
    outside, inside = np.exp(found.x)
    # The binomial coefficients depend on the final number too.
    ways = float((_log_factorial(left) - _log_factorial(left - new) - _log_factorial(new)).sum())
    return ways - float(found.fun), float(outside), float(inside)


def _log_factorial(numbers: Floats) -> Floats:
    return np.asarray(scipy.special.gammaln(numbers + 1))
