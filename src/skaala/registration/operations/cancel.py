"""Cancelling a registration."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from skaala.registration import rules
from skaala.registration.models import Attendance, Registration
from skaala.registration.operations.correspond import queue_letter_about
from skaala.registration.rules import Refusal, UnableToRegister


@transaction.atomic
def cancel_registration(*, registration: Registration, now: datetime) -> bool:
    """
    Cancel the whole registration and write about it; events that have started stay as they were.

    :returns: whether it was cancelled now; False if it had been before
    :raises UnableToRegister: if the last of her events has started
    """
    registration = Registration.objects.select_for_update().get(pk=registration.pk)
    if registration.cancelled_at is not None:
        return False
    standing = registration.attendances.filter(state=Attendance.State.CONFIRMED).select_related("event")
    starts = [attendance.event.start for attendance in standing]
    if not rules.can_edit(starts, now=now):
        raise UnableToRegister(Refusal.ALREADY_STARTED)
    registration.cancelled_at = registration.updated_at = now
    registration.diet = registration.accessibility_needs = ""
    registration.save()
    registration.consents.filter(withdrawn_at__isnull=True).update(withdrawn_at=now)
    standing.filter(event__start__gt=now).update(state=Attendance.State.CANCELLED, cancelled_at=now)
    queue_letter_about(registration, "registration.cancelled", now=now)
    return True
