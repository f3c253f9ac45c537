"""How well an action is documented, and what its profile of scalability says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

PROFILE = (
    "measured", "verified", "many_dimensions", "better_than_usual", "cost_known", "payback_known", "core_named",
    "without_original_person", "runs_elsewhere", "small_trial", "results_in_a_year", "legal_basis", "conditions_named",
    "contact_answers", "failures_described",
)  # fmt: skip
"""The questions about an action, in their order; who owns it answers, an editor confirms."""
COUNTED = "runs_elsewhere"
"""The question that adoptions answer."""
ANSWERS = ("yes", "partly", "no", "unknown")

LONG_TEXTS = (
    "steps", "core", "adaptable", "effects", "measured_how", "cost", "staff_time", "saving", "conditions", "legal_basis",
    "lessons",
)  # fmt: skip
"""What is written about an action beside its name and the sentence that says what it is."""
DOCUMENTED_BY = ("summary", *LONG_TEXTS)
"""The texts that make an action usable elsewhere."""
TEXTS = ("name", *DOCUMENTED_BY)


@dataclass(frozen=True)
class ProfileAnswer:
    """One line of the profile. ``answer`` is one of :data:`ANSWERS`; what nobody answered is unknown, never no."""

    question: str
    answer: str
    reason: str = ""
    url: str = ""


def read_profile(stored: Mapping[str, Mapping[str, str]], *, adopters: int) -> list[ProfileAnswer]:
    """
    Return the answers to all questions in their order.

    :param adopters: how many other municipalities do the action
    """
    lines = []
    for question in PROFILE:
        held = stored.get(question, {})
        answer = held.get("answer", "")
        if question == COUNTED:
            lines.append(ProfileAnswer(question, "yes" if adopters else "unknown", str(adopters or "")))
            continue
        known = answer if answer in ANSWERS else "unknown"
        lines.append(ProfileAnswer(question, known, held.get("reason", ""), held.get("url", "")))
    return lines


def documented(
    written: Mapping[str, bool], profile: Mapping[str, Mapping[str, str]], *, has_contact: bool
) -> int:
    """
    Return from 0 to 100 how well an action is documented.

    Each text that is written counts one, each answered question a half (saying no is documenting too), a contact two.

    >>> documented({}, {}, has_contact=False), documented(dict.fromkeys(DOCUMENTED_BY, True), {}, has_contact=True)
    (0, 67)
    """
    texts = sum(bool(written.get(name)) for name in DOCUMENTED_BY)
    answered = sum(1 for held in profile.values() if held.get("answer") in {"yes", "partly", "no"})
    most = len(DOCUMENTED_BY) + (len(PROFILE) - 1) / 2 + 2
    return round(100 * min(1.0, (texts + answered / 2 + 2 * has_contact) / most))
