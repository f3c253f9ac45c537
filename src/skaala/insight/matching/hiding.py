"""Adoptions hidden and guessed again: how well a ranking would have foretold them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import scipy.sparse

from skaala.insight.matching.adoptions import AdoptionMatrix
from skaala.insight.matching.ridge import Ranking
from skaala.insight.votes import Flags, Floats, Whole

TOP = 10
# Rows of scores made dense at once: 512 × 5,000 actions are 20 MB.
CHUNK = 512


@dataclass(frozen=True)
class Hidden:
    """
    Adoptions with some of them hidden.

    Attributes
    ----------
    seen
        What may be learnt from. Nothing of what is hidden is in it, dates included.
    hidden
        Sparse ones, n × m: the adoptions to be foretold.
    candidates
        m flags: what can be recommended. An action that nobody had yet is in no catalogue.
    """

    seen: AdoptionMatrix
    hidden: scipy.sparse.csr_array
    candidates: Flags

    @property
    def scored(self) -> Whole:
        """Return the municipalities that have something hidden."""
        return np.flatnonzero(np.diff(self.hidden.indptr))


def hide_adoptions(adoptions: AdoptionMatrix, share: float, generator: np.random.Generator) -> Hidden:
    """
    Hide a share of the adoptions: the latest where they are dated, otherwise any.

    Among adoptions of the same date chance decides. What is hidden of an action that nobody has in the part that
    is seen is left out of the question: at that time it did not exist.

    Examples
    --------
    >>> from skaala.insight.matching.adoptions import Adoption
    >>> years = [Adoption(town, action, year) for town in "AB" for action, year in [("x", 2019.0), ("y", 2020.0)]]
    >>> years.append(Adoption("C", "y", 2021.0))
    >>> found = hide_adoptions(AdoptionMatrix.of(years), 0.2, np.random.default_rng(0))
    >>> len(found.seen.rows), found.hidden.toarray().tolist()
    (4, [[0.0, 0.0], [0.0, 0.0], [0.0, 1.0]])
    """
    chance = generator.random(len(adoptions.rows))
    when = np.where(np.isnan(adoptions.when), -np.inf, adoptions.when)
    order = np.lexsort((chance, when)) if adoptions.is_dated else np.argsort(chance)
    kept: Flags = np.ones(len(order), dtype=bool)
    kept[order[len(order) - round(share * len(order)) :]] = False
    seen = adoptions.only(kept)
    candidates = seen.adopters > 0
    asked = ~kept & candidates[adoptions.columns]
    return Hidden(seen, adoptions.only(asked).taken, candidates)


def measure_scores(scores: Floats, rows: Whole, case: Hidden) -> Floats:
    """
    Measure how many of the hidden actions are among the first ten, and how far up.

    .. math::  \\mathrm{recall} = \\frac{\\mathrm{hits}}{\\mathrm{hidden}}, \\quad
               \\mathrm{ndcg} = \\sum_{\\mathrm{hits}} \\frac{1}{\\log_2(1 + \\mathrm{rank})} \\;/\\;
               \\text{the same with all hits first}

    Parameters
    ----------
    scores
        A row for each of ``rows``, changed in place: what a municipality already has goes last.
    rows
        The municipalities, each with something hidden.

    Returns
    -------
    Two columns, ndcg@10 and recall@10, a row for each municipality
    """
    seen = case.seen.taken[rows]
    scores[seen.nonzero()] = -np.inf
    scores[:, ~case.candidates] = -np.inf
    first = np.argsort(-scores, axis=1, kind="stable")[:, :TOP]
    can_be = np.isfinite(np.take_along_axis(scores, first, axis=1))
    hits = np.take_along_axis(case.hidden[rows].toarray(), first, axis=1) * can_be
    gains = 1 / np.log2(np.arange(2, TOP + 2))
    hidden = np.diff(case.hidden.indptr)[rows]
    ideal = np.cumsum(gains)[np.minimum(hidden, TOP) - 1]
    return np.column_stack([hits @ gains[: hits.shape[1]] / ideal, hits.sum(axis=1) / hidden])


def measure_ranking(ranking: Ranking, rows: Whole, case: Hidden) -> Floats:
    """Measure a ranking as :func:`measure_scores` does, some rows at a time."""
    parts = [measure_scores(ranking.score(case.seen.taken[part]), part, case) for part in in_parts(rows)]
    return np.concatenate(parts) if parts else np.zeros((0, 2))


def in_parts(rows: Whole) -> Iterator[Whole]:
    """Cut a list of rows into parts that may become dense."""
    for start in range(0, len(rows), CHUNK):
        yield rows[start : start + CHUNK]
