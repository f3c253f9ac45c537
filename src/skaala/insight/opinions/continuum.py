"""Votes as a room would cast them whose opinions differ by degrees, without groups: what separate groups have to beat."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.special import ndtri

from skaala.insight.opinions.axes import Axes, centre_votes, find_axes
from skaala.insight.opinions.positions import place_participants
from skaala.insight.votes import Flags, Floats, VoteMatrix

MOST_SHARED = 0.95
"""At most this part of what somebody thinks of a statement comes from where they are; the rest is their own. With all of it, a
continuum that every statement cuts at the same place would be two camps."""
ROUNDS = 5
TRIES = 2
LEAST_SHARE = 1e-9


@dataclass(frozen=True)
class Continuum:
    """
    A room without groups that resembles one that has voted.

    Attributes
    ----------
    loadings
        m × 2: how much each statement depends on where somebody is along the two axes.
    cuts
        m × 2: below the first one disagrees, above the second one agrees, between them one passes.
    """

    loadings: Floats
    cuts: Floats

    def vote(self, votes: VoteMatrix, chance: np.random.Generator) -> VoteMatrix:
        """Return votes in the same cells: each person is drawn anew, and votes on what somebody in that row has voted on."""
        people = chance.standard_normal((votes.n_participants, 2))
        mine = np.sqrt(1.0 - np.sum(self.loadings**2, axis=1))
        rows, columns = votes.rows, votes.columns
        opinion = np.sum(people[rows] * self.loadings[columns], axis=1)
        opinion += mine[columns] * chance.standard_normal(len(columns))
        cast = (opinion > self.cuts[columns, 1]).astype(np.int8) - (opinion < self.cuts[columns, 0])
        return votes.with_values(cast.astype(np.int8))


def fit_continuum(votes: VoteMatrix, zeroed: Flags, *, chance: np.random.Generator) -> Continuum:
    """
    Fit a continuum to votes: the same marginals of each statement, the same two axes, and as much variance along them.

    A person is a point drawn from a plain normal distribution in the plane; what they think of statement j is

    .. math::  u_{ij} = \\lambda_j \\cdot z_i + \\sqrt{1 - |\\lambda_j|^2}\\, \\varepsilon_{ij}

    and they disagree, pass or agree as u lies below, between or above two cuts, which are set so that each is as
    frequent as it was. The direction of :math:`\\lambda_j` is that in which votes on j follow the others' votes along the
    axes, the vote itself left out; their size is adjusted in a few rounds until the axes of simulated votes carry
    the share of variance that the seen ones do. So what remains of any difference is the shape: groups, or none.

    Parameters
    ----------
    votes
        n participants by m statements.
    zeroed
        m flags: statements without influence on the map.
    chance
        Draws the rooms by which the size is adjusted.

    Returns
    -------
    Continuum

    References
    ----------
    Parametric bootstrap of the number of clusters: A. K. Jain, J. V. Moreau (1987), Pattern Recognition 20, 547–568;
    ordinal votes of a normal factor: B. Muthén (1984), Psychometrika 49, 115–132.
    """
    axes = find_axes(votes, zeroed, precise=False)
    cuts = _cuts(votes)
    slopes = _slopes(votes, zeroed, axes)
    scale = np.ones(2)
    continuum = Continuum(_limited(slopes), cuts)
    for _ in range(ROUNDS):
        simulated = np.mean(
            [find_axes(continuum.vote(votes, chance), zeroed, precise=False).shares for _ in range(TRIES)],
            axis=0,
        )
        scale *= np.sqrt(np.maximum(axes.shares, LEAST_SHARE) / np.maximum(simulated, LEAST_SHARE))
        scale = np.clip(scale, 0.0, 20.0)
        continuum = Continuum(_limited(slopes * scale), cuts)
    return continuum


def _cuts(votes: VoteMatrix) -> Floats:
    cast = np.bincount(votes.columns, minlength=votes.n_statements)
    against = np.bincount(votes.columns[votes.values < 0], minlength=votes.n_statements)
    agreed = np.bincount(votes.columns[votes.values > 0], minlength=votes.n_statements)
    with np.errstate(divide="ignore", invalid="ignore"):
        below, above = against / cast, 1.0 - agreed / cast
    cuts: Floats = ndtri(np.column_stack([np.nan_to_num(below), np.nan_to_num(above, nan=1.0)]))
    return cuts


def _slopes(votes: VoteMatrix, zeroed: Flags, axes: Axes) -> Floats:
    """How votes on each statement go with the place of their voters, as if opinions and not only votes were known."""
    centred, _ = centre_votes(votes, zeroed)
    places = place_participants(votes, axes, zeroed)
    rows, columns, data = votes.rows, votes.columns, centred.data
    stretch = np.sqrt(votes.n_statements / np.maximum(votes.votes_cast, 1))
    m = votes.n_statements
    slopes = np.zeros((m, 2))
    spread = np.sqrt(np.bincount(columns, weights=data**2, minlength=m))
    for axis in range(2):
        others = places[rows, axis] - stretch[rows] * data * axes.loadings[columns, axis]
        together = np.bincount(columns, weights=data * others, minlength=m)
        alone = np.sqrt(np.bincount(columns, weights=others**2, minlength=m))
        slopes[:, axis] = together / np.maximum(spread * alone, 1e-12)
    return slopes


def _limited(loadings: Floats) -> Floats:
    size = np.sum(loadings**2, axis=1)
    limited: Floats = (
        loadings * np.sqrt(np.minimum(1.0, MOST_SHARED / np.maximum(size, 1e-12)))[:, np.newaxis]
    )
    return limited
