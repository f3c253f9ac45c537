"""Sending what is in the outbox."""

from __future__ import annotations

import logging
import smtplib
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db import InterfaceError, OperationalError, connection, transaction

from skaala.mail.models import Email
from skaala.mail.operations.line import send
from skaala.mail.renderers.emails import Obsolete, RenderedEmail, Superseded, compose
from skaala.mail.renderers.mime import Mail
from skaala.mail.rules import delivery
from skaala.ui.insert import overwrite
from skaala.ui.reading import Reading

log = logging.getLogger(__name__)
State = Email.State
_one_to_take = Reading(
    lambda pk: Email.objects.select_for_update(skip_locked=True).filter(pk=pk).order_by(), pk=UUID(int=1)
)
AT_ONCE = 200  # emails asked for in one statement
SAY_EVERY = timedelta(minutes=1)
_said: dict[delivery.Code, datetime] = {}
OUTCOME = (
    "state",
    "subject",
    "attempts",
    "problem",
    "problem_detail",
    "next_attempt_at",
    "sent_at",
    "sealed",
)


def deliver(*, email_id: UUID | str, now: datetime) -> State | None:
    """
    Send an email that is due and note it, at least once: a crash between the two repeats it with the same Message-ID.

    While it is being sent its row is locked, and whoever else comes for it leaves it alone.

    :returns: the email's state afterwards; None if it is gone or in another's hands
    :raises OperationalError: if the database is away; nothing is noted then, and the email stays due
    """
    email = None
    try:
        with transaction.atomic():
            email = _take(email_id)
            if email is None:
                return None
            if delivery.is_due(email.state, email.next_attempt_at, now=now):
                _attempt(email, now=now)
                overwrite(email, OUTCOME)
            return State(email.state)
    except Exception as error:
        # Our own mistake, or trouble in the database, over one email: the others must not wait for it. Only its kind
        # goes into the log: what it says may name a person.
        log.error("email %s could not be dealt with: %s", email_id, type(error).__name__)
        return _after_trouble(email_id, email, error, now=now)


def deliver_due(*, clock: Callable[[], datetime], each: Callable[..., Iterable[object]] = map) -> int:
    """
    Deliver the emails that are due, the longest due first.

    What goes beyond the ceiling of emails to unconfirmed addresses waits for its hour. Where several workers look at the same
    moment, each may go up to it.

    :param clock: asked for the time before each email
    :param each: calls the first argument for each of the second, like ``map``; an executor's does several at once
    :returns: how many were tried; a few hundred at most, so ask again until there are none
    :raises OperationalError: if the database is away
    """
    states = each(lambda email_id: _deliver_or_leave(email_id, now=clock()), _due(clock()))
    return sum(state is not None for state in states)


def _due(now: datetime) -> list[UUID]:
    """Return the emails to be sent, the longest due first; of those to unconfirmed addresses as many as the hour still allows."""
    due = Email.objects.filter(state=State.QUEUED, next_attempt_at__lte=now).order_by("next_attempt_at")
    ceiling = settings.UNCONFIRMED_EMAILS_AN_HOUR
    if not ceiling:
        return list(due.values_list("pk", flat=True)[:AT_ONCE])
    found = list(due.filter(to_unconfirmed=False).values_list("next_attempt_at", "pk")[:AT_ONCE])
    rationed = list(due.filter(to_unconfirmed=True).values_list("next_attempt_at", "pk")[:AT_ONCE])
    if rationed:
        sent = Email.objects.filter(to_unconfirmed=True, sent_at__gt=now - timedelta(hours=1)).count()
        found += rationed[: max(0, ceiling - sent)]
    return [pk for _due_at, pk in sorted(found)[:AT_ONCE]]


def _deliver_or_leave(email_id: UUID, *, now: datetime) -> State | None:
    """Deliver an email, or leave it to the next look where not even its failure could be noted though the database is there."""
    try:
        return deliver(email_id=email_id, now=now)
    except Exception as error:
        log.error("email %s is left for the next look: %s", email_id, type(error).__name__)
        connection.close()
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")  # raises where the database is away
        return None


