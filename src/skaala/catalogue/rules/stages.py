"""How far a municipality has come with an action."""

from __future__ import annotations

from collections.abc import Sequence

ON_THE_WAY = ("interested", "assessing", "decided", "piloting", "in_use", "embedded")
"""The stages in their order."""
ENDED = ("declined", "stopped")
BEFORE_RUNNING = frozenset({"interested", "assessing", "decided"})
RUNNING = frozenset({"piloting", "in_use", "embedded"})
"""The municipality does it."""
NEEDS_REASON = frozenset(ENDED)


def since(stages: Sequence[str]) -> int:
    """
    Return the place in a history from which on its last stage has lasted.

    >>> since(["in_use", "in_use"]), since(["in_use", "stopped", "in_use"])
    (0, 2)
    """
    place = len(stages) - 1
    while place > 0 and stages[place - 1] == stages[-1]:
        place -= 1
    return place


def highest_before_end(stages: list[str]) -> str:
    """
    Return the furthest stage in a history, whatever it ended with; empty if there was none.

    >>> highest_before_end(["interested", "piloting", "stopped"])
    'piloting'
    """
    reached = [ON_THE_WAY.index(stage) for stage in stages if stage in ON_THE_WAY]
    return ON_THE_WAY[max(reached)] if reached else ""
