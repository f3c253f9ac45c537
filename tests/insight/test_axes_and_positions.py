"""Axes and positions against a dense calculation that fills in every cell."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from skaala.insight.opinions import axes as axes_module
from skaala.insight.opinions.axes import find_axes
from skaala.insight.opinions.positions import has_voted_enough, place_participants, place_statements
from skaala.insight.votes import Moderation, VoteMatrix, gather_votes


def filled_in(votes: VoteMatrix, zeroed: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The method as it is told: impute column means, zero moderated columns, centre."""
    table = np.full((votes.n_participants, votes.n_statements), np.nan)
    table[votes.rows, votes.columns] = votes.values
    table[:, zeroed] = 0.0
    means = np.nanmean(table, axis=0)
    return np.where(np.isnan(table), means, table) - means, means


@pytest.mark.parametrize("whole", [True, False])
@pytest.mark.parametrize("seed", range(4))
def test_axes_are_those_of_the_filled_in_table(
    make_board: Callable, monkeypatch: pytest.MonkeyPatch, *, whole: bool, seed: int
) -> None:
    monkeypatch.setattr(axes_module, "WHOLE_UP_TO_STATEMENTS", 64 if whole else 0)
    votes, _ = make_board(80, 40, camps=3, seed=seed)
    zeroed = np.arange(40) % 9 == 0
    axes = find_axes(votes, zeroed)
    centred, means = filled_in(votes, zeroed)
    _, strengths, directions = np.linalg.svd(centred, full_matrices=False)
    assert np.abs(np.sum(axes.loadings * directions[:2].T, axis=0)) == pytest.approx([1, 1], abs=1e-11)
    assert axes.shares == pytest.approx((strengths**2 / np.sum(strengths**2))[:2], rel=1e-11)
    assert axes.means == pytest.approx(means)
    assert (np.sum(axes.loadings**3, axis=0) > 0).all()


def test_positions_follow_the_formula(make_board: Callable) -> None:
    votes, _ = make_board(30, 12, camps=2, seed=5)
    zeroed = np.arange(12) == 3
    axes = find_axes(votes, zeroed)
    places = place_participants(votes, axes, zeroed)
    for i in (0, 7, 29):
        mine = [
            (int(j), int(v))
            for j, v in zip(
                votes.columns[votes.row_starts[i] : votes.row_starts[i + 1]],
                votes.values[votes.row_starts[i] : votes.row_starts[i + 1]],
                strict=True,
            )
            if j != 3
        ]
        summed = sum((v - axes.means[j]) * axes.loadings[j] for j, v in mine)
        assert places[i] == pytest.approx(summed * np.sqrt(12 / (len(mine) + 1)))
    statements = place_statements(votes, axes)
    assert statements == pytest.approx((1 - axes.means)[:, None] * axes.loadings * np.sqrt(12))
    assert statements[3].tolist() == [0, 0]


def test_equal_axes_are_chosen_by_rule() -> None:
    """Four camps on two blocks of statements: both axes are equally strong, and any two would be right."""
    cast = [
        (f"{a}{b}{i}", str(s), a if s < 5 else b)
        for a in (-1, 1)
        for b in (-1, 1)
        for i in range(6)
        for s in range(10)
    ]
    votes = gather_votes(cast)
    axes = find_axes(votes, np.zeros(10, dtype=bool))
    assert np.abs(axes.loadings.T).round(9).tolist() == [
        [0.447213595] * 5 + [0] * 5,
        [0] * 5 + [0.447213595] * 5,
    ]


@pytest.mark.parametrize("texts", [40, 100])
def test_equal_axes_are_both_found_on_boards_of_any_size(texts: int) -> None:
    cast = [
        (f"{a}{b}{i}", str(s), a if s < texts // 2 else b)
        for a in (-1, 1)
        for b in (-1, 1)
        for i in range(6)
        for s in range(texts)
    ]
    axes = find_axes(gather_votes(cast), np.zeros(texts, dtype=bool))
    assert axes.shares == pytest.approx([0.5, 0.5])
    assert axes.loadings.T @ axes.loadings == pytest.approx(np.eye(2), abs=1e-9)


def test_unanimous_votes_have_no_axis() -> None:
    votes = gather_votes([(str(i), str(j), 1) for i in range(10) for j in range(5)])
    axes = find_axes(votes, np.zeros(5, dtype=bool))
    assert axes.loadings.tolist() == [[0, 0]] * 5
    assert axes.shares.tolist() == [0, 0]


def test_who_is_in_with_seven_votes_or_among_the_fifteen_most_active() -> None:
    cast = [(f"p{i:02}", str(j), 1) for i in range(20) for j in range(7 if i < 3 else 6 - i % 3)]
    inside = has_voted_enough(gather_votes(cast))
    assert inside.sum() == 15
    assert inside[:3].all()
    active = gather_votes([(f"p{i:02}", str(j), 1) for i in range(20) for j in range(9 if i < 17 else 6)])
    assert has_voted_enough(active).sum() == 17


def test_rejected_votes_count_towards_being_in() -> None:
    cast = [(f"p{i:02}", str(j), 1) for i in range(20) for j in range(7)]
    votes = gather_votes(cast)
    assert Moderation(rejected={"0", "1"}).zeroed(votes).sum() == 2
    assert has_voted_enough(votes).all()
