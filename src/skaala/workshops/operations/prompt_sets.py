"""Keeping sets of questions for the next workspaces of an organisation."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db import transaction

from skaala.people.models import Tenant
from skaala.series.models import Event
from skaala.ui.texts import Texts
from skaala.workshops.models import Board, OwnPrompt, OwnPromptSet, Prompt

MOST_SETS = 50
MOST_PROMPTS = 20


class UnableToKeep(Exception):
    """The set cannot be kept; nothing has been changed."""


class NameTaken(UnableToKeep):
    """Another set of the organisation is called the same in one of the languages."""


class TooManySets(UnableToKeep):
    """The organisation has as many sets as it may."""


@dataclass(frozen=True)
class PromptDraft:
    """A question as it shall stand in a set."""

    kind: str
    question: Texts
    hint: Texts = field(default_factory=Texts)
    perspective: str = Event.Perspective.EVERYONE


@transaction.atomic
def keep_prompt_set(*, prompt_set: OwnPromptSet, name: Texts, prompts: Iterable[PromptDraft]) -> OwnPromptSet:
    """
    Save a new or changed set with its questions in their order, instead of those before.

    :raises NameTaken: if another set of the organisation has this name in one of the languages
    :raises TooManySets: if the organisation has too many of them for a new one
    """
    # One after another, so that two at once do not take the same name.
    tenant = Tenant.objects.select_for_update(no_key=True).get(pk=prompt_set.tenant_id)
    others = list(tenant.prompt_sets.exclude(pk=prompt_set.pk))
    if any(_folded(name) & _folded(other.name) for other in others):
        raise NameTaken
    if prompt_set.pk is None and len(others) >= MOST_SETS:
        raise TooManySets
    prompt_set.name = name
    prompt_set.save()
    prompt_set.prompts.all().delete()
    OwnPrompt.objects.bulk_create(
        OwnPrompt(
            prompt_set=prompt_set,
            kind=one.kind,
            question=one.question,
            hint=one.hint,
            perspective=one.perspective,
            order=order,
        )
        for order, one in enumerate(prompts, 1)
    )
    return prompt_set


def keep_prompts_of(*, board: Board, name: Texts) -> OwnPromptSet:
    """
    Keep the questions of a workspace as a new set of the organisation that its series belongs to.

    :raises UnableToKeep: see :func:`keep_prompt_set`
    """
    return keep_prompt_set(
        prompt_set=OwnPromptSet(tenant=board.event.series.tenant),
        name=name,
        prompts=[
            PromptDraft(one.kind, one.question, one.hint, one.perspective) for one in board.prompts.all()
        ],
    )


def prompts_for(board: Board, prompts: Sequence[OwnPrompt]) -> list[Prompt]:
    """Return the questions of a set for ``board``, unsaved."""
    return [
        Prompt(
            board=board,
            kind=one.kind,
            question=one.question,
            hint=one.hint,
            perspective=one.perspective,
            order=order,
        )
        for order, one in enumerate(prompts, 1)
    ]


def _folded(name: Texts) -> set[tuple[str, str]]:
    return {(code, " ".join(text.casefold().split())) for code, text in name.as_dict().items()}
