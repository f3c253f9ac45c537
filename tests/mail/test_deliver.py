"""Delivering through a real SMTP server: at least once, one Message-ID an email, failures seen."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta
from email import message_from_bytes
from email.policy import default

import psycopg
import pytest
from django.db import OperationalError, connection, transaction

from skaala.mail import operations
from skaala.mail.models import Email
from skaala.mail.renderers.emails import Attachment, Invitation, RenderedEmail, composes
from skaala.mail.rules import delivery
from tests.cast import TODAY
from tests.mail.post_office import PostOffice, open_post_office

pytestmark = pytest.mark.django_db
A_MOMENT = timedelta(microseconds=1)


@composes("test.hello", name="test.hello")
def hello(email: Email) -> RenderedEmail:
    calendar = Attachment("a.ics", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "text/calendar; method=PUBLISH")
    return RenderedEmail(
        f"Hei {email.to_name}", "Päivää\n", "<p>Päivää</p>", [calendar], "contact@example.org"
    )


@pytest.fixture
def office(settings):
    with open_post_office() as office:
        settings.EMAIL_URL = office.url
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", office.port
        yield office


def an_email(**details) -> Email:
    given = {
        "kind": "test.hello",
        "to_address": "maija@example.org",
        "to_name": "Mäijä",
        "language": "fi",
        "now": TODAY,
    }
    return operations.queue_email(**{**given, **details})


def test_an_email_arrives_with_text_html_and_calendar(office: PostOffice):
    email = an_email()
    assert operations.deliver(email_id=str(email.id), now=TODAY) == "sent"
    (message,) = office.emails
    assert (message["Subject"], message["To"], message["Reply-To"]) == (
        "Hei Mäijä",
        "Mäijä <maija@example.org>",
        "contact@example.org",
    )
    assert message["Message-ID"] == email.message_id
    parts = {part.get_content_type(): part for part in message.walk() if not part.is_multipart()}
    assert parts["text/plain"].get_content().strip() == "Päivää"
    assert parts["text/html"].get_content().strip() == "<p>Päivää</p>"
    assert (parts["text/calendar"].get_param("method"), parts["text/calendar"].get_filename()) == (
        "PUBLISH",
        "a.ics",
    )
    email.refresh_from_db()
    assert (email.state, email.sent_at, email.subject, email.attempts) == ("sent", TODAY, "Hei Mäijä", 1)


def test_an_email_is_not_sent_twice(office: PostOffice):
    email = an_email()
    for _ in range(2):
        operations.deliver(email_id=str(email.id), now=TODAY)
    assert len(office.emails) == 1


def test_a_server_in_trouble_means_trying_again_with_the_same_message_id(office: PostOffice):
    email = an_email()
    office.answer = "451 come back later"
    assert operations.deliver(email_id=str(email.id), now=TODAY) == "queued"
    email.refresh_from_db()
    assert (email.state, email.attempts, email.problem, email.problem_detail) == (
        "queued",
        1,
        "deferred",
        "451",
    )
    assert email.next_attempt_at == TODAY + timedelta(seconds=5)
    office.answer = "250 OK"
    assert operations.deliver(email_id=str(email.id), now=email.next_attempt_at - A_MOMENT) == "queued"
    assert office.emails == []
    operations.deliver(email_id=str(email.id), now=email.next_attempt_at)
    assert [message["Message-ID"] for message in office.emails] == [email.message_id]


def test_a_server_that_cannot_be_reached_is_noted_and_in_the_end_given_up(settings):
    settings.EMAIL_URL, settings.EMAIL_BACKEND = "smtp://x", "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    email = an_email()
    for _ in range(delivery.MAX_ATTEMPTS - 1):
        email.refresh_from_db()
        assert operations.deliver(email_id=str(email.id), now=email.next_attempt_at) == "queued"
    email.refresh_from_db()
    assert operations.deliver(email_id=str(email.id), now=email.next_attempt_at) == "failed"
    email.refresh_from_db()
    assert (email.attempts, email.next_attempt_at) == (delivery.MAX_ATTEMPTS, None)
    assert email.problem == "unreachable"


def test_the_log_says_that_emails_do_not_go_once_a_minute_and_to_nobody_by_name(office: PostOffice, caplog):
    from skaala.mail.operations.deliver import _said

    _said.clear()
    office.answer = "451 come back later"
    for after in (0, 20, 70):
        operations.deliver(email_id=str(an_email().id), now=TODAY + timedelta(seconds=after))
    lines = [record.getMessage() for record in caplog.records if record.name.startswith("skaala")]
    assert lines == ["emails cannot be sent now and are tried again: deferred 451"] * 2

    caplog.clear()
    office.answer = "550 no such user"
    email = an_email()
    operations.deliver(email_id=str(email.id), now=TODAY)
    email.refresh_from_db()
    (line,) = [record.getMessage() for record in caplog.records if record.name.startswith("skaala")]
    assert line == f"email {email.pk} could not be sent and is given up: {email.problem} 550"


def test_a_refused_address_fails_at_once_and_can_be_sent_again(office: PostOffice):
    email = an_email()
    office.answer = "550 no such user"
    assert operations.deliver(email_id=str(email.id), now=TODAY) == "failed"
    office.answer = "250 OK"
    operations.send_again(email=email, now=TODAY)
    assert operations.deliver(email_id=str(email.id), now=TODAY) == "sent"


def test_without_a_mail_server_emails_say_so(settings):
    settings.EMAIL_URL = ""
    email = an_email()
    assert operations.deliver(email_id=str(email.id), now=TODAY) == "not_sent"
    email.refresh_from_db()
    assert (email.state, email.subject, email.attempts) == ("not_sent", "Hei Mäijä", 0)


def test_an_email_that_is_gone_is_no_trouble():
    assert operations.deliver(email_id="00000000-0000-0000-0000-000000000000", now=TODAY) is None


@composes("test.mistake", name="test.mistake")
def mistake(email: Email) -> RenderedEmail:
    raise KeyError(email.to_name)


def test_what_is_due_is_delivered_the_longest_due_first(office: PostOffice):
    for minutes, name in [(0, "Second"), (-5, "First"), (5, "Not yet")]:
        an_email(to_name=name, now=TODAY + timedelta(minutes=minutes))
    assert operations.deliver_due(clock=lambda: TODAY) == 2
    assert [message["To"] for message in office.emails] == [
        "First <maija@example.org>",
        "Second <maija@example.org>",
    ]
    assert operations.deliver_due(clock=lambda: TODAY) == 0


def test_a_mistake_of_ours_in_one_email_stops_no_other_and_names_nobody(office: PostOffice, caplog):
    wrong = an_email(kind="test.mistake", to_name="Salla Salainen", now=TODAY - timedelta(minutes=1))
    an_email()
    operations.deliver_due(clock=lambda: TODAY)
    assert len(office.emails) == 1
    wrong.refresh_from_db()
    assert (wrong.state, wrong.attempts, wrong.problem, wrong.problem_detail, wrong.next_attempt_at) == (
        "queued",
        1,
        "not_rendered",
        "KeyError",
        TODAY + timedelta(seconds=5),
    )
    assert str(wrong.pk) in caplog.text
    assert "Salla" not in caplog.text


@pytest.mark.django_db(transaction=True)
def test_an_email_in_anothers_hands_is_left_to_them(office: PostOffice):
    email = an_email()
    with transaction.atomic():
        Email.objects.select_for_update().get(pk=email.pk)
        with ThreadPoolExecutor() as another:
            assert another.submit(deliver_and_leave, email).result(20) is None
    assert office.emails == []
    assert operations.deliver(email_id=email.pk, now=TODAY) == "sent"


def deliver_and_leave(email: Email) -> str | None:
    try:
        return operations.deliver(email_id=email.pk, now=TODAY)
    finally:
        connection.close()


@contextmanager
def beside() -> Iterator[psycopg.Connection]:
    """A connection of somebody else, to the server's own database."""
    given = connection.get_connection_params()
    names = {name: given[name] for name in ("user", "password", "host", "port") if given.get(name)}
    with psycopg.connect(**names, dbname="postgres", autocommit=True) as other:
        yield other


