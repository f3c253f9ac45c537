"""Figures are made of votes alone: right, the same again, and never about fewer than five people."""

from __future__ import annotations

import dataclasses
import itertools
import json
import random

import pytest

from skaala.insight.shares import newcombe_difference, wilson_share
from skaala.insight.small_samples import newcombe_interval, wilson_interval
from skaala.reports.across import by_board, moves, side_by_side, voters
from skaala.reports.ballots import Ballots, BoardHeld
from skaala.reports.coverage import tell
from skaala.reports.drafting import draft
from tests.reports.voted import PLAIN, SHARED, SPLIT, ballots

SMALL = [0, 1, 2, 4, 5, 6, 9]


@pytest.mark.parametrize(("count", "total"), [(0, 5), (3, 5), (5, 5), (17, 40), (999, 1000)])
def test_intervals_are_those_of_the_engine(count, total):
    assert wilson_share(count, total) == pytest.approx([float(x) for x in wilson_interval(count, total)])
    assert newcombe_difference(count, total, 2, 7) == pytest.approx(newcombe_interval(count, total, 2, 7))


def test_no_figure_is_about_fewer_than_five_nor_leads_to_them():
    """Invariant 6: neither a figure nor what is left when the others are taken from that of all."""
    for sizes in itertools.product(SMALL, repeat=3):
        votes = {
            name: (size, 0, 0) for name, size in zip(("receiver", "pioneer", "network"), sizes, strict=True)
        }
        made = ballots({"s": "bottleneck"}, {"s": votes})
        told = {share.who: share.votes for share in made.shares("s")}
        assert all(number >= 5 for number in told.values())
        if (total := told.pop("all", 0)) and told:
            assert total - sum(told.values()) not in range(1, 5), sizes
        rows, rest = voters(made)
        assert all(count >= 5 for _, count in rows)
        assert rest == 0 or rest >= 5
        assert all(people is None or people >= 5 for _, (people, *_) in by_board(made))


@pytest.mark.parametrize(
    ("counts", "rows", "rest"),
    [
        ({"a": 9, "b": 5}, [("a", 9), ("b", 5)], 0),
        ({"a": 9, "b": 6, "c": 2}, [("a", 9)], 8),
        ({"a": 9, "b": 3, "c": 2}, [("a", 9)], 5),
        ({"a": 3, "b": 1}, [], 0),
        ({"a": 7, "b": 1}, [], 8),
        ({}, [], 0),
    ],
)
def test_who_took_part_is_told_from_five_on(counts, rows, rest):
    told = tell(counts)
    assert (list(told.rows), told.rest) == (rows, rest)


def test_a_change_of_views_is_told_of_those_who_voted_twice():
    first = [(f"p{n}", "s", 0, 1 if n < 8 else -1) for n in range(10)]
    again = [(f"p{n}", "s", 1, -1) for n in range(6)]
    rows = sorted([*first, *again], key=lambda row: (row[0], row[2]))
    boards = (BoardHeld(1, "receiver", ("s",), ("s",)), BoardHeld(2, "pioneer", ("s",), ()))
    made = Ballots(tuple(rows), {f"p{n}": "receiver" for n in range(10)}, {"s": "bottleneck"}, boards)
    # Four voted once: fewer than five, so what those who voted twice say is not told either.
    assert (moves(made), made.share("s", "after", "agree")) == ([], None)
    assert made.share("s", "all", "agree").share == 20  # the later vote counts
    more = dataclasses.replace(made, votes=(*made.votes, ("p9", "s", 1, -1), ("p8", "s", 1, -1), ("p7", "s", 1, 1), ("p6", "s", 1, 1)))  # fmt: skip
    assert moves(more) == [("s", (80, 20, -60, 10))]
    (change,) = [each for each in draft(more) if each.kind == "moved"]
    assert change.facts["by_chance"] is False
    assert side_by_side(more) == [("s", (20, 20, 10))]


def test_the_same_votes_under_other_names_give_the_same_figures():
    made = ballots({"a": "good_practice", "b": "bottleneck"}, {"a": SHARED, "b": SPLIT})
    fresh = made.under_fresh_ids(random.Random(1))
    assert not set(fresh.perspectives) & set(made.perspectives)
    kept = Ballots.from_data(json.loads(json.dumps(fresh.as_data())))
    assert [each.shares for each in draft(kept)] == [each.shares for each in draft(made)]
    assert (made.identity == fresh.identity, kept.identity) == (False, fresh.identity)


def test_rules_choose_what_is_shared_what_differs_and_what_is_ranked():
    kinds = {"a": "good_practice", "b": "bottleneck", "c": "bottleneck", "few": "bottleneck"}
    found = draft(ballots(kinds, {"a": SHARED, "b": SPLIT, "c": PLAIN, "few": {"receiver": (4, 0, 0)}}))
    assert [(each.kind, each.rule, each.statement) for each in found] == [
        ("shared_view", "shared", "a"),
        ("shared_view", "most", "c"),
        ("difference", "difference", "b"),
        ("good_practice", "ranked", "a"),
        ("bottleneck", "ranked", "c"),
        ("bottleneck", "ranked", "b"),
    ]
    gap = found[2].shares[-1]
    assert (gap.who, gap.share, gap.low, gap.high) == ("receiver-pioneer", 83, 43, 93)
    assert draft(ballots({}, {})) == []
    assert draft(ballots({"a": "bottleneck"}, {"a": {"receiver": (1, 0, 0)}})) == []
