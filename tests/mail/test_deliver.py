"""Delivering through a real SMTP server: at least once, one Message-ID a letter, failures seen."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta

import psycopg
import pytest
from django.db import OperationalError, connection, transaction

from skaala.mail import operations, rules
from skaala.mail.compose import Attachment, Composed, composes
from skaala.mail.models import Letter
from tests.cast import TODAY
from tests.mail.post_office import PostOffice, open_post_office

pytestmark = pytest.mark.django_db
A_MOMENT = timedelta(microseconds=1)


@composes("test.hello")
def hello(letter: Letter) -> Composed:
    calendar = Attachment("a.ics", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "text/calendar; method=PUBLISH")
    return Composed(f"Hei {letter.to_name}", "Päivää\n", "<p>Päivää</p>", [calendar], "contact@example.org")


@pytest.fixture
def office(settings):
    with open_post_office() as office:
        settings.EMAIL_URL = office.url
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", office.port
        yield office


def a_letter(**details) -> Letter:
    given = {
        "kind": "test.hello",
        "to_address": "maija@example.org",
        "to_name": "Mäijä",
        "language": "fi",
        "now": TODAY,
    }
    return operations.queue_letter(**{**given, **details})


def test_a_letter_arrives_with_text_html_and_calendar(office: PostOffice):
    letter = a_letter()
    assert operations.deliver(letter_id=str(letter.id), now=TODAY) == "sent"
    (message,) = office.letters
    assert (message["Subject"], message["To"], message["Reply-To"]) == (
        "Hei Mäijä",
        "Mäijä <maija@example.org>",
        "contact@example.org",
    )
    assert message["Message-ID"] == letter.message_id
    parts = {part.get_content_type(): part for part in message.walk() if not part.is_multipart()}
    assert parts["text/plain"].get_content().strip() == "Päivää"
    assert parts["text/html"].get_content().strip() == "<p>Päivää</p>"
    assert (parts["text/calendar"].get_param("method"), parts["text/calendar"].get_filename()) == (
        "PUBLISH",
        "a.ics",
    )
    letter.refresh_from_db()
    assert (letter.state, letter.sent_at, letter.subject, letter.attempts) == ("sent", TODAY, "Hei Mäijä", 1)


def test_a_letter_is_not_sent_twice(office: PostOffice):
    letter = a_letter()
    for _ in range(2):
        operations.deliver(letter_id=str(letter.id), now=TODAY)
    assert len(office.letters) == 1


def test_a_server_in_trouble_means_trying_again_with_the_same_message_id(office: PostOffice):
    letter = a_letter()
    office.answer = "451 come back later"
    assert operations.deliver(letter_id=str(letter.id), now=TODAY) == "queued"
    letter.refresh_from_db()
    assert (letter.state, letter.attempts, letter.last_error) == (
        "queued",
        1,
        "The mail server answered 451.",
    )
    assert letter.next_attempt_at == TODAY + timedelta(seconds=5)
    office.answer = "250 OK"
    assert operations.deliver(letter_id=str(letter.id), now=letter.next_attempt_at - A_MOMENT) == "queued"
    assert office.letters == []
    operations.deliver(letter_id=str(letter.id), now=letter.next_attempt_at)
    assert [message["Message-ID"] for message in office.letters] == [letter.message_id]


def test_a_server_that_cannot_be_reached_is_noted_and_in_the_end_given_up(settings):
    settings.EMAIL_URL, settings.EMAIL_BACKEND = "smtp://x", "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    letter = a_letter()
    for _ in range(rules.MAX_ATTEMPTS - 1):
        letter.refresh_from_db()
        assert operations.deliver(letter_id=str(letter.id), now=letter.next_attempt_at) == "queued"
    letter.refresh_from_db()
    assert operations.deliver(letter_id=str(letter.id), now=letter.next_attempt_at) == "failed"
    letter.refresh_from_db()
    assert (letter.attempts, letter.next_attempt_at) == (rules.MAX_ATTEMPTS, None)
    assert "could not be reached" in letter.last_error


def test_a_refused_address_fails_at_once_and_can_be_sent_again(office: PostOffice):
    letter = a_letter()
    office.answer = "550 no such user"
    assert operations.deliver(letter_id=str(letter.id), now=TODAY) == "failed"
    office.answer = "250 OK"
    operations.send_again(letter=letter, now=TODAY)
    assert operations.deliver(letter_id=str(letter.id), now=TODAY) == "sent"


def test_without_a_mail_server_letters_say_so(settings):
    settings.EMAIL_URL = ""
    letter = a_letter()
    assert operations.deliver(letter_id=str(letter.id), now=TODAY) == "not_sent"
    letter.refresh_from_db()
    assert (letter.state, letter.subject, letter.attempts) == ("not_sent", "Hei Mäijä", 0)


def test_a_letter_that_is_gone_is_no_trouble():
    assert operations.deliver(letter_id="00000000-0000-0000-0000-000000000000", now=TODAY) is None


@composes("test.mistake")
def mistake(letter: Letter) -> Composed:
    raise KeyError(letter.to_name)


def test_what_is_due_is_delivered_the_longest_due_first(office: PostOffice):
    for minutes, name in [(0, "Second"), (-5, "First"), (5, "Not yet")]:
        a_letter(to_name=name, now=TODAY + timedelta(minutes=minutes))
    assert operations.deliver_due(clock=lambda: TODAY) == 2
    assert [message["To"] for message in office.letters] == [
        "First <maija@example.org>",
        "Second <maija@example.org>",
    ]
    assert operations.deliver_due(clock=lambda: TODAY) == 0


def test_a_mistake_of_ours_in_one_letter_stops_no_other_and_names_nobody(office: PostOffice, caplog):
    wrong = a_letter(kind="test.mistake", to_name="Salla Salainen", now=TODAY - timedelta(minutes=1))
    a_letter()
    operations.deliver_due(clock=lambda: TODAY)
    assert len(office.letters) == 1
    wrong.refresh_from_db()
    assert (wrong.state, wrong.attempts, wrong.last_error, wrong.next_attempt_at) == (
        "queued",
        1,
        "The letter could not be written (KeyError).",
        TODAY + timedelta(seconds=5),
    )
    assert str(wrong.pk) in caplog.text
    assert "Salla" not in caplog.text


@pytest.mark.django_db(transaction=True)
def test_a_letter_in_anothers_hands_is_left_to_her(office: PostOffice):
    letter = a_letter()
    with transaction.atomic():
        Letter.objects.select_for_update().get(pk=letter.pk)
        with ThreadPoolExecutor() as another:
            assert another.submit(deliver_and_leave, letter).result(20) is None
    assert office.letters == []
    assert operations.deliver(letter_id=letter.pk, now=TODAY) == "sent"


def deliver_and_leave(letter: Letter) -> str | None:
    try:
        return operations.deliver(letter_id=letter.pk, now=TODAY)
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


@composes("test.takes_too_long")
def takes_too_long(letter: Letter) -> Composed:
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL statement_timeout = 20")
        cursor.execute("SELECT pg_sleep(5)")
    raise AssertionError


@composes("test.loses_the_connection")
def loses_the_connection(letter: Letter) -> Composed:
    end(our_backend())
    our_backend()
    raise AssertionError


def stands(letter: Letter) -> tuple[object, ...]:
    letter.refresh_from_db()
    return letter.state, letter.attempts, letter.next_attempt_at and letter.next_attempt_at - TODAY


@pytest.mark.django_db(transaction=True)
def test_a_letter_over_which_the_database_fails_each_time_holds_no_other_up(office: PostOffice):
    slow = a_letter(kind="test.takes_too_long", now=TODAY - timedelta(hours=2))
    cut = a_letter(kind="test.loses_the_connection", now=TODAY - timedelta(hours=1))
    others = [a_letter(to_name=f"Number {number}") for number in range(3)]
    assert operations.deliver_due(clock=lambda: TODAY) == 5
    assert [stands(letter) for letter in others] == [("sent", 1, None)] * 3
    assert stands(slow) == ("queued", 1, timedelta(seconds=5))
    assert stands(cut) == ("queued", 0, rules.PAUSE)
    assert operations.deliver_due(clock=lambda: TODAY) == 0  # they wait their time

    # What the mail server has taken is noted and not sent twice, though the connection was lost meanwhile.
    backend, take = our_backend(), office.handle_DATA

    async def take_and_cut(server, session, envelope) -> str:
        end(backend)
        return await take(server, session, envelope)

    office.handle_DATA, one_more = take_and_cut, a_letter()
    assert operations.deliver(letter_id=one_more.pk, now=TODAY) == "sent"
    assert stands(one_more) == ("sent", 1, None)
    assert operations.deliver_due(clock=lambda: TODAY) == 0 and len(office.letters) == 4


@composes("test.database_goes_away")
def database_goes_away(letter: Letter) -> Composed:
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
    first = a_letter(kind="test.database_goes_away", now=TODAY - timedelta(hours=1))
    second = a_letter()
    monkeypatch.setattr(connection.pool, "timeout", 0.2)
    try:
        with pytest.raises(OperationalError):
            operations.deliver_due(clock=lambda: TODAY)
    finally:
        with beside() as other:
            other.execute(f'ALTER DATABASE "{connection.settings_dict["NAME"]}" ALLOW_CONNECTIONS true')
        monkeypatch.undo()
        connection.close_pool()
    assert office.letters == []
    assert stands(first) == ("queued", 0, timedelta(hours=-1)) and stands(second) == (
        "queued",
        0,
        timedelta(0),
    )
    Letter.objects.filter(pk=first.pk).update(kind="test.hello")
    assert operations.deliver_due(clock=lambda: TODAY) == 2
    assert [stands(letter) for letter in (first, second)] == [("sent", 1, None)] * 2
