"""Adding events to a registration: asked for on the form by somebody who has registered, and done by a press in the email."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from skaala.registration import queries, rules
from skaala.registration.models import Registration, RegistrationEmail
from skaala.registration.operations.attend import attend
from skaala.registration.operations.queue_emails import queue_email_about
from skaala.registration.rules import Choice, Refusal, UnableToRegister
from skaala.series.models import Series

ADDITION = "registration.addition"


@transaction.atomic
def offer_addition(*, series: Series, address: str, choices: Sequence[Choice], now: datetime) -> bool:
    """
    Ask by email whether events are to be added to a registration, when the form was filled in again for others than before.

    Each event is asked about at most once in ten minutes, so that nobody can have many emails sent to somebody else.

    :returns: whether the form asked for others than before, and an email about them is on its way or has just been
    """
    registration = (
        Registration.objects.select_for_update(no_key=True)
        .filter(series=series, email_normalised=rules.normalise_address(address), cancelled_at__isnull=True)
        .first()
    )
    if registration is None:
        return False
    active = {item.event_id for item in queries.active_attendances(registration)}
    new = [choice for choice in choices if choice.event_id not in active]
    if not new:
        return False
    recent = RegistrationEmail.objects.filter(
        registration=registration, email__kind=ADDITION, email__created_at__gt=now - rules.LINK_PAUSE
    )
    asked = {event_id for one in recent for event_id, _mode in one.asked}
    if {choice.event_id for choice in new} - asked:
        pairs: list[list[int | str]] = [[choice.event_id, choice.mode] for choice in new]
        queue_email_about(registration, ADDITION, now=now, asked=pairs)
    return True


@transaction.atomic
def add_events(*, registration: Registration, choices: Sequence[Choice], now: datetime) -> bool:
    """
    Add events to a registration, with a seat where one is free, else the next place in the line; all else stays as it is.

    :returns: whether any was added; one that they attend already stays as it is
    :raises UnableToRegister: if one of them is not open at ``now``, or the registration has been cancelled
    """
    found = Registration.objects.select_for_update(no_key=True, of=("self",)).select_related("series")
    registration = found.get(pk=registration.pk)
    if registration.cancelled_at is not None:
        raise UnableToRegister(Refusal.CANCELLED)
    active = {item.event_id for item in queries.active_attendances(registration)}
    new = {choice.event_id: choice for choice in choices if choice.event_id not in active}
    if not new:
        return False
    offers, _by = queries.offers_to(registration, active, now=now)
    rules.check_can_register(new.values(), offers)
    registration.updated_at = now
    registration.save(update_fields=["updated_at"])
    attend(registration, set(new), new, now=now)
    queue_email_about(registration, "registration.changed", now=now)
    return True
