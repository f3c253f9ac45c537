"""Whether somebody wants the messages that an organiser writes to many."""

from __future__ import annotations

from datetime import datetime

from skaala.registration.models import Registration


def choose_messages(*, registration: Registration, wanted: bool, now: datetime) -> None:
    """
    Note whether somebody wants messages from the organiser; choosing twice changes nothing.

    The registration stays as it is, and what concerns it is still sent: confirmations, changes, reminders. Where the same person
    registers anew, they are asked nothing and get messages again.
    """
    chosen = Registration.objects.filter(pk=registration.pk)
    if wanted:
        chosen.update(no_messages_since=None)
    else:
        chosen.filter(no_messages_since=None).update(no_messages_since=now)
    registration.refresh_from_db(fields=["no_messages_since"])
