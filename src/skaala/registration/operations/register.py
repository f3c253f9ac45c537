"""Signing up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction

from skaala.places.models import Municipality, Network
from skaala.registration import queries, rules
from skaala.registration.models import Attendance, Consent, Registration
from skaala.registration.operations.correspond import queue_letter_about
from skaala.registration.operations.send_link import send_link
from skaala.series.models import Series


@dataclass(frozen=True)
class Details:
    """What somebody tells of herself; diet and needs are kept only with her consent."""

    name: str
    email: str
    organisation_kind: str
    language: str
    municipality: Municipality | None = None
    network: Network | None = None
    organisation: str = ""
    role: str = ""
    diet: str = ""
    consents_to_diet: bool = False
    accessibility_needs: str = ""
    consents_to_accessibility: bool = False
    consents_to_recording: bool = False


@dataclass(frozen=True)
class SignUp:
    """One filled-in form."""

    details: Details
    choices: tuple[rules.Choice, ...]


def register(
    *, series: Series, request: SignUp, now: datetime, is_simulated: bool = False
) -> Registration | None:
    """
    Sign the person up to the events she ticked and queue her letter.

    A second attempt with the same address changes nothing: it sends her the personal link (at most once in ten minutes).
    What happened must not be told on the page, or a stranger could learn who has registered.

    :returns: the new registration, or None where the address had one already
    :raises UnableToRegister: if one of the events is not open at ``now``; names the event and says why
    """
    rules.check_can_register(request.choices, queries.offers(series, now=now))
    try:
        with transaction.atomic():
            registration = _start(series, request.details, now=now, is_simulated=is_simulated)
            Attendance.objects.bulk_create(
                Attendance(
                    registration=registration, event_id=choice.event_id, mode=choice.mode, created_at=now
                )
                for choice in request.choices
            )
            keep_consents(registration, request.details, now=now)
            queue_letter_about(registration, "registration.confirmation", now=now)
            return registration
    except IntegrityError as error:
        if "one_active_registration_a_series_and_address" not in str(error):
            raise
    send_link(series=series, address=request.details.email, now=now)
    return None


def _start(series: Series, details: Details, *, now: datetime, is_simulated: bool) -> Registration:
    registration = Registration(
        series=series,
        notice_version=series.notice_version,
        link_sent_at=now,
        is_simulated=is_simulated,
        created_at=now,
        updated_at=now,
    )
    fill_in(registration, details)
    registration.save(force_insert=True)
    return registration


def fill_in(registration: Registration, details: Details) -> None:
    """Take over what somebody tells of herself; without her consent, diet and needs stay empty."""
    registration.name = details.name
    registration.email = details.email.strip()
    registration.email_normalised = rules.normalise_address(details.email)
    registration.organisation_kind = details.organisation_kind
    registration.municipality = details.municipality
    registration.network = details.network
    registration.organisation = details.organisation
    registration.role = details.role
    registration.language = details.language
    registration.diet = details.diet if details.consents_to_diet else ""
    registration.accessibility_needs = (
        details.accessibility_needs if details.consents_to_accessibility else ""
    )


def keep_consents(registration: Registration, details: Details, *, now: datetime) -> None:
    """Note consents newly given, and those withdrawn since, each with its time."""
    given = {
        Consent.Purpose.DIET: details.consents_to_diet and bool(details.diet),
        Consent.Purpose.ACCESSIBILITY: details.consents_to_accessibility
        and bool(details.accessibility_needs),
        Consent.Purpose.RECORDING: details.consents_to_recording,
    }
    standing = {
        consent.purpose: consent for consent in registration.consents.filter(withdrawn_at__isnull=True)
    }
    for purpose, is_given in given.items():
        if is_given and purpose not in standing:
            Consent.objects.create(registration=registration, purpose=purpose, given_at=now)
        elif not is_given and purpose in standing:
            standing[purpose].withdrawn_at = now
            standing[purpose].save()
