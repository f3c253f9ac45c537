"""Changing an event together with the seats at it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from skaala.places.models import Venue
from skaala.registration.operations.capacity import set_capacity
from skaala.series.models import Event
from skaala.series.operations import save_event


@transaction.atomic
def change_event(
    *,
    event: Event,
    capacities: Mapping[str, int | None],
    now: datetime,
    may_be_past: bool = False,
    new_venue: Venue | None = None,
) -> Event:
    """
    Save a new or changed event, and how many may come to it each way (None: any number).

    :param may_be_past: true for a series that is entered after the fact
    :param new_venue: a venue to be made on the spot for this event
    :raises InvalidEvent: with all problems found; nothing is saved
    :raises SeatsTaken: if more have a seat one way already than may come; nothing is saved
    """
    event = save_event(event=event, now=now, may_be_past=may_be_past, new_venue=new_venue)
    return set_capacity(event=event, capacities=capacities, now=now)