def message(email: Email, composed: RenderedEmail) -> Mail:
    """Return ``composed`` as the message that goes to the mail server."""
    mail = Mail(
        subject=composed.subject,
        body=composed.text,
        from_email=composed.sender.address_line,
        to=[delivery.address_line(email.to_name if composed.names_reader else "", email.to_address)],
        reply_to=[reply_to] if (reply_to := composed.sender.reply_to or composed.reply_to) else None,
        headers={
            "Message-ID": email.message_id,
            "Auto-Submitted": "auto-generated",
            # Exchange: a thousand reminders must not bring the organiser the absence notes of a thousand people.
            "X-Auto-Response-Suppress": "OOF, AutoReply",
            **_unsubscribe(composed.unsubscribe_url),
        },
        pictures=composed.all_pictures,
        invitation=composed.invitation,
    )
    mail.attach_alternative(composed.html, "text/html")
    for attachment in composed.attachments:
        mail.attach(attachment.name, attachment.content, attachment.content_type)
    return mail


def _unsubscribe(url: str) -> dict[str, str]:
    """The headers by which mail programs show a button of their own; the press is a POST to the page (RFC 8058)."""
    if not url:
        return {}
    return {"List-Unsubscribe": f"<{url}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}


def _take(email_id: UUID | str) -> Email | None:
    return next(iter(_one_to_take(pk=UUID(str(email_id)))), None)


def _attempt(email: Email, *, now: datetime) -> None:
    """Try to send, and note on ``email`` what came of it."""
    email.next_attempt_at = None
    try:
        composed = compose(email)
    except Superseded:
        email.state = State.SUPERSEDED
        return
    except Obsolete:
        email.state = State.FAILED
        _note_problem(email, delivery.Problem(delivery.Code.OBSOLETE))
        return
    email.subject = composed.subject[:500]
    if not settings.EMAIL_URL:
        email.state = State.NOT_SENT
        return
    try:
        send(message(email, composed))
    except (smtplib.SMTPException, OSError) as error:
        _note_failure(email, error, now=now)
    else:
        email.attempts += 1
        email.state, email.sent_at = State.SENT, now
        email.sealed = b""
        _note_problem(email, None)


def _after_trouble(
    email_id: UUID | str, handled: Email | None, error: Exception, *, now: datetime
) -> State | None:
    """
    Note what came of an email whose noting has failed, on a connection that works.

    :param handled: the email as it was when ``error`` came, if it had been read
    """
    with transaction.atomic():
        email = _take(email_id)
        if email is None:
            return None
        if not delivery.is_due(email.state, email.next_attempt_at, now=now):
            return State(email.state)
        if handled is not None and handled.state != State.QUEUED:
            # All was done, perhaps the mail server has it; only our note was lost.
            for name in OUTCOME:
                setattr(email, name, getattr(handled, name))
        elif _lost_connection(error):
            # Most likely no fault of the email: it costs no attempt. But it may be, so the others go first.
            _note_problem(email, delivery.problem_of(error))
            email.next_attempt_at = now + delivery.PAUSE
        else:
            _note_failure(email, error, now=now)
        overwrite(email, OUTCOME)
        return State(email.state)


def _lost_connection(error: Exception) -> bool:
    """Say whether the database went away, or was not to be had, while an email was in hand."""
    if not isinstance(error, OperationalError | InterfaceError):
        return False
    code = getattr(error.__cause__, "sqlstate", None) or "08"  # what our own side notices has none
    return code.startswith(("08", "57P"))


def _note_failure(email: Email, error: Exception, *, now: datetime) -> None:
    email.attempts += 1
    problem = delivery.problem_of(error)
    _note_problem(email, problem)
    if delivery.is_final(error, attempts=email.attempts):
        email.state, email.next_attempt_at = State.FAILED, None
        log.warning(
            "email %s could not be sent and is given up: %s %s", email.pk, problem.code, problem.detail
        )
    else:
        email.next_attempt_at = now + timedelta(seconds=delivery.wait_seconds(email.attempts))
        _say_now_and_then(problem, now=now)


def _say_now_and_then(problem: delivery.Problem, *, now: datetime) -> None:
    """Write a line about emails that wait for their next attempt: one a minute for each kind of trouble, not one an email."""
    if (last := _said.get(problem.code)) is None or now - last >= SAY_EVERY:
        _said[problem.code] = now
        log.warning("emails cannot be sent now and are tried again: %s %s", problem.code, problem.detail)


def _note_problem(email: Email, problem: delivery.Problem | None) -> None:
    email.problem = problem.code if problem else ""
    email.problem_detail = problem.detail[:100] if problem else ""
