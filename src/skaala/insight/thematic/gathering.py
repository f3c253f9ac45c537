"""Rows gathered into themes: the directions they vary in, spherical k-means there, and how many themes there are."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from scipy import sparse
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.sparse.linalg import svds

from skaala.insight.votes import Floats, Whole

DIRECTIONS = 20
MAX_THEMES = 24
"""And never more than the square root of the number of rows (N. Pal & J. Bezdek, IEEE Trans. Fuzzy Systems 1995)."""
MIN_ROWS_TO_DIVIDE = 6
"""Fewer rows than these are one theme."""
MAX_SEED_ROWS = 1_500
"""The first division is made of so many rows at most; the others join in the rounds that follow."""
ROUNDS = 60
STAYING_BONUS = 0.1
"""How much nearer another theme must be before a row leaves the one it was in."""


@dataclass(frozen=True)
class Gathering:
    """
    Rows in themes.

    Attributes
    ----------
    labels
        For each row its theme, 0 to k − 1.
    strengths
        For each row how much of it its theme accounts for, 0 to 1.
    tried
        The silhouette of every number of themes that was looked at, and its standard error.
    """

    labels: Whole
    strengths: Floats
    tried: dict[int, tuple[float, float]]


def find_directions(rows: sparse.csr_matrix) -> Floats:
    """
    Return the rows in the few directions in which they vary most: latent semantic analysis.

    S. Deerwester et al., *Indexing by latent semantic analysis*, JASIS 1990. Rows that are all zeros stay so.
    """
    most = min(rows.shape) - 1
    if most <= DIRECTIONS:
        left, sizes, _ = np.linalg.svd(rows.toarray(), full_matrices=False)
    else:
        # the same start each time, or the answer would differ in its last digits from run to run
        left, sizes, _ = svds(rows, k=DIRECTIONS, v0=np.ones(min(rows.shape)), return_singular_vectors="u")
    placed: Floats = left * sizes
    return placed


def gather(
    placed: Floats, *, number: int | None = None, before: Whole | None = None, least: int = 2
) -> Gathering:
    """
    Gather rows into themes.

    The rows are compared by angle. A first division is found by Ward's method (J. H. Ward, JASA 1963) and improved by
    spherical k-means (I. S. Dhillon & D. S. Modha, *Concept decompositions for large sparse text data*, Machine
    Learning 2001). **How many:** for each number from 2 to √n the simplified silhouette is computed (P. Rousseeuw, J. Comput.
    Appl. Math. 1987, with distances to centres as in E. Hruschka et al., 2004), and the smallest number is taken whose
    mean is within one standard error of the best (L. Breiman et al., *Classification and regression trees*, 1984):
    the curve is flat at its top, and of two divisions that are as good the one with fewer themes is easier to read.

    Parameters
    ----------
    placed
        n × directions, from :func:`find_directions`.
    number
        If given, exactly so many themes (no more than there are rows).
    before
        For each row the theme it was in, or −1. Then these themes are kept, and a row leaves its theme only for one
        that is clearly nearer.
    least
        The smallest number of themes that is looked at.

    Returns
    -------
    Gathering
    """
    lengths = np.linalg.norm(placed, axis=1)
    rows: Floats = placed / np.where(lengths > 0, lengths, 1.0)[:, None]
    tried: dict[int, tuple[float, float]] = {}
    if before is not None and (before >= 0).any():
        labels = _move_to_nearest(rows, before, staying=STAYING_BONUS)
    elif number is not None or len(rows) < MIN_ROWS_TO_DIVIDE:
        labels = _divide(rows, [min(number or 1, len(rows))])[0]
    else:
        numbers = range(least, max(least, min(MAX_THEMES, math.isqrt(len(rows)))) + 1)
        divisions = dict(zip(numbers, _divide(rows, numbers), strict=True))
        for k, division in divisions.items():
            each = _silhouettes(rows, division)
            tried[k] = float(each.mean()), float(each.std() / np.sqrt(len(each)))
        best = max(tried, key=lambda k: tried[k][0])
        good_enough = tried[best][0] - tried[best][1]
        labels = divisions[min(k for k in tried if tried[k][0] >= good_enough)]
    centres = _centres(rows, labels)
    strengths = np.clip((rows * centres[labels]).sum(axis=1) * lengths, 0.0, 1.0)
    return Gathering(labels, strengths, tried)


def _divide(rows: Floats, numbers: Iterable[int]) -> list[Whole]:
    """Return the division into each of the numbers, all from one tree."""
    some = np.unique(np.linspace(0, len(rows) - 1, MAX_SEED_ROWS).astype(int))
    if len(some) < 2:
        return [np.zeros(len(rows), dtype=int) for _ in numbers]
    tree = linkage(rows[some], "ward")
    divisions = []
    for k in numbers:
        begun = np.full(len(rows), -1)
        begun[some] = fcluster(tree, k, "maxclust") - 1
        divisions.append(_move_to_nearest(rows, begun))
    return divisions


def _move_to_nearest(rows: Floats, labels: Whole, *, staying: float = 0.0) -> Whole:
    """Return the labels after every row has moved to its nearest centre, again and again; −1 is nowhere yet."""
    for _ in range(ROUNDS):
        centres = _centres(rows, labels)
        nearness = rows @ centres.T
        if staying:
            placed = np.flatnonzero(labels >= 0)
            nearness[placed, labels[placed]] += staying
        # rounded, so that a tie goes to the first theme on every machine
        moved = np.round(nearness, 9).argmax(axis=1)
        if (moved == labels).all():
            break
        labels = moved
    return np.unique(labels, return_inverse=True)[1] if not staying else labels


def _centres(rows: Floats, labels: Whole) -> Floats:
    centres = np.zeros((labels.max() + 1, rows.shape[1]))
    inside = labels >= 0
    np.add.at(centres, labels[inside], rows[inside])
    lengths = np.linalg.norm(centres, axis=1, keepdims=True)
    scaled: Floats = centres / np.where(lengths > 0, lengths, 1.0)
    return scaled


def _silhouettes(rows: Floats, labels: Whole) -> Floats:
    nearness = rows @ _centres(rows, labels).T
    if nearness.shape[1] < 2:
        return np.zeros(len(rows))
    every = np.arange(len(rows))
    own = 1.0 - nearness[every, labels]
    nearness[every, labels] = -np.inf
    other = 1.0 - nearness.max(axis=1)
    most = np.maximum(own, other)
    found: Floats = np.where(most > 1e-12, (other - own) / np.where(most > 1e-12, most, 1.0), 0.0)
    return found
