"""The ways downhill that looking for groups is made of: starts, rounds, swaps and single moves."""

from __future__ import annotations

import numpy as np

from skaala.insight.votes import Floats, Whole

ROUNDS = 200
MOVES = 200


def draw_starts(points: Floats, weights: Floats, k: int, starts: int, chance: np.random.Generator) -> Floats:
    """
    Draw start centres by k-means++, for all starts at once.

    The first centre is drawn by weight; each next one with chance proportional to weight times squared
    distance from the centres so far, so that they come to lie apart.

    Returns
    -------
    starts × k × 2 centres

    Examples
    --------
    >>> far = np.array([[0.0, 0.0], [100.0, 0.0]])
    >>> np.sort(draw_starts(far, np.ones(2), 2, 3, np.random.default_rng(1))[:, :, 0]).tolist()
    [[0.0, 100.0], [0.0, 100.0], [0.0, 100.0]]

    References
    ----------
    D. Arthur, S. Vassilvitskii (2007), k-means++: the advantages of careful seeding.
    """
    uniform = chance.random((k, starts))
    total = np.cumsum(weights)
    chosen = np.minimum(np.searchsorted(total, uniform[0] * total[-1], side="right"), len(points) - 1)
    centres = [points[chosen]]
    nearest = np.full((starts, len(points)), np.inf)
    for step in range(1, k):
        np.minimum(nearest, _away(points, centres[-1]), out=nearest)
        centres.append(points[_draw(nearest * weights, uniform[step])])
    return np.stack(centres, axis=1)


def descend(points: Floats, weights: Floats, centres: Floats) -> tuple[Floats, Floats]:
    """
    Go downhill from many starts at once, until nobody changes group (Lloyd's rounds).

    In turn each point joins its nearest centre and each centre moves to the weighted mean of its members. A
    start that has come to rest takes no further part. A centre without members stays where it is.

    Parameters
    ----------
    points, weights
        p × 2 and p.
    centres
        starts × k × 2.

    Returns
    -------
    (centres, spreads)
        Where they came to rest, and the weighted sum of squared distances there.

    Examples
    --------
    >>> line = np.array([[0.0, 0.0], [1.0, 0.0], [8.0, 0.0]])
    >>> centres, spreads = descend(line, np.ones(3), np.array([[[0.0, 0.0], [1.0, 0.0]]]))
    >>> centres[0, :, 0].tolist(), spreads.tolist()
    ([0.5, 8.0], [0.5])
    """
    starts, k, _ = centres.shape
    centres = centres.copy()
    moving = np.arange(starts)
    spreads = np.full(starts, np.inf)
    before: Whole | None = None
    weighted = (weights, weights * points[:, 0], weights * points[:, 1])
    for _ in range(ROUNDS):
        labels, nearest = assign(points, centres[moving])
        spreads[moving] = np.sum(nearest * weights, axis=1)
        if before is not None:
            goes_on = np.any(labels != before, axis=1)
            moving, labels = moving[goes_on], labels[goes_on]
            if not len(moving):
                break
        before = labels
        index = (labels + k * np.arange(len(moving))[:, np.newaxis]).ravel()
        sums = [
            np.bincount(index, weights=np.tile(column, len(moving)), minlength=k * len(moving)).reshape(-1, k)
            for column in weighted
        ]
        filled = sums[0] > 0
        for side in (0, 1):
            mean = sums[side + 1] / np.where(filled, sums[0], 1.0)
            centres[moving, :, side] = np.where(filled, mean, centres[moving, :, side])
    return centres, spreads


def swap_centres(
    points: Floats, weights: Floats, centres: Floats, tries: int, chance: np.random.Generator
) -> Floats:
    """
    Lift each centre in turn out of its valley and set it down elsewhere; ``tries`` places for each.

    Where k-means is stuck, it nearly always has one centre too many in one place and one too few in
    another. The new place is drawn as in k-means++, from the points that are far from the centres left.

    Returns
    -------
    (k · tries) × k × 2 new starts
    """
    k = len(centres)
    starts = np.repeat(centres[np.newaxis], k * tries, axis=0)
    for lifted in range(k):
        rest = np.delete(centres, lifted, axis=0)
        nearest = np.min([_away(points, centre[np.newaxis])[0] for centre in rest], axis=0)
        chances = np.repeat((nearest * weights)[np.newaxis], tries, axis=0)
        starts[lifted * tries : (lifted + 1) * tries, lifted] = points[_draw(chances, chance.random(tries))]
    return starts


