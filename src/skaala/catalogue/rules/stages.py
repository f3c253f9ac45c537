"""How far a municipality has come with an action."""

from __future__ import annotations

ON_THE_WAY = ("interested", "assessing", "decided", "piloting", "in_use", "embedded")
"""The stages in their order."""
ENDED = ("declined", "stopped")
RUNNING = frozenset({"piloting", "in_use", "embedded"})
"""The municipality does it."""
ADOPTED = frozenset({"in_use", "embedded"})
"""It is more than a trial."""
NEEDS_REASON = frozenset(ENDED)


def is_running(stage: str) -> bool:
    """Say whether a municipality at ``stage`` does the action."""
    return stage in RUNNING


def highest_before_end(stages: list[str]) -> str:
    """
    Return the furthest stage in a history, whatever it ended with; empty if there was none.

    >>> highest_before_end(["interested", "piloting", "stopped"])
    'piloting'
    """
    reached = [ON_THE_WAY.index(stage) for stage in stages if stage in ON_THE_WAY]
    return ON_THE_WAY[max(reached)] if reached else ""
