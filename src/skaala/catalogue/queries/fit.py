"""Whether one action suits one municipality, as far as it is known: read for a page, without what is worked out of all adoptions."""

from __future__ import annotations

from dataclasses import dataclass

from skaala.catalogue.models import Action, Adoption, Suggestion
from skaala.catalogue.queries.adoptions import by_others
from skaala.catalogue.queries.suggestions import NOT_TO_TAKE_UP, conditions_of
from skaala.catalogue.rules.needs import lacks
from skaala.catalogue.rules.stages import RUNNING
from skaala.catalogue.rules.suggestions import Why
from skaala.insight.distances import measure_kilometres
from skaala.places.models import Municipality


@dataclass(frozen=True)
class Fit:
    """
    What one municipality should know of an action before it reads on.

    :ivar is_own: it is its own action
    :ivar adoption: how far it has come, where it has reported anything
    :ivar why: what speaks for the action and what is missing
    """

    action: Action
    place: Municipality
    is_own: bool
    adoption: Adoption | None
    why: Why


def fit_of(action: Action, place: Municipality) -> Fit:
    """Return what is known of ``action`` for ``place``; where it is suggested there, with the reasons of the suggestion."""
    is_own = action.owner_id == place.pk
    adoption = by_others().filter(action=action, municipality=place).first()
    suggested = Suggestion.objects.filter(action=action, municipality=place).first()
    if suggested is not None:
        return Fit(action, place, is_own, adoption, Why.read(suggested.why))
    known = conditions_of(place)
    nearest, kilometres = (None, 0.0) if action.status in NOT_TO_TAKE_UP else _nearest(action, place)
    why = Why(
        nearest=nearest.pk if nearest else "",
        kilometres=max(1, round(kilometres)) if nearest else 0,
        lacks=sorted(lacks(action.needs, known)),
        unknown=sorted(need for need in action.needs if need not in known),
    )
    return Fit(action, place, is_own, adoption, why)


def _nearest(action: Action, place: Municipality) -> tuple[Municipality | None, float]:
    """Return who of those that do it, the owner too, is nearest and can be asked."""
    doing = by_others().filter(action=action, stage__in=RUNNING).select_related("municipality")
    places = {one.municipality for one in doing} | ({action.owner} if action.owner else set())
    far = [(_far(place, other), other.pk, other) for other in places if other.pk != place.pk]
    kilometres, _code, nearest = min(far, default=(0.0, "", None))
    return nearest, kilometres


def _far(one: Municipality, other: Municipality) -> float:
    return measure_kilometres(one.centre_lat, one.centre_lon, other.centre_lat, other.centre_lon)
