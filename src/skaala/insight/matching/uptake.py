"""How fast an action is taken up now: the part of a ranking that is the same for every municipality."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import scipy.sparse

from skaala.insight.matching.adoptions import AdoptionMatrix
from skaala.insight.votes import Floats


@dataclass(frozen=True, slots=True, order=True)
class Uptake:
    """
    One way of counting uptake.

    Attributes
    ----------
    memory
        Years after which an adoption counts 1/e (a good third); infinite counts them all alike: popularity.
    by_chance
        Count what share of those who do not have the action yet took it up, instead of how many did.
    """

    memory: float
    by_chance: bool = False


POPULARITY = Uptake(np.inf)
# The share of a short memory: on measured sets its shorter and longer neighbours were worse on one or the other.
USUAL = Uptake(2.0, by_chance=True)
# What is used on dated adoptions unless another is surely better: recent uptake, and popularity, which is steadier where little happens.
MIXED = (USUAL, POPULARITY)
WAYS = (
    *(Uptake(memory, by_chance) for memory in (1.0, 2.0, 4.0, 8.0) for by_chance in (False, True)),
    POPULARITY,
)


def weigh_adoptions(adoptions: AdoptionMatrix, way: Uptake) -> Floats:
    """
    Weigh each adoption by its age, and by how many are still without the action.

    .. math::  w_{ua} = e^{-(T - t_{ua})/\\tau} \\; / \\; \\frac{n - n_a + 1}{n}

    with T the latest date, t the adoption's, τ the memory, n municipalities and n_a that have the action. The
    fraction is left out unless ``by_chance``. An adoption without a date counts as old as the oldest.

    Returns
    -------
    A weight for each adoption, in the order of the matrix; their sums per action are the uptake

    Examples
    --------
    >>> from skaala.insight.matching.adoptions import Adoption
    >>> old_and_new = AdoptionMatrix.of([Adoption("A", "x", 2020.0), Adoption("B", "x", 2022.0)])
    >>> weigh_adoptions(old_and_new, Uptake(2.0)).round(3).tolist()
    [0.368, 1.0]

    Notes
    -----
    The share is the discrete hazard of event history analysis, the field's usual model of how policies spread
    (Berry and Berry, American Political Science Review 84, 1990).
    """
    weights: Floats = np.ones(len(adoptions.rows))
    if np.isfinite(way.memory) and not np.isnan(adoptions.when).all():
        when = np.where(np.isnan(adoptions.when), np.nanmin(adoptions.when), adoptions.when)
        weights = np.exp((when - when.max()) / way.memory)
    if way.by_chance:
        n = len(adoptions.municipalities)
        weights = weights * n / (n - adoptions.adopters + 1)[adoptions.columns]
    return weights


def mix_uptake(adoptions: AdoptionMatrix, ways: tuple[Uptake, ...]) -> scipy.sparse.csr_array:
    """
    Mix several ways of counting into one weight per adoption, each way on the same scale.

    Returns
    -------
    Sparse, n × m; the mean of a column is the action's uptake
    """
    mixed: Floats = np.zeros(len(adoptions.rows))
    for way in ways:
        weights = weigh_adoptions(adoptions, way)
        sums = np.bincount(adoptions.columns, weights=weights, minlength=len(adoptions.actions))
        spread = (float(sums.std()) if len(sums) else 0.0) or 1.0
        mixed = mixed + weights / spread
    return adoptions.filled(mixed * len(adoptions.municipalities) / len(ways))
