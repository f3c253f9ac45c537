"""Intervals and tests for shares that are valid for twenty people as well as for two thousand."""

from __future__ import annotations

import math

import numpy as np
from scipy.special import bdtrc, chdtrc, gammaln, ndtri

from skaala.insight.votes import Floats, Whole

MAX_TABLES = 500_000


def wilson_interval(
    count: Whole | int, total: Whole | int, *, confidence: float = 0.95
) -> tuple[Floats, Floats]:
    """
    Say within which bounds the true share lies, given that ``count`` of ``total`` said so (Wilson's score
    interval).

    .. math::  \\frac{\\hat p + \\frac{z^2}{2n} \\pm z
               \\sqrt{\\frac{\\hat p(1-\\hat p)}{n} + \\frac{z^2}{4n^2}}}{1 + \\frac{z^2}{n}}

    Chosen because its coverage is right for small n, stays within 0 and 1, and still has a width where
    all or none said so: 5 of 5 gives 0.57 to 1, while the schoolbook interval claims exactly 1.

    Returns
    -------
    (low, high); (0, 1) where nobody voted

    Examples
    --------
    >>> low, high = wilson_interval(5, 5)
    >>> round(float(low), 4), round(float(high), 4)
    (0.5655, 1.0)

    References
    ----------
    E. B. Wilson (1927), JASA 22, 209–212; L. Brown, T. Cai, A. DasGupta (2001), Statistical Science 16,
    101–133.
    """
    z2 = float(ndtri(0.5 + confidence / 2)) ** 2
    n = np.maximum(np.asarray(total, dtype=np.float64), 1e-12)
    share = np.asarray(count, dtype=np.float64) / np.maximum(np.asarray(total), 1)
    middle = (share + z2 / (2 * n)) / (1 + z2 / n)
    half = np.sqrt(z2) * np.sqrt(share * (1 - share) / n + z2 / (4 * n * n)) / (1 + z2 / n)
    nobody = np.asarray(total) == 0
    low: Floats = np.where(nobody, 0.0, np.clip(middle - half, 0.0, 1.0))
    high: Floats = np.where(nobody, 1.0, np.clip(middle + half, 0.0, 1.0))
    return low, high


def newcombe_interval(
    count: int, total: int, other_count: int, other_total: int, *, confidence: float = 0.95
) -> tuple[float, float]:
    """
    Say within which bounds the difference of two shares lies (Newcombe's method 10, from two Wilson
    intervals).

    With shares p and q, their Wilson bounds :math:`l_p, u_p, l_q, u_q`, and d = p − q:

    .. math::  d - \\sqrt{(p - l_p)^2 + (u_q - q)^2} \\quad\\text{to}\\quad
               d + \\sqrt{(u_p - p)^2 + (q - l_q)^2}

    Examples
    --------
    >>> low, high = newcombe_interval(56, 70, 48, 80)
    >>> round(low, 4), round(high, 4)
    (0.0524, 0.3339)

    References
    ----------
    R. G. Newcombe (1998), Statistics in Medicine 17, 873–890; the example is its table II, line (a).
    """
    p, q = count / total, other_count / other_total
    low_p, high_p = (float(bound) for bound in wilson_interval(count, total, confidence=confidence))
    low_q, high_q = (
        float(bound) for bound in wilson_interval(other_count, other_total, confidence=confidence)
    )
    below = math.sqrt((p - low_p) ** 2 + (high_q - q) ** 2)
    above = math.sqrt((high_p - p) ** 2 + (q - low_q) ** 2)
    return p - q - below, p - q + above


def majority_by_chance(count: int, total: int) -> float:
    """
    Say how likely it is that at least ``count`` of ``total`` agree if in truth only half do (exact,
    one-sided).

    .. math::  p = \\sum_{i \\ge c} \\binom{n}{i} 2^{-n}

    Examples
    --------
    >>> majority_by_chance(5, 5)
    0.03125
    """
    return float(bdtrc(count - 1, total, 0.5)) if count > 0 else 1.0


