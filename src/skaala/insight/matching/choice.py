"""Which ranking suits the adoptions at hand, found by hiding some of them and guessing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from skaala.insight.matching.adoptions import AdoptionMatrix
from skaala.insight.matching.hiding import hide_adoptions, measure_ranking
from skaala.insight.matching.ridge import Ranking, fit_blend, fit_ranking
from skaala.insight.matching.uptake import MIXED, POPULARITY, WAYS, Uptake
from skaala.insight.votes import Floats

PENALTIES = (10.0, 30.0, 100.0, 300.0, 1000.0, 3000.0, np.inf)
# Ridge this strong was never worse than popularity on measured sets, however few municipalities there were.
USUAL_PENALTY = 300.0
# On dated adoptions: how much what a municipality has counts beside recent uptake. A little is usual: it costs nothing that can be
# measured, and without it every municipality gets the same ranking.
SHARES = (0.0, 0.1, 0.2, 0.4)
USUAL_SHARE = 0.2
# The rounds: what share is hidden in each.
ROUNDS = (0.1, 0.2, 0.3)
ROUNDS_UNDATED = (0.2, 0.2, 0.2, 0.2, 0.2)
# From here on one round is sure enough, and a sample of municipalities.
MANY_ADOPTIONS = 300_000
SCORED_AT_MOST = 2_000
# How far below the best, in standard errors, another is as good.
AS_GOOD = 0.5
# How many standard errors better another must be to take the place of the usual one. One is not enough: among nine options
# one is that much better by chance more often than not.
SURELY = 2.0

Option = TypeVar("Option")


@dataclass(frozen=True)
class Choice:
    """
    What ranks here.

    Attributes
    ----------
    ways
        How uptake is counted: the mean of these.
    penalties
        The ridge's λ: the mean of these; only infinity where uptake alone ranks.
    shares
        On dated adoptions how much the ridge counts beside recent uptake, the mean of these; nothing on others, where it
        ranks alone.
    """

    ways: tuple[Uptake, ...]
    penalties: tuple[float, ...]
    shares: tuple[float, ...] = ()

    @property
    def is_recent(self) -> bool:
        """Say whether recent uptake counts more than old."""
        return any(np.isfinite(way.memory) for way in self.ways)

    @property
    def is_personal(self) -> bool:
        """Say whether what a municipality has changes its ranking."""
        has_ridge = any(np.isfinite(penalty) for penalty in self.penalties)
        return has_ridge and (not self.shares or any(self.shares))

    def learn(self, adoptions: AdoptionMatrix) -> Ranking:
        """Learn the ranking from adoptions in this way."""
        if self.shares:
            return fit_blend(adoptions, self.ways, self.penalties[0]).at(sum(self.shares) / len(self.shares))
        return fit_ranking(adoptions, self.ways, self.penalties)


def choose_ranking(adoptions: AdoptionMatrix, *, seed: int = 0) -> Choice:
    """
    Choose how to rank: recent uptake or all of it, and how much ridge, by inner validation.

    Some adoptions are hidden, the latest where there are dates, and each way tries to foretell them. Where there are dates, the way of
    counting uptake is chosen, then how much the ridge counts beside it; otherwise the ridge's penalty. What is usual is taken unless another is
    better by two standard errors over municipalities; otherwise all that are within half of one of the best
    are taken together, because a mean of equals is safer than a lucky winner.

    Parameters
    ----------
    seed
        Decides which adoptions are hidden.

    Notes
    -----
    What is scored here was never seen by what is scored: the choice can be made on the same adoptions on which
    the final ranking is then learnt. The rule of standard errors is Breiman's (Classification and Regression
    Trees, 1984).
    """
    generator = np.random.default_rng(seed)
    shares: tuple[float, ...] = ROUNDS if adoptions.is_dated else ROUNDS_UNDATED
    if len(adoptions.rows) > MANY_ADOPTIONS:
        shares = shares[1:2]
    cases = [hide_adoptions(adoptions, share, generator) for share in shares]
    rows = [generator.permutation(case.scored)[:SCORED_AT_MOST] for case in cases]
    measured = list(zip(cases, (np.sort(some) for some in rows), strict=True))
    if not any(len(some) for _, some in measured):
        return Choice((POPULARITY,), (np.inf,))

    def judge(learn: Callable[[int, AdoptionMatrix], Ranking]) -> Floats:
        totals = np.zeros((2, len(adoptions.municipalities)))
        for number, (case, some) in enumerate(measured):
            ranking = learn(number, case.seen)
            totals[0, some] += measure_ranking(ranking, some, case).mean(axis=1)
            totals[1, some] += 1
        met = totals[1] > 0
        return np.asarray(totals[0, met] / totals[1, met])

    if adoptions.is_dated:
        mixes = [MIXED, *((way,) for way in WAYS)]
        chosen = _choose(mixes, MIXED, lambda mix: judge(lambda _, seen: fit_ranking(seen, mix, (np.inf,))))
        ways = tuple(way for mix in chosen for way in mix)
        blends = [fit_blend(case.seen, ways, USUAL_PENALTY) for case, _ in measured]
        shares = _choose(SHARES, USUAL_SHARE, lambda share: judge(lambda case, _: blends[case].at(share)))
        return Choice(ways, (USUAL_PENALTY,), shares)
    popular = (POPULARITY,)
    penalties = _choose(
        PENALTIES,
        USUAL_PENALTY,
        lambda penalty: judge(lambda _, seen: fit_ranking(seen, popular, (penalty,))),
    )
    return Choice(popular, penalties)


def _choose(
    options: Sequence[Option], usual: Option, judge: Callable[[Option], Floats]
) -> tuple[Option, ...]:
    """Return the usual one, or, where another is surely better, all that are as good as the best."""
    results = np.array([judge(option) for option in options])
    best = int(results.mean(axis=1).argmax())
    gap = results[best] - results
    errors = gap.std(axis=1) / np.sqrt(gap.shape[1])
    behind = gap.mean(axis=1)
    reference = options.index(usual)
    if behind[reference] <= SURELY * errors[reference]:
        return (usual,)
    return tuple(
        option for option, mean, error in zip(options, behind, errors, strict=True) if mean <= AS_GOOD * error
    )
