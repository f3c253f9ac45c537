"""Whether a municipality is ready for an action: a profile, never a score."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

READINESS = (
    "need_named", "has_owner", "staff_time", "money", "who_decides", "compatible", "conditions_met", "partners",
    "political_support", "changes_known",
)  # fmt: skip
"""The questions about a municipality and an action, in their order."""
COMPUTED = "conditions_met"
"""The question that the figures of the municipality answer, as far as they can."""


def conditions_answer(needs: Sequence[str], known: Mapping[str, bool]) -> str:
    """
    Return whether a municipality meets what an action needs; what is not known is never a no.

    >>> conditions_answer(["urban", "railway"], {"urban": True}), conditions_answer(["urban"], {"urban": False})
    ('unknown', 'no')
    >>> conditions_answer(["urban"], {"urban": True}), conditions_answer([], {})
    ('yes', 'unknown')
    """
    if any(known.get(need) is False for need in needs):
        return "no"
    return "yes" if needs and all(known.get(need) for need in needs) else "unknown"
