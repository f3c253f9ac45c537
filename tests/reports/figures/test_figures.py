"""Figures are made of votes alone: right, the same again, and never about fewer than five people."""

from __future__ import annotations

import dataclasses
import itertools
import json
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skaala.insight.disclosure import combine_small
from skaala.insight.shares import newcombe_difference, wilson_share
from skaala.insight.small_samples import newcombe_interval, wilson_interval
from skaala.reports.figures.board_snapshot import BoardSnapshot
from skaala.reports.figures.raw_findings import draft
from skaala.reports.figures.series_tables import by_board, moves, side_by_side, voters
from skaala.reports.figures.vote_snapshot import VoteSnapshot
from tests.insight.attack import recoverable
from tests.reports.voted import PLAIN, SHARED, SPLIT, WIDE, ballots

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
        disclosed = {share.who: share.votes for share in made.shares("s")}
        assert all(number >= 5 for number in disclosed.values())
        if (total := disclosed.pop("all", 0)) and disclosed:
            assert total - sum(disclosed.values()) not in range(1, 5), sizes
        rows, rest = voters(made)
        assert all(count >= 5 for _, count in rows)
        assert rest == 0 or rest >= 5
        assert all(people is None or people >= 5 for _, (people, *_) in by_board(made))


PERSPECTIVES = ("receiver", "pioneer", "network", "everyone")


@given(st.fixed_dictionaries({(name, times): st.integers(0, 9) for name in PERSPECTIVES for times in (1, 2)}))
def test_no_few_people_are_found_by_subtracting_the_figures_of_a_statement(people):
    """Whatever the votes: by perspective, and by whether somebody voted on one board or on two."""
    rows, names = [], {}
    for (name, times), count in people.items():
        for number in range(count):
            who = f"{name}-{times}-{number}"
            names[who] = name
            rows += [(who, "s", board, 1) for board in range(times)]
    boards = (BoardSnapshot(1, "receiver", ("s",), ("s",)), BoardSnapshot(2, "pioneer", ("s",), ()))
    made = VoteSnapshot(tuple(rows), names, {"s": "bottleneck"}, boards)
    cells = {
        "all": set(people),
        "after": {cell for cell in people if cell[1] == 2},
        **{name: {cell for cell in people if cell[0] == name} for name in PERSPECTIVES[:3]},
    }
    published = [share.who for who in cells if (share := made.share("s", who, "agree"))]
    assert recoverable(people, [cells[who] for who in published]) == []


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
def test_who_took_part_is_published_from_five_on(counts, rows, rest):
    disclosed = combine_small(counts)
    assert (list(disclosed.rows), disclosed.rest) == (rows, rest)


def test_a_change_of_views_counts_those_who_voted_twice():
    first = [(f"p{n:02}", "s", 0, 1 if n < 15 else -1) for n in range(20)]
    again = [(f"p{n:02}", "s", 1, -1) for n in range(16)]
    rows = sorted([*first, *again], key=lambda row: (row[0], row[2]))
    boards = (BoardSnapshot(1, "receiver", ("s",), ("s",)), BoardSnapshot(2, "pioneer", ("s",), ()))
    made = VoteSnapshot(tuple(rows), {f"p{n:02}": "receiver" for n in range(20)}, {"s": "bottleneck"}, boards)
    # Four voted once: fewer than five, so what those who voted twice say is not told either.
    assert (moves(made), made.share("s", "after", "agree")) == ([], None)
    assert made.share("s", "all", "agree").share == 0  # the later vote counts
    more = dataclasses.replace(made, votes=(*made.votes, *((f"p{n:02}", "s", 1, 1) for n in range(15, 20))))
    assert moves(more) == [("s", (75, 25, -50, 20))]
    (change,) = [each for each in draft(more) if each.kind == "moved"]
    assert change.facts["change"] == -50
    assert side_by_side(more) == [("s", (25, 25, 20))]


def test_the_same_votes_under_other_names_give_the_same_figures():
    made = ballots({"a": "good_practice", "b": "bottleneck"}, {"a": SHARED, "b": SPLIT})
    fresh = made.under_fresh_ids(random.Random(1))
    assert not set(fresh.perspectives) & set(made.perspectives)
    kept = VoteSnapshot.from_data(json.loads(json.dumps(fresh.as_data())))
    assert [each.shares for each in draft(kept)] == [each.shares for each in draft(made)]
    assert (made.identity == fresh.identity, kept.identity) == (False, fresh.identity)


def test_rules_choose_what_is_shared_what_differs_and_what_is_ranked():
    kinds = {"a": "good_practice", "b": "bottleneck", "c": "bottleneck", "few": "bottleneck"}
    found = draft(ballots(kinds, {"a": SHARED, "b": SPLIT, "c": PLAIN, "few": {"receiver": (4, 0, 0)}}))
    assert [(each.kind, each.rule, each.statement) for each in found] == [
        ("shared_view", "shared", "a"),
        ("shared_view", "most", "c"),
        ("difference", "difference", "b"),
    ]
    # Each is told once; where it stands among its own kind is told there.
    assert [each.facts["of_kind"] for each in found] == ["good_practice", "bottleneck", "bottleneck"]
    assert [(share.who, share.bound) for share in found[2].shares] == [("all", ""), ("receiver", "at_least"), ("pioneer", "at_most")]  # fmt: skip
    wide = draft(ballots({"b": "bottleneck"}, {"b": WIDE}))
    gap = next(each for each in wide if each.kind == "difference").shares[-1]
    assert (gap.who, gap.share, gap.low, gap.high) == ("receiver-pioneer", 59, 35, 74)
    assert draft(ballots({}, {})) == []
    assert draft(ballots({"a": "bottleneck"}, {"a": {"receiver": (1, 0, 0)}})) == []
