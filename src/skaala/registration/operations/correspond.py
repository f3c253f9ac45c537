"""Queueing letters about registrations, to one or to many."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import IntegrityError, transaction

from skaala.mail.operations import Addressee, queue_letter, queue_letters
from skaala.registration.models import Correspondence, Mailing, Registration
from skaala.series.models import Event


def queue_letter_about(
    registration: Registration, kind: str, *, now: datetime, event: Event | None = None
) -> None:
    """Queue a letter of ``kind`` to the person, about ``event`` if it is about one, within the caller's transaction."""
    letter = queue_letter(
        kind=kind,
        to_address=registration.email,
        to_name=registration.name,
        language=registration.language,
        now=now,
        is_simulated=registration.is_simulated,
    )
    Correspondence.objects.create(registration=registration, letter=letter, event=event)


def queue_mailing(
    mailing: Mailing, registrations: Iterable[Registration], *, kind: str, now: datetime
) -> None:
    """Queue a letter of ``kind`` to each person, in her language, within the caller's transaction."""
    people = list(registrations)
    letters = queue_letters(
        kind=kind,
        to=[Addressee(one.email, one.name, one.language, one.is_simulated) for one in people],
        now=now,
    )
    Correspondence.objects.bulk_create(
        (
            Correspondence(registration=one, letter=letter, event=mailing.event, mailing=mailing)
            for one, letter in zip(people, letters, strict=True)
        ),
        batch_size=500,
    )


def queue_mailing_once(
    mailing: Mailing, registrations: Iterable[Registration], *, kind: str, now: datetime, constraint: str
) -> int:
    """
    Queue what is sent by itself, in a transaction of its own, unless another worker has been quicker.

    :param mailing: saved first if it is new
    :param constraint: which no second one gets past
    :returns: how many letters were queued
    """
    people = list(registrations)
    try:
        with transaction.atomic():
            if mailing._state.adding:
                mailing.save()
            queue_mailing(mailing, people, kind=kind, now=now)
    except IntegrityError as error:
        if constraint not in str(error):
            raise
        return 0
    return len(people)
