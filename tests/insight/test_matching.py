"""What is recommended to whom, and what a ranking may know."""

from __future__ import annotations

import pickle

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skaala.insight.matching.adoptions import Adoption, AdoptionMatrix
from skaala.insight.matching.choice import choose_ranking
from skaala.insight.matching.evaluation import NAMES, evaluate_matching
from skaala.insight.matching.explanations import Municipality, Share, Surroundings, explain
from skaala.insight.matching.hiding import hide_adoptions, measure_scores
from skaala.insight.matching.recommendations import learn_to_recommend
from skaala.insight.matching.ridge import fit_blend, fit_ranking
from skaala.insight.matching.uptake import POPULARITY, USUAL

ADOPTIONS = st.lists(
    st.builds(
        Adoption,
        municipality=st.sampled_from([f"town {number}" for number in range(8)]),
        action=st.sampled_from([f"action {number}" for number in range(6)]),
        when=st.none() | st.integers(2015, 2026).map(float),
    ),
    max_size=40,
)


def of_two_kinds(towns: int = 80, *, seed: int = 0) -> list[Adoption]:
    """Towns by the sea and towns in the woods, each with most of six actions of its own kind and few of the others."""
    generator = np.random.default_rng(seed)
    return [
        Adoption(f"{kind} {town}", f"{other} action {number}")
        for town in range(towns)
        for kind in ("sea", "wood")
        for other in ("sea", "wood")
        for number in range(6)
        if generator.random() < (0.7 if kind == other else 0.15)
    ]


def rising(towns: int = 40) -> list[Adoption]:
    """Old actions that all but a few have had for long, and young ones that spread now, some towns a year."""
    old = [
        Adoption(f"town {town}", f"old {number}", 1990.0 + (town + number) % 8)
        for town in range(towns)
        for number in range(12)
        if (town + number) % 3
    ]
    young = [
        Adoption(f"town {town}", f"young {number}", 2016.0 + (town + 3 * number) % 10)
        for town in range(towns)
        for number in range(12)
        if (town * 7 + number) % 2
    ]
    return old + young


@settings(max_examples=12)
@given(ADOPTIONS)
def test_an_action_that_a_town_has_is_never_recommended(adoptions: list[Adoption]):
    recommender = learn_to_recommend(adoptions)
    for town in {one.municipality for one in adoptions} | {"an unknown town"}:
        has = {one.action for one in adoptions if one.municipality == town}
        found = [one.id for one in recommender.recommend(town, count=100)]
        assert set(found) == {one.action for one in adoptions} - has
        assert len(found) == len(set(found))


@settings(max_examples=12)
@given(ADOPTIONS)
def test_no_town_that_has_an_action_is_named_for_it(adoptions: list[Adoption]):
    recommender = learn_to_recommend(adoptions)
    for action in {one.action for one in adoptions}:
        has = {one.municipality for one in adoptions if one.action == action}
        found = {one.id for one in recommender.municipalities_for(action, count=100)}
        assert found == {one.municipality for one in adoptions} - has


@settings(max_examples=8)
@given(ADOPTIONS, st.randoms(use_true_random=False))
def test_the_order_of_the_rows_changes_nothing(adoptions: list[Adoption], random):
    shuffled = list(adoptions)
    random.shuffle(shuffled)
    one, other = learn_to_recommend(adoptions), learn_to_recommend(shuffled)
    assert one.choice == other.choice
    for town in one.adoptions.municipalities:
        assert one.recommend(town) == other.recommend(town)


def test_the_order_of_the_rows_changes_no_figure_of_an_evaluation():
    adoptions = of_two_kinds(15)
    one = evaluate_matching(AdoptionMatrix.of(adoptions), repeats=2)
    other = evaluate_matching(AdoptionMatrix.of(adoptions[::-1]), repeats=2)
    assert one == other


@pytest.mark.parametrize("adoptions", [of_two_kinds(20), rising()], ids=["undated", "dated"])
def test_what_is_hidden_changes_nothing_that_is_learnt(adoptions: list[Adoption]):
    case = hide_adoptions(AdoptionMatrix.of(adoptions), 0.2, np.random.default_rng(3))
    hidden = {tuple(cell) for cell in np.argwhere(case.hidden.toarray())}
    assert hidden
    assert not hidden & set(zip(case.seen.rows.tolist(), case.seen.columns.tolist(), strict=True))
    # The same adoptions without the hidden ones, built by somebody who never saw them.
    towns, actions = case.seen.municipalities, case.seen.actions
    innocent = AdoptionMatrix.of(
        [
            Adoption(towns[row], actions[column], None if np.isnan(when) else float(when))
            for row, column, when in zip(case.seen.rows, case.seen.columns, case.seen.when, strict=True)
        ],
        municipalities=towns,
        actions=actions,
    )
    choice = choose_ranking(case.seen)
    assert choice == choose_ranking(innocent)
    assert (
        choice.learn(case.seen).score(case.seen.taken) == choice.learn(innocent).score(innocent.taken)
    ).all()


