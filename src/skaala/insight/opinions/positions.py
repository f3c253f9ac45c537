"""Positions on the opinion map: of participants, of statements; and who has voted enough to be in a group."""

from __future__ import annotations

import numpy as np

from skaala.insight.opinions.axes import Axes, centre_votes
from skaala.insight.votes import Flags, Floats, VoteMatrix

ENOUGH_VOTES = 7
ENOUGH_PEOPLE = 15


def place_participants(votes: VoteMatrix, axes: Axes, zeroed: Flags) -> Floats:
    """
    Place each participant on the map by their votes.

    .. math::  p_i = \\sqrt{m / \\max(s_i, 1)} \\sum_{j\\ \\text{voted}} (v_{ij} - \\bar v_j)\\, a_j

    where :math:`v_{ij}` is the participant's vote on statement j, :math:`\\bar v_j` that statement's mean, :math:`a_j`
    its two loadings, m the number of statements with any vote and :math:`s_i` the number of votes given
    (moderated statements count as voted on by all). Missing votes add nothing, so somebody with few votes
    would be near the middle; the root stretches the position in the direction of the votes.

    Returns
    -------
    n × 2 positions

    Examples
    --------
    >>> from skaala.insight.opinions.axes import find_axes
    >>> from skaala.insight.votes import gather_votes
    >>> votes = gather_votes([("a", "1", 1), ("b", "1", -1), ("b", "2", 1)])
    >>> none = np.zeros(2, dtype=bool)
    >>> place_participants(votes, find_axes(votes, none), none)[:, 0].round(6).tolist()
    [1.414214, -1.0]
    """
    centred, _ = centre_votes(votes, zeroed)
    voted = votes.has_votes
    moderated = zeroed & voted
    open_votes = np.bincount(votes.rows[~moderated[votes.columns]], minlength=votes.n_participants)
    cast = open_votes + int(moderated.sum())
    stretch = np.sqrt(int(voted.sum()) / np.maximum(cast, 1))
    places: Floats = np.column_stack([centred @ axes.loadings[:, 0], centred @ axes.loadings[:, 1]])
    return places * stretch[:, np.newaxis]


def place_statements(votes: VoteMatrix, axes: Axes) -> Floats:
    """
    Place each statement where a participant would be who agrees with it and has no other vote.

    .. math::  q_j = \\sqrt{m}\\,(1 - \\bar v_j)\\, a_j

    The length of :math:`q_j` is the statement's *extremity*: how far agreeing with it takes one from the
    middle. A statement on which all agree has mean 1 and takes nobody anywhere.

    Returns
    -------
    m × 2 positions; 0 for moderated statements and those without a vote
    """
    m = int(votes.has_votes.sum())
    places: Floats = np.sqrt(m) * (1.0 - axes.means)[:, np.newaxis] * axes.loadings
    return places


def has_voted_enough(votes: VoteMatrix) -> Flags:
    """
    Say who has voted enough to be counted into groups.

    Everybody with at least min(7, number of statements) votes; rejected statements count. If these are fewer
    than 15, the most active others are added up to 15, those with equal activity in the order of their ids.
    Somebody without any vote is never in.

    Returns
    -------
    n flags

    Examples
    --------
    >>> from skaala.insight.votes import gather_votes
    >>> votes = gather_votes([(p, s, 1) for p in "abc" for s in "123"], participants=["silent"])
    >>> has_voted_enough(votes).tolist()
    [True, True, True, False]
    """
    cast = votes.votes_cast
    enough = min(ENOUGH_VOTES, int(votes.has_votes.sum()))
    inside: Flags = (cast >= enough) & (cast > 0)
    missing = ENOUGH_PEOPLE - int(inside.sum())
    if missing > 0:
        others = np.flatnonzero(~inside & (cast > 0))
        most_active = others[np.argsort(-cast[others], kind="stable")][:missing]
        inside[most_active] = True
    return inside
