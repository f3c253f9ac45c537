"""Sending what is in the outbox."""

from __future__ import annotations

import logging
import smtplib
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from email.mime.image import MIMEImage
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import InterfaceError, OperationalError, connection, transaction

from skaala.mail import rules
from skaala.mail.compose import Composed, NothingToSay, Overtaken, compose
from skaala.mail.models import Letter

log = logging.getLogger(__name__)
State = Letter.State
AT_ONCE = 200  # letters asked for in one statement
OUTCOME = ["state", "subject", "attempts", "last_error", "next_attempt_at", "sent_at"]


def deliver(*, letter_id: UUID | str, now: datetime) -> State | None:
    """
    Send a letter that is due and note it, at least once: a crash between the two repeats it with the same Message-ID.

    While it is being sent its row is locked, and whoever else comes for it leaves it alone.

    :returns: the letter's state afterwards; None if it is gone or in another's hands
    :raises OperationalError: if the database is away; nothing is noted then, and the letter stays due
    """
    letter = None
    try:
        with transaction.atomic():
            letter = _take(letter_id)
            if letter is None:
                return None
            if rules.is_due(letter.state, letter.next_attempt_at, now=now):
                _attempt(letter, now=now)
                letter.save()
            return State(letter.state)
    except Exception as error:
        # Our own mistake, or trouble in the database, over one letter: the others must not wait for it. Only its kind
        # goes into the log: what it says may name a person.
        log.error("letter %s could not be dealt with: %s", letter_id, type(error).__name__)
        return _after_trouble(letter_id, letter, error, now=now)


def deliver_due(*, clock: Callable[[], datetime], each: Callable[..., Iterable[object]] = map) -> int:
    """
    Deliver the letters that are due, the longest due first.

    :param clock: asked for the time before each letter
    :param each: calls the first argument for each of the second, like ``map``; an executor's does several at once
    :returns: how many were tried; a few hundred at most, so ask again until there are none
    :raises OperationalError: if the database is away
    """
    due = Letter.objects.filter(state=State.QUEUED, next_attempt_at__lte=clock())
    ids = list(due.order_by("next_attempt_at").values_list("pk", flat=True)[:AT_ONCE])
    states = each(lambda letter_id: _deliver_or_leave(letter_id, now=clock()), ids)
    return sum(state is not None for state in states)


def _deliver_or_leave(letter_id: UUID, *, now: datetime) -> State | None:
    """Deliver a letter, or leave it to the next look where not even its failure could be noted though the database is there."""
    try:
        return deliver(letter_id=letter_id, now=now)
    except Exception as error:
        log.error("letter %s is left for the next look: %s", letter_id, type(error).__name__)
        connection.close()
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")  # raises where the database is away
        return None


def message(
    letter: Letter, composed: Composed, server: BaseEmailBackend | None = None
) -> EmailMultiAlternatives:
    """Return ``composed`` as the message that goes to the mail server."""
    mail = EmailMultiAlternatives(
        subject=composed.subject,
        body=composed.text,
        from_email=settings.MAIL_FROM,
        to=[rules.address_line(letter.to_name, letter.to_address)],
        reply_to=[composed.reply_to] if composed.reply_to else None,
        headers={"Message-ID": letter.message_id, "Auto-Submitted": "auto-generated"},
        connection=server or get_connection(),
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


def _take(letter_id: UUID | str) -> Letter | None:
    return Letter.objects.select_for_update(skip_locked=True).filter(pk=letter_id).first()


def _attempt(letter: Letter, *, now: datetime) -> None:
    """Try to send, and note on ``letter`` what came of it."""
    letter.next_attempt_at = None
    try:
        composed = compose(letter)
    except Overtaken:
        letter.state = State.OVERTAKEN
        return
    except NothingToSay:
        letter.state, letter.last_error = State.FAILED, "What the letter was about no longer exists."
        return
    letter.subject = composed.subject[:500]
    if not settings.EMAIL_URL:
        letter.state = State.NOT_SENT
        return
    try:
        message(letter, composed).send()
    except (smtplib.SMTPException, OSError) as error:
        _note_failure(letter, error, now=now)
    else:
        letter.attempts += 1
        letter.state, letter.sent_at, letter.last_error = State.SENT, now, ""


def _after_trouble(
    letter_id: UUID | str, handled: Letter | None, error: Exception, *, now: datetime
) -> State | None:
    """
    Note what came of a letter whose noting has failed, on a connection that works.

    :param handled: the letter as it was when ``error`` came, if it had been read
    """
    with transaction.atomic():
        letter = _take(letter_id)
        if letter is None:
            return None
        if not rules.is_due(letter.state, letter.next_attempt_at, now=now):
            return State(letter.state)
        if handled is not None and handled.state != State.QUEUED:
            # All was done, perhaps the mail server has it; only our note was lost.
            for name in OUTCOME:
                setattr(letter, name, getattr(handled, name))
        elif _lost_connection(error):
            # Most likely no fault of the letter: it costs no attempt. But it may be, so the others go first.
            letter.last_error = rules.describe(error)
            letter.next_attempt_at = now + rules.PAUSE
        else:
            _note_failure(letter, error, now=now)
        letter.save(update_fields=OUTCOME)
        return State(letter.state)


def _lost_connection(error: Exception) -> bool:
    """Say whether the database went away, or was not to be had, while a letter was in hand."""
    if not isinstance(error, OperationalError | InterfaceError):
        return False
    code = getattr(error.__cause__, "sqlstate", None) or "08"  # what our own side notices has none
    return code.startswith(("08", "57P"))


def _note_failure(letter: Letter, error: Exception, *, now: datetime) -> None:
    letter.attempts += 1
    letter.last_error = rules.describe(error)[:500]
    if rules.is_final(error, attempts=letter.attempts):
        letter.state, letter.next_attempt_at = State.FAILED, None
    else:
        letter.next_attempt_at = now + timedelta(seconds=rules.wait_seconds(letter.attempts))
