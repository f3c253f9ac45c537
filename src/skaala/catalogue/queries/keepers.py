"""Reading who keeps the pages of municipalities, and how ready municipalities are."""

from __future__ import annotations

from uuid import UUID

from django.db.models import F, QuerySet

from skaala.catalogue.models import Action, Keeper, Readiness
from skaala.catalogue.queries.actions import for_cards, published_actions
from skaala.places.models import Municipality


def keepers() -> QuerySet[Keeper]:
    """Return all keepers with their municipalities, those who wait for an editor first."""
    found = Keeper.objects.select_related("municipality")
    return found.order_by(F("agreed_on").asc(nulls_first=True), "asked_for_at")


def find_keeper(keeper_id: UUID) -> Keeper | None:
    return Keeper.objects.select_related("municipality").filter(pk=keeper_id).first()


def readiness_of(municipality: Municipality) -> QuerySet[Readiness]:
    """Return what a municipality has answered about public actions, the latest first."""
    found = Readiness.objects.filter(municipality=municipality, action__state=Action.State.PUBLISHED)
    return found.select_related("action__owner").defer("action__search")


def readiness_for(action: Action) -> QuerySet[Readiness]:
    """Return what municipalities have answered about an action, the latest first."""
    return Readiness.objects.filter(action=action).select_related("municipality")


def find_readiness(action: Action, municipality: Municipality) -> Readiness | None:
    return Readiness.objects.filter(action=action, municipality=municipality).first()


def find_action_by_name(text: str) -> Action | None:
    """Return the public action that somebody means by its name in any language, or by its address; None if it is not one alone."""
    plain = " ".join(text.split()).casefold()
    if not plain:
        return None
    found = [
        one
        for one in for_cards(published_actions())
        if plain in {one.slug, *(name.casefold() for name in one.name.as_dict().values())}
    ]
    return found[0] if len(found) == 1 else None
