"""A real SMTP server for tests: keeps what it gets, and can refuse."""

from __future__ import annotations

import email
import email.policy
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage

from aiosmtpd.controller import Controller


class PostOffice:
    """Listens on ``port``; ``emails`` are the messages taken, ``answer`` what it says to the next ones."""

    def __init__(self) -> None:
        self.emails: list[EmailMessage] = []
        self.answer = "250 OK"
        self.arrived = threading.Event()
        self.controller = Controller(self, hostname="127.0.0.1", port=0)

    async def handle_DATA(self, server, session, envelope) -> str:  # noqa: N802  aiosmtpd's name
        if self.answer.startswith("250"):
            self.emails.append(email.message_from_bytes(envelope.content, policy=email.policy.default))
            self.arrived.set()
        return self.answer

    @property
    def port(self) -> int:
        return self.controller.server.sockets[0].getsockname()[1]

    @property
    def url(self) -> str:
        return f"smtp://127.0.0.1:{self.port}"


@contextmanager
def open_post_office() -> Iterator[PostOffice]:
    """Run a post office for the length of a block."""
    office = PostOffice()
    controller = office.controller
    # The controller connects to its own port to see whether it is open, and needs the port the system chose for that.
    loop_started = threading.Event()

    def run() -> None:
        import asyncio

        asyncio.set_event_loop(controller.loop)
        controller.server_coro = controller._create_server()
        controller.server = controller.loop.run_until_complete(controller.server_coro)
        loop_started.set()
        controller.loop.run_forever()
        controller.server.close()
        controller.loop.run_until_complete(controller.server.wait_closed())
        controller.loop.close()

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    assert loop_started.wait(5)
    try:
        yield office
    finally:
        controller.loop.call_soon_threadsafe(controller.loop.stop)
        thread.join(5)