def settle(
    points: Floats, weights: Floats, centres: Floats, *, moves: int = MOVES
) -> tuple[Whole, Floats, float] | None:
    """
    Try every single point in every other group, until no move makes the groups tighter.

    Moving point i of weight w from group g to group h changes the spread by

    .. math::  \\frac{w W_h}{W_h + w} \\|p_i - c_h\\|^2 - \\frac{w W_g}{W_g - w} \\|p_i - c_g\\|^2

    with :math:`W` the groups' weights and :math:`c` their means before the move. Unlike "join the nearest
    centre" this takes into account that the centres move along, so it leads out of valleys in which plain
    k-means stays.

    Parameters
    ----------
    points, weights
        p × 2 and p.
    centres
        k × 2, to start from.
    moves
        How many to make at most.

    Returns
    -------
    (labels, centres, spread), or nothing if a group is empty

    References
    ----------
    J. A. Hartigan, M. A. Wong (1979), Algorithm AS 136, Applied Statistics 28, 100–108.
    """
    k = len(centres)
    everywhere = np.arange(len(points))
    for _ in range(moves):
        resting, _ = descend(points, weights, centres[np.newaxis])
        labels = assign(points, resting)[0][0]
        heavy = np.bincount(labels, weights=weights, minlength=k)
        if not (heavy > 0).all():
            return None
        centres = weighted_means(points, weights, labels, k)
        away = _away(points, centres)
        own = away[labels, everywhere]
        spread = float(np.sum(own * weights))
        rest = heavy[labels] - weights
        saved = np.where(rest > 0, weights * heavy[labels] / np.where(rest > 0, rest, 1.0) * own, 0.0)
        cost = weights * heavy[:, np.newaxis] / (heavy[:, np.newaxis] + weights) * away
        cost[labels, everywhere] = np.inf
        change = np.min(cost, axis=0) - saved
        mover = int(np.argmin(change))
        if k == 1 or change[mover] >= -1e-12 * max(spread, 1e-300):
            break
        labels[mover] = int(np.argmin(cost[:, mover]))
        centres = weighted_means(points, weights, labels, k)
    return labels, centres, spread


def assign(points: Floats, centres: Floats) -> tuple[Whole, Floats]:
    """For all starts at once: each point's nearest centre (the first on a tie) and its squared distance."""
    starts, k, _ = centres.shape
    labels = np.zeros((starts, len(points)), dtype=np.int64)
    nearest = np.full((starts, len(points)), np.inf)
    for group in range(k):
        away = _away(points, centres[:, group])
        np.copyto(labels, group, where=away < nearest)
        np.minimum(nearest, away, out=nearest)
    return labels, nearest


def weighted_means(points: Floats, weights: Floats, labels: Whole, k: int) -> Floats:
    """The weighted mean of each of k groups, none of them empty."""
    heavy = np.bincount(labels, weights=weights, minlength=k)
    across, up = (np.bincount(labels, weights=weights * points[:, side], minlength=k) for side in (0, 1))
    return np.column_stack((across / heavy, up / heavy))


def _away(points: Floats, centres: Floats) -> Floats:
    """Squared distances: centres × points."""
    away: Floats = (points[:, 0] - centres[:, :1]) ** 2
    away += (points[:, 1] - centres[:, 1:]) ** 2
    return away


def _draw(chances: Floats, uniform: Floats) -> Whole:
    """Draw one index a row, with the chances in that row."""
    running = np.cumsum(chances, axis=1)
    goal = uniform * running[:, -1]
    drawn: Whole = np.minimum(np.sum(running <= goal[:, np.newaxis], axis=1), chances.shape[1] - 1)
    return drawn
