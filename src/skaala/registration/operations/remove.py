"""Removing events and series that nobody has registered for; the room below does not know who comes."""

from __future__ import annotations

from django.db import transaction
from django.db.models import ProtectedError

from skaala.registration.models import Registration
from skaala.series.models import Event, Series
from skaala.series.operations import remove_material


class HasRegistrations(Exception):
    """Somebody has registered, perhaps cancelled since; what she registered for must stay."""


@transaction.atomic
def remove_event(*, event: Event) -> None:
    """
    Remove an event with its programme.

    :raises HasRegistrations: if anybody has, or had, registered for it
    """
    # A registration that is just being made holds its series; wait for it, and it will be seen.
    Series.objects.select_for_update().get(pk=event.series_id)
    try:
        event.delete()  # each attendance, also a cancelled one, protects its event
    except ProtectedError as error:
        raise HasRegistrations from error


@transaction.atomic
def remove_series(*, series: Series) -> None:
    """
    Remove a series with its events, news and materials.

    :raises HasRegistrations: if anybody has, or had, registered for it
    """
    series = Series.objects.select_for_update().get(pk=series.pk)
    if Registration.objects.filter(series=series).exists():
        raise HasRegistrations
    for material in series.materials.all():
        remove_material(material=material)
    series.delete()
