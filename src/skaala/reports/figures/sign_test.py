"""Whether views have changed beyond chance: an exact test, without heavy libraries. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from math import comb

from skaala.insight.disclosure import is_publishable

LEVEL = 0.05


def has_moved(pairs: Sequence[tuple[int, int]]) -> bool:
    """
    Say whether a change is beyond chance: the exact sign test of those who changed sides, at least five, two-sided.

    With two answers, agreeing or not, this is the exact test of McNemar.

    :param pairs: each person's first and last vote
    >>> has_moved([(1, -1)] * 6), has_moved([(1, -1)] * 5), has_moved([(1, -1)] * 6 + [(0, 1)] * 4)
    (True, False, False)
    """
    to = sum(first != 1 and last == 1 for first, last in pairs)
    away = sum(first == 1 and last != 1 for first, last in pairs)
    changed = to + away
    if not is_publishable(changed):
        return False
    tail = sum(comb(changed, many) for many in range(max(to, away), changed + 1))
    return bool(2 * tail / 2**changed <= LEVEL)
