"""Are there separate groups at all, or does the search find groups in anything?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Literal

import numpy as np

from skaala.insight.disclosure import MIN_CELL
from skaala.insight.opinions.analysis import Opinion
from skaala.insight.opinions.axes import find_axes
from skaala.insight.opinions.continuum import fit_continuum
from skaala.insight.opinions.grouping import find_groups
from skaala.insight.opinions.positions import has_voted_enough, place_participants
from skaala.insight.opinions.spread import spread_of_groups, spread_of_two
from skaala.insight.votes import Flags, Floats, VoteMatrix

SHUFFLES = 99
LEVEL = 0.02
ROOMS = 49
ROOMS_LEVEL = 0.04
"""Lets one of 49 rooms be as far apart. Less strict than the shuffles: a room has to pass both, and what this p rests on is a model."""
MAX_PEOPLE = 1000
SHUFFLES_OF_A_SAMPLE = 49
"""None of 49 as far apart is 2 %, too."""
NO_GROUPS = -1.0

Reason = Literal[
    "apart",
    "too few people",
    "one group was asked for",
    "a group would be too small",
    "no more apart than shuffled votes",
    "no more apart than opinions that differ by degrees",
]


@dataclass(frozen=True)
class Separation:
    """
    Whether groups are separate.

    Attributes
    ----------
    separate
        Whether to speak of groups.
    reason
        Why, or why not.
    p_value
        How likely shuffled votes come out at least as far apart; 1 where it was not worth asking.
    silhouette
        What was compared.
    shuffles
        How many shuffles were made.
    as_far_apart
        How many of them were at least as far apart.
    continuum_p_value
        How likely votes of a room without groups, but with the same axes, come out at least as far apart; 1 where it was
        not worth asking.
    """

    separate: bool
    reason: Reason
    p_value: float
    silhouette: float
    shuffles: int
    as_far_apart: int
    continuum_p_value: float = 1.0


def judge_separation(
    opinion: Opinion,
    *,
    seed: int = 0,
    shuffles: int = SHUFFLES,
    level: float = LEVEL,
    k: int | None = None,
    on_step: Callable[[], None] | None = None,
) -> Separation:
    """
    Judge whether the groups found are separate, by comparing them with what is found in votes that have none.

    k-means finds groups in anything: shuffled votes give a silhouette of 0.37 at the median, real
    conversations 0.48. So groups are called separate only if

    - each has five people or more,
    - the silhouette beats that of the same votes shuffled, at the 2 % level, and
    - the groups account for more of the spread than in rooms whose opinions differ by degrees along the same axes
      (:mod:`skaala.insight.opinions.continuum`): as two along one axis, or as so many in the plane, at the 4 % level each.

    The shuffles show only that opinions hang together: half of Gaussian continua without any groups pass them.

    Shuffled means: within each statement, the votes change hands among those who voted on it. Who voted on
    what, and how many agree with each statement, stays; only that the *same* people agree with each other is
    undone. Under that, every shuffle is as likely as what was seen, so with B shuffles of which b are at
    least as far apart

    .. math::  p = \\frac{b + 1}{B + 1}

    is exact: pure noise passes in at most 2 of 100 cases. As soon as two shuffles are as far apart, 99 can no
    longer end at 2 % and it stops; then p = b over the shuffles made. Noise is thus dismissed after a few. The rooms
    without groups are drawn and counted in the same way; that p is as good as the model that they are drawn from.

    Parameters
    ----------
    opinion
        The picture whose groups are judged.
    seed
        Chooses the shuffles and the rooms.
    shuffles
        B; 99 lets one shuffle be as far apart at the 2 % level.
    level
        What p must not exceed.
    k
        The number of groups, if it was asked for; the shuffles then get as many.
    on_step
        Called after each shuffle and each room, to show progress; at most B and 49 times.

    Returns
    -------
    Separation

    Notes
    -----
    Original and shuffles are measured by the same yardstick, a lighter search for groups than that for the
    picture itself. Above 1,000 participants a sample of so many is judged, by 49 shuffles; groups that
    exist show in it.
    With groups that were given, not found, k-means' groups of the same votes are judged.

    References
    ----------
    J. Besag, P. Clifford (1991), Sequential Monte Carlo p-values, Biometrika 78, 301–304.
    """
    chance = np.random.default_rng([seed, 1])
    people = int(opinion.is_in.sum())
    if people < 2 * MIN_CELL:
        return Separation(False, "too few people", 1.0, opinion.silhouette, 0, 0)
    if k == 1:
        return Separation(False, "one group was asked for", 1.0, opinion.silhouette, 0, 0)
    if opinion.has_small_group or opinion.k < 2:
        return Separation(False, "a group would be too small", 1.0, opinion.silhouette, 0, 0)
    votes, zeroed = _sample(opinion.votes, chance), opinion.zeroed
    if opinion.votes.n_participants > MAX_PEOPLE:
        shuffles = min(shuffles, SHUFFLES_OF_A_SAMPLE)
    seen = _how_far_apart(votes, zeroed, k, seed)
    on_step = on_step or (lambda: None)
    test = partial(_compare, most=shuffles, level=level, on_step=on_step)
    p_value, made, as_far = test(
        _shuffler(votes, chance), lambda drawn: _how_far_apart(drawn, zeroed, k, seed) >= seen
    )
    if p_value > level or seen <= NO_GROUPS:
        return Separation(
            False, "no more apart than shuffled votes", p_value, opinion.silhouette, made, as_far
        )
    by_degrees = _compare_with_continuum(votes, opinion, seed=seed, chance=chance, on_step=on_step)
    separate = by_degrees <= ROOMS_LEVEL
    reason: Reason = "apart" if separate else "no more apart than opinions that differ by degrees"
    return Separation(separate, reason, p_value, opinion.silhouette, made, as_far, by_degrees)


def _compare(
    draw: Callable[[], VoteMatrix],
    is_as_far: Callable[[VoteMatrix], bool],
    *,
    most: int,
    level: float,
    on_step: Callable[[], None],
) -> tuple[float, int, int]:
    """Return p, how many votes were drawn, and how many of them were as far apart as what was seen."""
    stop_at = max(int(level * (most + 1)), 1)
    as_far = made = 0
    while made < most and as_far < stop_at:
        as_far += is_as_far(draw())
        made += 1
        on_step()
    return _p_value(as_far, made, most=most, level=level), made, as_far


def _p_value(as_far: int, made: int, *, most: int, level: float) -> float:
    return float((as_far + 1) / (made + 1) if made == most else max(as_far / made, np.nextafter(level, 1)))


def _compare_with_continuum(
    votes: VoteMatrix,
    opinion: Opinion,
    *,
    seed: int,
    chance: np.random.Generator,
    on_step: Callable[[], None],
) -> float:
    """Return the smaller p of the two measures of spread; it stops once neither can be small enough any more."""
    zeroed = opinion.zeroed
    continuum = fit_continuum(votes, zeroed, chance=chance)
    seen = _spread(votes, zeroed, opinion.k, seed)
    stop_at = int(ROOMS_LEVEL * (ROOMS + 1))
    as_far = np.zeros(2, dtype=np.int64)
    made = 0
    while made < ROOMS and as_far.min() < stop_at:
        as_far += _spread(continuum.vote(votes, chance), zeroed, opinion.k, seed) >= seen
        made += 1
        on_step()
    return _p_value(int(as_far.min()), made, most=ROOMS, level=ROOMS_LEVEL)


def _shuffler(votes: VoteMatrix, chance: np.random.Generator) -> Callable[[], VoteMatrix]:
    by_statement = np.argsort(votes.columns, kind="stable")
    statements = votes.columns[by_statement]
    values = votes.values[by_statement]

    def shuffle() -> VoteMatrix:
        mixed = np.empty_like(values)
        mixed[by_statement] = values[np.lexsort((chance.random(len(values)), statements))]
        return votes.with_values(mixed)

    return shuffle


def _how_far_apart(votes: VoteMatrix, zeroed: Flags, k: int | None, seed: int) -> float:
    """The yardstick: the silhouette of the groups in these votes, or less than any where there are none."""
    try:
        grouping = find_groups(_points(votes, zeroed), k=k, seed=seed, thorough=False)
    except ValueError:
        return NO_GROUPS
    return round(grouping.silhouette, 9) if grouping.k > 1 else NO_GROUPS


def _spread(votes: VoteMatrix, zeroed: Flags, k: int, seed: int) -> Floats:
    points = _points(votes, zeroed)
    return np.round([spread_of_two(points), spread_of_groups(points, k, seed=seed)], 9)


def _points(votes: VoteMatrix, zeroed: Flags) -> Floats:
    axes = find_axes(votes, zeroed, precise=False)
    return place_participants(votes, axes, zeroed)[has_voted_enough(votes)]


def _sample(votes: VoteMatrix, chance: np.random.Generator) -> VoteMatrix:
    if votes.n_participants <= MAX_PEOPLE:
        return votes
    drawn = np.sort(chance.choice(votes.n_participants, MAX_PEOPLE, replace=False))
    return votes.part(drawn, np.arange(votes.n_statements))
