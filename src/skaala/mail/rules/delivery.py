"""When an email is retried, when it is given up, and what kind of problem a failure is."""

from __future__ import annotations

import smtplib
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.headerregistry import Address
from enum import StrEnum

MAX_ATTEMPTS = 41
"""Over four days with the waits between (RFC 5321, 4.5.4.1): an outage from Friday evening loses no email."""
TOO_LARGE = 552
LONGEST_WAIT = 3 * 60 * 60
PAUSE = timedelta(minutes=1)
"""How long an email waits during which the connection to the database was lost."""


class Code(StrEnum):
    """What kept an email from its reader; stored with the email. Words for people are in :mod:`skaala.mail.messages`."""

    DEFERRED = "deferred"
    ADDRESS_REFUSED = "address_refused"
    LOGIN_REFUSED = "login_refused"
    SENDER_REFUSED = "sender_refused"
    REFUSED = "refused"
    NO_ANSWER = "no_answer"
    UNREACHABLE = "unreachable"
    NO_SUCH_ADDRESS = "no_such_address"
    MAILBOX_CLOSED = "mailbox_closed"
    BOUNCED = "bounced"
    NOT_RENDERED = "not_rendered"
    OBSOLETE = "obsolete"


@dataclass(frozen=True)
class Problem:
    """A problem of delivery; the detail is a number of the mail server's or the kind of an error, never a person's."""

    code: Code
    detail: str = ""


def is_due(state: str, next_attempt_at: datetime | None, *, now: datetime) -> bool:
    """Say whether an email is to be sent now."""
    return state == "queued" and next_attempt_at is not None and next_attempt_at <= now


def wait_seconds(attempts: int) -> int:
    """Return the seconds to wait after the ``attempts``-th failure: 5 s, then three times as long each time, three hours at most."""
    return int(min(5 * 3 ** (attempts - 1), LONGEST_WAIT))


def is_final(error: Exception, *, attempts: int) -> bool:
    """
    Say whether to give up: the server refused this email permanently (5xx), or it has been tried often enough.

    A refusal of us, and so of every email, is for the operator to correct: emails wait until then.
    """
    if attempts >= MAX_ATTEMPTS:
        return True
    return any(500 <= code < 600 for code in _codes(error)) and not _is_against_us(error)


def _is_against_us(error: Exception) -> bool:
    if isinstance(error, smtplib.SMTPSenderRefused):
        return error.smtp_code != TOO_LARGE  # which a server may say as early as that
    return isinstance(
        error, smtplib.SMTPConnectError | smtplib.SMTPHeloError | smtplib.SMTPAuthenticationError
    )


def problem_of(error: Exception) -> Problem:
    """Return what went wrong, by what the server said rather than at which step, without an address or a password."""
    codes = _codes(error)
    detail = ", ".join(map(str, codes))
    if codes and all(400 <= code < 500 for code in codes):
        return Problem(Code.DEFERRED, detail)
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return Problem(Code.ADDRESS_REFUSED, detail)
    if isinstance(error, smtplib.SMTPAuthenticationError):
        return Problem(Code.LOGIN_REFUSED, detail)
    if isinstance(error, smtplib.SMTPSenderRefused) and _is_against_us(error):
        return Problem(Code.SENDER_REFUSED, detail)
    if codes:
        return Problem(Code.REFUSED, detail)
    if isinstance(error, TimeoutError) or isinstance(error.__context__, TimeoutError):
        return Problem(Code.NO_ANSWER)
    if isinstance(error, OSError | smtplib.SMTPException):
        return Problem(Code.UNREACHABLE, type(error).__name__)
    return Problem(Code.NOT_RENDERED, type(error).__name__)


def problem_of_bounce(status: str) -> Problem:
    """Return why an email came back; ``status`` as RFC 3463 numbers it."""
    if status.startswith("5.1."):
        return Problem(Code.NO_SUCH_ADDRESS, status)
    if status.startswith("5.2."):
        return Problem(Code.MAILBOX_CLOSED, status)
    return Problem(Code.BOUNCED, status)


def address_line(name: str, address: str) -> str:
    """Return ``Name <address>`` with the name quoted as RFC 5322 demands; control characters are dropped."""
    clean = "".join(sign for sign in name if sign.isprintable())
    if not clean:
        return address
    try:
        return str(Address(display_name=clean, addr_spec=address))
    except (ValueError, IndexError):  # an address the header parser does not know how to quote
        return address


def _codes(error: Exception) -> list[int]:
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return [code for code, _ in error.recipients.values()]
    if isinstance(error, smtplib.SMTPResponseException):
        return [error.smtp_code]
    return []
