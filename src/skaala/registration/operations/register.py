"""Signing up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from skaala.people.models import Account
from skaala.places.models import Municipality, Network
from skaala.registration import queries, rules
from skaala.registration.models import Consent, Invitation, Registration, RegistrationSource
from skaala.registration.models.registrations import ONE_ACTIVE_REGISTRATION
from skaala.registration.operations.add_events import offer_addition
from skaala.registration.operations.answer import keep_answers
from skaala.registration.operations.invite import use_invitation
from skaala.registration.operations.promote import promote_after_commit
from skaala.registration.operations.queue_emails import email_about
from skaala.registration.operations.seats import claim_seats, join_waiting_list
from skaala.registration.operations.send_link import send_link
from skaala.registration.rules.questions import Value
from skaala.registration.rules.workspace_links import address_given
from skaala.series.models import Series
from skaala.ui.database import violates
from skaala.ui.insert import insert


@dataclass(frozen=True)
class Details:
    """What somebody says about themselves; diet and needs are kept only with their consent."""

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


DETAIL_FIELDS = tuple(field.name for field in fields(Details) if not field.name.startswith("consents_to_"))
"""What of it a registration keeps, field by field under the same name."""


@dataclass(frozen=True)
class SignUp:
    """One filled-in form."""

    details: Details
    choices: tuple[rules.Choice, ...]
    # By question; what the series asks beyond its own form.
    answers: Mapping[int, Value] = field(default_factory=dict)


@dataclass(frozen=True)
class Source:
    """
    How somebody comes who does not fill in the public form for themselves.

    ``opens`` names the events that are open to them before their opening and after their deadline, up to their start or, at
    the desk, their end; never of a series that is not public. Without an email they get none, and no link either.
    """

    kind: RegistrationSource.Kind
    account: Account | None = None
    invitation: Invitation | None = None
    brought_by: Registration | None = None
    brought_by_name: str = ""
    opens: frozenset[int] = frozenset()
    with_email: bool = True

    @property
    def is_by_the_desk(self) -> bool:
        return self.kind in {RegistrationSource.Kind.ADDED, RegistrationSource.Kind.IMPORTED}


def register(
    *,
    series: Series,
    request: SignUp,
    now: datetime,
    is_simulated: bool = False,
    source: Source | None = None,
) -> Registration | None:
    """
    Sign the person up to the events they ticked, with a seat where one is free, else the next place in the line; queue their email.

    A second attempt with the same address changes nothing: it asks by email whether events they do not come to yet are to be
    added, or else sends them the personal link (at most once in ten minutes each).
    What happened must not be told on the page, or a stranger could learn who has registered. The desk may know: it sends
    no link to those whom it adds or imports again. An invitation opens its events on the page to which the link leads.

    :returns: the new registration, or None where the address had one already
    :raises UnableToRegister: if one of the events is not open at ``now``; names the event and says why
    """
    offers = queries.offers(series, now=now)
    if source is not None and series.status != Series.Status.ARCHIVED:
        offers = rules.opened(offers, source.opens, now=now, until_end=source.is_by_the_desk)
    rules.check_can_register(request.choices, offers)
    with_email = source is None or source.with_email
    try:
        with transaction.atomic():
            if source is not None and source.invitation is not None:
                use_invitation(source.invitation, now=now)
            registration = _new(
                series, request.details, now=now, is_simulated=is_simulated, link_sent=with_email
            )
            _write(registration, source, now=now)
            allocation = claim_seats(registration, request.choices, now=now)
            keep_consents(registration, request.details, now=now, is_new=True)
            if request.answers:
                keep_answers(registration, request.answers, is_new=True)
            if source is not None:
                _record_source(registration, source)
            join_waiting_list(allocation.waiting, now=now)
            promote_after_commit(allocation.skipped, now=now)
            return registration
    except IntegrityError as error:
        if not violates(error, ONE_ACTIVE_REGISTRATION):
            raise
    except rules.UnableToRegister as refused:
        # A form sent twice: the first time used up the invitation.
        if refused.refusal != rules.Refusal.INVITATION_OVER or not _has_just_come(
            series, request, source, now
        ):
            raise
        return None
    if source is None or not source.is_by_the_desk:
        _open_to_known(series, request.details.email, source)
        address = request.details.email
        if not offer_addition(series=series, address=address, choices=request.choices, now=now):
            send_link(series=series, address=address, now=now)
    return None


def _registered(series: Series, address: str) -> QuerySet[Registration]:
    known = rules.normalise_address(address)
    return Registration.objects.filter(series=series, email_normalised=known, cancelled_at=None)


def _has_just_come(series: Series, request: SignUp, source: Source | None, now: datetime) -> bool:
    """Say whether this person has come by this very invitation in the last minutes; of others its holder learns nothing."""
    assert source is not None
    by_it = _registered(series, request.details.email).filter(source__invitation=source.invitation)
    return by_it.filter(created_at__gt=now - rules.LINK_PAUSE).exists()


def _open_to_known(series: Series, address: str, source: Source | None) -> None:
    if source is not None and source.invitation is not None:
        source.invitation.known.add(*_registered(series, address))


def _record_source(registration: Registration, source: Source) -> None:
    RegistrationSource.objects.create(
        registration=registration,
        kind=source.kind,
        account=source.account,
        invitation=source.invitation,
        brought_by=source.brought_by,
        brought_by_name=source.brought_by_name,
    )


def _write(registration: Registration, source: Source | None, *, now: datetime) -> None:
    """Write the registration and its email in one statement; what comes of it is told by the email when it is delivered."""
    if source is not None and not source.with_email:
        insert(registration)
        return
    is_by_the_desk = source is not None and source.is_by_the_desk
    email = email_about(registration, "registration.confirmation", now=now, is_confirmed=is_by_the_desk)
    insert(registration, *email)


def _new(
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
    return registration


def fill_in(registration: Registration, details: Details) -> None:
    """Take over what somebody says about themselves; without their consent, diet and needs stay empty."""
    before = registration.email
    for name in DETAIL_FIELDS:
        is_kept = name not in rules.NEEDS or getattr(details, rules.NEEDS[name])
        setattr(registration, name, getattr(details, name) if is_kept else "")
    if registration.email_normalised != rules.normalise_address(details.email):
        registration.address_confirmed_at = None
        # Whoever has the personal link may change the address: the key for the workspaces does not follow.
        registration.given_email = address_given(
            given=registration.given_email, before=before, after=details.email, is_lost=False
        )
    registration.email = rules.clean_address(details.email)
    registration.email_normalised = rules.normalise_address(details.email)


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
    active = {consent.purpose: consent for consent in before}
    for purpose, is_given in given.items():
        if is_given and purpose not in active:
            Consent.objects.create(registration=registration, purpose=purpose, given_at=now)
        elif not is_given and purpose in active:
            active[purpose].withdrawn_at = now
            active[purpose].save()
