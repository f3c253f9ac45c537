"""Cancelling a registration, and stepping off a waiting list."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from skaala.registration import queries, rules
from skaala.registration.models import Attendance, Consent, Registration
from skaala.registration.operations.promote import notify_promoted
from skaala.registration.operations.queue_emails import queue_email_about
from skaala.registration.operations.seats import clear_waiting, lock_seats, reallocate_seats, release
from skaala.registration.rules import Refusal, UnableToRegister


@transaction.atomic
def cancel_registration(*, registration: Registration, now: datetime, keeps_answers: bool = False) -> bool:
    """
    Cancel the whole registration, hand on its seats and write about it.

    What was told for coming goes at once, with needs and consents: no count of answers includes who has cancelled. Who has had a
    place at an event that has started keeps that, and with it their registration: they give up what is to come only.

    :param keeps_answers: whether answers stay with the cancelled registration, so that an organiser can take back a mistake;
        no count includes them
    :returns: whether it was cancelled now; False if it had been before
    :raises UnableToRegister: if the last of their events has started
    """
    registration = Registration.objects.select_for_update(no_key=True).get(pk=registration.pk)
    if registration.cancelled_at is not None:
        return False
    active = queries.active_attendances(registration)
    starts = {item.event_id: item.event.start for item in active}
    if not rules.can_edit(starts.values(), now=now):
        raise UnableToRegister(Refusal.ALREADY_STARTED)
    to_come = [event_id for event_id, start in starts.items() if start > now]
    has_been = any(
        item.event_id not in to_come
        and item.state == Attendance.State.CONFIRMED
        and not item.event.is_cancelled
        for item in active
    )
    registration.cancelled_at = None if has_been else now
    registration.updated_at = now
    for name, nothing in rules.NO_NEEDS.items():
        setattr(registration, name, nothing)
    registration.save()
    consents, answers = registration.consents.filter(withdrawn_at__isnull=True), registration.answers.all()
    if has_been:
        consents = consents.exclude(purpose=Consent.Purpose.RECORDING)
        answers = answers.filter(question__event__in=to_come)
    consents.update(withdrawn_at=now)
    if not keeps_answers:
        answers.delete()
    lock_seats(to_come)
    for attendance in _active_attendances(registration).filter(event_id__in=to_come):
        release(attendance, now=now)
    notify_promoted(reallocate_seats(to_come, now=now), now=now)
    kind = "registration.changed" if has_been else "registration.cancelled"
    queue_email_about(registration, kind, now=now)
    return True


@transaction.atomic
def leave_waiting_list(*, registration: Registration, event_id: int, now: datetime) -> bool:
    """
    Stop waiting for an event: give up the place in the line, and keep a seat held the other way.

    Who waits for nothing else and attends nothing else thereby cancels the registration. Writes about it.

    :returns: whether they waited; if not, nothing changes
    :raises UnableToRegister: if the event has started
    """
    registration = Registration.objects.select_for_update(no_key=True).get(pk=registration.pk)
    active = queries.active_attendances(registration)
    mine = next((item for item in active if item.event_id == event_id), None)
    if registration.cancelled_at is not None or mine is None or not mine.waits_for:
        return False
    if now >= mine.event.start:
        raise UnableToRegister(Refusal.ALREADY_STARTED, event_id=event_id, since=mine.event.start)
    if len(active) == 1 and mine.state == Attendance.State.WAITING:
        return cancel_registration(registration=registration, now=now)
    registration.updated_at = now
    registration.save(update_fields=["updated_at"])
    lock_seats([event_id])
    attendance = _active_attendances(registration).get(event_id=event_id)
    if not attendance.waits_for:  # they have moved up in this very moment; the email about it is on its way
        return False
    if attendance.state == Attendance.State.WAITING:
        release(attendance, now=now)
        registration.answers.filter(question__event=event_id).delete()
    else:
        clear_waiting(attendance)
    notify_promoted(reallocate_seats([event_id], now=now), now=now)
    queue_email_about(registration, "registration.changed", now=now)
    return True


def _active_attendances(registration: Registration) -> QuerySet[Attendance]:
    return Attendance.objects.filter(registration=registration).exclude(state=Attendance.State.CANCELLED)
