"""How much would be learnt from a vote on each statement, and so how urgently it should be shown."""

from __future__ import annotations

import numpy as np

from skaala.insight.counts import Counts
from skaala.insight.votes import Flags, Floats

METADATA_PRIORITY = 49.0


def weigh_importance(counts: Counts, extremity: Floats) -> Floats:
    """
    Weigh how much would be learnt from a vote on each statement.

    .. math::  I = \\left(1 - \\frac{P+1}{S+2}\\right) (1 + E)\\, \\frac{A+1}{S+2}

    with A agreeing, P passing and S votes over all groups together and E the statement's extremity: what few
    pass on, what takes one far on the map, and what finds some agreement.

    Parameters
    ----------
    counts
        1 × m.
    extremity
        m lengths, see :func:`skaala.insight.opinions.positions.place_statements`.

    Examples
    --------
    >>> one = Counts(agree=np.array([[3]]), disagree=np.array([[1]]), total=np.array([[6]]))
    >>> weigh_importance(one, np.array([1.0])).tolist()  # (1 - 3/8) · 2 · 4/8
    [0.625]
    """
    agree, total = counts.agree[0], counts.total[0]
    passes = total - agree - counts.disagree[0]
    importance: Floats = (1 - (passes + 1) / (total + 2)) * (1 + extremity) * (agree + 1) / (total + 2)
    return importance


def weigh_priority(counts: Counts, extremity: Floats, is_metadata: Flags) -> Floats:
    """
    Weigh how urgently each statement should be shown.

    .. math::  \\left( I \\cdot (1 + 8 \\cdot 2^{-S/5}) \\right)^2

    with I its importance and S its votes. The second factor is respect for the unknown: a new statement
    gets nine times its importance, one with five votes five times, and it fades as votes come in, so that
    what has been seen little is neither buried nor praised by accident. Metadata statements get 49,
    whatever is said to them.

    Parameters
    ----------
    counts
        1 × m: all groups together.
    extremity
        m lengths.
    is_metadata
        m flags.

    Examples
    --------
    >>> one = Counts(agree=np.array([[0, 0]]), disagree=np.array([[0, 0]]), total=np.array([[0, 0]]))
    >>> weigh_priority(one, np.zeros(2), np.array([False, True])).tolist()  # (0.25 · 9)²
    [5.0625, 49.0]
    """
    fading = 1 + 8 * 2.0 ** (-counts.total[0] / 5)
    return np.where(is_metadata, METADATA_PRIORITY, (weigh_importance(counts, extremity) * fading) ** 2)
