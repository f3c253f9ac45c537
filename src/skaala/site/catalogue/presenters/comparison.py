"""Actions side by side: a row for each thing that at least one of them says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from skaala.catalogue.models import Action
from skaala.catalogue.presenters import actions as present
from skaala.catalogue.presenters.fit import FitWords, fit_in_a_cell
from skaala.places.models import Municipality

LETTERS = "ABCD"
"""What the cells of a column are called by where its head is out of sight."""


@dataclass(frozen=True)
class Column:
    """One of the actions; ``without_url`` compares the others."""

    letter: str
    card: present.ActionCard
    without_url: str


def columns(actions: Sequence[Action], place: Municipality | None) -> list[Column]:
    """Return the actions as the heads of the columns."""
    path = reverse("site:compare-actions")
    return [
        Column(
            letter,
            present.action_card(action),
            f"{path}{list_query([one for one in actions if one != action], place)}",
        )
        for letter, action in zip(LETTERS, actions, strict=False)
    ]


def list_query(actions: Sequence[Action], place: Municipality | None) -> str:
    """Return the query that keeps the ticks of these actions, and the reader's municipality."""
    kept = [("place", str(place.name))] if place else []
    kept += [("a", action.slug) for action in actions]
    return f"?{urlencode(kept)}" if kept else ""


def comparison(
    actions: Sequence[Action], fits: Sequence[FitWords] = ()
) -> list[tuple[Any, list[tuple[str, Any]]]]:
    """
    Return terms with each action's letter and what it says about them; empty where it says nothing.

    :param fits: how each suits the reader's municipality, if that is known
    """
    found: dict[Any, list[Any]] = {}
    for place, action in enumerate(actions):
        rows = [
            *(
                (_("For %(place)s") % {"place": fit.place}, fit_in_a_cell(fit))
                for fit in fits[place : place + 1]
            ),
            (_("In one sentence"), action.summary),
            *present.action_glance(action),
            *present.action_facts(action),
            (_("Other municipalities that do it"), str(action.adopters)),
            (_("Conditions"), ", ".join(str(label) for label in present.need_labels(action.needs))),
            (_("Themes"), ", ".join(str(label) for label in present.theme_labels(action))),
            *present.action_texts(action),
        ]
        for term, text in rows:
            if text:
                found.setdefault(term, [""] * len(actions))[place] = text
    return [(term, list(zip(LETTERS, cells, strict=False))) for term, cells in found.items()]