def test_on_dated_adoptions_too_what_a_town_has_changes_its_ranking():
    """Two kinds of towns take up two kinds of actions, all alike lately: a ranking by uptake alone would mix the kinds."""
    adoptions = [
        Adoption(f"{kind} {town}", f"{kind} action {number}", 2016.0 + (town + number) % 9)
        for kind in ("inland", "coast")
        for town in range(30)
        for number in range(10)
        if (town + number) % 4
    ]
    recommender = learn_to_recommend(adoptions)
    assert recommender.choice.is_personal
    assert recommender.choice.is_recent
    missing = {"inland": "inland action 0", "coast": "coast action 0"}
    for kind, other in (("inland", "coast"), ("coast", "inland")):
        own, foreign = (
            [one.id for one in recommender.recommend(f"{which} 0", count=99)].index(missing[kind])
            for which in (kind, other)
        )
        assert own < foreign
        assert recommender.reasons(f"{kind} 0", missing[kind])


def test_uptake_alone_is_left_where_nothing_personal_can_be_learnt():
    matrix = AdoptionMatrix.of(rising())
    alone = fit_ranking(matrix, (USUAL,), (np.inf,))
    assert fit_blend(matrix, (USUAL,), 300.0).at(0.0).weights is None
    assert (fit_blend(matrix, (USUAL,), 300.0).at(0.0).offset == alone.offset).all()
    assert fit_blend(AdoptionMatrix.of([Adoption("A", "x", 2020.0)]), (USUAL,), 300.0).at(0.2).weights is None
    assert fit_blend(AdoptionMatrix.of([]), (USUAL,), 300.0).at(0.2).weights is None


def test_the_latest_are_hidden_where_there_are_dates():
    matrix = AdoptionMatrix.of(rising())
    case = hide_adoptions(matrix, 0.2, np.random.default_rng(0))
    latest_seen = np.nanmax(case.seen.when)
    asked = case.hidden.toarray()[matrix.rows, matrix.columns] > 0
    assert matrix.when[asked].min() >= latest_seen


def test_an_action_that_nobody_had_yet_is_not_asked_for():
    adoptions = [*rising(), *(Adoption(f"town {town}", "brand new", 2030.0) for town in range(5))]
    matrix = AdoptionMatrix.of(adoptions)
    case = hide_adoptions(matrix, 0.1, np.random.default_rng(0))
    column = matrix.actions.index("brand new")
    assert case.hidden[:, [column]].nnz == 0
    assert not case.candidates[column]


def test_measures_are_those_of_the_textbook():
    matrix = AdoptionMatrix.of(
        [Adoption("A", "x"), Adoption("B", "x"), Adoption("B", "y"), Adoption("B", "z"), Adoption("A", "z")]
    )
    seen = matrix.only(np.array([True, False, True, True, True]))
    hidden = matrix.only(np.array([False, True, False, False, False])).taken
    case = type(hide_adoptions(matrix, 0.2, np.random.default_rng(0)))(seen, hidden, np.ones(3, dtype=bool))
    # A has x; z is hidden and comes second after y.
    ndcg, recall = measure_scores(np.array([[9.0, 2.0, 1.0]]), np.array([0]), case)[0]
    assert ndcg == pytest.approx(1 / np.log2(3))
    assert recall == 1.0


def test_ridge_is_chosen_where_it_helps_and_finds_the_kind():
    recommender = learn_to_recommend(of_two_kinds())
    assert recommender.choice.is_personal
    found = evaluate_matching(recommender.adoptions, repeats=3)
    assert found.scores["ours"].ndcg > found.scores["popularity"].ndcg + 0.1
    assert found.interval[0] > 0
    newcomer = learn_to_recommend(
        [*of_two_kinds(), Adoption("new", "sea action 1"), Adoption("new", "sea action 2")]
    )
    assert [one.id.split()[0] for one in newcomer.recommend("new", count=4)] == ["sea"] * 4
    assert all(reason.action.startswith("sea") for reason in newcomer.reasons("new", "sea action 3"))


def test_without_a_pattern_we_are_about_as_good_as_popularity():
    generator = np.random.default_rng(8)
    adoptions = [
        Adoption(f"town {town}", f"action {action}")
        for town in range(67)
        for action in range(41)
        if generator.random() < 0.5 - action / 90
    ]
    found = evaluate_matching(AdoptionMatrix.of(adoptions), repeats=6)
    assert found.scores["ours"].ndcg > found.scores["popularity"].ndcg - 0.01


def test_recent_uptake_wins_where_actions_rise_and_fall():
    matrix = AdoptionMatrix.of(rising())
    assert choose_ranking(matrix).is_recent
    found = evaluate_matching(matrix, repeats=2)
    assert found.by_date
    assert found.scores["ours"].ndcg > found.scores["popularity"].ndcg + 0.1


