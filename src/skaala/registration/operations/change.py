"""Changing a registration."""

from __future__ import annotations

from datetime import datetime

from django.db import IntegrityError, transaction

from skaala.registration import queries, rules
from skaala.registration.models import Attendance, Registration
from skaala.registration.operations.correspond import queue_letter_about
from skaala.registration.operations.register import Details, fill_in, keep_consents
from skaala.registration.rules import Refusal, UnableToRegister


def change_registration(
    *, registration: Registration, details: Details, choices: tuple[rules.Choice, ...], now: datetime
) -> bool:
    """
    Take over changed details, add events that are open, drop events that have not started, and write about it.

    :returns: whether anything changed; if not, no letter goes out
    :raises UnableToRegister: if an added event is not open, a dropped one has started, or the address is taken
    """
    try:
        with transaction.atomic():
            return _change(registration, details, choices, now)
    except IntegrityError as error:
        if "one_active_registration_a_series_and_address" not in str(error):
            raise
        raise UnableToRegister(Refusal.ADDRESS_TAKEN) from error


def _change(
    registration: Registration, details: Details, choices: tuple[rules.Choice, ...], now: datetime
) -> bool:
    registration = Registration.objects.select_for_update().select_related("series").get(pk=registration.pk)
    if registration.cancelled_at is not None:
        raise UnableToRegister(Refusal.CANCELLED)
    if not choices:
        raise UnableToRegister(Refusal.NOTHING_CHOSEN)
    offers = queries.offers(registration.series, now=now)
    before = {a.event_id: a for a in registration.attendances.all()}
    standing = {event_id for event_id, a in before.items() if a.state == Attendance.State.CONFIRMED}
    if not rules.can_edit([offers[event_id].start for event_id in standing], now=now):
        raise UnableToRegister(Refusal.ALREADY_STARTED)

    as_it_was = _picture(registration)
    wanted = {choice.event_id: choice for choice in choices}
    for event_id in standing - wanted.keys():
        rules.check_can_drop(offers[event_id], now=now)
        attendance = before[event_id]
        attendance.state, attendance.cancelled_at = Attendance.State.CANCELLED, now
        attendance.save()
    for event_id, choice in wanted.items():
        if event_id in standing and before[event_id].mode == choice.mode:
            continue
        rules.check_can_add(choice, offers)
        Attendance.objects.update_or_create(
            registration=registration,
            event_id=event_id,
            defaults={"mode": choice.mode, "state": Attendance.State.CONFIRMED, "cancelled_at": None},
            create_defaults={"mode": choice.mode, "created_at": now},
        )
    fill_in(registration, details)
    keep_consents(registration, details, now=now)
    if _picture(registration) == as_it_was:
        return False
    registration.updated_at = now
    registration.save()
    queue_letter_about(registration, "registration.changed", now=now)
    return True


def _picture(registration: Registration) -> tuple[object, ...]:
    """All that a person can change of her registration, for telling whether she did."""
    names = [
        "name",
        "email",
        "organisation_kind",
        "municipality_id",
        "network_id",
        "organisation",
        "role",
        "language",
        "diet",
        "accessibility_needs",
    ]
    attendances = registration.attendances.filter(state=Attendance.State.CONFIRMED).order_by("event_id")
    consents = registration.consents.filter(withdrawn_at__isnull=True).order_by("purpose")
    return (
        *(getattr(registration, name) for name in names),
        *attendances.values_list("event_id", "mode"),
        *consents.values_list("purpose", flat=True),
    )
