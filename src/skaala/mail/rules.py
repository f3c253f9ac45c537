"""When a letter is tried again, when it is given up, and what is said about a failure."""

from __future__ import annotations

import smtplib
from datetime import datetime, timedelta
from email.headerregistry import Address

MAX_ATTEMPTS = 12
TOO_LARGE = 552
LONGEST_WAIT = 6 * 60 * 60
PAUSE = timedelta(minutes=1)
"""How long a letter waits over which the connection to the database was lost."""


def is_due(state: str, next_attempt_at: datetime | None, *, now: datetime) -> bool:
    """Say whether a letter is to be sent now."""
    return state == "queued" and next_attempt_at is not None and next_attempt_at <= now


def wait_seconds(attempts: int) -> int:
    """Return the seconds to wait after the ``attempts``-th failure: 5 s, then three times as long each time, six hours at most."""
    return int(min(5 * 3 ** (attempts - 1), LONGEST_WAIT))


def is_final(error: Exception, *, attempts: int) -> bool:
    """
    Say whether to give up: the server refused this letter for good (5xx), or it has been tried often enough.

    What the server has against us, and so against every letter, is ours to mend: the letters wait for that.
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


def describe(error: Exception) -> str:
    """Return the failure in one line for the desk, without an address or a password."""
    codes = _codes(error)
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return f"The mail server does not accept the address ({', '.join(map(str, codes))})."
    if isinstance(error, smtplib.SMTPAuthenticationError):
        return f"The mail server refused our user name or password ({error.smtp_code})."
    if isinstance(error, smtplib.SMTPSenderRefused) and _is_against_us(error):
        return f"The mail server does not let us send from our address ({error.smtp_code})."
    if codes:
        return f"The mail server answered {codes[0]}."
    if isinstance(error, TimeoutError) or isinstance(error.__context__, TimeoutError):
        return "The mail server did not answer in time."
    if isinstance(error, OSError | smtplib.SMTPException):
        return f"The mail server could not be reached ({type(error).__name__})."
    return f"The letter could not be written ({type(error).__name__})."


def describe_bounce(status: str) -> str:
    """Return in one line for the desk why a letter came back; ``status`` as RFC 3463 numbers it."""
    if status.startswith("5.1."):
        return f"The letter came back: there is no such address ({status})."
    if status.startswith("5.2."):
        return f"The letter came back: the mailbox takes nothing, it may be full ({status})."
    return f"The letter came back ({status})."


def address_line(name: str, address: str) -> str:
    """Return ``Name <address>`` with the name quoted as RFC 5322 demands; control characters are dropped."""
    clean = "".join(letter for letter in name if letter.isprintable())
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
