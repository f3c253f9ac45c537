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
    """The letters that have come, oldest first."""

    letters: list[EmailMessage] = field(default_factory=list)
    arrived: threading.Condition = field(default_factory=threading.Condition)
    controller: Controller | None = None

    def open(self, port: int) -> None:
        self.controller = Controller(self, hostname="127.0.0.1", port=port)
        self.controller.start()

    def close(self) -> None:
        if self.controller:
            self.controller.stop()

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802  aiosmtpd's name
        letter = message_from_bytes(envelope.content, policy=policy.default)
        with self.arrived:
            self.letters.append(letter)
            self.arrived.notify_all()
        return "250 OK"

    def to(self, address: str) -> list[EmailMessage]:
        """The letters to ``address``, whatever its case."""
        return [letter for letter in self.letters if address.lower() in letter["To"].lower()]

    def wait_for(self, address: str, count: int = 1) -> EmailMessage:
        """Wait until ``count`` letters have come to ``address``; returns the last of them."""
        deadline = time.monotonic() + PATIENCE
        with self.arrived:
            while len(self.to(address)) < count:
                left = deadline - time.monotonic()
                assert left > 0, (
                    f"{len(self.to(address))} of {count} letters came to {address} within {PATIENCE} s"
                )
                self.arrived.wait(left)
            return self.to(address)[count - 1]


def html_of(letter: EmailMessage) -> str:
    body = letter.get_body(("html",))
    assert body is not None, "the letter has no HTML"
    return str(body.get_content())


def text_of(letter: EmailMessage) -> str:
    body = letter.get_body(("plain",))
    assert body is not None, "the letter has no plain text"
    return str(body.get_content())


def calendar_of(letter: EmailMessage) -> str:
    """The text of the calendar file that came with a letter."""
    files = [part for part in letter.iter_attachments() if part.get_content_type() == "text/calendar"]
    assert len(files) == 1, f"{len(files)} calendar files in the letter"
    return str(files[0].get_content())
