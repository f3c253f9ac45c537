"""Restoring a registration that was cancelled by mistake."""

from __future__ import annotations

from datetime import datetime

from django.db import IntegrityError, transaction

from skaala.registration import queries, rules
from skaala.registration.models import Attendance, Registration
from skaala.registration.models.registrations import ONE_ACTIVE_REGISTRATION
from skaala.registration.operations.attend import attend
from skaala.registration.operations.queue_emails import queue_email_about
from skaala.registration.operations.seats import seat_if_free
from skaala.registration.rules import Choice, Refusal, UnableToRegister
from skaala.ui.database import violates


def restore_registration(*, registration: Registration, now: datetime) -> list[Attendance]:
    """
    Take back the cancellation of a registration at the organiser's hand, and write to the person.

    They attend again what was cancelled with it and is not over, with a seat where one is free, else at the end of the line.
    Answers that were kept count again. Dietary and access needs were removed with the cancellation, and stay so.

    :returns: what they attend or wait for now
    :raises UnableToRegister: if it is not cancelled any more, if the address has registered again, or if nothing of it is
        to come
    """
    try:
        with transaction.atomic():
            return _restore(registration, now)
    except IntegrityError as error:
        if not violates(error, ONE_ACTIVE_REGISTRATION):
            raise
        raise UnableToRegister(Refusal.ADDRESS_TAKEN) from error


def _restore(registration: Registration, now: datetime) -> list[Attendance]:
    found = Registration.objects.select_for_update(no_key=True, of=("self",)).select_related("series")
    registration = found.get(pk=registration.pk)
    refusal = queries.why_not_restored(registration, now=now)
    if refusal is not None:
        raise UnableToRegister(refusal)
    wanted = {
        one.event_id: Choice(one.event_id, one.mode)
        for one in queries.attendances_to_restore(registration, now=now)
    }
    offers = rules.opened(
        queries.offers(registration.series, now=now), frozenset(wanted), now=now, until_end=True
    )
    for choice in wanted.values():
        rules.check_can_add(choice, offers)
    registration.cancelled_at, registration.updated_at = None, now
    registration.save(update_fields=["cancelled_at", "updated_at"])
    attend(registration, set(wanted), wanted, now=now)
    at_the_door = registration.attendances.filter(event__in=wanted, event__start__lte=now)
    for attendance in at_the_door.exclude(waits_for="").select_related("event"):
        seat_if_free(attendance, attendance.event, now=now)
    queue_email_about(registration, "registration.restored", now=now)
    return queries.active_attendances(registration)
