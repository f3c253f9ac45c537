"""An action as its page and the lists show it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from skaala.catalogue.messages.goals import GOALS
from skaala.catalogue.messages.profile import ANSWERS, NEXT_STEPS, QUESTIONS
from skaala.catalogue.models import Action
from skaala.catalogue.presenters.dates import inexact
from skaala.catalogue.rules.documentation import ProfileAnswer, read_profile
from skaala.catalogue.rules.need_words import named_in

STATUS_TAGS = {
    "planned": "quiet",
    "piloting": "warm",
    "running": "calm",
    "stopped": "quiet",
    "failed": "alarm",
}
SHORT = 240
ANSWER_MARKS = {"yes": "calm", "partly": "warm", "no": "alarm", "unknown": "quiet"}


@dataclass(frozen=True)
class ActionCard:
    """An action in a list."""

    action: Action
    owner: str
    status: Any
    status_look: str
    adopters: int


@dataclass(frozen=True)
class ProfileLine:
    """One line of the profile: the question, the answer in a word, its reason, and what to do where it is no."""

    question: Any
    answer: Any
    look: str
    reason: str
    url: str
    next_step: Any


def action_card(action: Action) -> ActionCard:
    """Return what a list shows of an action."""
    return ActionCard(
        action,
        action.owner_name,
        action.get_status_display() if action.status else "",
        STATUS_TAGS.get(action.status, "quiet"),
        action.adopters,
    )


def needs_in_words(action: Action) -> list[Any]:
    """Return what the name and the sentence of an action speak of that is not among its conditions: perhaps it needs that."""
    texts = {code: f"{words}. {action.summary.get(code)}" for code, words in action.name.as_dict().items()}
    return need_labels(need for need in named_in(texts) if need not in action.needs)


def need_labels(needs: Iterable[str]) -> list[Any]:
    """Return conditions in words."""
    return [Action.Need(need).label for need in needs if need in Action.Need.values]


def theme_labels(action: Action) -> list[Any]:
    """Return the action's themes in words."""
    return [Action.Theme(theme).label for theme in action.themes if theme in Action.Theme.values]


def goal_labels(action: Action) -> list[tuple[int, Any]]:
    """Return the numbers and names of the goals it serves."""
    return [(number, GOALS[number]) for number in sorted(action.goals) if number in GOALS]


def action_glance(action: Action) -> list[tuple[Any, Any]]:
    """Return what is asked of an action first; what is not known is left out."""
    return [
        (_("Owner"), action.owner_name),
        (_("Status"), action.get_status_display() if action.status else ""),
        (_("Cost"), action.cost),
        (_("Staff time"), action.staff_time),
        (_("Effects"), action.effects if _is_short(action.effects) else ""),
    ]


def _is_short(text: Any) -> bool:
    """Say whether a text fits among the facts; a longer one has a heading of its own."""
    return len(str(text)) <= SHORT


def action_facts(action: Action) -> list[tuple[Any, Any]]:
    """Return what else is known about an action in terms and texts; what is not known is left out."""
    return [
        (_("Responsible"), action.responsible),
        (_("Began"), inexact(action.began_on, action.began_precision)),
        (_("Ended"), inexact(action.ended_on, action.ended_precision)),
        (_("Kind of scaling"), action.get_scaling_display() if action.scaling else ""),
        (_("Saving and payback"), action.saving),
    ]


def action_texts(action: Action) -> list[tuple[Any, Any]]:
    """Return the longer texts of an action under their headings; those not written are left out."""
    texts = [
        (_("What to do"), action.steps),
        (_("What must stay"), action.core),
        (_("What can be adapted"), action.adaptable),
        (_("Effects"), "" if _is_short(action.effects) else action.effects),
        (_("How the effects were measured"), action.measured_how),
        (_("What it needs"), action.conditions),
        (_("Legal and procurement basis"), action.legal_basis),
        (_("Lessons"), action.lessons),
    ]
    return [(heading, text) for heading, text in texts if text]


def profile_lines(action: Action) -> list[ProfileLine]:
    """Return the profile of scalability in words, all questions in their order."""
    return [_profile_line(one) for one in read_profile(action.profile, adopters=action.adopters)]


def _profile_line(one: ProfileAnswer) -> ProfileLine:
    return ProfileLine(
        QUESTIONS[one.question],
        ANSWERS[one.answer],
        ANSWER_MARKS[one.answer],
        one.reason,
        one.url,
        NEXT_STEPS[one.question] if one.answer == "no" else "",
    )


def has_profile(action: Action) -> bool:
    """Say whether anybody has answered the profile."""
    return any(held.get("answer") for held in action.profile.values())


def cards(actions: Iterable[Action]) -> list[ActionCard]:
    """Return a list of actions as it is shown."""
    return [action_card(action) for action in actions]
