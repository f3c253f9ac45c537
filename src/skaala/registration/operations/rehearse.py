"""Doing a deed that writes to many, looking at what it would write to whom, and undoing it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.db import transaction

from skaala.mail.compose import Composed, NothingToSay, compose
from skaala.mail.models import Letter
from skaala.registration import links
from skaala.registration.models import Attendance, Mailing, Registration


@dataclass(frozen=True)
class Sample:
    """
    A letter as it would be written to one of ``count`` people who get it in the same language and way.

    ``written_in`` is the language of the organiser's words where they are not in that of the letter; empty else.
    """

    language: str
    mode: str
    state: str
    count: int
    composed: Composed
    written_in: str = ""


@dataclass(frozen=True)
class Rehearsal:
    """What a deed would write: to whom, and a sample of each kind of letter."""

    people: list[Registration]
    samples: list[Sample]


def rehearse(deed: Callable[[], Mailing | None]) -> Rehearsal | None:
    """
    Do ``deed``, compose the letters it queues by the very code that will send them, and take all of it back.

    Personal links are left out of the samples.

    :returns: None where the deed would write to nobody
    """
    with transaction.atomic():
        mailing = deed()
        found = _look_at(mailing) if mailing is not None else None
        transaction.set_rollback(True)
    return found


def _look_at(mailing: Mailing) -> Rehearsal:
    groups: dict[tuple[str, str, str], list[Letter]] = {}
    people = []
    here = {}
    # A message is the same however somebody attends.
    if mailing.event_id is not None and mailing.kind != Mailing.Kind.MESSAGE:
        here = {one.registration_id: one for one in Attendance.objects.filter(event=mailing.event)}
    for item in mailing.correspondence.select_related("registration", "letter").order_by(
        "registration__name", "pk"
    ):
        people.append(item.registration)
        attendance = here.get(item.registration_id)
        mode, state = (attendance.wanted_mode, attendance.state) if attendance else ("", "")
        groups.setdefault((item.letter.language, mode, state), []).append(item.letter)
    samples = []
    with links.masked():
        for (language, mode, state), letters in sorted(groups.items()):
            try:
                composed = compose(letters[0])
            except NothingToSay:
                continue
            words = [text.for_reader(language) for text in (mailing.subject, mailing.body)]
            written_in = next((one.language for one in words if one.is_fallback), "")
            samples.append(Sample(language, mode, state, len(letters), composed, written_in))
    return Rehearsal(people, samples)
