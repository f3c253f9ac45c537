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


ANSWERED = ("yes", "partly", "no")


def known_answers(given: Mapping[str, str]) -> dict[str, str]:
    """
    Return the answers that say something, by question in their order; what is not known is left out.

    >>> known_answers({"money": "no", "need_named": "yes", "partners": "unknown", "weather": "no"})
    {'need_named': 'yes', 'money': 'no'}
    """
    return {question: given[question] for question in READINESS if given.get(question) in ANSWERED}


def rules_out(answers: Mapping[str, str]) -> bool:
    """
    Say whether what a municipality has answered speaks against suggesting the action to it.

    >>> rules_out({"conditions_met": "no"}), rules_out({"money": "no", "conditions_met": "partly"})
    (True, False)
    """
    return answers.get(COMPUTED) == "no" or answers.get("political_support") == "no"


def wants(answers: Mapping[str, str]) -> bool:
    """
    Say whether a municipality has answered that it needs the action, and nothing rules it out.

    >>> wants({"need_named": "yes", "money": "no"}), wants({"need_named": "yes", "conditions_met": "no"})
    (True, False)
    """
    return answers.get("need_named") == "yes" and not rules_out(answers)


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