def difference_by_chance(counts: list[int], totals: list[int]) -> float:
    """
    Say how likely shares at least this uneven are if in truth all have the same (Freeman and Halton's exact
    test).

    Fisher's exact test for more than two groups: given how many voted in each group and how many agreed in
    all, every way of spreading the agreeing votes over the groups has a known probability

    .. math::  P(a_1, \\dots, a_G) = \\prod_g \\binom{n_g}{a_g} \\Big/ \\binom{N}{A}

    and the p-value is the sum over all ways that are no more likely than the one seen. It is exact:
    whatever the group sizes, it errs no more often than it says; for small ones rather less. A χ² test
    needs some five expected votes in every cell, which twenty people in three perspectives do not give.

    Parameters
    ----------
    counts, totals
        For each group how many agree, of how many.

    Returns
    -------
    p, between 0 and 1

    Examples
    --------
    >>> round(difference_by_chance([8, 1], [10, 10]), 6)  # Fisher's test of a 2 × 2 table
    0.005477

    Notes
    -----
    Where there are more than half a million ways, which takes hundreds of agreeing and as many other votes,
    Pearson's χ² is as good, and is used.

    References
    ----------
    G. H. Freeman, J. H. Halton (1951), Biometrika 38, 141–149.
    """
    size, agreeing = sum(totals), sum(counts)
    if agreeing in (0, size) or len(totals) < 2:
        return 1.0
    if agreeing * 2 > size:  # the rarer side makes fewer tables; the test is the same
        counts, agreeing = [n - a for a, n in zip(counts, totals, strict=True)], size - agreeing
    ways = math.prod(min(n, agreeing) + 1 for n in sorted(totals)[:-1])
    if ways > MAX_TABLES:
        expected = [agreeing * n / size for n in totals]
        distance = sum(
            (a - e) ** 2 / (e * (1 - agreeing / size)) for a, e in zip(counts, expected, strict=True)
        )
        return float(chdtrc(len(totals) - 1, distance))
    *small, largest = sorted(totals)
    taken, likelihood = np.zeros(1, dtype=np.int64), np.zeros(1)
    for n in small:
        here = np.arange(min(n, agreeing) + 1)
        taken = (taken[:, np.newaxis] + here).ravel()
        likelihood = (likelihood[:, np.newaxis] + _log_ways(n, here)).ravel()
        possible = taken <= agreeing
        taken, likelihood = taken[possible], likelihood[possible]
    possible = agreeing - taken <= largest
    likelihood = likelihood[possible] + _log_ways(largest, agreeing - taken[possible])
    seen = sum(float(_log_ways(n, np.array(a))) for a, n in zip(counts, totals, strict=True))
    chances = np.exp(likelihood - np.max(likelihood))
    return float(min(1.0, np.sum(chances[likelihood <= seen + 1e-7]) / np.sum(chances)))


def correct_for_many(p_values: list[float]) -> list[float]:
    """
    Correct p-values for being many, so that of what is called a finding few are false (Benjamini and
    Hochberg).

    With p-values in ascending order, the i-th of n becomes :math:`\\min_{j \\ge i} n\\,p_{(j)} / j`.
    Listing what is then at most 0.05 keeps the expected part of false findings in the list at 5 % or less.

    Chosen because readers use the list as a list: one false line in twenty is what they can live with,
    while Holm's correction, which allows none, finds next to nothing among forty statements and twenty
    people. It assumes that tests do not hinder each other, which is near enough for votes of the same
    people; that the exact tests beneath are cautious leaves a margin.

    Examples
    --------
    >>> [round(p, 3) for p in correct_for_many([0.01, 0.5, 0.02])]
    [0.03, 0.5, 0.03]

    References
    ----------
    Y. Benjamini, Y. Hochberg (1995), J. R. Statist. Soc. B 57, 289–300.
    """
    order = sorted(range(len(p_values)), key=lambda i: p_values[i])
    corrected = [1.0] * len(p_values)
    smallest = 1.0
    for rank in range(len(order), 0, -1):
        smallest = min(smallest, len(order) * p_values[order[rank - 1]] / rank)
        corrected[order[rank - 1]] = smallest
    return corrected


def _log_ways(n: int, chosen: Whole) -> Floats:
    ways: Floats = gammaln(n + 1) - gammaln(chosen + 1) - gammaln(n - chosen + 1)
    return ways
