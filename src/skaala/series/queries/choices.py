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


def series_to_follow(series: Series, *, sees_house: bool) -> QuerySet[Series]:
    """
    Return the series that ``series`` may be named the next of.

    What its organisation has published, and what is named now; for a guest the latter alone.
    """
    published = Q(tenant=series.tenant_id, status__in=[Series.Status.PUBLISHED, Series.Status.ARCHIVED])
    named = Q(pk=series.copied_from_id)
    found = Series.objects.filter(published | named if sees_house else named)
    return found.exclude(pk=series.pk).order_by("-published_at")