def end(backend: int) -> None:
    with beside() as other:
        other.execute("SELECT pg_terminate_backend(%s, 5000)", [backend])


def our_backend() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return cursor.fetchone()[0]


@composes("test.takes_too_long", name="test.takes_too_long")
def takes_too_long(email: Email) -> RenderedEmail:
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL statement_timeout = 20")
        cursor.execute("SELECT pg_sleep(5)")
    raise AssertionError


@composes("test.loses_the_connection", name="test.loses_the_connection")
def loses_the_connection(email: Email) -> RenderedEmail:
    end(our_backend())
    our_backend()
    raise AssertionError


def status_of(email: Email) -> tuple[object, ...]:
    email.refresh_from_db()
    return email.state, email.attempts, email.next_attempt_at and email.next_attempt_at - TODAY


@pytest.mark.django_db(transaction=True)
def test_an_email_over_which_the_database_fails_each_time_holds_no_other_up(office: PostOffice):
    slow = an_email(kind="test.takes_too_long", now=TODAY - timedelta(hours=2))
    cut = an_email(kind="test.loses_the_connection", now=TODAY - timedelta(hours=1))
    others = [an_email(to_name=f"Number {number}") for number in range(3)]
    assert operations.deliver_due(clock=lambda: TODAY) == 5
    assert [status_of(email) for email in others] == [("sent", 1, None)] * 3
    assert status_of(slow) == ("queued", 1, timedelta(seconds=5))
    assert status_of(cut) == ("queued", 0, delivery.PAUSE)
    assert operations.deliver_due(clock=lambda: TODAY) == 0  # they wait their time

    # What the mail server has taken is noted and not sent twice, though the connection was lost meanwhile.
    backend, take = our_backend(), office.handle_DATA

    async def take_and_cut(server, session, envelope) -> str:
        end(backend)
        return await take(server, session, envelope)

    office.handle_DATA, one_more = take_and_cut, an_email()
    assert operations.deliver(email_id=one_more.pk, now=TODAY) == "sent"
    assert status_of(one_more) == ("sent", 1, None)
    assert operations.deliver_due(clock=lambda: TODAY) == 0 and len(office.emails) == 4


