"""Base clusters: at most a hundred weighted points that represent all people on the map."""

from __future__ import annotations

import heapq
from dataclasses import dataclass

import numpy as np
from scipy.spatial import KDTree

from skaala.insight.opinions.descent import weighted_means
from skaala.insight.votes import Floats, Whole

BASE_CLUSTERS = 100
ROUNDS = 10


@dataclass(frozen=True)
class Summary:
    """
    Weighted points that represent more points.

    Attributes
    ----------
    centres
        b × 2: where they are.
    weights
        b numbers: how many people each represents.
    member_of
        For each of the points given the index of its centre.
    """

    centres: Floats
    weights: Floats
    member_of: Whole


def distinct_points(points: Floats) -> Summary:
    """
    Count how many people are at the same position; spots sorted from left to right, then upwards.

    People with the same votes have the same position; to ten decimals, so that the last bits do not count.

    Examples
    --------
    >>> spots = distinct_points(np.array([[1.0, 0.0], [0.0, 0.0], [1.0, 0.0]]))
    >>> spots.centres.tolist(), spots.weights.tolist(), spots.member_of.tolist()
    ([[0.0, 0.0], [1.0, 0.0]], [1.0, 2.0], [1, 0, 1])
    """
    if not len(points):
        return Summary(np.zeros((0, 2)), np.zeros(0), np.zeros(0, dtype=np.int64))
    rounded = np.round(points, 10)
    order = np.lexsort((rounded[:, 1], rounded[:, 0]))
    ordered = rounded[order]
    new = np.append(True, np.any(np.diff(ordered, axis=0) != 0, axis=1))
    member_of = np.empty(len(points), dtype=np.int64)
    member_of[order] = np.cumsum(new) - 1
    weights = np.bincount(member_of).astype(np.float64)
    return Summary(points[order][new], weights, member_of)


def summarise_points(points: Floats, weights: Floats, *, at_most: int = BASE_CLUSTERS) -> Summary:
    """
    Sum up many weighted points in a hundred base clusters.

    Judging how far groups are apart compares every point with every other; a hundred base clusters make that
    10,000 comparisons, whether fifty people take part or fifty thousand. With up to a hundred distinct points
    each is its own base cluster and nothing is lost.

    The clusters are cut out: again and again the one with the largest spread is cut at its mean, across its
    longer side; then each point goes to its nearest centre and the centres move to their members' mean, ten
    times over. No chance is involved.

    Parameters
    ----------
    points
        p × 2, distinct.
    weights
        p numbers: people on each point.
    at_most
        How many base clusters.

    Returns
    -------
    Summary

    Examples
    --------
    >>> line = np.array([[0.0, 0.0], [1.0, 0.0], [9.0, 0.0]])
    >>> summarise_points(line, np.ones(3), at_most=2).centres.tolist()
    [[0.5, 0.0], [9.0, 0.0]]

    See Also
    --------
    skaala.insight.opinions.grouping.find_groups : uses them to choose the number of groups
    """
    if len(points) <= at_most:
        return Summary(points, weights, np.arange(len(points)))
    member_of = _cut(points, weights, at_most)
    centres = weighted_means(points, weights, member_of, at_most)
    for _ in range(ROUNDS):
        nearest = KDTree(centres).query(points)[1].astype(np.int64)
        if (nearest == member_of).all():
            break
        member_of = nearest
        kept = np.bincount(member_of, minlength=len(centres)) > 0
        member_of = (np.cumsum(kept) - 1)[member_of]
        centres = weighted_means(points, weights, member_of, int(kept.sum()))
    return Summary(centres, np.bincount(member_of, weights=weights).astype(np.float64), member_of)


def _cut(points: Floats, weights: Floats, pieces: int) -> Whole:
    """Cut the piece with the largest spread, until there are enough pieces."""
    everybody = np.arange(len(points))
    members = [everybody]
    queue = [(*_widest_side(points, weights), 0)]
    while len(members) < pieces:
        _, side, middle, index = heapq.heappop(queue)
        piece = members[index]
        low = points[piece, side] < middle
        if low.all() or not low.any():  # all but equal: cut anywhere, in the order of the points
            low = np.arange(len(piece)) < max(1, len(piece) // 2)
        members[index] = piece[low]
        members.append(piece[~low])
        for half in (index, len(members) - 1):
            inside = members[half]
            if len(inside) > 1:
                heapq.heappush(queue, (*_widest_side(points[inside], weights[inside]), half))
    member_of = np.zeros(len(points), dtype=np.int64)
    for index, inside in enumerate(members):
        member_of[inside] = index
    return member_of


def _widest_side(points: Floats, weights: Floats) -> tuple[float, int, float]:
    """Minus the larger of the two weighted sums of squares, its side, and the mean along that side."""
    total = np.add.reduce(weights)
    spreads, middles = [], []
    for side in (0, 1):
        along = points[:, side]
        weighted = along * weights
        middle = np.add.reduce(weighted) / total
        middles.append(float(middle))
        spreads.append(float(np.add.reduce(weights * (along - middle) ** 2)))
    side = int(spreads[1] > spreads[0])
    return -spreads[side], side, middles[side]
