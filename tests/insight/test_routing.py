from __future__ import annotations

import numpy as np
import pytest
from scipy.stats import chisquare

from skaala.insight.counts import Counts
from skaala.insight.opinions.priority import weigh_importance, weigh_priority
from skaala.insight.routing import draw_statement


def one(agree: int, disagree: int, total: int) -> Counts:
    return Counts(np.array([[agree]]), np.array([[disagree]]), np.array([[total]]))


def test_importance_and_priority_by_hand() -> None:
    """6 agree, 2 disagree, 2 pass; extremity 1.5: (1 − 3/12)·2.5·7/12, and 1 + 8·2^(−10/5) = 3."""
    importance = 0.75 * 2.5 * 7 / 12
    counted, extremity = one(6, 2, 10), np.array([1.5])
    assert weigh_importance(counted, extremity)[0] == pytest.approx(importance, rel=1e-15)
    assert weigh_priority(counted, extremity, np.array([False]))[0] == pytest.approx((importance * 3) ** 2)
    assert weigh_priority(counted, extremity, np.array([True]))[0] == 49


def test_little_voted_statements_are_given_a_chance() -> None:
    none, some, many = (
        weigh_priority(one(n // 2, n - n // 2, n), np.zeros(1), np.array([False]))[0] for n in (0, 10, 1000)
    )
    assert none > some > many > 0


def test_drawn_distribution_is_proportional_to_priority() -> None:
    """Production elsewhere drew at random for 16 months: so look at what is drawn, not whether."""
    priorities = {"a": 49.0, "b": 9.0, "c": 1.0, "d": 0.25, "gone": 1000.0}
    candidates = ["a", "b", "c", "d", "unknown"]
    drawn = [draw_statement(candidates, priorities, seed=seed) for seed in range(20_000)]
    expected = np.array([49.0, 9.0, 1.0, 0.25, 1.0])
    seen = np.array([drawn.count(name) for name in candidates])
    assert seen.sum() == 20_000
    assert chisquare(seen, expected / expected.sum() * 20_000).pvalue > 1e-4
    equal = np.full(5, 4_000)
    assert chisquare(seen, equal).pvalue < 1e-100  # the check above can fail


def test_same_seed_draws_the_same_statement() -> None:
    names = [str(i) for i in range(50)]
    assert draw_statement(names, {}, seed="anna:3") == draw_statement(names, {}, seed="anna:3")
    assert len({draw_statement(names, {}, seed=f"anna:{n}") for n in range(40)}) > 10


def test_carried_over_statements_come_first_by_their_priority() -> None:
    priorities = {"old": 1.0, "older": 3.0, "new": 1e6}
    drawn = [
        draw_statement(["new", "old", "older"], priorities, seed=s, carried_over={"old", "older"})
        for s in range(4000)
    ]
    assert "new" not in drawn
    assert drawn.count("older") / 4000 == pytest.approx(0.75, abs=0.03)
    assert draw_statement(["new"], priorities, seed=0, carried_over={"old"}) == "new"


def test_useless_priorities_do_not_break_the_draw() -> None:
    assert draw_statement(["a", "b"], {"a": float("nan"), "b": 1.0}, seed=3) == "b"
    assert draw_statement(["a"], {"a": 0.0}, seed=3) == "a"
    assert draw_statement([], {}, seed=3) is None
