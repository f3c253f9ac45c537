"""Which statement to show a participant next. Light, because it runs with every vote: it loads no numpy."""

from __future__ import annotations

import math
import random
from collections.abc import Collection, Mapping, Sequence

UNKNOWN_PRIORITY = 1.0


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
    first: as long as the participant has some left, only they are drawn, so that every perspective
    has spoken on them before new ones take the time.

    Parameters
    ----------
    candidates
        Visible statements that the participant has neither voted on nor has on the page already.
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
    weights = [weight if math.isfinite(weight) and weight > 0 else 0.0 for weight in weights]
    if not any(weights):
        weights = [1.0] * len(pool)
    return random.Random(seed).choices(pool, weights=weights)[0]  # noqa: S311 - a draw, not a secret
