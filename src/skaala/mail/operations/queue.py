"""Putting letters into the outbox, where the worker finds them, and taking them out."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from skaala.mail.models import Letter
from skaala.mail.queries import mail_domain


@dataclass(frozen=True)
class Addressee:
    """Whom a letter goes to; one to a simulated person is only shown, never sent."""

    address: str
    name: str
    language: str
    is_simulated: bool = False


def queue_letter(
    *, kind: str, to_address: str, to_name: str, language: str, now: datetime, is_simulated: bool = False
) -> Letter:
    """
    Put a letter into the outbox, due at once, within the caller's transaction.

    A letter to a simulated person is only shown, never sent.
    """
    letter = _letter(kind, Addressee(to_address, to_name, language, is_simulated), now)
    letter.save(force_insert=True)
    return letter


def queue_letters(*, kind: str, to: Sequence[Addressee], now: datetime) -> list[Letter]:
    """Put a letter to each into the outbox, in few statements; in the same order."""
    return Letter.objects.bulk_create((_letter(kind, addressee, now) for addressee in to), batch_size=500)


def send_again(*, letter: Letter, now: datetime) -> None:
    """Put a letter that failed or came back, or was not sent for want of a mail server, back into the queue."""
    states = [Letter.State.FAILED, Letter.State.BOUNCED, Letter.State.NOT_SENT]
    _queue_again(Letter.objects.filter(pk=letter.pk, state__in=states), now)


def send_failed_again(*, letters: QuerySet[Letter], now: datetime) -> int:
    """
    Put those of ``letters`` that failed back into the queue, as after a mail server has been out of order for long.

    :returns: how many
    """
    return _queue_again(letters.filter(state=Letter.State.FAILED), now)


def _queue_again(letters: QuerySet[Letter], now: datetime) -> int:
    return letters.order_by().update(
        state=Letter.State.QUEUED, attempts=0, last_error="", next_attempt_at=now, sent_at=None
    )


def forget_letters(*, letters: QuerySet[Letter]) -> int:
    """
    Remove letters with the addresses and names in them; one that is just being sent is waited for.

    :returns: how many
    """
    return letters.delete()[1].get(Letter._meta.label, 0)


def _letter(kind: str, addressee: Addressee, now: datetime) -> Letter:
    letter_id = uuid.uuid4()
    return Letter(
        id=letter_id,
        kind=kind,
        to_address=addressee.address,
        to_name=addressee.name,
        language=addressee.language,
        message_id=f"<{letter_id}@{mail_domain()}>",
        created_at=now,
        next_attempt_at=None if addressee.is_simulated else now,
        state=Letter.State.SIMULATED if addressee.is_simulated else Letter.State.QUEUED,
    )
