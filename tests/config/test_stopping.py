"""A worker that is told to stop finishes the letters it is sending, but not for ever."""

from __future__ import annotations

import asyncio
import socket
import threading
import time
from datetime import timedelta

import pytest
from django.utils import timezone

from skaala.config import worker
from skaala.mail.models import Letter
from skaala.mail.operations import queue_letter
from tests.mail.post_office import open_post_office

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def letter(settings, monkeypatch) -> Letter:
    settings.EMAIL_URL = "smtp://here"
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_TIMEOUT = "127.0.0.1", 1
    monkeypatch.setattr(worker, "POLL", 0.05)
    return a_letter("maija@example.org")


def a_letter(address: str) -> Letter:
    details = {"kind": "desk.test", "to_address": address, "to_name": "", "language": "fi"}
    return queue_letter(**details, now=timezone.now() - timedelta(seconds=1))


@pytest.fixture
def exits(monkeypatch) -> list[int]:
    found: list[int] = []
    monkeypatch.setattr(worker.os, "_exit", found.append)
    return found


def test_a_stop_finishes_the_letter_that_is_being_sent_but_waits_for_no_mail_server_that_hangs(
    letter, exits, settings, monkeypatch
):
    with open_post_office() as office:
        settings.EMAIL_PORT, take, begun = office.port, office.handle_DATA, threading.Event()

        async def take_its_time(server, session, envelope) -> str:
            begun.set()
            await asyncio.sleep(0.3)
            return await take(server, session, envelope)

        office.handle_DATA = take_its_time
        with worker.delivering_letters():
            assert begun.wait(10)
    letter.refresh_from_db()
    assert (letter.state, letter.attempts, exits) == ("sent", 1, [])

    # One that the mail server hangs over holds no other up.
    monkeypatch.setattr(worker, "SLOW", 0.2)
    with open_post_office() as office:
        settings.EMAIL_PORT, take, go_on = office.port, office.handle_DATA, asyncio.Event()

        async def hang_over_one(server, session, envelope) -> str:
            if "slow" in envelope.rcpt_tos[0]:
                await go_on.wait()
            return await take(server, session, envelope)

        office.handle_DATA = hang_over_one
        slow = a_letter("slow@example.org")
        with worker.delivering_letters():
            time.sleep(0.3)
            later = a_letter("later@example.org")
            assert office.arrived.wait(0.8)  # before EMAIL_TIMEOUT has passed
            assert office.letters[0]["To"] == "later@example.org"
            office.controller.loop.call_soon_threadsafe(go_on.set)
    slow.refresh_from_db()
    later.refresh_from_db()
    assert (slow.state, later.state, exits) == ("sent", "sent", [])

    monkeypatch.setattr(worker, "LAST_LETTERS", 0.2)
    Letter.objects.filter(pk=letter.pk).update(state="queued", sent_at=None, next_attempt_at=timezone.now())
    with socket.create_server(("127.0.0.1", 0)) as hanging:
        settings.EMAIL_PORT = hanging.getsockname()[1]
        with worker.delivering_letters():
            asking, _ = hanging.accept()  # and says nothing
            told_to_stop = time.monotonic()
        assert exits == [0] and time.monotonic() - told_to_stop < 5
        # Had the process ended there, this is how the letter would be found.
        letter.refresh_from_db()
        assert (letter.state, letter.attempts) == ("queued", 1)
        for thread in threading.enumerate():
            if thread.name == "postman":
                thread.join(10)
        asking.close()
    letter.refresh_from_db()
    assert (letter.attempts, letter.last_error) == (2, "The mail server did not answer in time.")
