"""Keeping the names of groups when votes are added."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from scipy.optimize import linear_sum_assignment

from skaala.insight.votes import Floats, Whole


def keep_labels(
    groups: int, members: Sequence[tuple[int, str]], earlier: Mapping[str, str]
) -> tuple[str, ...]:
    """
    Name new groups like the earlier ones in which their members were.

    Groups are sought afresh after every vote, and their numbers mean nothing. People who look at the map
    want "group 1" to stay the same people. New and earlier groups are matched so that as many people as
    possible keep their group's name (the assignment problem, solved exactly); a group that matches none
    gets the lowest number not used so far.

    Parameters
    ----------
    groups
        How many new groups there are.
    members
        Pairs (new group, participant).
    earlier
        Participant → name of their earlier group.

    Returns
    -------
    The names of the new groups, in their order; "0", "1", … where nothing came earlier

    Examples
    --------
    >>> keep_labels(2, [(0, "anna"), (0, "bo"), (1, "cia")], {"anna": "1", "bo": "1", "cia": "0"})
    ('1', '0')
    >>> keep_labels(2, [(0, "anna"), (1, "dan")], {"anna": "0"})
    ('0', '1')

    References
    ----------
    H. W. Kuhn (1955), The Hungarian method for the assignment problem.
    """
    names = sorted({earlier[who] for _, who in members if who in earlier})
    place = {name: i for i, name in enumerate(names)}
    shared = np.zeros((groups, len(names)))
    for group, who in members:
        if who in earlier:
            shared[group, place[earlier[who]]] += 1
    kept: dict[int, str] = {}
    if names:
        for group, name in zip(*linear_sum_assignment(-shared), strict=True):
            if shared[group, name] > 0:
                kept[int(group)] = names[int(name)]
    used = set(kept.values()) | set(earlier.values())
    free = (str(number) for number in range(groups + len(used) + 1) if str(number) not in used)
    return tuple(kept[group] if group in kept else next(free) for group in range(groups))


def keep_directions(
    loadings: Floats, statements: Sequence[str], earlier: Mapping[str, tuple[float, float]]
) -> Whole:
    """
    Say for each axis whether to turn it around (−1) so that left stays left, or leave it (1).

    Parameters
    ----------
    loadings
        m × 2 new loadings.
    statements
        Their ids.
    earlier
        Statement → its earlier two loadings.

    Examples
    --------
    >>> earlier = {"1": (-0.6, 0.8), "2": (-0.8, -0.6)}
    >>> keep_directions(np.array([[0.6, 0.8], [0.8, -0.6]]), ["1", "2"], earlier).tolist()
    [-1, 1]
    """
    before = np.array([earlier.get(name, (0.0, 0.0)) for name in statements]).reshape(-1, 2)
    along = np.sum(before * loadings, axis=0)
    return np.where(along < -1e-9, -1, 1)
