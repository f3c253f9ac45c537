from __future__ import annotations

import numpy as np
import pytest

from skaala.insight.opinions.analysis import analyse_opinions
from skaala.insight.opinions.base_clusters import distinct_points, summarise_points
from skaala.insight.opinions.clusters import cluster_points
from skaala.insight.opinions.grouping import find_groups, silhouette
from skaala.workshops.formats.single_files import CommentFile, VoteFile


def plain_k_means(points: np.ndarray, k: int, starts: int, seed: int) -> float:
    """The yardstick, written apart from the program: the best of so many k-means++ starts."""
    chance = np.random.default_rng(seed)
    best = np.inf
    for _ in range(starts):
        centres = points[[chance.integers(len(points))]]
        while len(centres) < k:
            away = ((points[:, None] - centres[None]) ** 2).sum(axis=2).min(axis=1)
            centres = np.vstack([centres, points[chance.choice(len(points), p=away / away.sum())]])
        labels = None
        while True:
            away = ((points[:, None] - centres[None]) ** 2).sum(axis=2)
            new = away.argmin(axis=1)
            if labels is not None and (new == labels).all():
                break
            labels = new
            centres = np.array(
                [points[labels == g].mean(axis=0) if (labels == g).any() else centres[g] for g in range(k)]
            )
        best = min(best, away.min(axis=1).sum())
    return float(best)


def spread_of(points: np.ndarray, labels: np.ndarray) -> float:
    return float(
        sum(((points[labels == g] - points[labels == g].mean(axis=0)) ** 2).sum() for g in set(labels))
    )


@pytest.mark.parametrize("k", [2, 3, 4, 5])
def test_never_looser_than_the_best_of_fifty_starts(
    conversation: tuple[VoteFile, CommentFile], k: int
) -> None:
    read, about = conversation
    opinion = analyse_opinions(read.votes, moderation=about.moderation, k=k)
    points, labels = opinion.places[opinion.is_in], opinion.labels[opinion.is_in]
    assert spread_of(points, labels) <= plain_k_means(points, k, 50, seed=k) * (1 + 1e-9)


@pytest.mark.parametrize("seed", range(3))
def test_never_looser_than_the_best_of_fifty_starts_in_noise(seed: int) -> None:
    points = np.random.default_rng(seed).standard_normal((500, 2))
    found = find_groups(points, k=4)
    assert spread_of(points, found.labels) <= plain_k_means(points, 4, 50, seed=seed) * (1 + 1e-9)


def test_another_seed_finds_the_same_groups(conversation: tuple[VoteFile, CommentFile]) -> None:
    read, about = conversation
    pictures = [analyse_opinions(read.votes, moderation=about.moderation, seed=seed) for seed in (0, 1, 2)]
    assert pictures[0].k == pictures[1].k == pictures[2].k
    assert (pictures[0].labels == pictures[1].labels).all()
    assert (pictures[0].labels == pictures[2].labels).all()


def test_weights_count_like_so_many_people() -> None:
    chance = np.random.default_rng(3)
    points, weights = chance.standard_normal((40, 2)), chance.integers(1, 5, 40)
    once = cluster_points(points, weights.astype(float), 3)
    many = spread_of(np.repeat(points, weights, axis=0), np.repeat(once.labels, weights))
    assert once.spread == pytest.approx(many)


def test_more_groups_than_positions_is_refused() -> None:
    with pytest.raises(ValueError, match="2 distinct positions cannot make 3 groups"):
        cluster_points(np.array([[0.0, 0.0], [1.0, 1.0]]), np.ones(2), 3)


def test_base_clusters_lose_nobody_and_nothing_up_to_a_hundred() -> None:
    points = np.random.default_rng(1).standard_normal((2000, 2))
    summed = summarise_points(points, np.ones(2000))
    assert len(summed.centres) <= 100
    assert summed.weights.sum() == 2000
    assert summed.centres[5] == pytest.approx(points[summed.member_of == 5].mean(axis=0))
    assert summarise_points(points[:100], np.ones(100)).centres is not None
    assert (summarise_points(points[:100], np.ones(100)).centres == points[:100]).all()


def test_people_on_one_spot_become_one_point() -> None:
    spots = distinct_points(np.array([[1.0, 1.0], [0.0, 0.0], [1.0, 1.0 + 1e-15]]))
    assert spots.weights.tolist() == [1, 2]


def test_silhouette_by_hand() -> None:
    points = np.array([[0.0, 0.0], [2.0, 0.0], [10.0, 0.0]])
    # first: a = 2, b = 10 → 0.8; second: a = 2, b = 8 → 0.75; third: alone → 0
    assert silhouette(points, np.array([0, 0, 1])) == pytest.approx((0.8 + 0.75 + 0) / 3)


def test_no_group_under_five_people_is_found() -> None:
    chance = np.random.default_rng(2)
    crowd = chance.standard_normal((30, 2))
    few = np.array([[40.0, 0.0], [40.1, 0.0], [40.0, 0.1]])
    found = find_groups(np.vstack([crowd, few]))
    assert found.sizes.min() >= 5
    assert find_groups(np.vstack([crowd, few]), k=2).sizes.tolist() == [30, 3]


def test_nine_people_make_no_two_groups_of_five() -> None:
    found = find_groups(np.random.default_rng(0).standard_normal((9, 2)))
    assert (found.k, found.silhouette, found.sizes.tolist()) == (1, 0.0, [9])
