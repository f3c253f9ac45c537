"""Which statements represent a group: what it agrees or disagrees with more than the others."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from skaala.insight.counts import Counts
from skaala.insight.votes import Flags, Floats, Side, Whole

Z_90 = 1.2816  # the 90 % point of the normal distribution, one-sided
MAX_LISTED = 5


@dataclass(frozen=True)
class Tests:
    """
    Eight figures per group and statement, each g × m; see :func:`compare_groups`.

    Attributes
    ----------
    agree_share, disagree_share
        ``pa`` and ``pd``: smoothed shares within the group.
    agree_test, disagree_test
        ``pat`` and ``pdt``: does the group lean that way at all?
    agree_ratio, disagree_ratio
        ``ra`` and ``rd``: its share over that of all others.
    agree_ratio_test, disagree_ratio_test
        ``rat`` and ``rdt``: is its share above that of all others?
    """

    agree_share: Floats
    disagree_share: Floats
    agree_test: Floats
    disagree_test: Floats
    agree_ratio: Floats
    disagree_ratio: Floats
    agree_ratio_test: Floats
    disagree_ratio_test: Floats


@dataclass(frozen=True)
class Representative:
    """
    A statement that represents a group.

    Attributes
    ----------
    statement
        Its index.
    side
        What the group says to it.
    votes_that_way, votes
        So many of its members say so, of so many who voted.
    share, share_test, ratio, ratio_test
        The figures of that side.
    score
        Their product.
    best_agree
        Chosen because it is what the group agrees on most, whatever the others say.
    """

    statement: int
    side: Side
    votes_that_way: int
    votes: int
    share: float
    share_test: float
    ratio: float
    ratio_test: float
    score: float
    best_agree: bool


def compare_groups(counts: Counts) -> Tests:
    """
    Compare each group's votes on each statement with chance and with all other groups together.

    With A agreeing, D disagreeing and S votes in the group, :math:`A_o, D_o, S_o` in all others:

    .. math::
       p_a = \\frac{A+1}{S+2}, \\quad p_{at} = 2\\sqrt{S+1}\\left(\\frac{A+1}{S+1} - \\frac12\\right), \\quad
       r_a = \\frac{p_a}{(A_o+1)/(S_o+2)}

    .. math::
       r_{at} = \\frac{p_1 - p_2}{\\sqrt{p(1-p)\\left(\\frac1{S+1} + \\frac1{S_o+1}\\right)}}, \\quad
       p_1 = \\frac{A+1}{S+1}, \\; p_2 = \\frac{A_o+1}{S_o+1}, \\; p = \\frac{A+A_o+2}{S+S_o+2}

    and 0 where p = 1; likewise with D. The added ones keep a group of two who agree from counting as
    certainty.

    Parameters
    ----------
    counts
        g × m.

    Returns
    -------
    Tests

    Examples
    --------
    >>> for_it, against, total = np.array([[8], [1]]), np.array([[1], [7]]), np.array([[10], [9]])
    >>> two_groups = Counts(agree=for_it, disagree=against, total=total)
    >>> tests = compare_groups(two_groups)
    >>> tests.agree_share.ravel().tolist(), tests.agree_ratio.round(4).ravel().tolist()
    ([0.75, 0.18181818181818182], [4.125, 0.2424])

    Notes
    -----
    A one-proportion and a pooled two-proportion test with pseudo-counts, as the field's reference has them.
    They rank statements; being many, they are no proof. For perspectives see
    :mod:`skaala.insight.perspectives`.
    """
    others = counts.others
    sides = []
    for here, there in ((counts.agree, others.agree), (counts.disagree, others.disagree)):
        share = (here + 1) / (counts.total + 2)
        share_test = lean_from_half(here, counts.total)
        ratio = share / ((there + 1) / (others.total + 2))
        first = (here + 1) / (counts.total + 1)
        second = (there + 1) / (others.total + 1)
        pooled = (here + there + 2) / (counts.total + others.total + 2)
        variance = pooled * (1 - pooled) * (1 / (counts.total + 1) + 1 / (others.total + 1))
        certain = (here + there) >= counts.total + others.total
        ratio_test = np.where(certain, 0.0, (first - second) / np.sqrt(np.where(certain, 1.0, variance)))
        sides.append((share, share_test, ratio, ratio_test))
    return Tests(*(figure for pair in zip(*sides, strict=True) for figure in pair))


def lean_from_half(votes_that_way: Whole, votes: Whole) -> Floats:
    """
    Say by how many standard deviations a share is above one half, one vote of that kind added.

    Examples
    --------
    >>> float(lean_from_half(np.array(8), np.array(8)))
    3.0
    """
    tested: Floats = 2 * np.sqrt(votes + 1) * ((votes_that_way + 1) / (votes + 1) - 0.5)
    return tested


def choose_representative(
    counts: Counts, tests: Tests, zeroed: Flags, *, at_most: int = MAX_LISTED
) -> tuple[tuple[Representative, ...], ...]:
    """
    Choose up to five statements that represent each group.

    A statement is *sufficient* if the group leans that way (share test) and does so more than the others
    (ratio test), both above 1.2816, which is 90 % one-sided. It counts as agreeing if ``rat > rdt``, else
    for disagreeing; its score is the product of ratio, ratio test, share and share test of that side.

    Beside them the *best agree* is kept: what the group agrees on most. It leads the list, the sufficient
    ones follow by score. If none is sufficient, the best agree is the only one, or failing that the statement
    with the highest ratio test. Agreements are listed before disagreements.

    Parameters
    ----------
    counts, tests
        g × m each.
    zeroed
        m flags: moderated statements, which are passed over.

    Returns
    -------
    For each group its statements; empty when there is one group only, as it has no others to differ from

    Examples
    --------
    >>> for_it, against = np.array([[9, 5], [0, 5]]), np.array([[0, 4], [9, 4]])
    >>> counts = Counts(agree=for_it, disagree=against, total=for_it + against)
    >>> chosen = choose_representative(counts, compare_groups(counts), np.zeros(2, dtype=bool))
    >>> [[(r.statement, r.side) for r in group] for group in chosen]
    [[(0, 'agree')], [(0, 'disagree')]]
    """
    if len(counts.total) < 2:
        return tuple(() for _ in counts.total)
    return tuple(
        _choose_for_group(
            group, counts, tests, np.flatnonzero(~zeroed & (counts.together.total[0] > 0)), at_most
        )
        for group in range(len(counts.total))
    )


def _choose_for_group(
    group: int, counts: Counts, tests: Tests, candidates: Whole, at_most: int
) -> tuple[Representative, ...]:
    best_agree = _best_agree(group, counts, tests, candidates)
    sufficient = _sufficient(group, tests)
    enough = [_represent(group, int(j), counts, tests) for j in candidates if sufficient[j]]
    if not enough:
        if best_agree is not None:
            return (_represent(group, best_agree, counts, tests, best_agree=True),)
        if not len(candidates):
            return ()
        strongest = np.maximum(tests.agree_ratio_test[group], tests.disagree_ratio_test[group])[candidates]
        return (_represent(group, int(candidates[int(np.argmax(strongest))]), counts, tests),)
    chosen = sorted((r for r in enough if r.statement != best_agree), key=lambda r: -r.score)
    if best_agree is not None:
        chosen.insert(0, _represent(group, best_agree, counts, tests, best_agree=True))
    return tuple(sorted(chosen[:at_most], key=lambda r: r.side != "agree"))


def _sufficient(group: int, tests: Tests) -> Flags:
    agree: Flags = (tests.agree_ratio_test[group] > Z_90) & (tests.agree_test[group] > Z_90)
    disagree: Flags = (tests.disagree_ratio_test[group] > Z_90) & (tests.disagree_test[group] > Z_90)
    return agree | disagree


def _best_agree(group: int, counts: Counts, tests: Tests, candidates: Whole) -> int | None:
    share, share_test = tests.agree_share[group], tests.agree_test[group]
    ratio, ratio_test = tests.agree_ratio[group], tests.agree_ratio_test[group]
    best: int | None = None
    for j in candidates:
        if counts.agree[group, j] == 0 and counts.disagree[group, j] == 0:
            continue
        if best is None:
            better = share_test[j] > Z_90 or (ratio[j] > 1 and share[j] > 0.5)
        elif ratio[best] > 1:
            full = ratio * ratio_test * share * share_test
            better = full[j] > full[best]
        else:
            better = share[j] * share_test[j] > share[best] * share_test[best]
        if better:
            best = int(j)
    return best


def _represent(
    group: int, statement: int, counts: Counts, tests: Tests, *, best_agree: bool = False
) -> Representative:
    agrees = tests.agree_ratio_test[group, statement] > tests.disagree_ratio_test[group, statement]
    figures = (
        (tests.agree_share, tests.agree_test, tests.agree_ratio, tests.agree_ratio_test)
        if agrees
        else (tests.disagree_share, tests.disagree_test, tests.disagree_ratio, tests.disagree_ratio_test)
    )
    share, share_test, ratio, ratio_test = (float(figure[group, statement]) for figure in figures)
    return Representative(
        statement=statement,
        side="agree" if agrees else "disagree",
        votes_that_way=int((counts.agree if agrees else counts.disagree)[group, statement]),
        votes=int(counts.total[group, statement]),
        share=share,
        share_test=share_test,
        ratio=ratio,
        ratio_test=ratio_test,
        score=ratio * ratio_test * share * share_test,
        best_agree=best_agree,
    )
