"""
Ranking by best–worst choices (MaxDiff). Pure.

Each person sees sets of a few items and says of each set which is the most and which the least important. What is told is best minus
worst: how often an item was chosen as the best, less how often as the worst, divided by how often it was shown. The method is that of
J. J. Louviere, T. N. Flynn and A. A. J. Marley, *Best-Worst Scaling: Theory, Methods and Applications* (Cambridge University Press, 2015),
chapters 1 and 2; that the simple difference orders items as the conditional logit does is shown by A. A. J. Marley and J. J. Louviere,
"Some probabilistic models of best, worst, and best–worst choices", Journal of Mathematical Psychology 49 (2005), 464–480.

The choices are relative: an item that everybody finds bad still comes first among worse ones. So an order is told, never a support, and
how sure it is comes from drawing people (not choices) again: B. Efron and R. Tibshirani, *An Introduction to the Bootstrap* (1993).
"""

from __future__ import annotations

import math
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

SET_SIZE = 4
TIMES_SHOWN = 3
"""Each item is shown so often to each person, where there are enough items."""
MOST_SETS = 24
"""So many give 32 items three times each; with more items each is shown less often to each person, and as often to all."""
FEWEST_ITEMS = 3
FEWEST_PEOPLE = 10
DRAWS = 1000

Answer = tuple[tuple[str, ...], str, str]
"""A set as it was shown, the best and the worst of it."""


def sets_wanted(items: int) -> int:
    """
    Return how many sets one person is asked of so many items.

    >>> [sets_wanted(items) for items in (2, 4, 16, 20, 32, 40)]
    [0, 1, 12, 15, 24, 24]
    """
    if items < FEWEST_ITEMS:
        return 0
    # Of as many items as are in a set there is one set only: it would be the same question again.
    return 1 if items <= SET_SIZE else min(MOST_SETS, math.ceil(items * TIMES_SHOWN / SET_SIZE))


def each_is_seen_often(items: int) -> bool:
    """Say whether every person who answers all sets of so many items has seen each of them three times, or all there are."""
    return items <= SET_SIZE or sets_wanted(items) * SET_SIZE >= items * TIMES_SHOWN


def design(items: Sequence[str], *, seed: str) -> list[tuple[str, ...]]:
    """
    Return the sets that one person is asked, in an order of their own: drawn by ``seed``, the same each time.

    No item is twice in a set; how often items are shown differs by one at most, and those shown together least often go together.

    >>> [len(one) for one in design("abcdefgh", seed="x")]
    [4, 4, 4, 4, 4, 4]
    >>> design("ab", seed="x")
    []
    """
    if len(items) < FEWEST_ITEMS:
        return []
    chance = random.Random(seed)  # noqa: S311  not a secret
    size = min(SET_SIZE, len(items))
    shown = dict.fromkeys(items, 0)
    together: dict[frozenset[str], int] = {}
    sets = []
    for _number in range(sets_wanted(len(items))):
        chosen: list[str] = []
        while len(chosen) < size:
            left = [item for item in items if item not in chosen]
            chance.shuffle(left)
            chosen.append(
                min(
                    left,
                    key=lambda item: (
                        shown[item],
                        sum(together.get(frozenset((item, other)), 0) for other in chosen),
                    ),
                )
            )
        for item in chosen:
            shown[item] += 1
        for place, item in enumerate(chosen):
            for other in chosen[:place]:
                pair = frozenset((item, other))
                together[pair] = together.get(pair, 0) + 1
        chance.shuffle(chosen)
        sets.append(tuple(chosen))
    return sets


@dataclass(frozen=True)
class RankedItem:
    """
    An item in the order.

    :ivar score: best minus worst a time shown, from −100 to 100
    :ivar low: the lower end of the 95 % interval of the score
    :ivar high: the upper end
    :ivar first_rank: the best place that it has in 95 % of draws
    :ivar last_rank: the last place that it has in 95 % of draws
    """

    item: str
    score: int
    low: int
    high: int
    first_rank: int
    last_rank: int


@dataclass(frozen=True)
class Order:
    """The order of the items, most important first; without any while too few people have answered."""

    people: int
    items: tuple[RankedItem, ...] = ()


def rank(answers: Mapping[str, Sequence[Answer]], items: Sequence[str], *, seed: str) -> Order:
    """
    Return the order of ``items`` by the answers of at least ten people, with intervals by drawing people again.

    Only what is among ``items`` counts; an item that nobody was shown comes in no order.

    :param answers: by person the sets that they have answered
    :param seed: of the draws, so that the same answers give the same order
    """
    people = {who: given for who, given in sorted(answers.items()) if given}
    if len(people) < FEWEST_PEOPLE:
        return Order(len(people))
    place = {item: number for number, item in enumerate(items)}
    rows = [_difference(given, place) for given in people.values()]
    found = _scores(rows)
    known = [number for number, score in enumerate(found) if score is not None]
    chance = random.Random(seed)  # noqa: S311  not a secret
    scores, ranks = _drawn(rows, chance)
    ordered = sorted(known, key=lambda number: (-(found[number] or 0), number))
    return Order(
        len(people),
        tuple(
            RankedItem(
                items[number],
                round(100 * (found[number] or 0)),
                round(100 * _quantile(scores[number], 0.025)),
                round(100 * _quantile(scores[number], 0.975)),
                round(_quantile(ranks[number], 0.025)),
                round(_quantile(ranks[number], 0.975)),
            )
            for number in ordered
        ),
    )


Row = tuple[int, ...]
"""Of one person: of each item best minus worst, then of each item how often it was shown."""


def _drawn(rows: Sequence[Row], chance: random.Random) -> tuple[dict[int, list[float]], dict[int, list[int]]]:
    """Return the scores and the places of each item in draws of as many people again."""
    scores: dict[int, list[float]] = {}
    ranks: dict[int, list[int]] = {}
    for _draw in range(DRAWS):
        scored = enumerate(_scores(chance.choices(rows, k=len(rows))))
        draw = {number: score for number, score in scored if score is not None}
        for at, number in enumerate(sorted(draw, key=lambda number: -draw[number]), start=1):
            scores.setdefault(number, []).append(draw[number])
            ranks.setdefault(number, []).append(at)
    return scores, ranks


def _difference(given: Sequence[Answer], place: Mapping[str, int]) -> Row:
    shown, chosen = [0] * len(place), [0] * len(place)
    for items, best, worst in given:
        for item in items:
            if item in place:
                shown[place[item]] += 1
        for item, sign in ((best, 1), (worst, -1)):
            if item in place:
                chosen[place[item]] += sign
    return (*chosen, *shown)


def _scores(rows: Sequence[Row]) -> list[float | None]:
    """Return best minus worst a time shown by item; None for one that nobody was shown."""
    totals = [sum(column) for column in zip(*rows, strict=True)]
    half = len(totals) // 2
    return [
        difference / times if times else None
        for difference, times in zip(totals[:half], totals[half:], strict=True)
    ]


def _quantile(values: Sequence[float], at: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, max(0, round(at * (len(ordered) - 1))))]


def is_sure(above: RankedItem, below: RankedItem) -> bool:
    """Say whether one item comes before another beyond chance: their intervals do not meet."""
    return above.low > below.high
