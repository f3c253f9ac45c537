"""Cancelling an event: it stays readable, and says that it does not take place; and taking that back."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from skaala.series.models import Event
from skaala.ui.texts import Texts


class UnableToCancelEvent(Exception):
    """The event has been cancelled (or resumed) already, or is over."""


@transaction.atomic
def cancel_event(*, event: Event, reason: Texts, now: datetime) -> Event:
    """
    Note that the event does not take place, and why; raises its calendar sequence.

    Those who have registered are told by the operation of the same name in the room above.

    :raises UnableToCancelEvent: if it has been cancelled already, or is over
    """
    event = (
        Event.objects.select_for_update(no_key=True, of=("self",)).select_related("series").get(pk=event.pk)
    )
    if event.is_cancelled or event.end <= now:
        raise UnableToCancelEvent
    event.status, event.cancelled_at, event.cancel_reason = Event.Status.CANCELLED, now, reason
    event.sequence += 1
    event.save(update_fields=["status", "cancelled_at", "cancel_reason", "sequence", "updated_at"])
    return event


@transaction.atomic
def resume_event(*, event: Event, now: datetime) -> Event:
    """
    Have a cancelled event take place after all; raises its calendar sequence.

    :raises UnableToCancelEvent: if it is not cancelled, or its time is over
    """
    event = (
        Event.objects.select_for_update(no_key=True, of=("self",)).select_related("series").get(pk=event.pk)
    )
    if not event.is_cancelled or event.end <= now:
        raise UnableToCancelEvent
    event.status, event.cancelled_at, event.cancel_reason = Event.Status.SCHEDULED, None, Texts()
    event.sequence += 1
    event.save(update_fields=["status", "cancelled_at", "cancel_reason", "sequence", "updated_at"])
    return event
