"""How large a difference between two perspectives must be to be found with so many people. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from math import ceil, sqrt

from skaala.insight.disclosure import is_publishable

SURE, FOUND = 1.96, 0.84
"""Of a normal distribution: the level of 5 %, two-sided, and being found in four cases of five."""


def smallest_difference(voters: Sequence[int]) -> int | None:
    """
    Return how many percentage points the two largest of these groups must differ to be found, in steps of five.

    At best: where both are split in halves, all have voted, and nothing is corrected for many statements. None where no two
    groups may be told of.

    >>> smallest_difference([30, 21, 16]), smallest_difference([30, 4])
    (40, None)
    """
    known = [number for number in voters if is_publishable(number)]
    found = [(SURE + FOUND) * sqrt(0.25 / one + 0.25 / other) for one, other in combinations(known, 2)]
    return min(100, 5 * ceil(100 * min(found) / 5)) if found else None
