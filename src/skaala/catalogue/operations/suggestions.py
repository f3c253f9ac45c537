"""Working out what suits whom from all adoptions together: in the worker, whenever an adoption or an action changes."""

from __future__ import annotations

from collections import Counter, defaultdict
from contextlib import suppress
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from skaala.catalogue.models import Action, Suggestion
from skaala.catalogue.queries.suggestions import (
    NOT_TO_TAKE_UP,
    Known,
    conditions_of,
    what_is_known,
)
from skaala.catalogue.rules.needs import lacks
from skaala.catalogue.rules.readiness import rules_out, wants
from skaala.catalogue.rules.suggestions import Why
from skaala.places.models import Municipality

if TYPE_CHECKING:
    from skaala.insight.matching.explanations import Surroundings
    from skaala.insight.matching.recommendations import Recommendation, Recommender

SUGGEST = "catalogue.suggest_again"
AFTER_MINUTES = 2
TIED = 1e-6
MOST_TO_A_MUNICIPALITY = 6
MOST_FOR_AN_ACTION = 8
Pair = tuple[str, int]


def request_suggestions() -> None:
    """Have them worked out again soon, once for all changes that are made until then; what people wait for goes first."""
    with suppress(AlreadyEnqueued), transaction.atomic():
        app.configure_task(
            SUGGEST, queueing_lock=SUGGEST, lock=SUGGEST, schedule_in={"minutes": AFTER_MINUTES}, priority=-10
        ).defer()


def suggest_again(*, now: datetime, known: Known | None = None) -> int:
    """Work out all suggestions; returns how many of them are new, changed or gone. What stays the same is not written."""
    known = known or what_is_known(today=timezone.localdate(now))
    return _keep(_Matching(known, now).suggestions())


