"""Signing up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from skaala.people.models import Account
from skaala.places.models import Municipality, Network
from skaala.registration import queries, rules
from skaala.registration.models import Consent, Registration
from skaala.registration.operations.answer import keep_answers
from skaala.registration.operations.correspond import queue_letter_about
from skaala.registration.operations.invite import use_invitation
from skaala.registration.operations.promote import move_up_once_committed
from skaala.registration.operations.seats import stand_in_line, take_seats
from skaala.registration.operations.send_link import send_link
from skaala.registration.rules_of_questions import Value
from skaala.registration.way_in_models import Invitation, WayIn
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
    # By question; what the series asks beyond its own form.
    answers: Mapping[int, Value] = field(default_factory=dict)


@dataclass(frozen=True)
class Coming:
    """
    How somebody comes who does not fill in the public form for herself.

    ``opens`` names the events that are open to her before their opening and after their deadline, up to their start or, at
    the desk, their end; never of a series that is not public. Without a letter she gets none, and no link either.
    """

    way: WayIn.Way
    account: Account | None = None
    invitation: Invitation | None = None
    brought_by: Registration | None = None
    brought_by_name: str = ""
    opens: frozenset[int] = frozenset()
    with_letter: bool = True

    @property
    def is_by_the_desk(self) -> bool:
        return self.way in {WayIn.Way.ADDED, WayIn.Way.IMPORTED}


def register(
    *,
    series: Series,
    request: SignUp,
    now: datetime,
    is_simulated: bool = False,
    coming: Coming | None = None,
) -> Registration | None:
    """
    Sign the person up to the events she ticked, with a seat where one is free, else the next place in the line; queue her letter.

    A second attempt with the same address changes nothing: it sends her the personal link (at most once in ten minutes).
    What happened must not be told on the page, or a stranger could learn who has registered. The desk may know: it sends
    no link to those whom it adds or imports again. An invitation opens its events on the page to which the link leads.

    :returns: the new registration, or None where the address had one already
    :raises UnableToRegister: if one of the events is not open at ``now``; names the event and says why
    """
    offers = queries.offers(series, now=now)
    if coming is not None and series.status != Series.Status.ARCHIVED:
        offers = rules.opened(offers, coming.opens, now=now, until_end=coming.is_by_the_desk)
    rules.check_can_register(request.choices, offers)
    with_letter = coming is None or coming.with_letter
    try:
        with transaction.atomic():
            if coming is not None and coming.invitation is not None:
                use_invitation(coming.invitation, now=now)
            registration = _start(
                series, request.details, now=now, is_simulated=is_simulated, link_sent=with_letter
            )
            taken = take_seats(registration, request.choices, now=now)
            keep_consents(registration, request.details, now=now, is_new=True)
            if request.answers:
                keep_answers(registration, request.answers, is_new=True)
            if coming is not None:
                _note_way_in(registration, coming)
            if with_letter:
                queue_letter_about(registration, "registration.confirmation", now=now)
            stand_in_line(taken.waiting, now=now)
            move_up_once_committed(taken.passed_over, now=now)
            return registration
    except IntegrityError as error:
        if "one_active_registration_a_series_and_address" not in str(error):
            raise
    except rules.UnableToRegister as refused:
        # A form sent twice: the first time used up the invitation.
        if refused.refusal != rules.Refusal.INVITATION_OVER or not _has_just_come(
            series, request, coming, now
        ):
            raise
        return None
    if coming is None or not coming.is_by_the_desk:
        _open_to_known(series, request.details.email, coming)
        send_link(series=series, address=request.details.email, now=now)
    return None


def _registered(series: Series, address: str) -> QuerySet[Registration]:
    known = rules.normalise_address(address)
    return Registration.objects.filter(series=series, email_normalised=known, cancelled_at=None)


def _has_just_come(series: Series, request: SignUp, coming: Coming | None, now: datetime) -> bool:
    """Say whether this person has come by this very invitation in the last minutes; of others its holder learns nothing."""
    assert coming is not None
    hers = _registered(series, request.details.email).filter(way_in__invitation=coming.invitation)
    return hers.filter(created_at__gt=now - rules.LINK_PAUSE).exists()


def _open_to_known(series: Series, address: str, coming: Coming | None) -> None:
    if coming is not None and coming.invitation is not None:
        coming.invitation.known.add(*_registered(series, address))


def _note_way_in(registration: Registration, coming: Coming) -> None:
    WayIn.objects.create(
        registration=registration,
        way=coming.way,
        account=coming.account,
        invitation=coming.invitation,
        brought_by=coming.brought_by,
        brought_by_name=coming.brought_by_name,
    )


def _start(
    series: Series, details: Details, *, now: datetime, is_simulated: bool, link_sent: bool
) -> Registration:
    registration = Registration(
        series=series,
        notice_version=series.notice_version,
        link_sent_at=now if link_sent else None,
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


def keep_consents(
    registration: Registration, details: Details, *, now: datetime, is_new: bool = False
) -> None:
    """Note consents newly given, and those withdrawn since, each with its time."""
    given = {
        Consent.Purpose.DIET: details.consents_to_diet and bool(details.diet),
        Consent.Purpose.ACCESSIBILITY: details.consents_to_accessibility
        and bool(details.accessibility_needs),
        Consent.Purpose.RECORDING: details.consents_to_recording,
    }
    before = [] if is_new else registration.consents.filter(withdrawn_at__isnull=True)
    standing = {consent.purpose: consent for consent in before}
    for purpose, is_given in given.items():
        if is_given and purpose not in standing:
            Consent.objects.create(registration=registration, purpose=purpose, given_at=now)
        elif not is_given and purpose in standing:
            standing[purpose].withdrawn_at = now
            standing[purpose].save()
