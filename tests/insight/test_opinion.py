"""What must not matter to the picture, does not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skaala.insight.opinions.agreement import adjusted_rand
from skaala.insight.opinions.analysis import EarlierOpinion, Opinion, analyse_opinions
from skaala.insight.opinions.labels import keep_labels
from skaala.insight.votes import Moderation, VoteMatrix, gather_votes

EASY = settings(max_examples=25)


@st.composite
def conversations(draw: st.DrawFn) -> list[tuple[str, str, int]]:
    """Votes of 1 to 40 people on 1 to 12 statements, with or without camps."""
    people, texts = draw(st.integers(1, 40)), draw(st.integers(1, 12))
    chance = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    camps, voted, sure = draw(st.integers(1, 3)), draw(st.floats(0.1, 1.0)), draw(st.floats(0.0, 1.0))
    mind = chance.choice([-1, 0, 1], (camps, texts))
    cast = [
        (f"p{i}", f"s{j}", int(mind[i % camps, j] if chance.random() < sure else chance.integers(-1, 2)))
        for i in range(people)
        for j in range(texts)
        if chance.random() < voted
    ]
    return cast or [("p0", "s0", 1)]


def assert_same(one: Opinion, two: Opinion) -> None:
    assert one.votes.participants == two.votes.participants
    for name in (
        "places",
        "labels",
        "sizes",
        "statement_places",
        "extremity",
        "priority",
        "geometric",
        "product",
    ):
        assert np.array_equal(getattr(one, name), getattr(two, name)), name
    assert (one.k, one.silhouette, one.representative, one.majority) == (
        two.k,
        two.silhouette,
        two.representative,
        two.majority,
    )


@EASY
@given(conversations(), st.randoms(use_true_random=False))
def test_order_of_participants_statements_and_votes_does_not_matter(cast: list, shuffler: object) -> None:
    mixed = list(cast)
    shuffler.shuffle(mixed)  # type: ignore[attr-defined]
    assert_same(analyse_opinions(gather_votes(cast)), analyse_opinions(gather_votes(mixed)))


@EASY
@given(conversations())
def test_everything_is_finite_and_groups_have_five_people(cast: list) -> None:
    opinion = analyse_opinions(gather_votes(cast))
    for name in (
        "places",
        "statement_places",
        "extremity",
        "priority",
        "geometric",
        "product",
        "division_within",
    ):
        assert np.isfinite(getattr(opinion, name)).all(), name
    for figures in vars(opinion.tests).values():
        assert np.isfinite(figures).all()
    assert opinion.k == 1 or opinion.sizes.min() >= 5
    assert ((opinion.labels >= 0) == opinion.is_in).all()
    assert opinion.sizes.sum() == opinion.is_in.sum()


@EASY
@given(conversations())
def test_a_rejected_statement_has_no_say(cast: list) -> None:
    """Its votes turn nobody's place, and it stands in no list; only the stretch knows that it was there."""
    without = analyse_opinions(gather_votes(cast), k=1)
    people = sorted({who for who, _, _ in cast})
    noise = [(who, "rejected", (-1) ** i) for i, who in enumerate(people)]
    moderation = Moderation(rejected={"rejected"})
    opinion = analyse_opinions(gather_votes([*cast, *noise]), moderation=moderation, k=1)
    out = opinion.votes.statements.index("rejected")
    assert opinion.extremity[out] == 0
    assert np.delete(opinion.axes.loadings, out, axis=0) == pytest.approx(without.axes.loadings, abs=1e-7)
    assert opinion.axes.shares == pytest.approx(without.axes.shares, abs=1e-9)
    m = int(without.votes.has_votes.sum())
    cast_votes = without.votes.votes_cast
    stretch = np.sqrt((m + 1) / (cast_votes + 1)) / np.sqrt(m / cast_votes)
    assert opinion.places == pytest.approx(without.places * stretch[:, None], abs=1e-6)
    assert out not in opinion.majority.agree + opinion.majority.disagree + opinion.divisive
    assert all(one.statement != out for group in opinion.representative for one in group)


def test_sign_of_an_axis_does_not_matter(make_board: Callable) -> None:
    votes, _ = make_board(80, 30, camps=3, seed=1)
    one = analyse_opinions(votes)
    turned = {name: (-x, y) for name, (x, y) in one.remembered.loadings.items()}
    two = analyse_opinions(votes, earlier=EarlierOpinion(loadings=turned))
    assert two.places == pytest.approx(one.places * [-1, 1])
    assert adjusted_rand(one.labels, two.labels) == 1
    assert two.silhouette == pytest.approx(one.silhouette)
    assert two.priority == pytest.approx(one.priority)


def test_reversing_every_vote_mirrors_the_picture(make_board: Callable) -> None:
    votes, _ = make_board(80, 30, camps=2, seed=1)
    one, two = analyse_opinions(votes), analyse_opinions(votes.with_values(-votes.values))
    assert np.abs(two.places) == pytest.approx(np.abs(one.places))
    assert adjusted_rand(one.labels, two.labels) == 1
    assert two.majority.agree == one.majority.disagree


