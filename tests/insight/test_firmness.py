"""Are groups separate, and are they firm: yes where they were planted, no in noise."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from benchmarks.groups_planted import camps_of_15, continua
from skaala.insight.opinions.analysis import analyse_opinions
from skaala.insight.opinions.axes import find_axes
from skaala.insight.opinions.continuum import fit_continuum
from skaala.insight.opinions.separation import judge_separation
from skaala.insight.opinions.stability import measure_stability
from skaala.insight.votes import VoteMatrix, gather_votes


def shuffled(votes: VoteMatrix, seed: int) -> VoteMatrix:
    """Each statement's votes dealt out anew among those who voted on it."""
    chance = np.random.default_rng(seed)
    values = votes.values.copy()
    for j in range(votes.n_statements):
        cells = np.flatnonzero(votes.columns == j)
        values[cells] = chance.permutation(values[cells])
    return votes.with_values(values)


def test_planted_groups_are_separate_and_firm(make_board: Callable) -> None:
    votes, _ = make_board(60, 40, camps=2, seed=1)
    opinion = analyse_opinions(votes)
    steps: list[int] = []
    separation = judge_separation(opinion, on_step=lambda: steps.append(1))
    assert (separation.separate, separation.reason) == (True, "apart")
    assert separation.p_value == 0.01
    assert separation.continuum_p_value == 0.02
    assert len(steps) == 99 + 49
    stability = measure_stability(opinion)
    assert stability.overall is not None
    assert stability.overall > 0.9
    assert (stability.grade, stability.grades) == ("firm", ("firm", "firm"))


def test_pure_noise_has_no_separate_groups(make_board: Callable) -> None:
    """Twenty boards; at the 2 % level two or more false alarms among them come in one case of seventeen."""
    alarms = 0
    for seed in range(20):
        votes, _ = make_board(60, 30, camps=1, seed=100 + seed)
        alarms += judge_separation(analyse_opinions(votes), seed=seed).separate
    assert alarms <= 1


def test_shuffled_conversations_have_no_separate_groups(read_conversation: Callable) -> None:
    alarms = 0
    for seed in range(20):
        read, about = read_conversation(("scoop-hivemind.biodiversity", "london.youth.policing")[seed % 2])
        opinion = analyse_opinions(shuffled(read.votes, seed), moderation=about.moderation)
        alarms += judge_separation(opinion, seed=seed).separate
    assert alarms <= 1


def test_opinions_that_differ_by_degrees_are_no_separate_groups() -> None:
    """Of 30 rooms without groups more than three are called separate in one case of a hundred, were it one room in twenty."""
    judged = [
        judge_separation(analyse_opinions(votes, seed=run), seed=run)
        for run, (votes, _) in enumerate(continua(30))
    ]
    assert sum(one.separate for one in judged) <= 3
    reasons = [one.reason for one in judged]
    assert reasons.count("no more apart than opinions that differ by degrees") >= 10


def test_two_camps_of_fifteen_are_found() -> None:
    found = [judge_separation(analyse_opinions(votes)).separate for votes in camps_of_15(6)]
    assert sum(found) >= 5


@pytest.mark.parametrize("camps", [3, 4])
def test_more_camps_than_two_are_found(make_board: Callable, camps: int) -> None:
    votes, _ = make_board(60, 40, camps=camps, seed=2)
    assert judge_separation(analyse_opinions(votes)).separate


def test_a_continuum_has_the_marginals_and_the_axes_of_what_it_was_fitted_to(make_board: Callable) -> None:
    votes, _ = make_board(400, 30, camps=2, seed=1, contrast=0.5)
    nothing = np.zeros(30, dtype=bool)
    chance = np.random.default_rng(1)
    continuum = fit_continuum(votes, nothing, chance=chance)
    drawn = continuum.vote(votes, chance)
    assert (drawn.columns == votes.columns).all()
    shares = [np.bincount(each.columns[each.values > 0], minlength=30) for each in (votes, drawn)]
    assert np.abs(shares[0] - shares[1]).max() < 0.2 * np.bincount(votes.columns).max()
    seen, simulated = (find_axes(each, nothing).shares for each in (votes, drawn))
    assert abs(seen[0] - simulated[0]) < 0.15 * seen[0]


def test_noise_is_not_firm(make_board: Callable) -> None:
    votes, _ = make_board(60, 30, camps=1, seed=1)
    stability = measure_stability(analyse_opinions(votes, k=3))
    assert stability.overall is not None
    assert stability.overall < 0.4
    assert stability.grade == "not firm"


def test_level_is_exact_by_counting_shuffles(make_board: Callable) -> None:
    """With fewer shuffles than the level needs, nothing can ever be separate."""
    votes, _ = make_board(60, 40, camps=2, seed=1)
    opinion = analyse_opinions(votes)
    assert not judge_separation(opinion, shuffles=40).separate
    assert judge_separation(opinion, shuffles=49).separate


@pytest.mark.parametrize(("people", "reason"), [(9, "too few people"), (12, "a group would be too small")])
def test_reasons_are_given(people: int, reason: str) -> None:
    lonely = [(f"p{i}", str(j), 1 if i or j % 2 else -1) for i in range(people) for j in range(8)]
    opinion = analyse_opinions(gather_votes(lonely))
    separation = judge_separation(opinion)
    assert (separation.separate, separation.reason, separation.p_value) == (False, reason, 1.0)


def test_small_groups_that_were_asked_for_are_not_separate(make_board: Callable) -> None:
    votes, _ = make_board(60, 40, camps=2, seed=1)
    opinion = analyse_opinions(votes, k=20)
    assert opinion.k == 20
    assert judge_separation(opinion, k=20).reason == "a group would be too small"


def test_one_group_has_no_stability() -> None:
    opinion = analyse_opinions(gather_votes([("a", "1", 1)]))
    stability = measure_stability(opinion)
    assert (stability.overall, stability.per_group, stability.grade) == (None, (None,), None)


def test_large_boards_are_judged_by_a_sample(make_board: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("skaala.insight.opinions.separation.MAX_PEOPLE", 100)
    votes, _ = make_board(300, 30, camps=2, seed=1)
    assert judge_separation(analyse_opinions(votes)).separate


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("austria-climate.produktion-und-konsum", "apart"),
        ("london.youth.policing", "no more apart than shuffled votes"),
        # One heap with a long tail: the search cuts off the tail.
        ("scoop-hivemind.biodiversity", "no more apart than opinions that differ by degrees"),
    ],
)
def test_real_conversations_are_judged(read_conversation: Callable, name: str, reason: str) -> None:
    read, about = read_conversation(name)
    opinion = analyse_opinions(read.votes, moderation=about.moderation)
    large = read.votes.n_participants > 100
    assert judge_separation(opinion).reason == reason
    stability = measure_stability(opinion, rounds=10)
    assert stability.overall is not None
    assert (stability.grade in ("firm", "fairly firm")) == large
