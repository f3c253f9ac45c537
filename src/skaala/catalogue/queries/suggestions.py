"""Reading what suits whom, and what that is worked out from."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from skaala.catalogue.models import Action, Adoption, Readiness, SpreadForecast, Suggestion
from skaala.catalogue.queries.actions import for_cards, published_actions
from skaala.catalogue.rules.needs import known_conditions, lacks
from skaala.catalogue.rules.stages import RUNNING
from skaala.places.models import Membership, Municipality, Network
from skaala.places.queries.municipalities import members_of, municipalities
from skaala.places.queries.waters import waters

NOT_TO_TAKE_UP = (Action.Status.PLANNED, Action.Status.STOPPED, Action.Status.FAILED)
"""Whose actions nobody is advised to take up: not begun, or ended."""


@dataclass(frozen=True)
class Uptake:
    """That a municipality has taken an action up; ``is_running`` today, ``is_own``: it is the owner."""

    municipality: str
    action: int
    since: date | None
    is_running: bool
    is_own: bool
    is_simulated: bool


@dataclass(frozen=True)
class Known:
    """
    What suggestions and forecasts are worked out from.

    :ivar uptakes: also of actions that nobody is advised to take up: they say what a municipality is like
    :ivar reported: who has reported anything about an action, however far it came
    :ivar readiness: what municipalities have answered about actions
    """

    places: list[Municipality]
    networks: dict[str, list[str]]
    actions: list[Action]
    uptakes: list[Uptake]
    reported: set[tuple[str, int]]
    readiness: dict[tuple[str, int], dict[str, str]] = field(default_factory=dict)


def what_is_known(*, today: date) -> Known:
    """Return all adoptions of public actions by the municipalities of today; a merged one's are its successor's."""
    places = list(municipalities(year=today.year))
    actions = list(for_cards(published_actions()).order_by("pk"))
    now = _codes_of_today(places)
    public = {action.pk for action in actions}
    uptakes = [
        Uptake(now[owner], one.pk, one.began_on, not one.is_over, True, one.is_simulated)
        for one in actions
        if (owner := one.owner_id or "") in now and one.status != Action.Status.PLANNED
    ]
    reported = set()
    for adopted in Adoption.objects.exclude(stage="").order_by("pk"):
        if adopted.action_id not in public or adopted.municipality_id not in now:
            continue
        pair = (now[adopted.municipality_id], adopted.action_id)
        reported.add(pair)
        is_running = adopted.stage in RUNNING
        if adopted.running_since or is_running:
            uptakes.append(Uptake(*pair, adopted.running_since, is_running, False, adopted.is_simulated))
    networks: dict[str, list[str]] = defaultdict(list)
    members = Membership.objects.filter(left_year__isnull=True, municipality__in=places)
    for code, slug in members.values_list("municipality", "network__slug"):
        networks[code].append(slug)
    answered = Readiness.objects.filter(municipality__in=places, action__in=public)
    readiness = {(one.municipality_id, one.action_id): one.answers for one in answered}
    return Known(places, networks, actions, uptakes, reported, readiness)


def _codes_of_today(places: list[Municipality]) -> dict[str, str]:
    """Return for each municipality, also a former one, the code of what it is part of today."""
    today = {place.pk for place in places}
    after = dict(
        Municipality.objects.filter(successor__isnull=False)
        .exclude(pk__in=today)
        .values_list("pk", "successor")
    )
    found = {code: code for code in today}
    for code in after:
        end = code
        for _step in range(len(after)):  # a loop in the table must not stop us
            end = after.get(end) or end
        if end in today:
            found[code] = end
    return found


def conditions_of(place: Municipality) -> dict[str, bool]:
    """Return which conditions a municipality is known to meet, or not."""
    water = waters().get(place.pk)
    return known_conditions(
        population=place.population,
        urban_rural=place.urban_rural,
        sea=water.sea if water else None,
        lakes=water.lakes if water else None,
    )


def lacking(action: Action, place: Municipality) -> list[str]:
    """Return what the action needs and the municipality is known not to have."""
    return lacks(action.needs, conditions_of(place))


def suggested_to(municipality: Municipality) -> list[Suggestion]:
    """
    Return what suits a municipality, in order, with the actions.

    What it has, had or considers by now is left out, whatever was known when the suggestions were worked out.
    """
    found = _still_open().filter(municipality=municipality, place_for_municipality__isnull=False)
    return list(found.order_by("place_for_municipality", "pk"))


def suggested_for(action: Action) -> list[Suggestion]:
    """Return the municipalities likely to want an action next, in order, but for those that have reported since."""
    found = _still_open().filter(action=action, place_for_action__isnull=False)
    return list(found.order_by("place_for_action", "pk"))


def suggested_among(network: Network) -> dict[int, list[Municipality]]:
    """Return by action which members of a network are likely to want it next, the likeliest first."""
    found = _still_open().filter(municipality__in=members_of(network.slug))
    by_action: dict[int, list[Municipality]] = defaultdict(list)
    for one in found.order_by("place_for_action", "place_for_municipality", "pk"):
        by_action[one.action_id].append(one.municipality)
    return by_action


def _still_open() -> QuerySet[Suggestion]:
    has = Adoption.objects.filter(municipality=OuterRef("municipality"), action=OuterRef("action"))
    owns = Action.objects.filter(pk=OuterRef("action"), owner=OuterRef("municipality"))
    found = Suggestion.objects.filter(action__state=Action.State.PUBLISHED)
    found = found.exclude(action__status__in=NOT_TO_TAKE_UP)
    return (
        found.exclude(Exists(has.exclude(stage="")))
        .exclude(Exists(owns))
        .select_related("municipality", "action__owner__region")
        .defer("action__search")
    )


def forecast_of(action: Action) -> SpreadForecast | None:
    """Return what is foretold of an action's spread; nothing while that has not been worked out."""
    return SpreadForecast.objects.filter(action=action).first()
