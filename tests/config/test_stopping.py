"""A worker that is told to stop finishes the emails it is sending, but not for ever."""

from __future__ import annotations

import asyncio
import socket
import threading
import time
from datetime import timedelta

import pytest
from django.utils import timezone

from skaala.config import hands, worker
from skaala.mail.models import Email
from skaala.mail.operations import queue_email
from tests.mail.post_office import open_post_office

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def email(settings, monkeypatch) -> Email:
    settings.EMAIL_URL = "smtp://here"
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_TIMEOUT = "127.0.0.1", 1
    monkeypatch.setattr(worker, "POLL", 0.05)
    return an_email("maija@example.org")


def an_email(address: str) -> Email:
    details = {"kind": "desk.test", "to_address": address, "to_name": "", "language": "fi"}
    return queue_email(**details, now=timezone.now() - timedelta(seconds=1))


@pytest.fixture
def exits(monkeypatch) -> list[int]:
    found: list[int] = []
    monkeypatch.setattr(worker.os, "_exit", found.append)
    return found


def test_a_stop_finishes_the_email_that_is_being_sent_but_waits_for_no_mail_server_that_hangs(
    email, exits, settings, monkeypatch
):
    with open_post_office() as office:
        settings.EMAIL_PORT, take, begun = office.port, office.handle_DATA, threading.Event()

        async def take_its_time(server, session, envelope) -> str:
            begun.set()
            await asyncio.sleep(0.3)
            return await take(server, session, envelope)

        office.handle_DATA = take_its_time
        with worker.delivering_emails():
            assert begun.wait(10)
    email.refresh_from_db()
    assert (email.state, email.attempts, exits) == ("sent", 1, [])

    # One that the mail server hangs over holds no other up.
    monkeypatch.setattr(hands, "SLOW", 0.2)
    with open_post_office() as office:
        settings.EMAIL_PORT, take, go_on = office.port, office.handle_DATA, asyncio.Event()

        async def hang_over_one(server, session, envelope) -> str:
            if "slow" in envelope.rcpt_tos[0]:
                await go_on.wait()
            return await take(server, session, envelope)

        office.handle_DATA = hang_over_one
        slow = an_email("slow@example.org")
        with worker.delivering_emails():
            time.sleep(0.3)
            later = an_email("later@example.org")
            assert office.arrived.wait(0.8)  # before EMAIL_TIMEOUT has passed
            assert office.emails[0]["To"] == "later@example.org"
            office.controller.loop.call_soon_threadsafe(go_on.set)
    slow.refresh_from_db()
    later.refresh_from_db()
    assert (slow.state, later.state, exits) == ("sent", "sent", [])

    monkeypatch.setattr(worker, "LAST_EMAILS", 0.2)
    Email.objects.filter(pk=email.pk).update(state="queued", sent_at=None, next_attempt_at=timezone.now())
    with socket.create_server(("127.0.0.1", 0)) as hanging:
        settings.EMAIL_PORT = hanging.getsockname()[1]
        with worker.delivering_emails():
            asking, _ = hanging.accept()  # and says nothing
            asked_to_stop = time.monotonic()
        assert exits == [0] and time.monotonic() - asked_to_stop < 5
        # Had the process ended there, this is how the email would be found.
        email.refresh_from_db()
        assert (email.state, email.attempts) == ("queued", 1)
        for thread in threading.enumerate():
            if thread.name == "postman":
                thread.join(10)
        asking.close()
    email.refresh_from_db()
    assert (email.attempts, email.problem) == (2, "no_answer")
