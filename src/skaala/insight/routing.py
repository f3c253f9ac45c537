"""Which statement to show a participant next."""

from __future__ import annotations

import random
from collections.abc import Collection, Mapping, Sequence

import numpy as np

from skaala.insight.counts import Counts
from skaala.insight.votes import Flags, Floats

METADATA_PRIORITY = 49.0
UNKNOWN_PRIORITY = 1.0


def weigh_importance(counts: Counts, extremity: Floats) -> Floats:
    """
    Weigh how much a vote on each statement would tell.

    .. math::  I = \\left(1 - \\frac{P+1}{S+2}\\right) (1 + E)\\, \\frac{A+1}{S+2}

    with A agreeing, P passing and S votes over all groups together and E the statement's extremity: what few
    pass on, what takes one far on the map, and what finds some agreement.

    Parameters
    ----------
    counts
        1 × m.
    extremity
        m lengths, see :func:`skaala.insight.positions.place_statements`.

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


def draw_statement(
    candidates: Sequence[str],
    priorities: Mapping[str, float],
    *,
    seed: int | str,
    carried_over: Collection[str] = (),
) -> str | None:
    """
    Draw the statement to show next, with chance proportional to priority.

    .. math::  P(j) = \\pi_j / \\sum_{i} \\pi_i

    with π the priority, 1 where none is known yet. Statements carried over from an earlier workshop come
    first: as long as the participant has some before her, only they are drawn, so that every perspective
    has spoken on them before new ones take the time.

    Parameters
    ----------
    candidates
        Visible statements that she has neither voted on nor holds already.
    priorities
        Statement → priority. A priority that is not above zero, or not finite, can never be drawn; if that
        is true of all, all have the same chance.
    seed
        The same seed draws the same statement; hand in one that differs by participant and vote.
    carried_over
        Statements from an earlier workshop.

    Returns
    -------
    A statement, or nothing if none is left

    Examples
    --------
    >>> draw_statement(["new", "old"], {"new": 1000.0}, seed=1, carried_over=["old"])
    'old'
    >>> draw_statement([], {}, seed=1) is None
    True

    Notes
    -----
    In the field's reference every priority was the same for 16 months, so that statements came at random,
    and nobody noticed. Our test looks at the distribution of what is drawn, not at whether something comes.
    """
    first = set(carried_over)
    pool = [name for name in candidates if name in first] or list(candidates)
    if not pool:
        return None
    weights = [priorities.get(name, UNKNOWN_PRIORITY) for name in pool]
    weights = [weight if np.isfinite(weight) and weight > 0 else 0.0 for weight in weights]
    if not any(weights):
        weights = [1.0] * len(pool)
    return random.Random(seed).choices(pool, weights=weights)[0]  # noqa: S311 - a draw, not a secret
