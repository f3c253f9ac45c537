"""Messages that an organiser writes to some of the participants."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from skaala.registration.models import Mailing
from skaala.registration.operations.queue_emails import queue_mailing
from skaala.registration.queries.notifications import chosen_people
from skaala.series.models import Event, Series
from skaala.ui.texts import Texts


@dataclass(frozen=True)
class Choice:
    """To whom a message goes; what is empty does not narrow it."""

    event: Event | None = None
    mode: str = ""
    state: str = ""
    organisation_kind: str = ""
    lacks_answers: bool = False


@transaction.atomic
def write_to_participants(
    *, mailing_id: UUID, series: Series, to: Choice, subject: Texts, body: Texts, now: datetime
) -> Mailing | None:
    """
    Write a message to those chosen, each in their language as far as it is written in it.

    :param mailing_id: made when the form was first shown; a second call with the same one changes nothing
    :returns: the mailing; None where nobody was chosen
    """
    mailing, is_new = Mailing.objects.get_or_create(
        pk=mailing_id,
        defaults={
            "series": series,
            "event": to.event,
            "kind": Mailing.Kind.MESSAGE,
            "subject": subject,
            "body": body,
            "created_at": now,
        },
    )
    if not is_new:
        return mailing
    people = list(
        chosen_people(
            series,
            event=to.event,
            mode=to.mode,
            state=to.state,
            organisation_kind=to.organisation_kind,
            lacks_answers=to.lacks_answers,
            now=now,
        )
    )
    if not people:
        mailing.delete()
        return None
    queue_mailing(mailing, people, kind="registration.message", now=now)
    return mailing
