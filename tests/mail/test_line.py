"""One connection to the mail server for several emails, and no email lost or repeated where the server ends it."""

from __future__ import annotations

import smtplib

import pytest
from django.core import mail as django_mail
from django.core.mail.backends.smtp import EmailBackend

from skaala.mail import operations
from skaala.mail.operations import line
from tests.cast import TODAY
from tests.mail.post_office import PostOffice
from tests.mail.test_deliver import an_email, office

pytestmark = pytest.mark.django_db
__all__ = ["office"]


@pytest.fixture
def calls(office: PostOffice, monkeypatch) -> list[object]:
    """One entry for each connection that was made."""
    made: list[object] = []
    get = django_mail.get_connection

    def counted(*args, **kwargs):
        made.append(server := get(*args, **kwargs))
        return server

    monkeypatch.setattr(line, "get_connection", counted)
    return made


def send(count: int) -> list[str]:
    with operations.one_line():
        return [str(operations.deliver(email_id=an_email().id, now=TODAY)) for _ in range(count)]


def test_several_emails_go_by_one_connection_and_not_too_many(office: PostOffice, calls, monkeypatch):
    monkeypatch.setattr(line, "MOST", 3)
    assert send(5) == ["sent"] * 5
    assert len(calls) == 2 and len({one["Message-ID"] for one in office.emails}) == 5


def test_a_server_that_ends_the_connection_between_two_emails_costs_none_of_them_an_attempt(
    office: PostOffice, calls
):
    with operations.one_line():
        assert operations.deliver(email_id=an_email().id, now=TODAY) == "sent"
        calls[0].connection.close()  # as smtplib leaves it when the server has hung up
        email = an_email()
        assert operations.deliver(email_id=email.id, now=TODAY) == "sent"
    email.refresh_from_db()
    assert (email.attempts, email.problem, len(calls), len(office.emails)) == (1, "", 2, 2)


def test_a_refusal_is_this_emails_and_the_next_one_goes(office: PostOffice, calls):
    with operations.one_line():
        assert operations.deliver(email_id=an_email().id, now=TODAY) == "sent"
        office.answer = "451 try again"
        refused = an_email()
        assert operations.deliver(email_id=refused.id, now=TODAY) == "queued"
        office.answer = "250 OK"
        assert operations.deliver(email_id=an_email().id, now=TODAY) == "sent"
    refused.refresh_from_db()
    assert refused.attempts == 1 and len(office.emails) == 2


def test_a_goodbye_that_fails_repeats_no_email(office: PostOffice, calls, monkeypatch):
    monkeypatch.setattr(line, "MOST", 1)
    close = EmailBackend.close

    def close_badly(server: EmailBackend) -> None:
        close(server)
        raise smtplib.SMTPServerDisconnected

    monkeypatch.setattr(EmailBackend, "close", close_badly)
    assert send(2) == ["sent", "sent"]
    assert len(office.emails) == 2
