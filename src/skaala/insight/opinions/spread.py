"""How much of the spread of people on the map groups account for: large where they are narrow and far apart."""

from __future__ import annotations

import numpy as np

from skaala.insight.disclosure import MIN_CELL
from skaala.insight.opinions.grouping import find_groups
from skaala.insight.votes import Floats


def spread_of_two(points: Floats) -> float:
    """
    Return the largest part of the variance along one of the axes that a cut into two accounts for, five people or more on each side.

    .. math::  \\max_c \\frac{n_1 n_2}{n}\\, \\frac{(\\bar x_1 - \\bar x_2)^2}{\\sum_i (x_i - \\bar x)^2}

    0.64 for a normal distribution, 0.75 for an even one, 1 for two points.

    Examples
    --------
    >>> spread_of_two(np.array([[x, 0.0] for x in [-1.0] * 6 + [1.0] * 6]))
    1.0
    """
    return max(_cut_in_two(np.sort(points[:, axis])) for axis in (0, 1))


def spread_of_groups(points: Floats, k: int, *, seed: int) -> float:
    """Return the part of the variance in the plane that the tightest ``k`` groups account for, 0 where there cannot be so many."""
    total = float(np.sum((points - points.mean(axis=0)) ** 2))
    if total <= 1e-12:
        return 0.0
    try:
        found = find_groups(points, k=k, seed=seed, thorough=False)
    except ValueError:
        return 0.0
    return 1.0 - float(np.sum((points - found.centres[found.labels]) ** 2)) / total


def _cut_in_two(places: Floats) -> float:
    total = float(np.sum((places - places.mean()) ** 2))
    cuts = np.arange(MIN_CELL, len(places) - MIN_CELL + 1)
    if total <= 1e-12 or not len(cuts):
        return 0.0
    sums = np.cumsum(places)
    left = sums[cuts - 1] / cuts
    right = (sums[-1] - sums[cuts - 1]) / (len(places) - cuts)
    between = cuts * (len(places) - cuts) / len(places) * (left - right) ** 2
    return float(np.max(between)) / total
