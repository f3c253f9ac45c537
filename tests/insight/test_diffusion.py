"""Curves, funnels, and forecasts that are made only where they can be."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from skaala.insight.diffusion.curves import Point, draw_curve, draw_stages, find_turning_point
from skaala.insight.diffusion.forecast import TooEarly, forecast_spread
from skaala.insight.diffusion.funnel import Course, count_funnel

STAGES = ("interested", "assessing", "decided", "piloting", "in use", "embedded")


def spread(*new: int, since: int = 2010) -> list[Point]:
    return draw_curve(
        [year + 0.5 for year, count in enumerate(new, since) for _ in range(count)],
        until=since + len(new) - 1,
    )


def simulate(final: int, outside: float, inside: float, years: int, *, seed: int) -> list[Point]:
    """A spread as Bass's model makes it."""
    generator = np.random.default_rng(seed)
    total, new = 0, []
    for _ in range(years):
        new.append(int(generator.binomial(final - total, min(outside + inside * total / final, 1.0))))
        total += new[-1]
    return spread(*new)


def test_a_curve_has_no_gaps_and_ends_where_it_was_observed():
    points = draw_curve([2023.9, 2019.0], until=2025)
    assert [point.year for point in points] == list(range(2019, 2026))
    assert [point.total for point in points] == [1, 1, 1, 1, 2, 2, 2]
    assert draw_curve([]) == []


@given(st.lists(st.floats(1990, 2030), max_size=60))
def test_a_curve_counts_everyone_once_whatever_the_order(when: list[float]):
    points = draw_curve(when)
    assert sum(point.new for point in points) == len(when)
    assert points == draw_curve(when[::-1])
    assert all(after.total >= before.total for before, after in pairwise(points))


def test_whoever_is_further_has_passed_the_stages_before():
    histories = [{"interested": 2020.1, "piloting": 2021.5}, {"in use": 2021.2}, {"stopped": 2022.0}]
    last = draw_stages(histories, STAGES)[-1].reached
    assert last == {"interested": 2, "assessing": 2, "decided": 2, "piloting": 2, "in use": 1, "embedded": 0}


@given(
    st.lists(
        st.builds(
            Course,
            stage=st.sampled_from([*STAGES, "of old"]),
            has_left=st.booleans(),
            reason=st.sampled_from([None, "no money", "no time"]),
        )
    )
)
def test_nobody_is_lost_in_the_funnel(courses: list[Course]):
    steps = count_funnel(courses, STAGES)
    for step, after in zip(steps, [*steps[1:], None], strict=True):
        assert step.reached == step.here + step.left + (after.reached if after else 0)
        assert sum(step.reasons.values()) == step.left


def test_the_most_frequent_reason_comes_first():
    courses = [Course("piloting", True, reason) for reason in ("no time", "no money", None, "no money")]
    assert list(count_funnel(courses, STAGES)[3].reasons.items()) == [
        ("no money", 2),
        ("no time", 1),
        (None, 1),
    ]


@pytest.mark.parametrize(
    ("curve", "why"),
    [
        ([], TooEarly.FEW_ADOPTERS),
        (spread(1, 2, 3, 1), TooEarly.FEW_ADOPTERS),
        (spread(5, 9, 30), TooEarly.FEW_YEARS),
        (spread(1, 3, 9, 20, 40), TooEarly.BEFORE_TURNING_POINT),
        (spread(1, 3, 9, 20, 18), TooEarly.BEFORE_TURNING_POINT),
        (spread(4, 5, 4, 5, 4, 5, 4, 5), TooEarly.BEFORE_TURNING_POINT),
        (spread(2, 10, 25, 10, 3), TooEarly.NOBODY_LEFT),
    ],
)
def test_says_why_it_is_too_early(curve: list[Point], why: TooEarly):
    found = forecast_spread(curve, 50)
    assert found.too_early == why
    assert found.expected == ()


def test_the_declarations_that_were_forecast_as_73_are_too_early():
    """Councils' climate emergencies by year: in 2019, before the turn, nothing is forecast; later it is, and right."""
    assert forecast_spread(spread(9, 210, since=2018), 408).too_early
    later = forecast_spread(spread(0, 9, 270, 30, 14, 5, 2, since=2017), 408)
    assert later.turning_point == 2019
    assert 330 <= later.expected[0].median <= 336


@pytest.mark.parametrize("seed", range(6))
def test_a_forecast_is_never_above_the_ceiling_nor_below_today(seed: int):
    curve = simulate(120, 0.02, 0.6, 14, seed=seed)
    found = forecast_spread(curve, 130, years=10)
    assert found.too_early is None
    before = curve[-1].total
    for one in found.expected:
        assert before <= one.low <= one.median <= one.high <= 130
        before = one.low


def test_most_futures_come_true():
    hits = cases = 0
    for seed in range(30):
        whole = simulate(150, 0.01, 0.5, 24, seed=seed)
        seen = [point for point in whole if point.year <= 2010 + 12]
        found = forecast_spread(seen, 309)
        if found.too_early is None:
            truth = next(point.total for point in whole if point.year == found.expected[-1].year)
            hits += found.expected[-1].low <= truth <= found.expected[-1].high
            cases += 1
    assert cases >= 15
    assert hits >= 0.65 * cases


def test_the_same_curve_gives_the_same_forecast():
    curve = simulate(100, 0.03, 0.5, 15, seed=1)
    assert forecast_spread(curve, 309) == forecast_spread(curve, 309)


def test_the_fastest_year_is_the_turning_point():
    assert find_turning_point(spread(1, 4, 12, 15, 6, 3)) == 2013
    assert find_turning_point(spread(30, 1, 1, 1)) == 2010
