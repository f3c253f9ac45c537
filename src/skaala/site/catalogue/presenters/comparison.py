"""Actions side by side: a row for each thing that at least one of them says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from skaala.catalogue.models import Action
from skaala.catalogue.presenters import actions as present


def comparison(actions: Sequence[Action]) -> list[tuple[Any, list[tuple[Any, Any]]]]:
    """Return terms with each action's name and what it says about them; empty where it says nothing."""
    if not actions:
        return []
    found: dict[Any, list[Any]] = {}
    for place, action in enumerate(actions):
        rows = [
            (_("In one sentence"), action.summary),
            *present.action_glance(action),
            *present.action_facts(action),
            (_("Municipalities that have it in use"), str(action.adopters)),
            (_("Themes"), ", ".join(str(label) for label in present.theme_labels(action))),
            *present.action_texts(action),
        ]
        for term, text in rows:
            if text:
                found.setdefault(term, [""] * len(actions))[place] = text
    names = [action.name for action in actions]
    return [(term, list(zip(names, cells, strict=True))) for term, cells in found.items()]
