"""Actions side by side: a row for each thing that at least one of them says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from skaala.catalogue.models import Action
from skaala.catalogue.presenters import actions as present


def comparison(actions: Sequence[Action]) -> list[tuple[Any, list[Any]]]:
    """Return terms with what each action says about them; empty where it says nothing."""
    if not actions:
        return []
    found: dict[Any, list[Any]] = {}
    for place, action in enumerate(actions):
        rows = [
            (_("In one sentence"), action.summary),
            *present.action_facts(action),
            (_("Municipalities that have it in use"), str(action.adopters)),
            (_("Themes"), ", ".join(str(label) for label in present.theme_labels(action))),
            *present.action_texts(action),
        ]
        for term, text in rows:
            if text:
                found.setdefault(term, [""] * len(actions))[place] = text
    return list(found.items())
