"""Every statement is in one list, told as the rules allow, and the figures can be computed again."""

from __future__ import annotations

import itertools

import pytest

from skaala.reports.figures.alignment import favourite, parting
from skaala.reports.figures.reach import left_out, reach
from skaala.reports.figures.statement_lists import LISTS, list_numbers, tally_statements
from tests.reports.voted import ballots

ALIKE = {"receiver": (20, 0, 0), "pioneer": (20, 0, 0)}


def tallied(votes, kind="good_practice"):
    return tally_statements(ballots({"s": kind}, {"s": votes})).rows


@pytest.mark.parametrize(
    ("votes", "kind", "listed"),
    [
        (ALIKE, "good_practice", "agreed"),
        ({"receiver": (2, 18, 0), "pioneer": (2, 18, 0)}, "good_practice", "agreed"),
        ({"receiver": (20, 0, 0), "pioneer": (0, 20, 0)}, "bottleneck", "divisive"),
        ({"receiver": (10, 2, 8), "pioneer": (10, 2, 8)}, "next_step", "uncertain"),
        ({"receiver": (6, 0, 0)}, "next_step", "uncertain"),
        (ALIKE, "open_question", "question"),
    ],
)
def test_each_statement_is_in_one_list_and_a_question_in_none_of_the_three(votes, kind, listed):
    (row,) = tallied(votes, kind)
    assert row.listed == listed
    assert (row.votes is None) == (sum(map(sum, votes.values())) < 10)


def test_fewer_than_five_are_left_out_and_fewer_than_ten_have_no_number():
    for sizes in itertools.product((0, 2, 4, 5, 9, 10, 14), repeat=3):
        votes = {
            name: (size // 2, size - size // 2, 0)
            for name, size in zip(("receiver", "pioneer", "network"), sizes, strict=True)
        }
        total = sum(sizes)
        rows = tallied(votes) if total else ()
        if total < 5:
            assert rows == ()
            continue
        (row,) = rows
        assert (row.agree is not None) == (total >= 10)
        made = ballots({"s": "good_practice"}, {"s": votes})
        for name, share in zip(made.names, row.parts, strict=True):
            assert share == made.share("s", name, "agree")  # the one home of the rules


def test_numbers_follow_agreement_and_lists_are_sorted_by_what_they_are_about():
    made = ballots(
        dict.fromkeys("abcd", "bottleneck"),
        {
            "a": {"receiver": (20, 20, 0)},
            "b": {"receiver": (38, 2, 0)},
            "c": {"receiver": (25, 15, 0)},
            "d": {"receiver": (30, 10, 0)},
        },
    )
    found = tally_statements(made)
    assert [(row.statement, row.number) for row in found.rows] == [("b", 1), ("d", 2), ("c", 3), ("a", 4)]
    assert [[row.statement for row in found.listed(name)] for name in LISTS] == [["b", "d"], ["a", "c"], []]
    assert list_numbers(made, "divisive") == [(4, 50, 50, 0, 40), (3, 62, 38, 0, 40)]
    assert list_numbers(made, "voters") is None


def test_perspectives_part_only_beyond_chance_or_where_a_finding_says_so():
    (near,) = tallied({"receiver": (20, 10, 0), "pioneer": (14, 10, 0)})
    (apart,) = tallied({"receiver": (55, 6, 0), "pioneer": (10, 50, 0)})
    assert parting([near], {}) is None
    assert (parting([near, apart], {}).more, parting([near, apart], {}).less) == ("receiver", "pioneer")
    assert parting([near], {"s": ("network", "pioneer")}).more == "network"
    assert favourite([apart], 0) is not None
    assert favourite([apart], 1) in {None, apart}


def test_what_the_report_rests_on_is_given_as_bounds_and_rounded():
    made = ballots(
        dict.fromkeys("ab", "bottleneck"),
        {
            "a": {"receiver": (18, 0, 0), "pioneer": (8, 0, 0)},
            "b": {"receiver": (20, 0, 0), "pioneer": (20, 0, 0)},
        },
    )
    assert reach(made, ["a"]) == [
        ("all", None, "≈ 40"), ("receiver", "≥ 75", "≈ 45"), ("pioneer", "≈ 40", "≈ 30")
    ]  # fmt: skip
    assert [row.statement for row in left_out(made, ["a"])] == ["b"]