def test_few_years_or_few_dates_are_no_dates():
    of_one_year = [Adoption(f"town {town}", "x", 2022.0) for town in range(9)]
    assert not AdoptionMatrix.of(of_one_year).is_dated
    half = [Adoption(f"town {town}", "x", 2010.0 + town if town % 2 else None) for town in range(9)]
    assert not AdoptionMatrix.of(half).is_dated


def test_the_ridge_without_centring_would_be_the_published_one():
    """With λ without end nothing is left of it but the uptake, which for popularity is the number of adopters."""
    matrix = AdoptionMatrix.of(of_two_kinds(10))
    near = fit_ranking(matrix, (POPULARITY,), (1e12,)).score(matrix.taken)
    far = fit_ranking(matrix, (POPULARITY,), (np.inf,)).score(matrix.taken)
    assert near == pytest.approx(far, abs=1e-6)
    assert np.argsort(-far[0], kind="stable").tolist() == np.argsort(-matrix.adopters, kind="stable").tolist()


def test_the_three_ways_of_scoring_agree():
    recommender = learn_to_recommend(of_two_kinds(30))
    matrix, ranking = recommender.adoptions, recommender.ranking
    assert ranking.weights is not None
    whole = ranking.score(matrix.taken)
    held = matrix.columns[matrix.rows == 5]
    assert ranking.score_one(held) == pytest.approx(whole[5], abs=1e-5)
    assert ranking.score_action(matrix.taken, 3) == pytest.approx(whole[:, 3], abs=1e-5)


def test_an_unknown_town_gets_what_is_taken_up_most():
    adoptions = [
        Adoption(f"town {town}", action) for town in range(30) for action in ("a", "b")[: 1 + town % 2]
    ]
    assert [one.id for one in learn_to_recommend(adoptions).recommend("nowhere")] == ["a", "b"]


def test_declined_actions_are_left_out():
    recommender = learn_to_recommend(rising())
    first = recommender.recommend("town 1")[0].id
    assert first not in [
        one.id for one in recommender.recommend("town 1", excluded={first, "no such action"})
    ]


def test_what_is_new_in_the_catalogue_can_be_asked_for():
    recommender = learn_to_recommend(rising(), municipalities=["nobody's town"], actions=["nobody's action"])
    assert "nobody's action" in [one.id for one in recommender.recommend("nobody's town", count=100)]
    assert recommender.municipalities_for("nobody's action", count=3)
    assert recommender.municipalities_for("no such action") == []


def test_a_recommender_can_be_kept():
    recommender = learn_to_recommend(of_two_kinds(20))
    assert pickle.loads(pickle.dumps(recommender)).recommend("sea 1") == recommender.recommend("sea 1")


def test_a_town_sees_who_runs_it_and_what_it_lacks():
    towns = [
        Municipality("Raahe", 24_000, 64.68, 24.48, frozenset({"north"})),
        Municipality("Kalajoki", 12_400, 64.26, 23.95, frozenset({"north"})),
        Municipality(
            "Oulu", 214_000, 65.01, 25.47, frozenset({"north", "six cities"}), {"district heating": True}
        ),
        Municipality("Utajärvi", 2_600, 64.76, 26.42, frozenset({"north"}), {"district heating": False}),
        Municipality("Nowhere"),
    ]
    adoptions = [
        Adoption("Raahe", "heat from waste water", 2025.0),
        Adoption("Oulu", "heat from waste water", 2019.0),
        Adoption("Utajärvi", "car sharing", 2020.0),
    ]
    found = explain(
        learn_to_recommend(adoptions),
        Surroundings(towns),
        "Utajärvi",
        "heat from waste water",
        needs=["district heating", "a treatment plant"],
        now=2026.5,
    )
    assert found.all == Share(2, 4)
    assert found.networks == (Share(2, 3, "north"),)
    assert found.similar_size == Share(2, 3)
    assert [(one.municipality, round(one.kilometres)) for one in found.nearest] == [
        ("Oulu", 53),
        ("Raahe", 93),
    ]
    assert found.recent == 1
    assert found.conditions.unmet == ("district heating",)
    assert found.conditions.unknown == ("a treatment plant",)


def test_a_town_without_a_place_has_no_nearest():
    found = explain(learn_to_recommend(rising()), Surroundings([Municipality("town 1")]), "town 1", "young 2")
    assert found.nearest == ()
    assert found.similar_size == Share(0, 0)


def test_an_evaluation_names_every_baseline():
    found = evaluate_matching(AdoptionMatrix.of(of_two_kinds(20)), repeats=1)
    assert tuple(found.scores) == NAMES
    assert 0.1 < found.scores["random"].ndcg < found.scores["ridge"].ndcg
