"""Statistical disclosure control: which counts of people may be published, alone, side by side and one after another.

Everything that leaves the boards, the registrations or the feedback as a number passes here. Three rules:

- *threshold rule* (primary suppression): nothing is published about fewer than :data:`MIN_CELL` people;
- *complementary suppression*: what is left of a published total beside the published cells is zero, or at least that many;
- *differencing*: between two published states zero or at least that many people have come, and the same for gone.

The caller decides what a cell is: the voters of one perspective, the people of one region, a column of votes.

References
----------
A. Hundepool, J. Domingo-Ferrer, L. Franconi, S. Giessing, E. Schulte Nordholt, K. Spicer, P.-P. de Wolf (2012),
*Statistical Disclosure Control*, Wiley, chapters 4 and 5.

L. H. Cox (1980), Suppression methodology and statistical disclosure control, J. Am. Stat. Assoc. 75, 377–385.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

Cell = TypeVar("Cell", bound=Hashable)

MIN_CELL = 5
"""
The threshold: the fewest people that a published number may be about.

The texts of the interface say “five”; a test compares.
"""

MIN_VOTERS = 10
"""The fewest voters whose votes are told in numbers; of five to nine it is said in words what most of them say."""


@dataclass(frozen=True)
class SuppressedCounts:
    """
    Counts by kind as they may be published, with the small ones combined.

    Attributes
    ----------
    rows
        The kinds that may be published, the largest first.
    rest
        The people of all other kinds together.
    rest_kinds
        How many other kinds there are.
    """

    rows: tuple[tuple[str, int], ...]
    rest: int = 0
    rest_kinds: int = 0


def is_publishable(people: int) -> bool:
    """
    Say whether a number about so many people may be published (threshold rule).

    Examples
    --------
    >>> [is_publishable(people) for people in (0, 4, 5)]
    [False, False, True]
    """
    return people >= MIN_CELL


class Majority(StrEnum):
    """What most of the voters say, where that is told in words: of five voters, two or none against are the same words."""

    AGREE = "agree"
    DISAGREE = "disagree"
    NEITHER = "neither"


def is_exact(voters: int) -> bool:
    """
    Say whether the votes of all these people, who are a whole board or series, may be told as exact counts.

    Examples
    --------
    >>> [is_exact(voters) for voters in (5, 9, 10)]
    [False, False, True]
    """
    return voters >= MIN_VOTERS


def majority(agree: int, disagree: int, voters: int) -> Majority | None:
    """
    Return what more than half of the voters say; None where they are too few even for that.

    Examples
    --------
    >>> majority(3, 2, 5), majority(5, 0, 5), majority(3, 3, 6), majority(4, 0, 4)
    (<Majority.AGREE: 'agree'>, <Majority.AGREE: 'agree'>, <Majority.NEITHER: 'neither'>, None)
    """
    if not is_publishable(voters):
        return None
    if 2 * agree > voters:
        return Majority.AGREE
    return Majority.DISAGREE if 2 * disagree > voters else Majority.NEITHER


def is_disclosive(people: int) -> bool:
    """
    Say whether a remainder or a change of this size is about at least one person, but fewer than the threshold.

    Examples
    --------
    >>> [is_disclosive(people) for people in (0, 1, 4, -4, 5)]
    [False, True, True, True, False]
    """
    return 0 < abs(people) < MIN_CELL


def is_part_publishable(part: int, total: int) -> bool:
    """
    Say whether a part may be published beside its total: both the part and what is left are large enough, or nothing is left.

    Examples
    --------
    >>> [is_part_publishable(part, 12) for part in (4, 7, 8, 12)]
    [False, True, False, True]
    """
    return is_publishable(part) and not is_disclosive(total - part)


def publishable_cells(counts: Mapping[str, int], *, total: int | None = None) -> tuple[str, ...]:
    """
    Return which of these cells may be published beside one another and beside their total, the largest first.

    Cells under the threshold are suppressed first. As long as everything suppressed adds up to one to four people, and so
    could be found by subtraction, the smallest cell left is suppressed too; of equal ones the last by name. The order
    rests on counts and names alone: whatever is published of the same people in two places hides the same cells.

    Parameters
    ----------
    counts
        Disjoint groups of people, by name.
    total
        How many people there are in all, where some belong to none of the cells; otherwise the sum of the cells.

    Examples
    --------
    >>> publishable_cells({"network": 2, "pioneer": 6, "receiver": 9})
    ('receiver',)
    >>> publishable_cells({"pioneer": 6, "receiver": 9}, total=20)
    ('receiver', 'pioneer')
    """
    by_size = sorted(counts, key=lambda name: (-counts[name], name))
    shown = [name for name in by_size if is_publishable(counts[name])]
    suppressed = (sum(counts.values()) if total is None else total) - sum(counts[name] for name in shown)
    while shown and is_disclosive(suppressed):
        suppressed += counts[shown.pop()]
    return tuple(shown)


def combine_small(counts: Mapping[str, int]) -> SuppressedCounts:
    """
    Return the cells that may be published, and all others added up as one; nothing at all where that is too few.

    Examples
    --------
    >>> combine_small({"01": 12, "02": 3, "06": 9, "19": 1})
    SuppressedCounts(rows=(('01', 12),), rest=13, rest_kinds=3)
    >>> combine_small({"01": 3})
    SuppressedCounts(rows=(), rest=0, rest_kinds=0)
    """
    shown = publishable_cells(counts)
    suppressed = [count for name, count in counts.items() if count and name not in shown]
    if is_disclosive(sum(suppressed)):
        return SuppressedCounts(())
    return SuppressedCounts(tuple((name, counts[name]) for name in shown), sum(suppressed), len(suppressed))


def published_share(side: int, voters: int) -> int | None:
    """
    Return how many per cent of ``voters`` are on one side, as it may be published; None where they are too few.

    Examples
    --------
    >>> published_share(5, 6), published_share(3, 4)
    (83, None)
    """
    return round(100 * side / voters) if is_publishable(voters) else None


def exact_share(side: int, voters: int) -> int | None:
    """
    Return how many per cent of all the voters of a board or series are on one side; None where they are told in words.

    Examples
    --------
    >>> exact_share(38, 40), exact_share(7, 9)
    (95, None)
    """
    return round(100 * side / voters) if is_exact(voters) else None


class Bound(StrEnum):
    """Whether a share is what it says, a bound, or rounded (of pooled votes, see :mod:`skaala.insight.pooled_votes`)."""

    EXACT = ""
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    ABOUT = "about"


@dataclass(frozen=True)
class PartShare:
    """
    The share of a part of the voters that is on one side.

    Attributes
    ----------
    percent
        None where only words may tell it.
    bound
        Whether it is a bound, since fewer than five are on one side.
    """

    percent: int | None
    bound: Bound = Bound.EXACT


WORDS_ALONE = PartShare(None)


def publishable_shares(
    parts: Mapping[str, tuple[int, int]], *, total: tuple[int, int]
) -> dict[str, PartShare]:
    """
    Return what may be told of parts of the voters beside the exact count of all.

    A part is told from five voters, under ten in words; a side of 0–4 people is a bound. What is left of all beside the
    exact parts is nobody, or has five people on either side: until it is, the smallest exact part is told in words too. If
    a bound and the count of all would lead to the number, words take its place.

    Parameters
    ----------
    parts
        By part, how many are on the side and how many voted; disjoint.
    total
        The same of all voters, who are told exactly.

    Examples
    --------
    >>> publishable_shares({"pioneer": (38, 40), "network": (20, 40), "receiver": (21, 40)}, total=(79, 120))["pioneer"]
    PartShare(percent=88, bound=<Bound.AT_LEAST: 'at_least'>)
    """
    shown = publishable_cells({name: voters for name, (_, voters) in parts.items()}, total=total[1])
    disclosed = {name: _part_share(*parts[name]) for name in shown}
    exact = [name for name in shown if disclosed[name].percent is not None and not disclosed[name].bound]
    while exact and _has_small_side(*_left(parts, exact, total)):
        disclosed[exact.pop()] = WORDS_ALONE
    if _is_pinned(parts, disclosed, _left(parts, exact, total)):
        disclosed = {name: WORDS_ALONE if share.bound else share for name, share in disclosed.items()}
    return disclosed


def lone_share(side: int, people: int) -> PartShare:
    """
    Return what may be told of a group of people beside which neither their total nor an overlapping group is told.

    Examples
    --------
    >>> lone_share(21, 21), lone_share(15, 30), lone_share(5, 9).percent
    (PartShare(percent=76, bound=<Bound.AT_LEAST: 'at_least'>), PartShare(percent=50, bound=<Bound.EXACT: ''>), None)
    """
    return _part_share(side, people)


def _part_share(side: int, voters: int) -> PartShare:
    if not is_exact(voters):
        return WORDS_ALONE
    if side < MIN_CELL:
        most = math.ceil(100 * (MIN_CELL - 1) / voters)
        return PartShare(max(most, round(100 * MIN_CELL / voters)), Bound.AT_MOST)
    if voters - side < MIN_CELL:
        least = math.floor(100 * (voters - MIN_CELL + 1) / voters)
        return PartShare(min(least, round(100 * (voters - MIN_CELL) / voters)), Bound.AT_LEAST)
    return PartShare(round(100 * side / voters))


def _has_small_side(side: int, voters: int) -> bool:
    return bool(voters) and min(side, voters - side) < MIN_CELL


def _left(
    parts: Mapping[str, tuple[int, int]], exact: Iterable[str], total: tuple[int, int]
) -> tuple[int, int]:
    """Return side and voters of all who are in no exact part."""
    sides, voters = total
    for name in exact:
        sides, voters = sides - parts[name][0], voters - parts[name][1]
    return sides, voters


def _is_pinned(
    parts: Mapping[str, tuple[int, int]], disclosed: Mapping[str, PartShare], left: tuple[int, int]
) -> bool:
    """Say whether a reader who knows the sum of what is left can tell the number behind a bound."""
    ranges = {}
    for name, share in disclosed.items():
        voters = parts[name][1]
        if share.bound == Bound.AT_MOST:
            ranges[name] = (0, MIN_CELL - 1)
        elif share.bound == Bound.AT_LEAST:
            ranges[name] = (voters - MIN_CELL + 1, voters)
        elif share.percent is None and is_exact(
            voters
        ):  # whoever knows the rule knows why it is disclosed in words
            ranges[name] = (MIN_CELL, voters - MIN_CELL)
        elif share.percent is None:
            ranges[name] = (0, voters)
    others = left[1] - sum(parts[name][1] for name in ranges)
    lowest, highest = (
        sum(low for low, _ in ranges.values()),
        others + sum(high for _, high in ranges.values()),
    )
    return any(
        max(low, left[0] - (highest - high)) == min(high, left[0] - (lowest - low))
        for name, (low, high) in ranges.items()
        if disclosed[name].bound
    )


def may_follow(before: Mapping[Cell, int], now: Mapping[Cell, int]) -> bool:
    """
    Say whether ``now`` may be published where ``before`` has been (no disclosure by differencing).

    A reader who compares the two sees how many people have come to a cell, and how many have gone from one. A person
    who moves from one cell to another has done both.

    Parameters
    ----------
    before, now
        Counts of disjoint cells in which everybody concerned is in one.

    Examples
    --------
    >>> may_follow({"agree": 9, "disagree": 3}, {"agree": 14, "disagree": 3})
    True
    >>> may_follow({"agree": 9, "disagree": 3}, {"agree": 15, "disagree": 2})
    False
    """
    changes = [now.get(cell, 0) - before.get(cell, 0) for cell in {*before, *now}]
    come = sum(change for change in changes if change > 0)
    gone = sum(change for change in changes if change < 0)
    return not (is_disclosive(come) or is_disclosive(gone))


def parts_may_follow(
    before: Mapping[str, Mapping[Cell, int]],
    now: Mapping[str, Mapping[Cell, int]],
    published: Collection[str],
) -> bool:
    """
    Say whether counts of all people and of some parts of them may be published where ``before`` has been.

    Compared are all together, each published part, and what is left beside these, which a reader can work out.

    Parameters
    ----------
    before, now
        Counts by part; the parts are disjoint, and together they are everybody.
    published
        The parts that were published beside the counts of all.

    Examples
    --------
    >>> before = {"pioneer": {"agree": 9}, "network": {"agree": 6}}
    >>> parts_may_follow(before, {"pioneer": {"agree": 14}, "network": {"agree": 7}}, ["pioneer"])
    False
    >>> parts_may_follow(before, {"pioneer": {"agree": 14}, "network": {"agree": 7}}, [])
    True
    """
    parts = {*before, *now}
    compared = [parts, parts - {*published}, *({name} for name in published)]
    return all(may_follow(_together(before, names), _together(now, names)) for names in compared)


def _together(counts: Mapping[str, Mapping[Cell, int]], names: Collection[str]) -> Counter[Cell]:
    found: Counter[Cell] = Counter()
    for name in names:
        found.update(counts.get(name, {}))
    return found


def totals_may_follow(changes: Iterable[tuple[int, int]]) -> bool:
    """
    Say whether numbers may be published again, each beside what it was: none has changed by one to four people.

    Parameters
    ----------
    changes
        Each number as it was published and as it is now.

    Examples
    --------
    >>> totals_may_follow([(20, 25), (7, 7)]), totals_may_follow([(20, 22)])
    (True, False)
    """
    return not any(is_disclosive(now - before) for before, now in changes)
