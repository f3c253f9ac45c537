"""What having one action says about another: item–item ridge regression around the uptake."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import scipy.linalg
import scipy.sparse

from skaala.insight.matching.adoptions import AdoptionMatrix
from skaala.insight.matching.uptake import POPULARITY, Uptake, mix_uptake
from skaala.insight.votes import Floats, Whole

Singles = npt.NDArray[np.float32]
# Whoever has fewer adopters than this says nothing reliable about other actions.
LEAST_ADOPTERS = 2
# From so many municipalities it is seen how much the personal part differs between actions.
SPREAD_OF = 2_000


@dataclass(frozen=True)
class Ranking:
    """
    What is learnt from adoptions; enough to score any action for any municipality.

    .. math::  s_{ua} = o_a + \\sum_{b \\in u} B_{ba}

    Attributes
    ----------
    offset
        m numbers: what an action scores with a municipality that has nothing yet.
    weights
        m × m: what having the action of a row adds to the action of a column; nothing where uptake alone ranks.
    """

    offset: Floats
    weights: Singles | None

    def score(self, taken: scipy.sparse.csr_array) -> Floats:
        """Score every action for the municipalities of some rows of the matrix; dense, one row each."""
        scores = np.tile(self.offset, (taken.shape[0], 1))
        if self.weights is not None:
            scores += taken @ self.weights
        return scores

    def score_one(self, held: Whole) -> Floats:
        """Score every action for a municipality that has the actions of these columns."""
        if self.weights is None:
            return self.offset.copy()
        scores: Floats = self.offset + self.weights[held].sum(axis=0, dtype=np.float64)
        return scores

    def score_action(self, taken: scipy.sparse.csr_array, action: int) -> Floats:
        """Score one action, a column, for every municipality of the matrix."""
        scores: Floats = np.full(taken.shape[0], self.offset[action])
        if self.weights is not None:
            scores += taken @ self.weights[:, action]
        return scores


def fit_ranking(adoptions: AdoptionMatrix, ways: tuple[Uptake, ...], penalties: tuple[float, ...]) -> Ranking:
    """
    Learn the ranking from adoptions.

    With X the adoptions, W their weights (see :mod:`skaala.insight.matching.uptake`), both centred by column:

    .. math::  P = (X^T X + \\lambda I)^{-1}, \\quad \\hat B = P X^T W, \\quad
               B = \\hat B - P \\, \\mathrm{diag}(\\hat B_{aa} / P_{aa})

    B is the ridge regression of every action's uptake on all other actions, its diagonal zero, so that no action
    speaks for itself. Without centring and with W = X this is EASE (Steck, "Embarrassingly shallow autoencoders
    for sparse data", WWW 2019). Centred, a municipality without adoptions gets the uptake, and a large λ leaves
    nothing but the uptake: the popular and the personal are ends of one scale.

    Parameters
    ----------
    ways
        How uptake is counted; the mean of several.
    penalties
        λ; the mean of the rankings of several. Infinite: uptake alone.

    Notes
    -----
    Rows are never made dense: X and W stay sparse, and only m × m matrices are made, of the actions that at least
    two municipalities have. 5,000 actions take 0.6 GB while fitting, 0.1 GB afterwards.
    """
    weighted = mix_uptake(adoptions, ways)
    n, m = weighted.shape
    uptake: Floats = np.asarray(weighted.sum(axis=0)).ravel() / max(n, 1)
    finite = [penalty for penalty in penalties if np.isfinite(penalty)]
    telling = np.flatnonzero(adoptions.adopters >= LEAST_ADOPTERS)
    if not finite or len(telling) < 2:
        return Ranking(uptake, None)
    taken = adoptions.taken[:, telling]
    share = adoptions.adopters[telling] / n
    squares = (taken.T @ taken).toarray() - n * np.outer(share, share)
    crossed = (taken.T @ weighted[:, telling]).toarray() - n * np.outer(share, uptake[telling])
    learnt: Floats = np.zeros_like(squares)
    for penalty in finite:
        learnt += _solve(squares, crossed, penalty)
    learnt /= len(penalties)
    offset = uptake.copy()
    offset[telling] -= share @ learnt
    if len(telling) == m:
        return Ranking(offset, learnt.astype(np.float32))
    weights: Singles = np.zeros((m, m), dtype=np.float32)
    weights[np.ix_(telling, telling)] = learnt
    return Ranking(offset, weights)


@dataclass(frozen=True)
class Blend:
    """
    A ranking by uptake, and what a municipality's own actions add to it; mixed by :meth:`at`.

    .. math::  s_{ua} = o_a + \\alpha \\frac{\\sigma_o}{\\sigma_P} P_{ua}

    with o the uptake, P what the ridge regression of all adoptions, old and new alike, adds for the municipality, and σ how much each
    differs between actions.

    Notes
    -----
    A ridge regression of recent uptake itself was no better than uptake alone on measured sets: what was taken up lately is too little to
    learn from. What goes together at all can be learnt from everything.
    """

    uptake: Ranking
    added: Ranking | None

    def at(self, share: float) -> Ranking:
        """Return the ranking for a share α; 0 is uptake alone."""
        if self.added is None or self.added.weights is None or not share:
            return self.uptake
        weights = (share * self.added.weights).astype(np.float32)
        return Ranking(self.uptake.offset + share * self.added.offset, weights)


def fit_blend(adoptions: AdoptionMatrix, ways: tuple[Uptake, ...], penalty: float) -> Blend:
    """Learn both parts from adoptions: uptake counted in these ways, and a ridge with this λ."""
    uptake = fit_ranking(adoptions, ways, (np.inf,))
    personal = fit_ranking(adoptions, (POPULARITY,), (penalty,))
    popular = fit_ranking(adoptions, (POPULARITY,), (np.inf,))
    known = adoptions.adopters > 0
    if personal.weights is None or not known.any():
        return Blend(uptake, None)
    rows = np.linspace(0, len(adoptions.municipalities) - 1, min(SPREAD_OF, len(adoptions.municipalities)))
    added = personal.score(adoptions.taken[np.unique(rows.astype(np.int64))]) - popular.offset
    spread = float(added[:, known].std(axis=1).mean())
    if not spread > 0:
        return Blend(uptake, None)
    scale = float(uptake.offset[known].std()) / spread
    offset = scale * (personal.offset - popular.offset)
    return Blend(uptake, Ranking(offset, (scale * personal.weights).astype(np.float32)))


def _solve(squares: Floats, crossed: Floats, penalty: float) -> Floats:
    regular = squares.copy()
    regular[np.diag_indices_from(regular)] += penalty
    factor = scipy.linalg.cho_factor(regular, overwrite_a=True, check_finite=False)
    inverse: Floats = scipy.linalg.cho_solve(factor, np.eye(len(squares)), check_finite=False)
    unbound = inverse @ crossed
    unbound -= inverse * (np.diag(unbound) / np.diag(inverse))
    np.fill_diagonal(unbound, 0.0)
    return unbound
