"""How a study is referred to, and what answers which bottleneck."""

from __future__ import annotations

import pytest

from skaala.evidence.rules import answered, gaps, reference


@pytest.mark.parametrize(
    ("authors", "year", "title", "line"),
    [
        ("MDI", 2023, "Skaalaus", "MDI (2023): Skaalaus"),
        ("MDI", None, "Skaalaus", "MDI: Skaalaus"),
        ("", 2023, "Skaalaus", "2023: Skaalaus"),
        ("", None, "Skaalaus", "Skaalaus"),
        ("MDI", 2023, "", "MDI (2023)"),
        ("MDI", None, "", "MDI"),
        ("", 2023, "", "2023"),
        ("", None, "", ""),
    ],
)
def test_a_reference_leaves_out_what_is_not_known(authors, year, title, line):
    assert reference(authors=authors, year=year, title=title) == line


def test_bottlenecks_keep_their_order_with_those_who_met_them_most_often_first():
    money, time, will = answered(
        ["money", "time", "will"],
        counts={"money": {"receiver": 2, "pioneer": 5, "network": 0}, "time": {"receiver": 1, "pioneer": 1}},
        measures={"money": ["a fund", "a loan"]},
    )
    assert (money.bottleneck, money.times, money.perspectives) == (
        "money",
        7,
        (("pioneer", 5), ("receiver", 2)),
    )
    assert (money.measures, money.is_gap) == (("a fund", "a loan"), False)
    assert time.perspectives == (("receiver", 1), ("pioneer", 1))  # equally often: as they came
    assert (will.times, will.perspectives, will.measures, will.is_gap) == (0, (), (), True)


def test_gaps_come_by_how_often_they_were_met():
    rows = answered(
        ["rare", "answered", "first of two", "often", "second of two"],
        counts={
            "rare": {"receiver": 1}, "answered": {"receiver": 9}, "often": {"receiver": 5},
            "first of two": {"receiver": 3}, "second of two": {"receiver": 3},
        },
        measures={"answered": ["a fund"]},
    )  # fmt: skip
    assert [row.bottleneck for row in gaps(rows)] == ["often", "first of two", "second of two", "rare"]
