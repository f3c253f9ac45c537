"""What most people agree on: in all, across the groups, and what divides them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from skaala.insight.counts import Counts
from skaala.insight.opinions.representativeness import MAX_LISTED, Z_90, lean_from_half
from skaala.insight.small_samples import wilson_interval
from skaala.insight.votes import Flags, Floats, Whole


@dataclass(frozen=True)
class Majority:
    """Statements (by index) that a majority of all agrees or disagrees with, the clearest first."""

    agree: tuple[int, ...]
    disagree: tuple[int, ...]


def find_majorities(counts: Counts, zeroed: Flags, *, at_most: int = MAX_LISTED) -> Majority:
    """
    Find what a clear majority of all participants agrees on, and what it disagrees with; groups play no part.

    Listed for agreement is what has ``pa > 0.5`` and ``pat > 1.2816`` over everybody, by ``pa · pat``; for
    disagreement likewise (see :func:`skaala.insight.opinions.representativeness.compare_groups` for the letters).

    Parameters
    ----------
    counts
        1 × m: everybody's votes.
    zeroed
        Moderated statements, which are passed over.

    Examples
    --------
    >>> everybody = Counts(agree=np.array([[9, 5]]), disagree=np.array([[0, 4]]), total=np.array([[10, 10]]))
    >>> find_majorities(everybody, np.zeros(2, dtype=bool))
    Majority(agree=(0,), disagree=())
    """
    sides = []
    for way in (counts.agree[0], counts.disagree[0]):
        share = (way + 1) / (counts.total[0] + 2)
        tested = lean_from_half(way, counts.total[0])
        clear = np.flatnonzero((share > 0.5) & (tested > Z_90) & ~zeroed)
        order = np.argsort(-(share * tested)[clear], kind="stable")[:at_most]
        sides.append(tuple(int(j) for j in clear[order]))
    return Majority(agree=sides[0], disagree=sides[1])


def measure_common_ground(counts: Counts) -> tuple[Floats, Floats]:
    """
    Measure how far all groups agree with a statement: group-informed consensus, in two forms.

    .. math::  \\Pi_j = \\prod_{g=1}^{G} \\frac{A_{gj}+1}{S_{gj}+2}, \\qquad  \\Gamma_j = \\Pi_j^{1/G}

    with :math:`A_{gj}` agreeing of :math:`S_{gj}` votes in group g on statement j. Both are high only where
    *every* group agrees: a large group cannot outvote a small one. The product Π is the field's known
    figure, but it shrinks with the number of groups (0.9 in each of two groups makes 0.81, of six 0.53);
    the geometric mean Γ says 0.9 in both cases, so it is the one to show.

    Parameters
    ----------
    counts
        g × m.

    Returns
    -------
    (geometric, product), m numbers each, between 0 and 1

    Examples
    --------
    >>> all_agree = np.array([[8], [8]])
    >>> counts = Counts(agree=all_agree, disagree=0 * all_agree, total=all_agree)
    >>> geometric, product = measure_common_ground(counts)
    >>> geometric.round(9).tolist(), product.round(9).tolist()
    ([0.9], [0.81])
    """
    shares = (counts.agree + 1) / (counts.total + 2)
    groups = max(len(shares), 1)
    product: Floats = np.prod(shares, axis=0) if len(shares) else np.full(counts.total.shape[1], 0.5)
    geometric: Floats = np.exp(np.sum(np.log(shares), axis=0) / groups) if len(shares) else product
    return geometric, product


def measure_division(counts: Counts) -> tuple[Floats, Floats]:
    """
    Measure how far a statement divides the groups, and how far it divides all together.

    Between groups: half the distance between the group most in favour and the one most against,

    .. math::  \\tfrac12 \\left( \\max_g n_{gj} - \\min_g n_{gj} \\right), \\quad
               n_{gj} = \\frac{A_{gj} - D_{gj}}{S_{gj}+2}

    0 where they are alike, towards 1 where one is wholly for and another wholly against. All together:
    twice the smaller of the two sides' shares, each taken at the lower end of its Wilson interval, so that
    one vote for and one against do not count as division; 1 would be two equal sides, beyond doubt.

    Returns
    -------
    (between, within), m numbers each

    Examples
    --------
    >>> for_it, against = np.array([[9], [0]]), np.array([[0], [9]])
    >>> counts = Counts(agree=for_it, disagree=against, total=np.array([[10], [10]]))
    >>> between, within = measure_division(counts)
    >>> between.tolist(), within.round(3).tolist()
    ([0.75], [0.516])
    """
    net = (counts.agree - counts.disagree) / (counts.total + 2)
    between: Floats = (net.max(axis=0) - net.min(axis=0)) / 2 if len(net) else np.zeros(counts.total.shape[1])
    all_of_them = counts.together
    votes = all_of_them.total[0]
    for_it = wilson_interval(all_of_them.agree[0], votes)[0]
    against = wilson_interval(all_of_them.disagree[0], votes)[0]
    return between, 2 * np.minimum(for_it, against)


def find_divisive(counts: Counts, zeroed: Flags, *, at_most: int = MAX_LISTED) -> tuple[int, ...]:
    """
    Find the statements on which one group clearly agrees and another clearly disagrees, the widest gap first.

    Clearly: the group's share test on that side is above 1.2816 (90 %, one-sided) and its share above one
    half. With a single group nothing is listed; there :func:`measure_division` still says how divided all
    are.

    Examples
    --------
    >>> for_it, against = np.array([[9], [0]]), np.array([[0], [9]])
    >>> counts = Counts(agree=for_it, disagree=against, total=np.array([[10], [10]]))
    >>> find_divisive(counts, np.zeros(1, dtype=bool))
    (0,)
    """
    if len(counts.total) < 2:
        return ()
    agree = _clearly(counts.agree, counts.total).any(axis=0)
    disagree = _clearly(counts.disagree, counts.total).any(axis=0)
    between, _ = measure_division(counts)
    listed = np.flatnonzero(agree & disagree & ~zeroed)
    order = np.argsort(-between[listed], kind="stable")[:at_most]
    return tuple(int(j) for j in listed[order])


def _clearly(way: Whole, total: Whole) -> Flags:
    clear: Flags = (lean_from_half(way, total) > Z_90) & ((way + 1) / (total + 2) > 0.5)
    return clear
