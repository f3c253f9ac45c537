"""Whom an email comes from. Where rooms above say nothing, it is the service itself."""

from __future__ import annotations

from dataclasses import dataclass
from email.utils import parseaddr

from django.conf import settings

from skaala.mail.rules import delivery

LOGO = "logo"
"""The name of the logo among the pictures of an email."""


@dataclass(frozen=True)
class Logo:
    """A logo as emails carry it: a PNG, and how large it is shown. ``name`` stands in its place where pictures are not shown."""

    content: bytes
    width: int
    height: int
    name: str


@dataclass(frozen=True)
class Sender:
    """
    How an organisation presents its emails.

    :ivar name: stands before the server's own address
    :ivar reply_to: where answers go; empty for what the email itself says
    :ivar ending: plain text at the end of the email
    :ivar band: the colour under white words, as #rrggbb; empty for the usual one
    :ivar logo: at the top of the email
    """

    name: str = ""
    reply_to: str = ""
    ending: str = ""
    band: str = ""
    logo: Logo | None = None

    @property
    def address_line(self) -> str:
        """Whom an email is from: the address is always the server's own, since only for that may it send (DMARC)."""
        if not self.name:
            return str(settings.MAIL_FROM)
        return delivery.address_line(self.name, parseaddr(settings.MAIL_FROM)[1])

    def sign(self, text: str) -> str:
        """Return the text of an email with the ending under it, set off as mail programs know it."""
        return f"{text.rstrip()}\n\n-- \n{self.ending.strip()}\n" if self.ending else text


NOBODY = Sender()
"""Nobody in particular: the service writes."""
