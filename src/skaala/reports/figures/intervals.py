"""Intervals of shares that are told as bounds. Pure."""

from __future__ import annotations

from skaala.insight.disclosure import MIN_CELL, Bound
from skaala.insight.shares import wilson_share


def of_bound(bound: Bound, voters: int) -> tuple[int, int]:
    """
    Return the 95 % interval of a share with fewer than five people on one side, in per cent: the widest of all it may be.

    It rests on the number of voters alone, so that it tells no more than the bound does.

    >>> of_bound(Bound.AT_LEAST, 40)
    (77, 100)
    """
    few = MIN_CELL - 1
    if bound == Bound.AT_MOST:
        return 0, round(100 * wilson_share(few, voters)[1])
    return round(100 * wilson_share(voters - few, voters)[0]), 100
