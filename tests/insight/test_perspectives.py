from __future__ import annotations

import itertools
import math

import numpy as np
import pytest
from scipy.stats import binom, chi2_contingency, fisher_exact

from skaala.insight.perspectives import compare_perspectives
from skaala.insight.small_samples import (
    correct_for_many,
    difference_by_chance,
    majority_by_chance,
    newcombe_interval,
    wilson_interval,
)
from skaala.insight.votes import Moderation, gather_votes


def test_difference_is_fishers_test_for_two_groups() -> None:
    for a, b in itertools.product(range(8), range(6)):
        assert difference_by_chance([a, b], [7, 5]) == pytest.approx(
            fisher_exact([[a, 7 - a], [b, 5 - b]]).pvalue, rel=1e-9
        )


def test_difference_of_three_groups_by_counting_every_table() -> None:
    counts, totals = [5, 1, 0], [6, 5, 4]

    def ways(table: tuple[int, ...]) -> int:
        return math.prod(math.comb(n, a) for n, a in zip(totals, table, strict=True))

    tables = [t for t in itertools.product(*(range(n + 1) for n in totals)) if sum(t) == 6]
    seen = ways((5, 1, 0))
    expected = sum(ways(t) for t in tables if ways(t) <= seen) / sum(ways(t) for t in tables)
    assert difference_by_chance(counts, totals) == pytest.approx(expected, rel=1e-9)


def test_difference_errs_no_more_often_than_it_says() -> None:
    """Twenty people in three perspectives, all alike: counted over all outcomes, not drawn."""
    totals, share = [8, 7, 5], 0.4
    wrong = sum(
        math.prod(binom.pmf(a, n, share) for a, n in zip(table, totals, strict=True))
        for table in itertools.product(*(range(n + 1) for n in totals))
        if difference_by_chance(list(table), totals) <= 0.05
    )
    assert 0.005 < wrong <= 0.05


def test_large_tables_fall_back_to_chi_squared_continuously() -> None:
    yes, total = [450, 520, 800], [1000, 1000, 1600]
    table = [[a, n - a] for a, n in zip(yes, total, strict=True)]
    assert difference_by_chance(yes, total) == pytest.approx(chi2_contingency(table).pvalue, rel=1e-9)
    yes, total = [225, 260, 400], [500, 500, 800]  # still counted exactly
    table = [[a, n - a] for a, n in zip(yes, total, strict=True)]
    assert difference_by_chance(yes, total) == pytest.approx(chi2_contingency(table).pvalue, rel=0.05)
    assert difference_by_chance([0, 0], [10, 10]) == 1.0


def test_wilson_covers_what_it_promises() -> None:
    for n, share in ((5, 0.5), (12, 0.8), (30, 0.9)):
        low, high = wilson_interval(np.arange(n + 1), np.full(n + 1, n))
        covered = sum(binom.pmf(i, n, share) for i in range(n + 1) if low[i] <= share <= high[i])
        assert covered > 0.91
    assert [float(bound) for bound in wilson_interval(0, 0)] == [0.0, 1.0]


def test_newcombe_as_published() -> None:
    # Newcombe 1998, table II, method 10: 9/10 − 3/10 and 10/10 − 0/20
    assert newcombe_interval(9, 10, 3, 10) == pytest.approx((0.1705, 0.8090), abs=5e-5)
    assert newcombe_interval(10, 10, 0, 20) == pytest.approx((0.6791, 1.0), abs=5e-5)


def test_majority_and_correction_by_hand() -> None:
    assert majority_by_chance(9, 10) == pytest.approx(11 / 1024)
    assert majority_by_chance(0, 10) == 1.0
    assert correct_for_many([0.04, 0.01, 0.03, 0.005]) == pytest.approx([0.04, 0.02, 0.04, 0.02])
    assert correct_for_many([]) == []


PEOPLE = {f"r{i:02}": "receiver" for i in range(14)} | {f"p{i}": "pioneer" for i in range(9)}
PEOPLE |= {f"n{i}": "network" for i in range(4)}


def board(*agreeing: set[str]) -> list[tuple[str, str, int]]:
    """One statement for each set of perspectives that agree with it; everybody else disagrees."""
    return [
        (who, str(j), 1 if what in side else -1)
        for j, side in enumerate(agreeing)
        for who, what in PEOPLE.items()
    ]


def test_perspectives_agree_and_differ_beyond_chance() -> None:
    votes = gather_votes(board({"receiver", "pioneer", "network"}, {"receiver"}, set()))
    together, apart, against = compare_perspectives(votes, PEOPLE)
    assert (together.common, together.differs) == ("agree", False)
    assert (apart.common, apart.differs) == (None, True)
    assert apart.gap is not None
    assert (apart.gap.more, apart.gap.less, apart.gap.difference) == ("receiver", "pioneer", 1.0)
    assert apart.gap.low > 0.5
    assert (against.common, against.differs) == ("disagree", False)


def test_small_cells_are_suppressed_and_take_no_part() -> None:
    votes = gather_votes(board({"receiver", "pioneer"}))
    comparison = compare_perspectives(votes, PEOPLE)[0]
    network = next(cell for cell in comparison.cells if cell.perspective == "network")
    assert network.suppressed
    assert vars(network) == dict.fromkeys(vars(network)) | {"perspective": "network"}
    assert comparison.common == "agree"  # the four who disagree are neither shown nor heard in it


def test_moderated_statements_are_left_out() -> None:
    votes = gather_votes(board({"receiver"}, {"receiver"}))
    found = compare_perspectives(votes, PEOPLE, moderation=Moderation(rejected={"0"}))
    assert [comparison.statement for comparison in found] == ["1"]


def test_noise_yields_few_findings() -> None:
    """Over 60 boards of 40 statements at random, about one list in twenty or fewer may hold a false line."""
    chance = np.random.default_rng(4)
    boards_with_findings = 0
    for _ in range(60):
        votes = gather_votes(
            (who, str(j), int(chance.choice([-1, 0, 1]))) for who in PEOPLE for j in range(40)
        )
        found = compare_perspectives(votes, PEOPLE)
        boards_with_findings += any(c.differs or c.common for c in found)
    assert boards_with_findings <= 6
