"""Whom an email comes from. Where rooms above say nothing, it is the service itself."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Sender:
    """
    How an organisation presents its emails.

    :ivar name: stands before the server's own address
    :ivar reply_to: where answers go; empty for what the email itself says
    :ivar ending: plain text at the end of the email
    :ivar band: the colour under white words, as #rrggbb; empty for the usual one
    """

    name: str = ""
    reply_to: str = ""
    ending: str = ""
    band: str = ""

    def sign(self, text: str) -> str:
        """Return the text of an email with the ending under it, set off as mail programs know it."""
        return f"{text.rstrip()}\n\n-- \n{self.ending.strip()}\n" if self.ending else text


NOBODY = Sender()
"""Nobody in particular: the service writes."""
