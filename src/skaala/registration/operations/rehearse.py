"""Rehearsing an operation that writes to many: do it, look at what it would write to whom, and undo it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.db import transaction

from skaala.mail.models import Email
from skaala.mail.renderers.emails import Obsolete, RenderedEmail, compose
from skaala.registration import links
from skaala.registration.models import Attendance, Mailing, Registration


@dataclass(frozen=True)
class Sample:
    """
    An email as it would be written to one of ``count`` people who get it in the same language and way.

    ``written_in`` is the language of the organiser's words where they are not in that of the email; empty else.
    """

    language: str
    mode: str
    state: str
    count: int
    composed: RenderedEmail
    written_in: str = ""


@dataclass(frozen=True)
class Rehearsal:
    """What an operation would write: to whom, and a sample of each kind of email."""

    people: list[Registration]
    samples: list[Sample]


def rehearse(action: Callable[[], Mailing | None]) -> Rehearsal | None:
    """
    Do ``action``, compose the emails it queues by the very code that will send them, and take all of it back.

    Personal links are left out of the samples.

    :returns: None if the operation would write to nobody
    """
    with transaction.atomic():
        mailing = action()
        found = _look_at(mailing) if mailing is not None else None
        transaction.set_rollback(True)
    return found


def _look_at(mailing: Mailing) -> Rehearsal:
    groups: dict[tuple[str, str, str], list[Email]] = {}
    people = []
    here = {}
    # A message is the same however somebody attends.
    if mailing.event_id is not None and mailing.kind != Mailing.Kind.MESSAGE:
        here = {one.registration_id: one for one in Attendance.objects.filter(event=mailing.event)}
    for item in mailing.registration_emails.select_related("registration", "email").order_by(
        "registration__name", "pk"
    ):
        people.append(item.registration)
        attendance = here.get(item.registration_id)
        mode, state = (attendance.wanted_mode, attendance.state) if attendance else ("", "")
        groups.setdefault((item.email.language, mode, state), []).append(item.email)
    samples = []
    with links.masked():
        for (language, mode, state), emails in sorted(groups.items()):
            try:
                composed = compose(emails[0])
            except Obsolete:
                continue
            words = [text.for_reader(language) for text in (mailing.subject, mailing.body)]
            written_in = next((one.language for one in words if one.is_fallback), "")
            samples.append(Sample(language, mode, state, len(emails), composed, written_in))
    return Rehearsal(people, samples)
