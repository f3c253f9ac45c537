"""The tightest groups: weighted k-means from many seeded starts, improved point by point."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from skaala.insight.opinions.base_clusters import Summary, summarise_points
from skaala.insight.opinions.descent import MOVES, descend, draw_starts, settle, swap_centres
from skaala.insight.votes import Floats, Whole

STARTS = 60
FEW_STARTS = 20
FINALISTS = 6
SEARCH_ALL_UP_TO = 3000  # above so many distinct positions only the finalists see all of them
FEW_FINALISTS_ABOVE = 20_000
FEW_MOVES = 10  # of single people there; each is worth a hundred-thousandth
SWAPS = 30
WORK = 36_000  # points times starts at once, so that a board of two thousand people takes about a second
SWAP_ROUNDS = 6


@dataclass(frozen=True)
class Clustering:
    """
    Points in k groups.

    Attributes
    ----------
    labels
        For each point its group, 0 to k − 1; the heaviest group is 0.
    centres
        k × 2: the weighted mean of each group.
    spread
        Weighted sum of squared distances from each point to its group's centre.
    """

    labels: Whole
    centres: Floats
    spread: float


def cluster_points(
    points: Floats,
    weights: Floats,
    k: int,
    *,
    seed: int = 0,
    base: Summary | None = None,
    thorough: bool = True,
) -> Clustering:
    """
    Put weighted points into the k groups with the smallest spread within them.

    k-means goes downhill from where it starts, and there are many valleys: one start finds a poor one often
    enough that published opinion groups were up to 20 % looser than they need be. So we look in many:

    1. 60 starts by k-means++ on the base clusters, which represent all points; the best six go on.
    2. Up to 60 more starts on all points; above 600 people fewer, down to a dozen.
    3. From the best found, each centre in turn is lifted and set down elsewhere, as long as that helps.
    4. Of the finalists every single point is tried in every other group.

    .. math::  W = \\sum_g \\sum_{i \\in g} w_i \\, \\|p_i - c_g\\|^2

    is what is made small: :math:`w_i` people at :math:`p_i`, :math:`c_g` the weighted mean of group g.

    Parameters
    ----------
    points
        p × 2, distinct, in a fixed order (see :func:`skaala.insight.opinions.base_clusters.distinct_points`).
    weights
        p numbers: people on each point.
    k
        Number of groups, at most p.
    seed
        Chooses the starts. The same seed gives the same groups, and so, nearly always, does another: that is
        the point of looking in many places.
    base
        Base clusters of these points, if they are known already.
    thorough
        If false, only step 1 with 20 starts, and the last on its best: for the many repetitions of a
        shuffle test.

    Returns
    -------
    Clustering

    Raises
    ------
    ValueError
        If there are fewer distinct points than groups.

    Examples
    --------
    >>> line = np.array([[0.0, 0.0], [1.0, 0.0], [8.0, 0.0], [9.0, 0.0], [10.0, 0.0]])
    >>> cluster_points(line, np.ones(5), 2).labels.tolist()
    [1, 1, 0, 0, 0]

    Notes
    -----
    The smallest spread cannot be proven for k > 2 in reasonable time. What is tested: never looser than the
    best of 50 plain k-means++ starts. Above 3,000 distinct positions steps 2 and 3 are left out; there,
    valleys of the base clusters and of the people are the same to all purposes.
    """
    if not 1 <= k <= len(points):
        raise ValueError(f"{len(points)} distinct positions cannot make {k} groups")
    chance = np.random.default_rng([seed, k])
    if base is None:
        base = summarise_points(points, weights)
    starts = [_starts_from_base(points, weights, base, k, chance, thorough=thorough)]
    search_all = thorough and k > 1 and len(points) <= SEARCH_ALL_UP_TO
    if search_all:
        starts.append(draw_starts(points, weights, k, _as_many(STARTS, len(points)), chance))
    descended = descend(points, weights, np.concatenate(starts))
    best = _settle_all(points, weights, _best(*descended, _finalists(len(points)) if thorough else 1))
    if best is None:
        best = _settle_all(points, weights, _farthest_apart(points, weights, k)[np.newaxis])
    if best is None:
        raise ValueError(f"{len(points)} distinct positions cannot make {k} groups")
    if search_all:
        best = _swap_while_better(points, weights, best, k, chance)
    return _heaviest_first(best, weights, k)


def _starts_from_base(
    points: Floats, weights: Floats, base: Summary, k: int, chance: np.random.Generator, *, thorough: bool
) -> Floats:
    """The best starts found on the base clusters; where these are fewer than the groups, one that leaves none empty."""
    if len(base.centres) < k:
        return _farthest_apart(points, weights, k)[np.newaxis]
    many = (STARTS if thorough else FEW_STARTS) if k > 1 else 1
    starts = draw_starts(base.centres, base.weights, k, many, chance)
    return _best(*descend(base.centres, base.weights, starts), _finalists(len(points)))


def _swap_while_better(
    points: Floats, weights: Floats, best: Clustering, k: int, chance: np.random.Generator
) -> Clustering:
    """Lift each centre in turn and set it down elsewhere, until two rounds have not helped."""
    tries = max(1, _as_many(SWAPS, len(points)) // k)
    rounds_in_vain = 0
    for _ in range(SWAP_ROUNDS):
        descended = descend(points, weights, swap_centres(points, weights, best.centres, tries, chance))
        better = _settle_all(points, weights, _best(*descended, 2))
        if better is not None and better.spread < best.spread * (1 - 1e-12):
            best = better
        elif rounds_in_vain:
            break
        else:
            rounds_in_vain += 1
    return best


def _as_many(starts: int, points: int) -> int:
    """As many starts on all points as the work allows, a dozen at least."""
    return min(starts, max(12, WORK // points))


def _finalists(points: int) -> int:
    return FINALISTS if points <= FEW_FINALISTS_ABOVE else 1


def _best(centres: Floats, spreads: Floats, count: int) -> Floats:
    """The best few that differ."""
    kept: list[int] = []
    for start in np.argsort(spreads, kind="stable"):
        if not kept or spreads[start] > spreads[kept[-1]] * (1 + 1e-9):
            kept.append(int(start))
        if len(kept) == count:
            break
    return centres[kept]


def _settle_all(points: Floats, weights: Floats, starts: Floats) -> Clustering | None:
    best: Clustering | None = None
    few = len(points) <= FEW_FINALISTS_ABOVE
    for centres in starts:
        settled = settle(points, weights, centres, moves=MOVES if few else FEW_MOVES)
        if settled is not None and (best is None or settled[2] < best.spread * (1 - 1e-12)):
            best = Clustering(*settled)
    return best


def _farthest_apart(points: Floats, weights: Floats, k: int) -> Floats:
    """A start that leaves no group empty: the heaviest point, then always the farthest from those chosen."""
    chosen = [int(np.argmax(weights))]
    nearest = np.full(len(points), np.inf)
    while len(chosen) < k:
        nearest = np.minimum(nearest, np.sum((points - points[chosen[-1]]) ** 2, axis=1))
        chosen.append(int(np.argmax(nearest)))
    return points[chosen]


def _heaviest_first(found: Clustering, weights: Floats, k: int) -> Clustering:
    heavy = np.bincount(found.labels, weights=weights, minlength=k)
    order = np.lexsort((found.centres[:, 1], found.centres[:, 0], -heavy))
    place = np.empty(k, dtype=np.int64)
    place[order] = np.arange(k)
    return Clustering(place[found.labels], found.centres[order], found.spread)
