"""A real SMTP server that keeps what it is given."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from aiosmtpd.controller import Controller

PATIENCE = 40  # seconds, for machines that have much else to do


@dataclass
class Inbox:
    """The emails that have come, oldest first."""

    emails: list[EmailMessage] = field(default_factory=list)
    arrived: threading.Condition = field(default_factory=threading.Condition)
    controller: Controller | None = None

    def open(self, port: int) -> None:
        self.controller = Controller(self, hostname="127.0.0.1", port=port)
        self.controller.start()

    def close(self) -> None:
        if self.controller:
            self.controller.stop()

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802  aiosmtpd's name
        email = message_from_bytes(envelope.content, policy=policy.default)
        with self.arrived:
            self.emails.append(email)
            self.arrived.notify_all()
        return "250 OK"

    def to(self, address: str) -> list[EmailMessage]:
        """The emails about registrations to ``address``, whatever its case.

        The link to the workspaces comes by an email of its own, at a moment of its own: `workspace_links_to`.
        """
        return [email for email in self._all_to(address) if "/b/" not in text_of(email)]

    def workspace_links_to(self, address: str) -> list[EmailMessage]:
        """The emails with the link to the workspaces."""
        return [email for email in self._all_to(address) if "/b/" in text_of(email)]

    def _all_to(self, address: str) -> list[EmailMessage]:
        return [email for email in self.emails if address.lower() in email["To"].lower()]

    def wait_for(self, address: str, count: int = 1) -> EmailMessage:
        """Wait until ``count`` emails have come to ``address``; returns the last of them."""
        deadline = time.monotonic() + PATIENCE
        with self.arrived:
            while len(self.to(address)) < count:
                left = deadline - time.monotonic()
                assert left > 0, (
                    f"{len(self.to(address))} of {count} emails came to {address} within {PATIENCE} s"
                )
                self.arrived.wait(left)
            return self.to(address)[count - 1]


def html_of(email: EmailMessage) -> str:
    body = email.get_body(("html",))
    assert body is not None, "the email has no HTML"
    return str(body.get_content())


def text_of(email: EmailMessage) -> str:
    body = email.get_body(("plain",))
    assert body is not None, "the email has no plain text"
    return str(body.get_content())


def calendar_of(email: EmailMessage) -> str:
    """The text of the calendar files that came with an email, each with one event."""
    files = [
        str(part.get_content())
        for part in email.iter_attachments()
        if part.get_content_type() == "application/ics"
    ]
    assert files, "no calendar file in the email"
    assert all(file.count("BEGIN:VEVENT") == 1 for file in files)
    return "".join(files)
