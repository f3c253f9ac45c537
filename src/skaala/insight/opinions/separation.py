"""Are there separate groups at all, or does the search find groups in anything?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np

from skaala.insight.disclosure import MIN_CELL
from skaala.insight.opinions.analysis import Opinion
from skaala.insight.opinions.axes import find_axes
from skaala.insight.opinions.grouping import find_groups
from skaala.insight.opinions.positions import has_voted_enough, place_participants
from skaala.insight.votes import Flags, VoteMatrix

SHUFFLES = 99
LEVEL = 0.02
MAX_PEOPLE = 3000
NO_GROUPS = -1.0

Reason = Literal[
    "apart",
    "too few people",
    "one group was asked for",
    "a group would be too small",
    "no more apart than shuffled votes",
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
    """

    separate: bool
    reason: Reason
    p_value: float
    silhouette: float
    shuffles: int
    as_far_apart: int


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
    Judge whether the groups found are separate, by comparing them with what is found in shuffled votes.

    k-means finds groups in anything: shuffled votes give a silhouette of 0.37 at the median, real
    conversations 0.48. So groups are called separate only if

    - each has five people or more, and
    - the silhouette beats that of the same votes shuffled, at the 2 % level.

    Shuffled means: within each statement, the votes change hands among those who voted on it. Who voted on
    what, and how many agree with each statement, stays; only that the *same* people agree with each other is
    undone. Under that, every shuffle is as likely as what was seen, so with B shuffles of which b are at
    least as far apart

    .. math::  p = \\frac{b + 1}{B + 1}

    is exact: pure noise passes in at most 2 of 100 cases. As soon as two shuffles are as far apart, 99 can no
    longer end at 2 % and it stops; then p = b over the shuffles made. Noise is thus dismissed after a few.

    Parameters
    ----------
    opinion
        The picture whose groups are judged.
    seed
        Chooses the shuffles.
    shuffles
        B; 99 lets one shuffle be as far apart at the 2 % level.
    level
        What p must not exceed.
    k
        The number of groups, if it was asked for; the shuffles then get as many.
    on_step
        Called after each shuffle, to show progress.

    Returns
    -------
    Separation

    Notes
    -----
    Original and shuffles are measured by the same yardstick, a lighter search for groups than that for the
    picture itself. Above 3,000 participants a sample of so many is judged; groups that exist show in it.
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
    seen = round(_how_far_apart(votes, zeroed, k, seed), 9)
    by_statement = np.argsort(votes.columns, kind="stable")
    statements = votes.columns[by_statement]
    values = votes.values[by_statement]
    stop_at = int(level * (shuffles + 1))
    as_far = made = 0
    while made < shuffles and as_far < max(stop_at, 1):
        mixed = np.empty_like(values)
        mixed[by_statement] = values[np.lexsort((chance.random(len(values)), statements))]
        as_far += round(_how_far_apart(votes.with_values(mixed), zeroed, k, seed), 9) >= seen
        made += 1
        if on_step is not None:
            on_step()
    p_value = (as_far + 1) / (made + 1) if made == shuffles else max(as_far / made, np.nextafter(level, 1))
    separate = p_value <= level and seen > NO_GROUPS
    reason: Reason = "apart" if separate else "no more apart than shuffled votes"
    return Separation(separate, reason, float(p_value), opinion.silhouette, made, as_far)


def _how_far_apart(votes: VoteMatrix, zeroed: Flags, k: int | None, seed: int) -> float:
    """The yardstick: the silhouette of the groups in these votes, or less than any where there are none."""
    axes = find_axes(votes, zeroed, precise=False)
    points = place_participants(votes, axes, zeroed)[has_voted_enough(votes)]
    try:
        grouping = find_groups(points, k=k, seed=seed, thorough=False)
    except ValueError:
        return NO_GROUPS
    return grouping.silhouette if grouping.k > 1 else NO_GROUPS


def _sample(votes: VoteMatrix, chance: np.random.Generator) -> VoteMatrix:
    if votes.n_participants <= MAX_PEOPLE:
        return votes
    drawn = np.sort(chance.choice(votes.n_participants, MAX_PEOPLE, replace=False))
    return votes.part(drawn, np.arange(votes.n_statements))
