"""How many opinion groups there are, and who is in which."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from skaala.insight.disclosure import MIN_CELL
from skaala.insight.opinions.base_clusters import distinct_points, summarise_points
from skaala.insight.opinions.clusters import Clustering, cluster_points
from skaala.insight.votes import Floats, Whole

MAX_GROUPS = 5


@dataclass(frozen=True)
class Grouping:
    """
    People in groups.

    Attributes
    ----------
    k
        Number of groups; 1 where no division leaves every group five people, 0 where nobody is in.
    labels
        For each point its group, 0 to k − 1, the largest first.
    centres
        k × 2.
    sizes
        People in each group.
    silhouette
        How far the groups are apart, −1 to 1; 0 for a single group.
    tried
        The silhouette of every number of groups that was looked at.
    """

    k: int
    labels: Whole
    centres: Floats
    sizes: Whole
    silhouette: float
    tried: dict[int, float]


def find_groups(points: Floats, *, k: int | None = None, seed: int = 0, thorough: bool = True) -> Grouping:
    """
    Find the opinion groups among people placed on the map.

    For every k from 2 to min(5, 2 + ⌊b/12⌋), b being the number of base clusters, the tightest k groups are
    sought. Those with a group of fewer than five people are put aside: so few are no group, and showing them
    would show persons. Of the others the one with the highest silhouette is taken; on a tie the larger k.

    k-means always finds groups, in noise as well. Whether these deserve the name is another question:
    see :func:`skaala.insight.opinions.separation.test_separation`.

    Parameters
    ----------
    points
        n × 2 positions of those who are counted into groups.
    k
        If given, exactly so many groups are made, however small.
    seed, thorough
        See :func:`skaala.insight.opinions.clusters.cluster_points`.

    Returns
    -------
    Grouping

    Examples
    --------
    >>> left = [[-3.0, 0.1 * i] for i in range(6)]
    >>> right = [[3.0, 0.1 * i] for i in range(8)]
    >>> found = find_groups(np.array(left + right))
    >>> found.k, found.sizes.tolist()
    (2, [8, 6])
    """
    spots = distinct_points(points)
    base = summarise_points(spots.centres, spots.weights)
    if not len(points):
        return Grouping(
            0, np.zeros(0, dtype=np.int64), np.zeros((0, 2)), np.zeros(0, dtype=np.int64), 0.0, {}
        )
    if k is not None:
        wanted = [k]
    else:
        wanted = list(range(2, min(MAX_GROUPS, 2 + len(base.centres) // 12, len(spots.centres)) + 1))
    tried: dict[int, float] = {}
    best: Clustering | None = None
    best_score = -np.inf
    for number in wanted:
        found = cluster_points(spots.centres, spots.weights, number, seed=seed, base=base, thorough=thorough)
        score = silhouette(base.centres, _nearest(base.centres, found.centres)) if number > 1 else 0.0
        tried[number] = score
        large = np.bincount(found.labels, weights=spots.weights, minlength=number).min() >= MIN_CELL
        if (large or k is not None) and round(score, 9) >= round(best_score, 9):
            best, best_score = found, score
    if best is None:
        best, best_score = cluster_points(spots.centres, spots.weights, 1), 0.0
    labels = best.labels[spots.member_of]
    count = len(best.centres)
    sizes = np.bincount(labels, minlength=count)
    return Grouping(count, labels, best.centres, sizes, best_score, tried)


def silhouette(points: Floats, labels: Whole) -> float:
    """
    Say how far apart groups are, compared with how wide they are.

    .. math::  s_i = \\frac{b_i - a_i}{\\max(a_i, b_i)}

    with :math:`a_i` the mean distance to the other members of one's own group and :math:`b_i` the smallest
    mean distance to the members of another one; :math:`s_i = 0` for the only member of a group. The score
    is the plain mean over all points: 1 for far and narrow groups, 0 where they run into each other.

    Parameters
    ----------
    points
        b × 2; base clusters, each counted once, so that a crowd on one spot does not decide alone.
    labels
        Their groups.

    Examples
    --------
    >>> line = np.array([[0.0, 0.0], [1.0, 0.0], [10.0, 0.0], [11.0, 0.0]])
    >>> round(silhouette(line, np.array([0, 0, 1, 1])), 6)
    0.899749

    References
    ----------
    P. J. Rousseeuw (1987), J. Comput. Appl. Math. 20, 53–65.
    """
    groups = np.unique(labels)
    if len(groups) < 2:
        return 0.0
    away = np.sqrt(
        (points[:, 0, np.newaxis] - points[:, 0]) ** 2 + (points[:, 1, np.newaxis] - points[:, 1]) ** 2
    )
    sums = np.stack([np.sum(away[:, labels == group], axis=1) for group in groups], axis=1)
    counts = np.array([int(np.sum(labels == group)) for group in groups])
    own = np.searchsorted(groups, labels)
    everywhere = np.arange(len(points))
    alone = counts[own] == 1
    inside = sums[everywhere, own] / np.maximum(counts[own] - 1, 1)
    means = sums / counts
    means[everywhere, own] = np.inf
    outside = np.min(means, axis=1)
    larger = np.maximum(inside, outside)
    scores = np.where(alone | (larger == 0), 0.0, (outside - inside) / np.where(larger == 0, 1.0, larger))
    return float(np.mean(scores))


def _nearest(points: Floats, centres: Floats) -> Whole:
    away = np.stack([np.sum((points - centre) ** 2, axis=1) for centre in centres], axis=1)
    nearest: Whole = np.argmin(away, axis=1)
    return nearest
