"""The connection to the mail server: one for several emails in a row, since making one costs more than an email."""

from __future__ import annotations

import smtplib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from typing import TYPE_CHECKING

from django.core.mail import get_connection

if TYPE_CHECKING:
    from django.core.mail.backends.base import BaseEmailBackend

    from skaala.mail.renderers.mime import Mail

MOST = 50
"""Emails that go by one connection; many servers end it themselves after some number."""
_kept: ContextVar[Line | None] = ContextVar("line_to_the_mail_server", default=None)


class Line:
    """A connection that is made when the first email goes, and anew where the server has ended it between two."""

    def __init__(self) -> None:
        self._server: BaseEmailBackend | None = None
        self._sent = 0

    def send(self, mail: Mail) -> None:
        was_open = self._server is not None
        try:
            self._hand_over(mail)
        except (smtplib.SMTPException, OSError) as error:
            self.hang_up()
            if not (was_open and _was_ended(error)):
                raise
            self._hand_over(mail)
        if self._sent >= MOST:
            self.hang_up()

    def _hand_over(self, mail: Mail) -> None:
        if self._server is None:
            self._server = get_connection()
            self._server.open()
        mail.connection = self._server
        mail.send()
        self._sent += 1

    def hang_up(self) -> None:
        server, self._server, self._sent = self._server, None, 0
        if server is not None:
            # What has gone has gone, however the server takes our goodbye.
            with suppress(smtplib.SMTPException, OSError):
                server.close()


@contextmanager
def one_line() -> Iterator[None]:
    """Send all emails of this thread by one connection, for the length of a block."""
    line = Line()
    before = _kept.set(line)
    try:
        yield
    finally:
        _kept.reset(before)
        line.hang_up()


def send(mail: Mail) -> None:
    """
    Hand an email to the mail server.

    :raises SMTPException: if it does not take it
    :raises OSError: if it cannot be reached
    """
    line = _kept.get()
    if line is None:
        mail.send()
    else:
        line.send(mail)


def _was_ended(error: Exception) -> bool:
    """Say whether the server had ended the connection before: that is no trouble with this email."""
    return (
        isinstance(error, smtplib.SMTPServerDisconnected | ConnectionError)
        or getattr(error, "smtp_code", 0) == 421
    )
