"""How good the ranking is on given adoptions, beside the baselines of the same run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from skaala.insight.matching import baselines
from skaala.insight.matching.adoptions import AdoptionMatrix
from skaala.insight.matching.hiding import Hidden, hide_adoptions, in_parts, measure_scores
from skaala.insight.matching.recommendations import learn_from
from skaala.insight.votes import Floats

RESAMPLES = 2_000
OURS, POPULARITY = "ours", "popularity"
NAMES = (OURS, "random", POPULARITY, "user_cosine", "item_cosine", "ridge")


@dataclass(frozen=True)
class Score:
    """The mean over municipalities and repeats, and the standard error of ndcg over municipalities."""

    ndcg: float
    recall: float
    standard_error: float


@dataclass(frozen=True)
class Evaluation:
    """
    The figures of one run.

    Attributes
    ----------
    scores
        By name: ours, random, popularity, user_cosine, item_cosine, ridge.
    interval
        95 % bootstrap interval, over municipalities, of ours minus popularity in ndcg@10.
    by_date
        Whether the latest adoptions were hidden, or any.
    """

    scores: dict[str, Score]
    interval: tuple[float, float]
    by_date: bool
    hidden: int
    municipalities: int
    repeats: int


def evaluate_matching(
    adoptions: AdoptionMatrix,
    *,
    share: float = 0.2,
    repeats: int = 20,
    seed: int = 0,
    on_step: Callable[[], None] = lambda: None,
) -> Evaluation:
    """
    Hide adoptions, rank, and count how much of what is hidden is found again, several times.

    In each repeat our ranking is chosen and learnt anew from what is seen alone; see
    :func:`skaala.insight.matching.choice.choose_ranking`.

    Parameters
    ----------
    share
        How much is hidden: the latest where the adoptions are dated, otherwise any.
    on_step
        Called after each repeat.
    """
    sums = {name: np.zeros((len(adoptions.municipalities), 2)) for name in NAMES}
    times = np.zeros(len(adoptions.municipalities))
    hidden = 0
    for repeat in range(repeats):
        case = hide_adoptions(adoptions, share, np.random.default_rng([seed, repeat]))
        rows = case.scored
        times[rows] += 1
        hidden = int(case.hidden.nnz)
        for name, score in _scorers(case, seed=seed, repeat=repeat).items():
            for part in in_parts(rows):
                sums[name][part] += measure_scores(score(part), part, case)
        on_step()
    met = times > 0
    means = {name: total[met] / times[met, None] for name, total in sums.items()}
    return Evaluation(
        scores={name: _summarise(mean, times[met]) for name, mean in means.items()},
        interval=_bootstrap(means[OURS][:, 0] - means[POPULARITY][:, 0], times[met], seed=seed),
        by_date=adoptions.is_dated,
        hidden=hidden,
        municipalities=int(met.sum()),
        repeats=repeats,
    )


def _scorers(case: Hidden, *, seed: int, repeat: int) -> dict[str, baselines.Scorer]:
    ranking = learn_from(case.seen, seed=seed).ranking
    return {
        OURS: lambda rows: ranking.score(case.seen.taken[rows]),
        "random": baselines.rank_by_chance(case.seen, np.random.default_rng([seed, repeat, 1])),
        POPULARITY: baselines.rank_by_popularity(case.seen),
        "user_cosine": baselines.rank_by_users(case.seen),
        "item_cosine": baselines.rank_by_items(case.seen),
        "ridge": baselines.rank_by_ridge(case.seen),
    }


def _summarise(mean: Floats, times: Floats) -> Score:
    """Return the mean over all repeats' municipalities; one that has more often something hidden counts more."""
    if not len(mean):
        return Score(0.0, 0.0, 0.0)
    ndcg, recall = np.average(mean, axis=0, weights=times)
    return Score(float(ndcg), float(recall), float(mean[:, 0].std() / np.sqrt(len(mean))))


def _bootstrap(gains: Floats, times: Floats, *, seed: int) -> tuple[float, float]:
    if not len(gains):
        return 0.0, 0.0
    drawn = np.random.default_rng([seed, 2]).integers(0, len(gains), (RESAMPLES, len(gains)))
    resampled = (gains * times)[drawn].sum(axis=1) / times[drawn].sum(axis=1)
    low, high = np.quantile(resampled, [0.025, 0.975])
    return float(low), float(high)
