"""Mending an address to which letters do not arrive."""

from __future__ import annotations

from datetime import datetime

from django.db import IntegrityError, transaction

from skaala.mail.models import Letter
from skaala.mail.operations import send_again
from skaala.registration import rules
from skaala.registration.models import Registration
from skaala.registration.rules import Refusal, UnableToRegister


def correct_address(*, registration: Registration, address: str, now: datetime) -> int:
    """
    Give a registration its right e-mail address, and send the letters that did not arrive there once more.

    For organisers: whose letters do not arrive has no personal link to correct it by.

    :returns: how many letters are sent again
    :raises UnableToRegister: if the registration has been cancelled, or another one has that address
    """
    try:
        with transaction.atomic():
            registration = Registration.objects.select_for_update(no_key=True).get(pk=registration.pk)
            if registration.cancelled_at is not None:
                raise UnableToRegister(Refusal.CANCELLED)
            registration.email = address.strip()
            registration.email_normalised = rules.normalise_address(address)
            registration.updated_at = now
            registration.save(update_fields=["email", "email_normalised", "updated_at"])
            lost = Letter.objects.filter(
                correspondence__registration=registration,
                state__in=[Letter.State.FAILED, Letter.State.BOUNCED],
            )
            waiting = Letter.objects.filter(
                correspondence__registration=registration, state=Letter.State.QUEUED
            )
            waiting.update(to_address=registration.email)
            letters = list(lost)
            for letter in letters:
                letter.to_address = registration.email
                letter.save(update_fields=["to_address"])
                send_again(letter=letter, now=now)
            return len(letters)
    except IntegrityError as error:
        if "one_active_registration_a_series_and_address" not in str(error):
            raise
        raise UnableToRegister(Refusal.ADDRESS_TAKEN) from error