@composes("test.database_goes_away", name="test.database_goes_away")
def database_goes_away(email: Email) -> RenderedEmail:
    name = connection.settings_dict["NAME"]
    with beside() as other:
        other.execute(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS false')
        other.execute(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = %s", [name]
        )
    our_backend()
    raise AssertionError


@pytest.mark.django_db(transaction=True)
def test_a_database_that_is_away_costs_nobody_an_attempt_and_nothing_is_lost(office: PostOffice, monkeypatch):
    first = an_email(kind="test.database_goes_away", now=TODAY - timedelta(hours=1))
    second = an_email()
    monkeypatch.setattr(connection.pool, "timeout", 0.2)
    try:
        with pytest.raises(OperationalError):
            operations.deliver_due(clock=lambda: TODAY)
    finally:
        with beside() as other:
            other.execute(f'ALTER DATABASE "{connection.settings_dict["NAME"]}" ALLOW_CONNECTIONS true')
        monkeypatch.undo()
        connection.close_pool()
    assert office.emails == []
    assert status_of(first) == ("queued", 0, timedelta(hours=-1)) and status_of(second) == (
        "queued",
        0,
        timedelta(0),
    )
    Email.objects.filter(pk=first.pk).update(kind="test.hello")
    assert operations.deliver_due(clock=lambda: TODAY) == 2
    assert [status_of(email) for email in (first, second)] == [("sent", 1, None)] * 2


def a_message(subject: str = "Hei", **pictures: bytes):
    html = "".join(f'<img src="cid:{name}">' for name in pictures) or "<p>Hei</p>"
    composed = RenderedEmail(
        subject, "Hei\n", html, [Attachment("a.ics", b"BEGIN:VCALENDAR", "text/calendar")], pictures=pictures
    )
    return operations.message(an_email(), composed).message()


def test_an_invitation_is_the_last_of_the_alternatives_where_mail_programs_look_for_it():
    content = "BEGIN:VCALENDAR\r\nSUMMARY:Lähtö\r\nEND:VCALENDAR\r\n".encode()
    composed = RenderedEmail(
        "Hei",
        "Hei\n",
        "<p>Hei</p>",
        [Attachment("a.ics", content, "application/ics")],
        invitation=Invitation(content, "REQUEST"),
    )
    sent = message_from_bytes(operations.message(an_email(), composed).message().as_bytes(), policy=default)
    alternatives, file = sent.iter_parts()
    *others, calendar = alternatives.iter_parts()
    assert [one.get_content_type() for one in others] == ["text/plain", "text/html"]
    assert (calendar.get_content_type(), calendar.get_param("method")) == ("text/calendar", "REQUEST")
    assert calendar.get_content_disposition() is None and "Lähtö" in calendar.get_content()
    assert (file.get_filename(), file.get_content()) == ("a.ics", content)


def test_a_picture_comes_with_the_html_that_shows_it_and_not_as_an_attachment():
    mail = a_message(code=b"\x89PNG\r\n\x1a\n")
    assert mail.get_content_type() == "multipart/mixed"
    alternatives, calendar = mail.get_payload()
    assert (alternatives.get_content_type(), calendar.get_content_type()) == (
        "multipart/alternative",
        "text/calendar",
    )
    text, related = alternatives.get_payload()
    assert (text.get_content_type(), related.get_content_type()) == ("text/plain", "multipart/related")
    html, picture = related.get_payload()
    assert (html.get_content_type(), picture.get_content_type()) == ("text/html", "image/png")
    assert (picture["Content-ID"], picture.get_content_disposition()) == ("<code>", "inline")
    _plain, html = a_message().get_payload()[0].get_payload()
    assert html.get_content_type() == "text/html" and not html.is_multipart()


@pytest.mark.parametrize(
    "subject",
    [
        "Hei",
        "Ilmoittautumisesi: " + "Äyräpään öljyväriä " * 8,
        "Å" * 180,
        "Plain words " * 15,
        "Unbroken" * 20,
    ],
    ids=["short", "long", "unbroken", "ascii", "ascii unbroken"],
)
def test_a_subject_is_folded_within_its_first_line(subject):
    subject = subject.strip()
    written = a_message(subject).as_bytes()
    head = written.split(b"\nSubject: ")[1].split(b"\n")
    assert head[0].strip(), "an empty first line"
    assert len(head[0]) <= 78 - len("Subject: ")
    read = message_from_bytes(written, policy=default)
    assert read["Subject"] == subject


def test_programs_are_asked_not_to_answer():
    mail = a_message()
    assert mail["X-Auto-Response-Suppress"] == "OOF, AutoReply" and mail["Auto-Submitted"] == "auto-generated"
