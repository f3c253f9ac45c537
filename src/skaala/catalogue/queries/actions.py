"""Finding actions: by words in any language, by what they are about, and in several orders."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from django.db.models import CharField, Count, F, FloatField, Func, QuerySet
from django.db.models.expressions import RawSQL

from skaala.catalogue.models import Action
from skaala.catalogue.queries.by_words import Ranks, among, best_first, ranks_of
from skaala.catalogue.rules.documentation import LONG_TEXTS
from skaala.catalogue.rules.search_words import Search, read_search
from skaala.places.models import Municipality
from skaala.places.queries.municipalities import members_of
from skaala.places.rules.sizes import LARGE_FROM, SMALL_BELOW

SORTS = ("relevance", "spread", "recent", "documented", "new", "near")
_SIZES = {
    "small": {"owner__population__lt": SMALL_BELOW},
    "medium": {"owner__population__gte": SMALL_BELOW, "owner__population__lt": LARGE_FROM},
    "large": {"owner__population__gte": LARGE_FROM},
}

_ORIGIN = ("series", "statement__board__event__series", "finding__report__series")


@dataclass(frozen=True)
class ActionFilter:
    """
    What is looked for; empty means anything.

    :ivar ranks: what the words have found, once :func:`with_words_found` has looked
    :ivar near: from here the nearest come first, if ``sort`` is "near"
    :ivar is_simulated: only invented actions, or only real ones
    """

    search: Search | None = None
    ranks: Ranks | None = None
    theme: str = ""
    goal: int | None = None
    scaling: str = ""
    status: str = ""
    size: str = ""
    region: str = ""
    network: str = ""
    is_simulated: bool | None = None
    near: Municipality | None = None
    sort: str = ""

    @property
    def is_filtering(self) -> bool:
        return replace(self, ranks=None, near=None, sort="") != ActionFilter()


def published_actions() -> QuerySet[Action]:
    """Return what everybody can read, with owners."""
    return Action.objects.filter(state=Action.State.PUBLISHED).select_related("owner__region").defer("search")


def for_cards(found: QuerySet[Action]) -> QuerySet[Action]:
    """Return the actions without the long texts, which lists do not show and which are slow to read."""
    return found.defer("search", "profile", "source", *LONG_TEXTS)


def with_words_found(wanted: ActionFilter) -> ActionFilter:
    """
    Return ``wanted`` with the actions that have its words, for whatever is asked of them next.

    Reading the index of an action costs more than all the rest of it, and a page asks for a list, its length and the themes.
    """
    if wanted.search is None or not wanted.search.words or wanted.ranks is not None:
        return wanted
    return replace(wanted, ranks=ranks_of(published_actions(), wanted.search))


def find_actions(wanted: ActionFilter) -> QuerySet[Action]:
    """Return the published actions that match, in the order asked for; by relevance where words are looked for."""
    wanted = with_words_found(wanted)
    found = published_actions()
    if wanted.ranks is not None:
        found = among(found, wanted.ranks)
    if wanted.theme:
        found = found.filter(themes__contains=[wanted.theme])
    if wanted.goal is not None:
        found = found.filter(goals__contains=[wanted.goal])
    equal: dict[str, Any] = {
        "scaling": wanted.scaling,
        "status": wanted.status,
        "owner__region": wanted.region,
    }
    found = found.filter(**{name: value for name, value in equal.items() if value})
    if wanted.network:
        found = found.filter(owner__in=members_of(wanted.network))
    found = found.filter(**_SIZES.get(wanted.size, {}))
    if wanted.is_simulated is not None:
        found = found.filter(is_simulated=wanted.is_simulated)
    return _sorted(found, wanted)


def theme_counts(wanted: ActionFilter) -> dict[str, int]:
    """Return how many actions of each theme match all but the theme."""
    found = find_actions(replace(wanted, theme="", sort="new")).order_by()
    each = Func("themes", function="unnest", set_returning=True, output_field=CharField())
    counts = dict(found.annotate(one_theme=each).values_list("one_theme").annotate(Count("pk")))
    return {theme: counts.get(theme, 0) for theme in Action.Theme.values}


def find_action(slug: str) -> Action | None:
    """Return a published action with what its page shows."""
    return published_actions().select_related(*_ORIGIN, "contact").filter(slug=slug).first()


def find_any_action(action_id: int) -> Action | None:
    """Return an action in any state, for editors."""
    found = Action.objects.select_related("owner__region", "contact", *_ORIGIN)
    return found.defer("search").filter(pk=action_id).first()


def actions_of(municipality: Municipality) -> QuerySet[Action]:
    """Return the published actions that a municipality owns."""
    return published_actions().filter(owner=municipality)


def actions_near(municipality: Municipality) -> QuerySet[Action]:
    """Return the published actions of other municipalities, the nearest first."""
    others = find_actions(ActionFilter(near=municipality, sort="near"))
    return others.filter(owner__isnull=False).exclude(owner=municipality)


def all_actions(*, words: str = "", state: str = "") -> QuerySet[Action]:
    """Return the actions in any state that have these words, the ones changed last first; for editors."""
    found = Action.objects.select_related("owner").defer("search")
    search = read_search(words)
    if search.words:
        found = among(found, ranks_of(found, search))
    if state in Action.State.values:
        found = found.filter(state=state)
    return found.order_by("-updated_at", "-pk")


def waiting_actions() -> QuerySet[Action]:
    """Return what municipalities have submitted and no editor has looked at, the oldest first."""
    waiting = Action.objects.filter(state=Action.State.SUBMITTED).select_related("owner").defer("search")
    return waiting.order_by("created_at", "pk")


def _sorted(found: QuerySet[Action], wanted: ActionFilter) -> QuerySet[Action]:
    sort = wanted.sort if wanted.sort in SORTS else ""
    if (not sort or sort == "relevance") and wanted.ranks is not None:
        return best_first(found, wanted.ranks)
    if sort == "near" and wanted.near is not None:
        # Good enough at Finland's latitudes: a degree of longitude is half as long as one of latitude.
        distance = RawSQL(
            "power(places_municipality.centre_lat - %s, 2) + power((places_municipality.centre_lon - %s) / 2, 2)",
            [wanted.near.centre_lat, wanted.near.centre_lon],
            output_field=FloatField(),
        )
        return found.annotate(distance=distance).order_by(F("distance").asc(nulls_last=True), "pk")
    if sort == "recent":
        return found.order_by(F("last_adopted_on").desc(nulls_last=True), "-adopters", "pk")
    if sort == "documented":
        return found.order_by("-documented", "-adopters", "pk")
    if sort == "new":
        return found.order_by("-published_at", "-pk")
    return found.order_by("-adopters", "-documented", "-published_at", "pk")
