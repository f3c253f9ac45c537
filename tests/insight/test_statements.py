"""Figures of statements, formula by formula, against cases worked out by hand."""

from __future__ import annotations

import math

import numpy as np
import pytest

from skaala.insight.counts import Counts, count_votes
from skaala.insight.opinions.consensus import (
    find_divisive,
    find_majorities,
    measure_common_ground,
    measure_division,
)
from skaala.insight.opinions.representativeness import choose_representative, compare_groups
from skaala.insight.votes import gather_votes


def counts(agree: list[list[int]], disagree: list[list[int]], total: list[list[int]]) -> Counts:
    return Counts(np.array(agree), np.array(disagree), np.array(total))


def test_counts_per_group_leave_out_whoever_is_in_none() -> None:
    votes = gather_votes([("a", "1", 1), ("b", "1", -1), ("c", "1", 0), ("d", "1", 1), ("a", "2", 1)])
    counted = count_votes(votes, np.array([0, 0, 1, -1]), 2)
    assert counted.agree.tolist() == [[1, 1], [0, 0]]
    assert counted.disagree.tolist() == [[1, 0], [0, 0]]
    assert counted.total.tolist() == [[2, 1], [1, 0]]


def test_representativeness_by_hand() -> None:
    """Group: 8 agree, 1 disagrees, 1 passes; the others: 3 agree, 5 disagree, 1 passes."""
    tests = compare_groups(counts([[8], [3]], [[1], [5]], [[10], [9]]))
    assert tests.agree_share[0, 0] == 9 / 12
    assert tests.disagree_share[0, 0] == 2 / 12
    assert tests.agree_test[0, 0] == pytest.approx(2 * math.sqrt(11) * (9 / 11 - 0.5), rel=1e-15)
    assert tests.disagree_test[0, 0] == pytest.approx(2 * math.sqrt(11) * (2 / 11 - 0.5), rel=1e-15)
    assert tests.agree_ratio[0, 0] == pytest.approx((9 / 12) / (4 / 11), rel=1e-15)
    assert tests.disagree_ratio[0, 0] == pytest.approx((2 / 12) / (6 / 11), rel=1e-15)
    pooled = 13 / 21
    assert tests.agree_ratio_test[0, 0] == pytest.approx(
        (9 / 11 - 4 / 10) / math.sqrt(pooled * (1 - pooled) * (1 / 11 + 1 / 10)), rel=1e-14
    )
    pooled = 8 / 21
    assert tests.disagree_ratio_test[0, 0] == pytest.approx(
        (2 / 11 - 6 / 10) / math.sqrt(pooled * (1 - pooled) * (1 / 11 + 1 / 10)), rel=1e-14
    )


def test_two_proportion_test_is_nought_where_all_agree() -> None:
    tests = compare_groups(counts([[4], [5]], [[0], [0]], [[4], [5]]))
    assert tests.agree_ratio_test.tolist() == [[0], [0]]
    assert np.isfinite(tests.disagree_ratio_test).all()


def chosen(counted: Counts, zeroed: list[bool] | None = None) -> list[list[tuple[int, str]]]:
    out = np.array(zeroed or [False] * counted.total.shape[1])
    return [
        [(r.statement, r.side) for r in g]
        for g in choose_representative(counted, compare_groups(counted), out)
    ]


def test_choice_takes_best_agree_first_then_by_score_and_lists_agreements_first() -> None:
    """Of eight sufficient ones five are taken: the best agree, four by score, disagreements last."""
    agree = [[20, 19, 18, 0, 1, 17, 16, 15], [1, 1, 1, 20, 20, 1, 1, 1]]
    disagree = [[0, 1, 2, 20, 19, 3, 4, 5], [19, 19, 19, 0, 0, 19, 19, 19]]
    counted = counts(agree, disagree, [[20] * 8, [20] * 8])
    tests = compare_groups(counted)
    score = {
        **{
            j: (tests.agree_ratio * tests.agree_ratio_test * tests.agree_share * tests.agree_test)[0, j]
            for j in (0, 1, 2, 5, 6, 7)
        },
        **{
            j: (
                tests.disagree_ratio * tests.disagree_ratio_test * tests.disagree_share * tests.disagree_test
            )[0, j]
            for j in (3, 4)
        },
    }
    best = sorted((j for j in score if j != 0), key=lambda j: -score[j])[:4]
    expected = [(0, "agree")] + [(j, "agree") for j in best if j not in (3, 4)]
    expected += [(j, "disagree") for j in best if j in (3, 4)]
    assert chosen(counted)[0] == expected
    assert len(expected) == 5


def test_choice_passes_over_moderated_statements() -> None:
    counted = counts([[9, 9], [0, 0]], [[0, 0], [9, 9]], [[9, 9], [9, 9]])
    assert chosen(counted, [True, False])[0] == [(1, "agree")]


def test_choice_without_a_sufficient_statement_falls_back_to_best_agree() -> None:
    """All agree: nothing sets the group apart, so what it agrees on most stands alone."""
    counted = counts([[9, 8], [9, 8]], [[0, 1], [0, 1]], [[9, 9], [9, 9]])
    assert chosen(counted)[0] == [
        (0, "disagree")
    ]  # rat = 0 is not above rdt = 0: listed by the rule's letter


def test_choice_without_any_agreement_falls_back_to_the_strongest_ratio_test() -> None:
    counted = counts([[0, 0], [1, 0]], [[1, 2], [1, 1]], [[4, 4], [4, 4]])
    assert chosen(counted)[0] == [(1, "disagree")]


def test_a_single_group_has_no_representative_statements() -> None:
    assert chosen(counts([[9]], [[0]], [[9]])) == [[]]


def test_majority_needs_more_than_half_and_ninety_per_cent() -> None:
    # 9 of 10 clear; 6 of 10: pat = 2·√11·(7/11 − ½) = 0.905, not clear; 2 of 2: pat = 2·√3·½ = 1.732, clear
    everybody = counts([[9, 6, 2, 0]], [[1, 4, 0, 8]], [[10, 10, 2, 10]])
    found = find_majorities(everybody, np.array([False] * 4))
    assert found.agree == (0, 2)
    assert found.disagree == (3,)


def test_common_ground_geometric_does_not_shrink_with_groups() -> None:
    for groups in (2, 3, 6):
        same = counts([[92]] * groups, [[0]] * groups, [[98]] * groups)
        geometric, product = measure_common_ground(same)
        assert geometric[0] == pytest.approx(0.93, rel=1e-14)
        assert product[0] == pytest.approx(0.93**groups, rel=1e-14)


def test_common_ground_is_low_where_one_group_disagrees() -> None:
    geometric, product = measure_common_ground(counts([[98], [0]], [[0], [8]], [[98], [8]]))
    assert product[0] == pytest.approx(0.99 * 0.1)
    assert geometric[0] == pytest.approx(math.sqrt(0.99 * 0.1))


def test_divisive_needs_both_sides_to_be_clear() -> None:
    counted = counts([[9, 9, 2], [0, 4, 0]], [[0, 0, 0], [9, 5, 2]], [[9, 9, 2], [9, 9, 2]])
    assert find_divisive(counted, np.array([False] * 3)) == (0, 2)
    between, within = measure_division(counted)
    assert between[0] == pytest.approx((9 / 11 + 9 / 11) / 2)
    assert between[0] > between[1] > 0
    assert within[0] > within[2]
