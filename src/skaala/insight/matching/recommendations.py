"""What to recommend to a municipality, and whom to tell about an action."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from skaala.insight.matching.adoptions import Adoption, AdoptionMatrix
from skaala.insight.matching.choice import Choice, choose_ranking
from skaala.insight.matching.ridge import Ranking
from skaala.insight.votes import Floats, Whole

# How much a municipality's number of adoptions counts beside the fit when one looks for municipalities. Measured
# with hidden adoptions of councils: fit alone 0.53, 0.39, 0.35 (ndcg@10), number alone 0.48, 0.23, 0.38, so
# mixed 0.52, 0.38, 0.39.
BUSY = 0.5


@dataclass(frozen=True, slots=True)
class Recommendation:
    """
    One line of a ranking.

    Attributes
    ----------
    id
        The action, or the municipality.
    score
        Only its order means something, and only within one ranking.
    """

    id: str
    score: float


@dataclass(frozen=True, slots=True)
class Reason:
    """An action that the municipality has and that speaks for the recommended one, and how much (above 0)."""

    action: str
    weight: float


@dataclass(frozen=True)
class Recommender:
    """
    Ready to recommend: made once of all adoptions by :func:`learn_to_recommend`, asked often.

    It holds arrays only and can be pickled.
    """

    adoptions: AdoptionMatrix
    choice: Choice
    ranking: Ranking

    @cached_property
    def _row_of(self) -> dict[str, int]:
        return {name: row for row, name in enumerate(self.adoptions.municipalities)}

    @cached_property
    def _column_of(self) -> dict[str, int]:
        return {name: column for column, name in enumerate(self.adoptions.actions)}

    def actions_of(self, municipality: str) -> list[str]:
        """List the actions that a municipality has; none for one that is not known."""
        return [self.adoptions.actions[column] for column in self._held(municipality)]

    def uptakes_of(self, action: str) -> tuple[list[str], Floats]:
        """Return who has ever taken an action up, and when; none for one that is not known."""
        cells = self.adoptions.columns == self._column_of.get(action, -1)
        who = [self.adoptions.municipalities[row] for row in self.adoptions.rows[cells]]
        return who, self.adoptions.when[cells]

    def recommend(
        self, municipality: str, *, count: int = 10, excluded: Collection[str] = ()
    ) -> list[Recommendation]:
        """
        Rank the actions that a municipality does not have yet, the most likely first.

        Parameters
        ----------
        municipality
            Its id. One that is not known, or has nothing yet, gets what is taken up most.
        excluded
            Actions not to be recommended: its own, declined, under way.
        """
        held = self._held(municipality)
        scores = self.ranking.score_one(held)
        out = [self._column_of[action] for action in excluded if action in self._column_of]
        return _first(scores, self.adoptions.actions, count, without=np.concatenate([held, _whole(out)]))

    def municipalities_for(
        self,
        action: str,
        *,
        count: int = 10,
        excluded: Collection[str] = (),
        taken_up: Mapping[str, int] | None = None,
    ) -> list[Recommendation]:
        """
        Rank the municipalities that do not have an action yet, the most likely to want it first.

        How well the action fits what a municipality has counts twice as much as how much it has taken up at all;
        where the fit says nothing, as with few municipalities, the latter alone decides.

        Parameters
        ----------
        action
            Its id; one that is not known has no ranking.
        excluded
            Municipalities to leave out: the owner, those that declined.
        taken_up
            How much each has taken up, where that is not all that it has: what a municipality began itself does not
            say that it takes up what others began.
        """
        if action not in self._column_of:
            return []
        column = self._column_of[action]
        fitting = _standardise(self.ranking.score_action(self.adoptions.taken, column))
        each = np.diff(self.adoptions.taken.indptr)
        if taken_up is not None:
            each = np.array([taken_up.get(name, 0) for name in self.adoptions.municipalities])
        busy = _standardise(each.astype(np.float64))
        scores = fitting + BUSY * busy
        has = self.adoptions.rows[self.adoptions.columns == column]
        out = [self._row_of[name] for name in excluded if name in self._row_of]
        return _first(
            scores, self.adoptions.municipalities, count, without=np.concatenate([has, _whole(out)])
        )

    def reasons(self, municipality: str, action: str, *, count: int = 3) -> list[Reason]:
        """
        Say which of a municipality's actions speak most for another one.

        "Those that have X and Y have this too"; empty where uptake alone ranks.
        """
        weights = self.ranking.weights
        if weights is None or action not in self._column_of:
            return []
        held = self._held(municipality)
        speaking: Floats = weights[held, self._column_of[action]].astype(np.float64)
        order = np.argsort(-speaking, kind="stable")[:count]
        return [
            Reason(self.adoptions.actions[held[place]], float(speaking[place]))
            for place in order
            if speaking[place] > 0
        ]

    def _held(self, municipality: str) -> Whole:
        row = self._row_of.get(municipality)
        if row is None:
            return _whole([])
        starts = self.adoptions.taken.indptr
        return _whole(self.adoptions.taken.indices[starts[row] : starts[row + 1]])


def learn_to_recommend(
    adoptions: Iterable[Adoption],
    *,
    municipalities: Iterable[str] = (),
    actions: Iterable[str] = (),
    seed: int = 0,
) -> Recommender:
    """
    Choose how to rank on the adoptions at hand, and learn it from all of them.

    Parameters
    ----------
    adoptions
        Who has what, since when; in any order. An adoption that stopped still says what a municipality is like.
    municipalities, actions
        Ids of those without any adoption, so that they can be ranked too.

    Examples
    --------
    >>> towns = [f"town {number}" for number in range(20)]
    >>> pairs = [Adoption(town, action) for town in towns[:10] for action in ("solar panels", "heat pumps")]
    >>> found = learn_to_recommend([*pairs, Adoption("Raahe", "solar panels"), Adoption("Raahe", "car sharing")])
    >>> [one.id for one in found.recommend("Raahe")]
    ['heat pumps']

    Notes
    -----
    Takes one to three seconds for 309 municipalities and 500 actions, 15 on a busy machine, and three minutes and 2 GB for 100,000 and
    5,000 (`skaala bench catalogue`): the worker's job, whose results are kept. Pages read those and never wait for it.
    """
    return learn_from(AdoptionMatrix.of(adoptions, municipalities=municipalities, actions=actions), seed=seed)


def learn_from(matrix: AdoptionMatrix, *, seed: int = 0) -> Recommender:
    """Choose and learn the ranking of a matrix: what pages show, and what the evaluation measures."""
    choice = choose_ranking(matrix, seed=seed)
    return Recommender(matrix, choice, choice.learn(matrix))


def _standardise(scores: Floats) -> Floats:
    if not len(scores):
        return scores
    centred: Floats = scores - scores.mean()
    spread = float(centred.std())
    # Differences of rounding are none.
    return centred / spread if spread > 1e-12 * np.abs(scores).max(initial=1.0) else np.zeros_like(centred)


def _whole(numbers: object) -> Whole:
    return np.asarray(numbers, dtype=np.int64)


def _first(scores: Floats, names: tuple[str, ...], count: int, *, without: Whole) -> list[Recommendation]:
    allowed = np.ones(len(scores), dtype=bool)
    allowed[without] = False
    places = np.flatnonzero(allowed)
    order = places[np.argsort(-scores[places], kind="stable")][:count]
    return [Recommendation(names[place], float(scores[place])) for place in order]