def test_everybody_twice_gives_the_same_groups(make_board: Callable) -> None:
    votes, _ = make_board(60, 30, camps=3, seed=2)
    cast = [
        (votes.participants[i], votes.statements[j], int(v))
        for i, j, v in zip(votes.rows, votes.columns, votes.values, strict=True)
    ]
    one = analyse_opinions(gather_votes(cast))
    two = analyse_opinions(gather_votes(cast + [(f"twin of {who}", what, vote) for who, what, vote in cast]))
    assert two.axes.loadings == pytest.approx(one.axes.loadings, abs=1e-9)
    assert two.axes.shares == pytest.approx(one.axes.shares)
    assert two.k == one.k
    assert two.silhouette == pytest.approx(one.silhouette)
    assert two.sizes.tolist() == [2 * size for size in one.sizes]


@pytest.mark.parametrize("camps", [2, 3, 4])
def test_planted_groups_are_found(make_board: Callable, camps: int) -> None:
    votes, camp = make_board(120, 60, camps=camps, seed=camps)
    opinion = analyse_opinions(votes)
    assert opinion.k == camps
    assert adjusted_rand(opinion.labels, camp) > 0.9


def test_history_does_not_matter(make_board: Callable) -> None:
    """The picture after all votes is the same whatever came before; only names are remembered."""
    votes, _ = make_board(80, 30, camps=3, seed=3)
    afresh = analyse_opinions(votes)
    before = analyse_opinions(votes.part(np.arange(0, 80, 2), np.arange(30)))
    after = analyse_opinions(votes, earlier=before.remembered)
    assert adjusted_rand(afresh.labels, after.labels) == 1
    assert np.abs(afresh.places) == pytest.approx(np.abs(after.places))
    assert sorted(afresh.group_names) == sorted(after.group_names)


def test_names_stay_with_their_people(make_board: Callable) -> None:
    votes, _ = make_board(90, 40, camps=3, seed=4)
    first = analyse_opinions(votes)
    renamed = {who: {"0": "2", "1": "0", "2": "1"}[name] for who, name in first.remembered.groups.items()}
    second = analyse_opinions(votes, earlier=EarlierOpinion(groups=renamed))
    assert second.remembered.groups == renamed


def test_a_new_group_gets_a_new_name_and_a_lost_one_frees_none() -> None:
    earlier = {"a": "0", "b": "0", "c": "1", "d": "1"}
    assert keep_labels(3, [(0, "c"), (0, "d"), (1, "a"), (2, "b"), (2, "new")], earlier) == ("1", "0", "2")
    assert keep_labels(1, [(0, "c")], earlier) == ("1",)


def test_given_groups_are_taken_as_they_are() -> None:
    cast = [(who, what, vote) for who, vote in (("a", 1), ("b", 1), ("c", -1)) for what in ("1", "2")]
    opinion = analyse_opinions(gather_votes(cast), given={"a": "left", "c": "right"})
    assert opinion.group_names == ("left", "right")
    assert opinion.labels.tolist() == [0, -1, 1]
    assert opinion.product.tolist() == [2 / 3 * 1 / 3] * 2


@pytest.mark.parametrize(
    "cast",
    [
        [],
        [("only", "1", 1)],
        [("only", str(j), 1) for j in range(10)],
        [(str(i), "1", 1) for i in range(30)],
        [(str(i), str(j), 1) for i in range(30) for j in range(9)],
        [(str(i), str(j), 0) for i in range(30) for j in range(9)],
        [(f"person {i}", f"text {j}", (i * j) % 3 - 1) for i in range(20) for j in range(5)],
    ],
    ids=["nobody", "one vote", "one person", "one statement", "unanimous", "all pass", "20 × 5 text ids"],
)
def test_odd_conversations_have_a_picture(cast: list[tuple[str, str, int]]) -> None:
    opinion = analyse_opinions(gather_votes(cast))
    assert opinion.k <= 1 or opinion.sizes.min() >= 5
    assert np.isfinite(opinion.places).all()
    assert np.isfinite(opinion.priority).all()


def test_a_statement_without_votes_changes_nothing_but_is_listed(make_board: Callable) -> None:
    votes, _ = make_board(40, 20, camps=2, seed=6)
    wider: VoteMatrix = replace(votes, statements=(*votes.statements, "unseen"))
    one, two = analyse_opinions(votes), analyse_opinions(wider)
    assert np.array_equal(one.labels, two.labels)
    assert two.places == pytest.approx(one.places)
    assert two.extremity[-1] == 0
    assert two.priority[-1] == pytest.approx((0.25 * 9) ** 2)


def test_live_board_is_seen_in_well_under_a_second(make_board: Callable) -> None:
    from time import process_time  # not the clock on the wall: others may be at work here

    votes, _ = make_board(2000, 300, camps=3, voted=0.1, seed=7)
    analyse_opinions(votes)
    start = process_time()
    analyse_opinions(votes)
    assert process_time() - start < 1.0  # about 0.35 s