class _Matching:
    """All adoptions, learned from once; asked for each municipality and each action."""

    def __init__(self, known: Known, now: datetime) -> None:
        # Only the worker loads numpy.
        from skaala.insight.matching.adoptions import Adoption
        from skaala.insight.matching.explanations import Municipality, Surroundings
        from skaala.insight.matching.recommendations import learn_to_recommend

        self.known, self.year = known, as_year(timezone.localdate(now))
        self.recommender: Recommender = learn_to_recommend(
            [
                Adoption(one.municipality, str(one.action), as_year(one.since) if one.since else None)
                for one in known.uptakes
            ],
            municipalities=[place.pk for place in known.places],
            actions=[str(action.pk) for action in known.actions],
        )
        self.conditions = {place.pk: conditions_of(place) for place in known.places}
        self.surroundings: Surroundings = Surroundings(
            Municipality(
                place.pk,
                place.population,
                place.centre_lat,
                place.centre_lon,
                frozenset(known.networks.get(place.pk, [])),
                self.conditions[place.pk],
            )
            for place in known.places
        )
        self.running: dict[int, set[str]] = defaultdict(set)
        for one in known.uptakes:
            if one.is_running:
                self.running[one.action].add(one.municipality)
        # What nobody but its owner has taken up is not known to suit anybody else.
        spreading = {one.action for one in known.uptakes if not one.is_own}
        self.open = [
            action
            for action in known.actions
            if action.pk in spreading and action.status not in NOT_TO_TAKE_UP
        ]
        self.demanding = [action for action in self.open if action.needs]
        self.simulated = {one.action for one in known.uptakes if one.is_simulated}
        self.taken_up = Counter(
            one.municipality for one in known.uptakes if one.is_running and not one.is_own
        )
        self.not_for: dict[str, set[str]] = defaultdict(set)
        self.not_to: dict[int, set[str]] = defaultdict(set)
        owned = {(one.municipality, one.action) for one in known.uptakes if one.is_own}
        unready = {pair for pair, answers in known.readiness.items() if rules_out(answers)}
        # What a municipality says it needs comes before what we guess.
        self.wanted = {pair for pair, answers in known.readiness.items() if wants(answers)}
        for code, action_id in known.reported | owned | unready:
            self.not_for[code].add(str(action_id))
            self.not_to[action_id].add(code)

    def suggestions(self) -> dict[Pair, Suggestion]:
        found: dict[Pair, Suggestion] = {}
        by_key = {str(action.pk): action for action in self.open}
        closed = {str(action.pk) for action in self.known.actions} - set(by_key)
        for place in self.known.places:
            ranked = self._ranked(place, closed | self.not_for[place.pk], set(by_key))
            keys = [action.pk for action in self.open if (place.pk, action.pk) in self.wanted]
            asked_for = [str(key) for key in keys if str(key) not in self.not_for[place.pk]]
            ids = list(dict.fromkeys([*asked_for, *(one.id for one in ranked)]))[:MOST_TO_A_MUNICIPALITY]
            for number, key in enumerate(ids, 1):
                self._suggest(found, place.pk, by_key[key]).place_for_municipality = number
        for action in self.open:
            unfit = {place.pk for place in self.known.places if self._lacks(action, place)}
            for number, code in enumerate(self._likely(action, without=unfit | self.not_to[action.pk]), 1):
                self._suggest(found, code, action).place_for_action = number
        return found

    def _ranked(self, place: Municipality, taken: set[str], keys: set[str]) -> list[Recommendation]:
        """Return what suits a municipality; what needs something that it is known not to have comes after all else."""
        unfit = {str(action.pk) for action in self.demanding if self._lacks(action, place)} - taken
        count = MOST_TO_A_MUNICIPALITY
        found = list(self.recommender.recommend(place.pk, count=count, excluded=taken | unfit))
        if unfit and len(found) < count:
            found += self.recommender.recommend(place.pk, count=count, excluded=taken | (keys - unfit))
        return found

    def _lacks(self, action: Action, place: Municipality) -> list[str]:
        return lacks(action.needs, self.conditions[place.pk])

    def _likely(self, action: Action, *, without: set[str]) -> list[str]:
        """Return who is likely to want an action next; of those for whom as much speaks, who is nearest to one that does it."""
        ranked = self.recommender.municipalities_for(
            str(action.pk), count=len(self.known.places), excluded=without, taken_up=self.taken_up
        )
        asking = [one.id for one in ranked if (one.id, action.pk) in self.wanted]
        # A score of 0 is the average municipality: of those below it nothing speaks for one more than for another.
        above = [one for one in ranked if one.score > 0 and one.id not in asking]
        if not above:
            return asking[:MOST_FOR_AN_ACTION]
        least = above[:MOST_FOR_AN_ACTION][-1].score - TIED
        far = {one.id: self._distance(one.id, action) for one in above if one.score >= least}
        order = sorted(
            (one for one in above if one.id in far), key=lambda one: (-round(one.score, 6), far[one.id])
        )
        return [*asking, *(one.id for one in order)][:MOST_FOR_AN_ACTION]

    def _distance(self, code: str, action: Action) -> float:
        nearest = self.surroundings.nearest(code, self.running[action.pk], count=1)
        return nearest[0].kilometres if nearest else float("inf")

    def _suggest(self, found: dict[Pair, Suggestion], code: str, action: Action) -> Suggestion:
        pair = (code, action.pk)
        if pair not in found:
            found[pair] = Suggestion(
                municipality_id=code, action=action, why=self._why(code, action).stored()
            )
        return found[pair]

    def _why(self, code: str, action: Action) -> Why:
        from skaala.insight.matching.explanations import explain

        it = explain(
            self.recommender,
            self.surroundings,
            code,
            str(action.pk),
            needs=action.needs,
            now=self.year,
            running=self.running[action.pk],
            owner=action.owner_id or "",
        )
        network = max(it.networks, key=lambda one: one.adopters, default=None)
        nearest = it.nearest[0] if it.nearest else None
        return Why(
            similar=(it.similar_size.adopters, it.similar_size.out_of),
            has_peers=it.has_peers,
            nearest=nearest.municipality if nearest else "",
            kilometres=max(1, round(nearest.kilometres)) if nearest else 0,
            recent=it.recent or 0,
            network=network.of if network and network.adopters else "",
            members=(network.adopters, network.out_of) if network and network.adopters else (0, 0),
            reasons=[int(reason.action) for reason in it.reasons],
            lacks=list(it.conditions.unmet),
            unknown=list(it.conditions.unknown),
            taken_up=self.taken_up[code],
            is_simulated=action.pk in self.simulated,
        )


def as_year(day: date) -> float:
    """
    Return a day as a number of years.

    >>> as_year(date(2021, 7, 1))
    2021.5
    """
    return day.year + (day.month - 1) / 12 + (day.day - 1) / 372


@transaction.atomic
def _keep(found: dict[Pair, Suggestion]) -> int:
    """Write what differs from what is kept; public pages get a new version only if something does."""
    kept = {(one.municipality_id, one.action_id): one for one in Suggestion.objects.select_for_update().all()}
    gone = [one.pk for pair, one in kept.items() if pair not in found]
    new = [one for pair, one in found.items() if pair not in kept]
    changed = []
    for pair, one in found.items():
        if pair in kept and _values(kept[pair]) != _values(one):
            one.pk = kept[pair].pk
            changed.append(one)
    if gone:
        Suggestion.objects.filter(pk__in=gone).delete()
    if new:
        Suggestion.objects.bulk_create(new, batch_size=1000)
    if changed:
        Suggestion.objects.bulk_update(
            changed, ["place_for_municipality", "place_for_action", "why"], batch_size=1000
        )
    return len(gone) + len(new) + len(changed)


def _values(one: Suggestion) -> tuple[object, ...]:
    return one.place_for_municipality, one.place_for_action, one.why
