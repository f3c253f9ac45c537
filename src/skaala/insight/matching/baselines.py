"""What a ranking is measured against: chance, popularity and the usual ways of collaborative filtering."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import scipy.linalg
import scipy.sparse

from skaala.insight.matching.adoptions import AdoptionMatrix
from skaala.insight.votes import Floats, Whole

# Scores of some municipalities (rows) for all actions.
Scorer = Callable[[Whole], Floats]
# The penalty at which ridge did best in the association's measurements on councils.
RIDGE_PENALTY = 200.0


def rank_by_chance(adoptions: AdoptionMatrix, generator: np.random.Generator) -> Scorer:
    """Score every action at random."""
    return lambda rows: generator.random((len(rows), len(adoptions.actions)))


def rank_by_popularity(adoptions: AdoptionMatrix) -> Scorer:
    """Score an action by how many have it."""
    return lambda rows: np.tile(adoptions.adopters, (len(rows), 1))


def rank_by_users(adoptions: AdoptionMatrix) -> Scorer:
    """Score an action by the cosine to those who have it: "municipalities with the same actions have this too"."""
    lengths = np.sqrt(np.diff(adoptions.taken.indptr).astype(np.float64))
    normed = adoptions.taken * (1 / np.maximum(lengths, 1))[:, None]
    normed = scipy.sparse.csr_array(normed)

    def score(rows: Whole) -> Floats:
        likeness = (normed[rows] @ normed.T).toarray()
        likeness[np.arange(len(rows)), rows] = 0.0
        return np.asarray(likeness @ adoptions.taken)

    return score


def rank_by_items(adoptions: AdoptionMatrix) -> Scorer:
    """Score an action by its cosine to those that the municipality has: "who has this also has that"."""
    lengths = np.maximum(np.sqrt(adoptions.adopters), 1)
    likeness = (adoptions.taken.T @ adoptions.taken).toarray() / np.outer(lengths, lengths)
    np.fill_diagonal(likeness, 0.0)
    return lambda rows: np.asarray(adoptions.taken[rows] @ likeness)


def rank_by_ridge(adoptions: AdoptionMatrix) -> Scorer:
    """Score by item–item ridge as published (EASE; Steck, WWW 2019), not centred."""
    squares = (adoptions.taken.T @ adoptions.taken).toarray()
    squares[np.diag_indices_from(squares)] += RIDGE_PENALTY
    inverse = scipy.linalg.inv(squares, overwrite_a=True)
    weights = -inverse / np.diag(inverse)
    np.fill_diagonal(weights, 0.0)
    return lambda rows: np.asarray(adoptions.taken[rows] @ weights)
