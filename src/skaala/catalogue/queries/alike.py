"""Actions that may be the same one described twice, in whatever languages; a person decides."""

from __future__ import annotations

from dataclasses import dataclass

from skaala.catalogue.models import Action
from skaala.catalogue.rules.search_words import concept_keys

MOST_ALIKE = 3
LEAST_SHARED = 0.34


@dataclass(frozen=True)
class Alike:
    """An action that may be the same, and how much of what both are about they share."""

    action: Action
    shared: float


def actions_alike(action: Action) -> list[Alike]:
    """Return up to three actions that are about the same, those of the same owner before others."""
    mine = _concepts(action)
    if not mine:
        return []
    others = (
        Action.objects.exclude(pk=action.pk).exclude(state=Action.State.WITHDRAWN).select_related("owner")
    )
    found = []
    for other in others.defer("search"):
        theirs = _concepts(other)
        shared = len(mine & theirs) / max(1, len(mine | theirs))
        of_same_owner = other.owner_id is not None and other.owner_id == action.owner_id
        if shared >= (LEAST_SHARED / 2 if of_same_owner else LEAST_SHARED):
            found.append(Alike(other, shared + 0.3 * of_same_owner))
    return sorted(found, key=lambda one: (-one.shared, one.action.pk))[:MOST_ALIKE]


def _concepts(action: Action) -> set[str]:
    texts = [*action.name.as_dict().items(), *action.summary.as_dict().items()]
    return set(concept_keys(texts))
