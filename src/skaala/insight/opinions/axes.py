"""The principal axes: the one or two directions along which opinions differ most."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import scipy.linalg
import scipy.sparse

from skaala.insight.opinions.lanczos import PRECISION, ROUGH_PRECISION, leading_pairs
from skaala.insight.votes import Flags, Floats, VoteMatrix

# Up to here the statement-by-statement matrix is taken apart whole; above it, step by step (Lanczos). So
# small a matrix LAPACK takes apart on one thread; a larger one on all, and the last bits differ by machine.
WHOLE_UP_TO_STATEMENTS = 64
WHOLE_UP_TO_VOTES = 500_000
CLOSE = 1e-9  # eigenvalues this close, relatively, count as equal
MAX_PAIRS = 12


@dataclass(frozen=True)
class Axes:
    """
    Two axes through the statements.

    Attributes
    ----------
    means
        m numbers: each statement's mean vote; 0 for moderated and unvoted ones.
    loadings
        m × 2: the two axes, unit vectors at right angles (or 0 where there is no variance left).
    shares
        The part of all variance that each axis carries, 0 to 1.
    """

    means: Floats
    loadings: Floats
    shares: Floats


def find_axes(votes: VoteMatrix, zeroed: Flags, *, precise: bool = True) -> Axes:
    """
    Find the two axes along which votes differ most, exactly.

    A missing vote is imputed as the mean of its statement, and each statement is then centred on that mean.
    So every missing cell becomes exactly 0: the matrix to take apart is as sparse as the votes, and the
    leading right singular vectors of the sparse matrix are the answer that filling in all cells would give.

    .. math::  X_{ij} = v_{ij} - \\bar v_j \\text{ where voted, } 0 \\text{ elsewhere;} \\quad
               X^\\top X\\, a = \\lambda a

    where :math:`v_{ij}` is participant i's vote on statement j, :math:`\\bar v_j` the mean of the votes on j
    (passes are 0 in it), a an axis and λ the variance along it, times n. The two largest λ are taken.

    An axis has no natural sign. Ours points to where the sum of the cubed loadings is positive, so that the
    statements that matter most decide, whatever their order.

    Parameters
    ----------
    votes
        n participants by m statements.
    zeroed
        m flags: statements (rejected, metadata) that count as 0 for everybody and so have no variance.
    precise
        If false, large boards are worked out to eight digits instead of thirteen: for the many repetitions
        of a shuffle test.

    Returns
    -------
    Axes

    Examples
    --------
    >>> from skaala.insight.votes import gather_votes
    >>> votes = gather_votes([("a", "1", 1), ("b", "1", -1), ("a", "2", 1), ("b", "2", 1)])
    >>> axes = find_axes(votes, np.zeros(2, dtype=bool))
    >>> axes.means.tolist(), axes.loadings[:, 0].tolist(), axes.shares.tolist()
    ([0.0, 1.0], [1.0, 0.0], [1.0, 0.0])

    Notes
    -----
    Up to 64 statements the m × m matrix is formed and taken apart whole, and where two λ are equal the axes
    within their common plane are chosen by rule. Above, Lanczos steps on the sparse matrix (see
    :func:`skaala.insight.opinions.lanczos.leading_pairs`). Both are exact to rounding. With three or more axes of
    nearly the same λ no two of them mean much; the shares show it.
    """
    centred, means = centre_votes(votes, zeroed)
    total = float(np.sum(centred.data**2))
    loadings = np.zeros((votes.n_statements, 2))
    shares = np.zeros(2)
    if total > 1e-12:
        small = votes.n_statements <= WHOLE_UP_TO_STATEMENTS and len(votes.values) <= WHOLE_UP_TO_VOTES
        strengths, vectors = (
            _take_apart_whole(centred)
            if small
            else leading_pairs(centred, precision=PRECISION if precise else ROUGH_PRECISION)
        )
        for axis in range(min(2, len(strengths))):
            if strengths[axis] > 1e-10 * total:
                loadings[:, axis] = _signed(vectors[:, axis])
                shares[axis] = strengths[axis] / total
    return Axes(means=means, loadings=loadings, shares=shares)


def centre_votes(votes: VoteMatrix, zeroed: Flags) -> tuple[scipy.sparse.csr_array, Floats]:
    """
    Subtract from each vote the mean of its statement; return the sparse n × m matrix and the m means.

    Moderated statements become 0 for everybody, so that they weigh nothing.
    """
    cast = np.bincount(votes.columns, minlength=votes.n_statements)
    summed = np.bincount(votes.columns, weights=votes.values, minlength=votes.n_statements)
    means = np.where(zeroed, 0.0, summed / np.maximum(cast, 1))
    data = votes.values - means[votes.columns]
    if zeroed.any():
        data[zeroed[votes.columns]] = 0.0
    shape = (votes.n_participants, votes.n_statements)
    return scipy.sparse.csr_array((data, votes.columns, votes.row_starts), shape=shape), means


def _take_apart_whole(centred: scipy.sparse.csr_array) -> tuple[Floats, Floats]:
    gram = (centred.T @ centred).toarray()
    m = gram.shape[0]
    strengths, vectors = scipy.linalg.eigh(gram, subset_by_index=[max(0, m - MAX_PAIRS), m - 1])
    return _settle_ties(strengths[::-1], vectors[:, ::-1])


def _settle_ties(strengths: Floats, vectors: Floats) -> tuple[Floats, Floats]:
    """Choose axes by rule where several eigenvalues are equal and any basis of their space would do."""
    chosen: list[Floats] = []
    first = 0
    while first < len(strengths) and len(chosen) < 2:
        after = first + 1
        while after < len(strengths) and strengths[after] >= strengths[first] - CLOSE * strengths[0]:
            after += 1
        space = vectors[:, first:after]
        while space.shape[1] > 1 and len(chosen) < 2:  # the statement that lies most within the space leads
            leader = int(np.argmax(np.round(np.sum(space**2, axis=1), 9)))
            inside = space[leader] / np.linalg.norm(space[leader])
            chosen.append(space @ inside)
            turned = np.linalg.qr(np.column_stack((inside, np.eye(len(inside)))))[0]
            space = space @ turned[:, 1 : len(inside)]
        if len(chosen) < 2:
            chosen.append(space[:, 0])
        first = after
    return strengths[: len(chosen)], np.column_stack(chosen)


def _signed(vector: Floats) -> Floats:
    """The same axis, pointing where the rule says."""
    tidy = np.where(np.abs(vector) < 1e-13, 0.0, vector)
    for tilt in (float(np.sum(tidy**3)), float(np.sum(tidy)), float(tidy[np.argmax(np.abs(tidy) > 1e-9)])):
        if abs(tilt) > 1e-9:
            return tidy if tilt > 0 else 0.0 - tidy
    return tidy
