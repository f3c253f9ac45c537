"""Queueing emails about registrations, to one or to many."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db import IntegrityError, transaction

from skaala.mail.models import Email
from skaala.mail.operations import Addressee, new_email, queue_emails
from skaala.registration import queries
from skaala.registration.models import Mailing, Registration, RegistrationEmail
from skaala.series.models import Event
from skaala.ui.database import violates
from skaala.ui.insert import insert
from skaala.ui.offered import offered_one

ASKED_BY_STRANGERS = frozenset(
    {"registration.confirmation", "registration.link", "registration.changed", "registration.addition"}
)
"""What is sent to whatever address somebody writes into a form."""


def queue_email_about(
    registration: Registration,
    kind: str,
    *,
    now: datetime,
    event: Event | None = None,
    is_confirmed: bool | None = None,
    asked: Sequence[Sequence[int | str]] = (),
) -> None:
    """
    Queue an email of ``kind`` to the person, about ``event`` if it is about one, within the caller's transaction.

    :param is_confirmed: whether the address is known to be the person's, where the caller knows; else it is looked up
    :param asked: events with the way of attending, where the email asks whether they are to be added
    """
    if is_confirmed is None:
        is_confirmed = kind not in ASKED_BY_STRANGERS or queries.is_confirmed(registration)
    insert(*email_about(registration, kind, now=now, is_confirmed=is_confirmed, event=event, asked=asked))


def email_about(
    registration: Registration,
    kind: str,
    *,
    now: datetime,
    is_confirmed: bool,
    event: Event | None = None,
    asked: Sequence[Sequence[int | str]] = (),
) -> tuple[Email, RegistrationEmail]:
    """Return the rows that :func:`queue_email_about` writes, for the caller to write along with others."""
    to = Addressee(
        registration.email,
        registration.name,
        registration.email_language,
        registration.is_simulated,
        is_unconfirmed=kind in ASKED_BY_STRANGERS and not is_confirmed,
    )
    email = new_email(kind, to, now)
    return email, RegistrationEmail(registration=registration, email=email, event=event, asked=list(asked))


def queue_mailing(
    mailing: Mailing, registrations: Iterable[Registration], *, kind: str, now: datetime
) -> None:
    """Queue an email of ``kind`` to each person, in their language, within the caller's transaction."""
    people = list(registrations)
    emails = queue_emails(
        kind=kind,
        to=[
            Addressee(
                one.email, one.name, offered_one(one.language, mailing.series.languages), one.is_simulated
            )
            for one in people
        ],
        now=now,
    )
    RegistrationEmail.objects.bulk_create(
        (
            RegistrationEmail(registration=one, email=email, event=mailing.event, mailing=mailing)
            for one, email in zip(people, emails, strict=True)
        ),
        batch_size=500,
    )


def queue_mailing_once(
    mailing: Mailing, registrations: Iterable[Registration], *, kind: str, now: datetime, constraint: str
) -> int:
    """
    Queue what is sent automatically, in a transaction of its own, unless another worker has been quicker.

    :param mailing: saved first if it is new
    :param constraint: which no second one gets past
    :returns: how many emails were queued
    """
    people = list(registrations)
    try:
        with transaction.atomic():
            if mailing._state.adding:
                mailing.save()
            queue_mailing(mailing, people, kind=kind, now=now)
    except IntegrityError as error:
        if not violates(error, constraint):
            raise
        return 0
    return len(people)
