"""Which organisations and venues can be chosen in a series: a guest learns no others than those it has."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from skaala.people.models import Organisation
from skaala.places.models import Venue
from skaala.series.models import Series


def organisations_for(series: Series, *, sees_house: bool) -> QuerySet[Organisation]:
    """Return the organisations that a series can name; for a guest those that it names already."""
    if sees_house:
        return series.tenant.organisations.all()
    named = Q(pk__in=series.involvements.values("organisation")) | Q(pk=series.controller_id)
    return series.tenant.organisations.filter(named)


def venues_for(series: Series, *, sees_house: bool) -> QuerySet[Venue]:
    """Return the venues that an event can have; for a guest those that an event of the series has already."""
    found = series.tenant.venues.order_by("id")
    return found if sees_house else found.filter(pk__in=series.events.order_by().values("venue"))
