"""Pooled votes beside the counts of their statements: whoever subtracts, or weighs all that is possible, finds no few people."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import Bounds, LinearConstraint, milp

from skaala.insight.disclosure import Bound
from skaala.insight.pooled_votes import AGREE, DISAGREE, MIXED, PASS, pool, pooled_share

VOTES = (1, -1, 0, None)
PATTERNS = [each for each in itertools.product(VOTES, repeat=2) if each != (None, None)]
"""What one person may have said to two statements; None is no vote."""
SIDES = {"agree": AGREE, "disagree": DISAGREE, "mixed": MIXED, "pass": PASS}


@pytest.mark.parametrize(
    ("votes", "says"),
    [
        ([1], AGREE),
        ([1, 0, 1], AGREE),
        ([-1, 0], DISAGREE),
        ([1, -1], MIXED),
        ([0, 1, -1], MIXED),
        ([0, 0], PASS),
    ],
)
def test_a_person_agrees_who_agrees_with_one_and_disagrees_with_none(votes, says):
    assert pool(votes) == says


@pytest.mark.parametrize("side", [0, 1, 4, 36, 39, 40])
def test_sides_of_none_to_four_are_disclosed_alike(side):
    disclosed = pooled_share(side, 40, 30)
    assert disclosed == pooled_share(0 if side < 5 else 40, 40, 30)
    assert disclosed.bound in {Bound.AT_LEAST, Bound.AT_MOST}


def test_a_share_is_a_step_and_never_says_that_there_is_nobody():
    for people in range(10, 60):
        for side in range(5, people - 4):
            disclosed = pooled_share(side, people, min(people, 30))
            assert disclosed.bound == Bound.ABOUT
            assert disclosed.percent % 5 == 0
            assert 0 < disclosed.percent < 100


def voted(pattern: tuple[int | None, ...]) -> list[int]:
    return [vote for vote in pattern if vote is not None]


def counts(people: dict[tuple[int | None, ...], int]) -> list[tuple[int, ...]]:
    """What is public of each statement: who agree, disagree, pass."""
    return [
        tuple(
            sum(number for pattern, number in people.items() if pattern[place] == vote) for vote in (1, -1, 0)
        )
        for place in (0, 1)
    ]


def disclosed(people: dict[tuple[int | None, ...], int]):
    total = sum(people.values())
    voters = max(map(sum, counts(people)))
    return {
        name: pooled_share(
            sum(number for pattern, number in people.items() if pool(voted(pattern)) == side), total, voters
        )
        for name, side in SIDES.items()
    }


# What a reader might want to know: who voted on one statement alone, on both, with which answers.
SETS = {
    "only the first": [pattern for pattern in PATTERNS if pattern[1] is None],
    "only the second": [pattern for pattern in PATTERNS if pattern[0] is None],
    "both": [pattern for pattern in PATTERNS if None not in pattern],
    "agree through the second alone": [(0, 1), (None, 1)],
    "disagree through the second alone": [(0, -1), (None, -1)],
    "on both sides": [(1, -1), (-1, 1)],
    "agree with both": [(1, 1)],
    "disagree with both": [(-1, -1)],
}


def reach(people, wanted) -> tuple[int, int]:
    """The fewest and the most people that a set may have, for a reader of all that is disclosed who can weigh everything."""
    columns = np.eye(len(PATTERNS))
    rows, low, high = [], [], []
    for place, sides in enumerate(counts(people)):
        for vote, number in zip((1, -1, 0), sides, strict=True):
            rows.append([float(pattern[place] == vote) for pattern in PATTERNS])
            low.append(number)
            high.append(number)
    for name, share in disclosed(people).items():
        if share.percent is None:
            continue
        inside = np.array([float(pool(voted(pattern)) == SIDES[name]) for pattern in PATTERNS])
        outside = 1 - inside
        if share.bound == Bound.AT_MOST:
            rows.append(inside)
            low.append(0)
            high.append(4)
        elif share.bound == Bound.AT_LEAST:
            rows.append(outside)
            low.append(0)
            high.append(4)
        else:  # within a step; at the ends of the scale everything up to there
            least = 0 if share.percent == 5 else (share.percent - 2.5) / 100
            most = 1 if share.percent == 95 else (share.percent + 2.5) / 100
            rows += [inside - least, inside - most, inside, outside]
            low += [0, -np.inf, 5, 5]
            high += [np.inf, 0, np.inf, np.inf]
    rule = LinearConstraint(np.array(rows), low, high)
    goal = sum(columns[PATTERNS.index(pattern)] for pattern in wanted)
    ends = [
        milp(sign * goal, constraints=rule, bounds=Bounds(0, np.inf), integrality=np.ones(len(PATTERNS)))
        for sign in (1, -1)
    ]
    assert all(end.success for end in ends)
    return round(ends[0].fun), round(-ends[1].fun)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(0, 9), min_size=len(PATTERNS), max_size=len(PATTERNS)))
def test_whoever_knows_the_statements_and_the_claim_finds_no_few_people(numbers):
    people = dict(zip(PATTERNS, numbers, strict=True))
    if max(map(sum, counts(people))) < 10:
        return
    alone = {name: reach_of_statements(people, wanted) for name, wanted in SETS.items()}
    for name, wanted in SETS.items():
        low, high = reach(people, wanted)
        if alone[name][0] == alone[name][1]:
            continue  # the statements say it already, without the claim
        assert low != high or low == 0 or low >= 5, (name, people)


def reach_of_statements(people, wanted) -> tuple[int, int]:
    rows, numbers = [], []
    for place, sides in enumerate(counts(people)):
        for vote, number in zip((1, -1, 0), sides, strict=True):
            rows.append([float(pattern[place] == vote) for pattern in PATTERNS])
            numbers.append(number)
    rule = LinearConstraint(np.array(rows), numbers, numbers)
    goal = np.array([float(pattern in wanted) for pattern in PATTERNS])
    ends = [
        milp(sign * goal, constraints=rule, bounds=Bounds(0, np.inf), integrality=np.ones(len(PATTERNS)))
        for sign in (1, -1)
    ]
    return round(ends[0].fun), round(-ends[1].fun)
