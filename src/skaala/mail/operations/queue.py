"""Putting emails into the outbox, where the worker finds them, and taking them out."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from skaala.mail.models import Email
from skaala.mail.queries import mail_domain
from skaala.ui.insert import insert


@dataclass(frozen=True)
class Addressee:
    """
    Whom an email goes to; one to a simulated person is only shown, never sent.

    :ivar is_unconfirmed: a stranger gave this address and asked for the email, and nobody has confirmed it: only so many of
        these go out an hour
    """

    address: str
    name: str
    language: str
    is_simulated: bool = False
    is_unconfirmed: bool = False


def queue_email(
    *,
    kind: str,
    to_address: str,
    to_name: str,
    language: str,
    now: datetime,
    is_simulated: bool = False,
    is_unconfirmed: bool = False,
) -> Email:
    """
    Put an email into the outbox, due at once, within the caller's transaction.

    An email to a simulated person is only shown, never sent; of those to unconfirmed addresses only so many go an hour.
    """
    email = new_email(kind, Addressee(to_address, to_name, language, is_simulated, is_unconfirmed), now)
    insert(email)
    return email


def queue_emails(*, kind: str, to: Sequence[Addressee], now: datetime) -> list[Email]:
    """Put an email to each into the outbox, in few statements; in the same order."""
    return Email.objects.bulk_create((new_email(kind, addressee, now) for addressee in to), batch_size=500)


def send_again(*, email: Email, now: datetime) -> None:
    """Put an email that failed or came back, or was not sent for want of a mail server, back into the queue."""
    states = [Email.State.FAILED, Email.State.BOUNCED, Email.State.NOT_SENT]
    _queue_again(Email.objects.filter(pk=email.pk, state__in=states), now)


def send_failed_again(*, emails: QuerySet[Email], now: datetime) -> int:
    """
    Put those of ``emails`` that failed back into the queue, as after a mail server has been out of order for long.

    :returns: how many
    """
    return _queue_again(emails.filter(state=Email.State.FAILED), now)


def _queue_again(emails: QuerySet[Email], now: datetime) -> int:
    return emails.order_by().update(
        state=Email.State.QUEUED, attempts=0, problem="", problem_detail="", next_attempt_at=now, sent_at=None
    )


def forget_emails(*, emails: QuerySet[Email]) -> int:
    """
    Remove emails with the addresses and names in them; one that is just being sent is waited for.

    :returns: how many
    """
    return emails.delete()[1].get(Email._meta.label, 0)


def new_email(kind: str, addressee: Addressee, now: datetime) -> Email:
    """Return an email that is due at once, for the caller to write into the outbox along with other rows."""
    email_id = uuid.uuid4()
    return Email(
        id=email_id,
        kind=kind,
        to_address=addressee.address,
        to_name=addressee.name,
        language=addressee.language,
        to_unconfirmed=addressee.is_unconfirmed,
        message_id=f"<{email_id}@{mail_domain()}>",
        created_at=now,
        next_attempt_at=None if addressee.is_simulated else now,
        state=Email.State.SIMULATED if addressee.is_simulated else Email.State.QUEUED,
    )
