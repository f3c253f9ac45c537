"""Queueing letters and sending them."""

from __future__ import annotations

import smtplib
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.mime.image import MIMEImage

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.db.models import QuerySet
from procrastinate.types import JSONValue

from skaala.mail import jobs, rules
from skaala.mail.bounces import read_bounce
from skaala.mail.compose import Composed, NothingToSay, Overtaken, compose
from skaala.mail.models import Letter
from skaala.mail.queries import mail_domain


class DeliveryFailed(Exception):
    """The mail server could not be reached or refused the letter for now; try again later."""


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
    Put a letter into the outbox and its job into the queue, within the caller's transaction.

    A letter to a simulated person is only shown, never sent.
    """
    letter = _letter(kind, Addressee(to_address, to_name, language, is_simulated), now)
    letter.save(force_insert=True)
    if not is_simulated:
        jobs.deliver_letter.defer(letter_id=str(letter.pk))
    return letter


def queue_letters(*, kind: str, to: Sequence[Addressee], now: datetime) -> list[Letter]:
    """Put a letter to each into the outbox, and their jobs into the queue, in few statements; in the same order."""
    letters = Letter.objects.bulk_create((_letter(kind, addressee, now) for addressee in to), batch_size=500)
    due: list[dict[str, JSONValue]] = [
        {"letter_id": str(letter.pk)} for letter in letters if letter.state == Letter.State.QUEUED
    ]
    for start in range(0, len(due), 500):
        jobs.deliver_letter.batch_defer(*due[start : start + 500])
    return letters


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
        state=Letter.State.SIMULATED if addressee.is_simulated else Letter.State.QUEUED,
    )


def deliver(*, letter_id: str, now: datetime) -> Letter.State | None:
    """
    Send a queued letter and note it, at least once: a crash between the two repeats it with the same Message-ID.

    :returns: the letter's state afterwards; None if it is gone
    :raises DeliveryFailed: if it should be tried again later; the attempt has been noted
    """
    with transaction.atomic():
        letter = Letter.objects.select_for_update(skip_locked=True).filter(pk=letter_id).first()
        if letter is None:
            if Letter.objects.filter(pk=letter_id).exists():
                # Perhaps the last trace of a worker that was killed: its job must not end as done before the letter is.
                raise DeliveryFailed("Another worker has the letter in hand.")
            return None
        if letter.state != Letter.State.QUEUED:
            return Letter.State(letter.state)
        problem = _attempt(letter, now=now)
        letter.save()
    if problem and letter.state == Letter.State.QUEUED:
        raise DeliveryFailed(problem)
    return Letter.State(letter.state)


def note_bounce(*, notice: bytes) -> Letter | None:
    """
    Note that a letter has come back, from the notice that a mail server sent about it.

    :returns: the letter; None if the notice tells of no letter of ours, or of none that was taken as sent
    """
    bounce = read_bounce(notice)
    if bounce is None:
        return None
    with transaction.atomic():
        found = Letter.objects.select_for_update().filter(
            message_id=bounce.message_id, state=Letter.State.SENT
        )
        letter = found.first()
        if letter is not None:
            letter.state, letter.last_error = Letter.State.BOUNCED, rules.describe_bounce(bounce.status)
            letter.save(update_fields=["state", "last_error"])
    return letter


def send_again(*, letter: Letter, now: datetime) -> None:
    """Put a letter that failed or came back, or was not sent for want of a mail server, back into the queue."""
    with transaction.atomic():
        changed = Letter.objects.filter(
            pk=letter.pk, state__in=[Letter.State.FAILED, Letter.State.BOUNCED, Letter.State.NOT_SENT]
        ).update(state=Letter.State.QUEUED, attempts=0, last_error="", next_attempt_at=now, sent_at=None)
        if changed:
            jobs.deliver_letter.defer(letter_id=str(letter.pk))


def forget_letters(*, letters: QuerySet[Letter]) -> int:
    """
    Remove letters with the addresses and names in them; one that is just being sent is waited for.

    A job that is still queued for one finds nothing and ends; it holds the letter's id alone.

    :returns: how many
    """
    return letters.delete()[1].get(Letter._meta.label, 0)


def _attempt(letter: Letter, *, now: datetime) -> str:
    """Try to send, note on ``letter`` what came of it, and return the problem in words or an empty string."""
    try:
        composed = compose(letter)
    except Overtaken:
        letter.state, letter.next_attempt_at = Letter.State.OVERTAKEN, None
        return ""
    except NothingToSay:
        letter.state, letter.last_error = Letter.State.FAILED, "What the letter was about no longer exists."
        return letter.last_error
    letter.subject = composed.subject[:500]
    if not settings.EMAIL_URL:
        letter.state = Letter.State.NOT_SENT
        return ""
    letter.attempts += 1
    try:
        message(letter, composed).send()
    except (smtplib.SMTPException, OSError) as error:
        letter.last_error = rules.describe(error)[:500]
        if rules.is_final(error, attempts=letter.attempts):
            letter.state, letter.next_attempt_at = Letter.State.FAILED, None
        else:
            letter.next_attempt_at = now + timedelta(seconds=rules.wait_seconds(letter.attempts))
        return letter.last_error
    letter.state, letter.sent_at, letter.last_error, letter.next_attempt_at = Letter.State.SENT, now, "", None
    return ""


def message(
    letter: Letter, composed: Composed, connection: BaseEmailBackend | None = None
) -> EmailMultiAlternatives:
    """Return ``composed`` as the message that goes to the mail server."""
    mail = EmailMultiAlternatives(
        subject=composed.subject,
        body=composed.text,
        from_email=settings.MAIL_FROM,
        to=[rules.address_line(letter.to_name, letter.to_address)],
        reply_to=[composed.reply_to] if composed.reply_to else None,
        headers={"Message-ID": letter.message_id, "Auto-Submitted": "auto-generated"},
        connection=connection or get_connection(),
    )
    mail.attach_alternative(composed.html, "text/html")
    for attachment in composed.attachments:
        mail.attach(attachment.name, attachment.content.decode(), attachment.content_type)
    for name, content in composed.pictures.items():
        picture = MIMEImage(content, "png")
        picture.add_header("Content-ID", f"<{name}>")
        picture.add_header("Content-Disposition", "inline", filename=f"{name}.png")
        mail.attach(picture)
    return mail
