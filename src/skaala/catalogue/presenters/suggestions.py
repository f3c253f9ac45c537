"""What suits whom, as pages say it: each suggestion with its reasons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from skaala.catalogue.models import Action, Suggestion
from skaala.catalogue.presenters.actions import ActionCard, action_card, need_labels
from skaala.catalogue.queries.actions import published_actions
from skaala.catalogue.rules.suggestions import Why
from skaala.places.models import Municipality
from skaala.places.queries.municipalities import networks


@dataclass(frozen=True)
class SuggestionLine:
    """
    A suggestion in words.

    :ivar nearest: the nearest municipality that does it; None if none is known
    :ivar reasons: the municipality's own actions that speak for it
    :ivar lacks, unknown: what it needs and the municipality has not, or may have
    """

    card: ActionCard
    municipality: Municipality
    why: Why
    nearest: Municipality | None
    network: Any
    reasons: list[Action]
    lacks: list[Any]
    unknown: list[Any]

    @property
    def similar(self) -> int:
        return self.why.similar[0]

    @property
    def similar_of(self) -> int:
        return self.why.similar[1]

    @property
    def members(self) -> int:
        return self.why.members[0]

    @property
    def members_of(self) -> int:
        return self.why.members[1]


def suggestion_lines(found: Sequence[Suggestion]) -> list[SuggestionLine]:
    """Return suggestions in their order with their reasons in words."""
    return _lines([(one.action, one.municipality, Why.read(one.why)) for one in found])


def line_of(action: Action, municipality: Municipality, why: Why) -> SuggestionLine:
    """Return what is known of one action for one municipality in the same words."""
    return _lines([(action, municipality, why)])[0]


def _lines(found: Sequence[tuple[Action, Municipality, Why]]) -> list[SuggestionLine]:
    whys = [why for _action, _place, why in found]
    places = Municipality.objects.in_bulk({why.nearest for why in whys if why.nearest})
    names = (
        {one.slug: one.name for one in networks().filter(slug__in={why.network for why in whys})}
        if any(why.network for why in whys)
        else {}
    )
    speaking = published_actions().in_bulk({key for why in whys for key in why.reasons})
    return [
        SuggestionLine(
            action_card(action),
            place,
            why,
            places.get(why.nearest),
            names.get(why.network, ""),
            [speaking[key] for key in why.reasons if key in speaking],
            need_labels(why.lacks),
            need_labels(why.unknown),
        )
        for action, place, why in found
    ]
