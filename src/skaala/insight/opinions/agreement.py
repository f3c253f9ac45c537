"""How far two divisions of the same people agree."""

from __future__ import annotations

import numpy as np

from skaala.insight.votes import Floats, Whole


def adjusted_rand(labels: Whole, other: Whole) -> float:
    """
    Say how far two divisions of the same people agree: 1 if they are the same, about 0 if by chance.

    .. math::  \\frac{\\sum_{gh} \\binom{n_{gh}}{2} - E}{\\frac12 (a + b) - E}, \\quad
               a = \\sum_g \\binom{n_{g\\cdot}}{2},\\; b = \\sum_h \\binom{n_{\\cdot h}}{2},\\;
               E = ab / \\binom{n}{2}

    where :math:`n_{gh}` people are in group g of the one and h of the other. It counts pairs of people who
    are together in both, minus what chance would give. Names of groups play no part.

    Parameters
    ----------
    labels, other
        n group numbers each, 0 and up.

    Returns
    -------
    At most 1; also 1 where both put all together, or all apart

    Examples
    --------
    >>> adjusted_rand(np.array([0, 0, 1, 1]), np.array([1, 1, 0, 0]))
    1.0
    >>> round(adjusted_rand(np.array([0, 0, 1, 1]), np.array([0, 1, 0, 1])), 3)
    -0.5

    References
    ----------
    L. Hubert, P. Arabie (1985), Comparing partitions, J. Classification 2, 193–218.
    """
    if len(labels) < 2:
        return 1.0
    width = int(other.max()) + 1
    cells = np.bincount(labels * width + other, minlength=(int(labels.max()) + 1) * width).reshape(-1, width)
    both, one, two = _pairs(cells), _pairs(cells.sum(axis=1)), _pairs(cells.sum(axis=0))
    by_chance = one * two / (len(labels) * (len(labels) - 1) / 2)
    possible = (one + two) / 2 - by_chance
    return float((both - by_chance) / possible) if possible > 1e-12 else 1.0


def _pairs(counts: Whole | Floats) -> float:
    return float(np.sum(counts * (counts - 1) / 2))
