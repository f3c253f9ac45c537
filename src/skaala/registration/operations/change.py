"""Changing a registration."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime

from django.db import IntegrityError, transaction

from skaala.registration import queries, rules
from skaala.registration.models import Attendance, Registration
from skaala.registration.models.registrations import ONE_ACTIVE_REGISTRATION
from skaala.registration.operations.address_changed import CHANGED, notify_address
from skaala.registration.operations.answer import keep_answers
from skaala.registration.operations.attend import attend
from skaala.registration.operations.cancel import cancel_registration
from skaala.registration.operations.invite import use_invitation
from skaala.registration.operations.queue_emails import queue_email_about
from skaala.registration.operations.register import DETAIL_FIELDS, Details, fill_in, keep_consents
from skaala.registration.operations.seats import (
    seat_if_free,
)
from skaala.registration.rules import Choice, Offer, Refusal, UnableToRegister
from skaala.registration.rules.questions import Value
from skaala.series.models import Series
from skaala.ui.database import violates


def change_registration(
    *,
    registration: Registration,
    details: Details,
    choices: tuple[Choice, ...],
    now: datetime,
    answers: Mapping[int, Value] | None = None,
    as_of: datetime | None = None,
) -> bool:
    """
    Take over changed details, add events that are open, drop events that have not started, and write about it.

    Also who has been to their events may add one that is open, or that an invitation opens to them.

    Who changes from one way of attending to the other, and finds that one full, waits for it and keeps the present seat
    until it is free. Seats given up are handed on in the same transaction.

    :param answers: to the questions of the series, in place of those before; None leaves them as they are
    :param as_of: when what the person saw had last been changed; if it has been changed again since, nothing is overwritten
    :returns: whether anything changed; if not, no email goes out
    :raises UnableToRegister: if an added event is not open, a dropped one has started, or the address is taken
    """
    try:
        with transaction.atomic():
            return _change(registration, details, choices, answers, now, as_of)
    except IntegrityError as error:
        if not violates(error, ONE_ACTIVE_REGISTRATION):
            raise
        raise UnableToRegister(Refusal.ADDRESS_TAKEN) from error


def _change(
    registration: Registration,
    details: Details,
    choices: tuple[Choice, ...],
    answers: Mapping[int, Value] | None,
    now: datetime,
    as_of: datetime | None,
) -> bool:
    found = Registration.objects.select_for_update(no_key=True, of=("self",)).select_related("series")
    registration = found.get(pk=registration.pk)
    if registration.cancelled_at is not None:
        raise UnableToRegister(Refusal.CANCELLED)
    if as_of is not None and as_of != registration.updated_at:
        raise UnableToRegister(Refusal.CHANGED_MEANWHILE)
    if not choices:
        raise UnableToRegister(Refusal.NOTHING_CHOSEN)
    wanted = {choice.event_id: choice for choice in choices}
    active = {item.event_id: item for item in queries.active_attendances(registration)}
    offers, invited = queries.offers_to(registration, active.keys(), now=now)
    if not rules.can_change([offers[event_id].start for event_id in active], offers, now=now):
        raise UnableToRegister(Refusal.ALREADY_STARTED)
    concerned = {
        event_id
        for event_id in active.keys() | wanted.keys()
        if event_id not in active
        or event_id not in wanted
        or wanted[event_id].mode != active[event_id].wanted_mode
    }
    _check(concerned, active, wanted, offers, now=now)

    for invitation in {invited[event_id] for event_id in concerned & wanted.keys() & invited.keys()}:
        use_invitation(invitation, now=now)

    as_it_was, address = _picture(registration), registration.email
    fill_in(registration, details)
    keep_consents(registration, details, now=now)
    if answers is not None:
        keep_answers(registration, answers)
    if not concerned and _picture(registration) == as_it_was:
        return False
    # Before the seats are locked: somebody who has just registered with the new address may be waiting for those.
    registration.updated_at = now
    registration.save()
    attend(registration, concerned, wanted, now=now)
    queue_email_about(registration, "registration.changed", now=now)
    if registration.email_normalised != rules.normalise_address(address):
        notify_address(registration, CHANGED, address, now=now)
    return True


@transaction.atomic
def change_events(*, registration: Registration, choices: Collection[Choice], now: datetime) -> bool:
    """
    Change what somebody comes to at the organiser's hand, and write to them about it: also before the opening and after the
    deadline, until an event ends. What has ended stays as it was.

    :param choices: what they come to of what has not ended; where nothing is left, the registration is cancelled
    :returns: whether anything changed
    :raises UnableToRegister: if an added event is not open even so, or a dropped one has started
    """
    found = Registration.objects.select_for_update(no_key=True, of=("self",)).select_related("series")
    registration = found.get(pk=registration.pk)
    if registration.cancelled_at is not None:
        raise UnableToRegister(Refusal.CANCELLED)
    active = {item.event_id: item for item in queries.active_attendances(registration)}
    wanted = {choice.event_id: choice for choice in choices}
    stays = {pk for pk, item in active.items() if item.event.end <= now or item.event.is_cancelled}
    concerned = {
        pk
        for pk in (active.keys() | wanted.keys()) - stays
        if pk not in active or pk not in wanted or wanted[pk].mode != active[pk].wanted_mode
    }
    if not concerned:
        return False
    offers = queries.offers(registration.series, now=now)
    if registration.series.status != Series.Status.ARCHIVED:
        offers = rules.opened(offers, concerned, now=now, until_end=True)
    for event_id in sorted(concerned):
        if event_id in wanted:
            rules.check_can_add(wanted[event_id], offers)
        else:
            rules.check_can_drop(offers[event_id], now=now)
    if not wanted:
        return cancel_registration(registration=registration, now=now, keeps_answers=True)
    registration.updated_at = now
    registration.save(update_fields=["updated_at"])
    attend(registration, concerned, wanted, now=now)
    at_the_door = registration.attendances.filter(event__in=concerned, event__start__lte=now)
    for attendance in at_the_door.exclude(waits_for="").select_related("event"):
        seat_if_free(attendance, attendance.event, now=now)
    dropped = concerned - {choice.event_id for choice in choices}
    registration.answers.filter(question__event__in=dropped).delete()
    queue_email_about(registration, "registration.changed", now=now)
    return True


def _check(
    concerned: set[int],
    active: dict[int, Attendance],
    wanted: dict[int, Choice],
    offers: dict[int, Offer],
    *,
    now: datetime,
) -> None:
    for event_id in sorted(concerned):
        mine, choice = active.get(event_id), wanted.get(event_id)
        is_back_to_own_seat = mine and choice and mine.mode == choice.mode
        if choice is None or is_back_to_own_seat:
            rules.check_can_drop(offers[event_id], now=now)
        elif mine:
            rules.check_can_switch(choice, offers)
        else:
            rules.check_can_add(choice, offers)


def _picture(registration: Registration) -> tuple[object, ...]:
    """What a person says about themselves, for telling whether they changed it."""
    consents = registration.consents.filter(withdrawn_at__isnull=True).order_by("purpose")
    answers = registration.answers.order_by("question").values_list("question", "value")
    columns = [one.attname for one in Registration._meta.concrete_fields if one.name in DETAIL_FIELDS]
    details = (getattr(registration, name) for name in columns)
    return (*details, *consents.values_list("purpose", flat=True), *answers)
