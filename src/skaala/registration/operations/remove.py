"""Removing events and series that nobody has registered for; the room below does not know who comes."""

from __future__ import annotations

from django.db import transaction
from django.db.models import ProtectedError

from skaala.registration.models import Registration
from skaala.registration.operations.seats import lock_seats
from skaala.series.models import Event, Series
from skaala.series.operations import remove_material


class UnableToRemove(Exception):
    """Somebody has registered, perhaps cancelled since; what they registered for must stay."""


@transaction.atomic
def remove_event(*, event: Event) -> None:
    """
    Remove an event with its programme.

    :raises HasRegistrations: if anybody has, or had, registered for it
    """
    # Whoever registers just now holds the seats; wait for them, and they will be seen. Who comes later finds no event.
    Series.objects.select_for_update(no_key=True).get(pk=event.series_id)
    lock_seats([event.pk])
    try:
        event.delete()  # each attendance, also a cancelled one, protects its event
    except ProtectedError as error:
        raise UnableToRemove from error


@transaction.atomic
def remove_series(*, series: Series) -> None:
    """
    Remove a series with its events, news and materials.

    :raises HasRegistrations: if anybody has, or had, registered for it
    """
    series = Series.objects.select_for_update(no_key=True).get(pk=series.pk)
    lock_seats(series.events.values_list("pk", flat=True))
    if Registration.objects.filter(series=series).exists():
        raise UnableToRemove
    for material in series.materials.all():
        remove_material(material=material)
    series.delete()
