"""
Votes of people on several statements that say the same, pooled by person, and how their shares may be told.

Of each statement the exact counts are public. An exact count of the pool beside them would lead to the few who voted on one
statement alone, or on both sides. So the pool is told in steps of five percentage points, a side of none to four people as
a bound, and never how many people are in it: only how many voted on the statement with most voters.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

from skaala.insight.disclosure import MIN_CELL, Bound, PartShare, is_exact

AGREE, PASS, DISAGREE, MIXED = 1, 0, -1, 2
STEP = 5
"""Percentage points between two shares of a pool."""


def pool(votes: Iterable[int]) -> int:
    """
    Return what a person says who has voted so: agrees with one and disagrees with none, the reverse, both, or passes alone.

    Examples
    --------
    >>> pool([1, 0]), pool([-1, -1]), pool([1, -1, 0]), pool([0])
    (1, -1, 2, 0)
    """
    given = set(votes)
    if {AGREE, DISAGREE} <= given:
        return MIXED
    return AGREE if AGREE in given else DISAGREE if DISAGREE in given else PASS


def pooled_share(side: int, people: int, voters: int) -> PartShare:
    """
    Return how many per cent of the ``people`` in a pool are on one side, as it may be told beside the counts of its statements.

    Parameters
    ----------
    voters
        How many voted on the statement with most voters, which is public; at least as many are in the pool.

    Examples
    --------
    >>> pooled_share(18, 30, 24), pooled_share(28, 30, 24).bound, pooled_share(28, 30, 9)
    (PartShare(percent=60, bound=<Bound.ABOUT: 'about'>), <Bound.AT_LEAST: 'at_least'>, PartShare(percent=None, bound=<Bound.EXACT: ''>))
    """
    if not is_exact(voters):
        return PartShare(None)
    if side < MIN_CELL:
        return PartShare(math.ceil(100 * (MIN_CELL - 1) / voters), Bound.AT_MOST)
    if people - side < MIN_CELL:
        return PartShare(math.floor(100 * (voters - MIN_CELL + 1) / voters), Bound.AT_LEAST)
    nearest = STEP * round(100 * side / people / STEP)
    return PartShare(min(100 - STEP, max(STEP, nearest)), Bound.ABOUT)
