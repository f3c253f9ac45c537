"""Working out how far actions will spread: in the worker, and only where something has changed since."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from skaala.catalogue.models import Action, SpreadForecast
from skaala.catalogue.queries.suggestions import Known, lacking, what_is_known
from skaala.insight.diffusion.curves import Point, draw_curve


def forecast_again(*, now: datetime, known: Known | None = None) -> int:
    """Work out the forecasts of actions that go on; returns how many are new, changed or gone."""
    today = timezone.localdate(now)
    known = known or what_is_known(today=today)
    began: dict[int, list[int]] = defaultdict(list)
    for one in known.uptakes:
        # A year that has just begun looks like a fall, so only whole years are looked at.
        if not one.is_own and one.since and one.since.year < today.year:
            began[one.action].append(one.since.year)
    kept = SpreadForecast.objects.in_bulk()
    found = {}
    for action in known.actions:
        if action.is_over or not began[action.pk]:
            continue
        curve = draw_curve(began[action.pk], until=today.year - 1)
        ceiling = _ceiling(action, known, began=curve[-1].total)
        basis = [ceiling, *([point.year, point.new] for point in curve)]
        before = kept.get(action.pk)
        found[action.pk] = (
            before if before and before.basis == basis else _forecast(action, curve, ceiling, basis)
        )
    return _keep(kept, found)


def _ceiling(action: Action, known: Known, *, began: int) -> int:
    """Return how many municipalities could ever have it: all others but those that are known to lack what it needs."""
    could = sum(place.pk != action.owner_id and not lacking(action, place) for place in known.places)
    return max(began, could)


def _forecast(action: Action, curve: list[Point], ceiling: int, basis: list[object]) -> SpreadForecast:
    from skaala.insight.diffusion.forecast import forecast_spread  # only the worker loads scipy

    it = forecast_spread(curve, ceiling)
    return SpreadForecast(
        action=action,
        too_early=it.too_early.value if it.too_early else "",
        turning_point=it.turning_point,
        ceiling=ceiling,
        expected=[[one.year, one.low, one.median, one.high] for one in it.expected],
        basis=basis,
    )


@transaction.atomic
def _keep(kept: dict[int, SpreadForecast], found: dict[int, SpreadForecast]) -> int:
    gone = [key for key in kept if key not in found]
    changed = [one for key, one in found.items() if kept.get(key) is not one]
    if gone:
        SpreadForecast.objects.filter(pk__in=gone).delete()
    if changed:
        SpreadForecast.objects.bulk_create(
            changed,
            update_conflicts=True,
            unique_fields=["action"],
            update_fields=["too_early", "turning_point", "ceiling", "expected", "basis"],
        )
    return len(gone) + len(changed)
