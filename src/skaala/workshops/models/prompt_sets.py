"""Ready-made questions: for the three workshops and the closing event of a series on scaling, and a plain set for anything else."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from skaala.series.models import Event


@dataclass(frozen=True)
class ReadyPrompt:
    """One question and what helps to answer it."""

    kind: str
    question: Promise
    hint: Promise | str = ""


@dataclass(frozen=True)
class PromptSet:
    """Questions that go together."""

    label: Promise
    prompts: tuple[ReadyPrompt, ...]


_NEXT_STEP = ReadyPrompt(
    "next_step",
    _("What should be done next, and by whom?"),
    _("Name an organisation or a role, not a person."),
)

PROMPT_SETS: dict[str, PromptSet] = {
    "receiving": PromptSet(
        _("Receiving: what helps and hinders adopting an action from elsewhere"),
        (
            ReadyPrompt(
                "good_practice",
                _("What helps a municipality take up a sustainability action that has worked elsewhere?"),
                _("Tell one way that you have seen work."),
            ),
            ReadyPrompt(
                "bottleneck",
                _("What stops or slows down bringing a good solution to one’s own municipality?"),
                _("One obstacle at a time."),
            ),
            ReadyPrompt(
                "open_question",
                _("What would you need to know before deciding to take up an action?"),
            ),
            _NEXT_STEP,
        ),
    ),
    "pioneers": PromptSet(
        _("Pioneers: what suits others, and what strengthens scaling at home"),
        (
            ReadyPrompt(
                "good_practice",
                _("Which of your municipality’s sustainability actions would suit others too, and why?"),
            ),
            ReadyPrompt(
                "good_practice",
                _("What strengthens the spread of good actions inside one’s own organisation?"),
            ),
            ReadyPrompt(
                "bottleneck",
                _("Why does a good trial stay in one unit or one municipality?"),
            ),
            _NEXT_STEP,
        ),
    ),
    "networks": PromptSet(
        _("Networks: their role in scaling, and what to develop"),
        (
            ReadyPrompt(
                "good_practice",
                _("When is a network at its best in spreading solutions?"),
            ),
            ReadyPrompt(
                "bottleneck",
                _("What is left half-done in networks, or is missing from them?"),
            ),
            ReadyPrompt(
                "open_question",
                _("What should networks do together rather than each for itself?"),
            ),
            _NEXT_STEP,
        ),
    ),
    "closing": PromptSet(
        _("Closing event: which next steps first, and who takes part"),
        (
            ReadyPrompt(
                "next_step",
                _("Which next steps first?"),
                _(
                    "Mark up to three that matter most. If one is missing, write it: name an organisation, not a person."
                ),
            ),
            ReadyPrompt(
                "open_question",
                _("What still has to be found out for the steps to succeed?"),
            ),
        ),
    ),
    "plain": PromptSet(
        _("Plain: good practices, bottlenecks, next steps"),
        (
            ReadyPrompt(
                "good_practice",
                _("What has worked well?"),
            ),
            ReadyPrompt(
                "bottleneck",
                _("What is in the way?"),
            ),
            _NEXT_STEP,
        ),
    ),
}

FOR_PERSPECTIVE = {"receiver": "receiving", "pioneer": "pioneers", "network": "networks", "everyone": "plain"}
"""Which set fits an event of which perspective."""


def set_for(event: Event) -> str:
    """Return the name of the set that fits ``event`` best."""
    if event.kind == Event.Kind.CLOSING_EVENT:
        return "closing"
    return FOR_PERSPECTIVE.get(event.perspective, "plain")
