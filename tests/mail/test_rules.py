"""When an email is tried again and when it is given up."""

import smtplib
from datetime import UTC, datetime, timedelta
from importlib import import_module

import pytest

from skaala.mail.rules import delivery


@pytest.mark.parametrize(
    ("error", "attempts", "is_final"),
    [
        (ConnectionRefusedError(), 1, False),
        (smtplib.SMTPResponseException(451, b"later"), 3, False),
        (smtplib.SMTPResponseException(552, b"too large"), 1, True),
        (smtplib.SMTPRecipientsRefused({"a@example.org": (550, b"no such user")}), 1, True),
        (smtplib.SMTPRecipientsRefused({"a@example.org": (450, b"greylisted")}), 1, False),
        (
            smtplib.SMTPAuthenticationError(535, b"wrong password"),
            2,
            False,
        ),  # ours to fix; the email is fine
        # So are these, and so every email would meet them.
        (smtplib.SMTPSenderRefused(530, b"Must issue a STARTTLS command first", "us@example.org"), 1, False),
        (smtplib.SMTPSenderRefused(553, b"sender not allowed", "us@example.org"), 1, False),
        (smtplib.SMTPHeloError(550, b"who are you"), 1, False),
        (smtplib.SMTPConnectError(554, b"no service for you"), 1, False),
        (smtplib.SMTPSenderRefused(552, b"message size exceeds limit", "us@example.org"), 1, True),
        (smtplib.SMTPDataError(554, b"looks like spam"), 1, True),
        (ConnectionRefusedError(), delivery.MAX_ATTEMPTS, True),
    ],
)
def test_what_is_final(error, attempts, is_final):
    assert delivery.is_final(error, attempts=attempts) == is_final


def test_waits_grow_and_are_bounded():
    waits = [delivery.wait_seconds(attempts) for attempts in range(1, delivery.MAX_ATTEMPTS + 1)]
    assert waits == sorted(waits) and waits[0] == 5 and waits[-1] == 3 * 60 * 60
    assert sum(waits[:-1]) > 4 * 24 * 60 * 60, "an outage over a weekend and a holiday loses emails"


REFUSED = {"maija@example.org": (550, b"no maija@example.org here")}
GREYLISTED = {"maija@example.org": (450, b"greylisted, try again")}


@pytest.mark.parametrize(
    ("error", "code", "detail"),
    [
        (smtplib.SMTPRecipientsRefused(REFUSED), "address_refused", "550"),
        (smtplib.SMTPAuthenticationError(535, b"user:secret"), "login_refused", "535"),
        (smtplib.SMTPSenderRefused(553, b"not yours", "us@example.org"), "sender_refused", "553"),
        (smtplib.SMTPSenderRefused(552, b"message size exceeds limit", "us@example.org"), "refused", "552"),
        (smtplib.SMTPDataError(554, b"looks like spam"), "refused", "554"),
        # 4xx is passing, at whatever step it comes.
        (smtplib.SMTPSenderRefused(432, b"mailbox locked", "us@example.org"), "deferred", "432"),
        (smtplib.SMTPRecipientsRefused(GREYLISTED), "deferred", "450"),
        (smtplib.SMTPAuthenticationError(454, b"later"), "deferred", "454"),
        (smtplib.SMTPResponseException(451, b"later"), "deferred", "451"),
        (TimeoutError(), "no_answer", ""),
        (ConnectionRefusedError("127.0.0.1"), "unreachable", "ConnectionRefusedError"),
        (KeyError("maija"), "not_rendered", "KeyError"),
    ],
)
def test_a_problem_says_what_kind_it_is_without_addresses_or_passwords(error, code, detail):
    assert delivery.problem_of(error) == delivery.Problem(code, detail)


@pytest.mark.parametrize(
    ("sentence", "problem"),
    [
        ("The mail server does not accept the address (550).", ("address_refused", "550")),
        ("The mail server does not accept the address (450).", ("deferred", "450")),
        ("The mail server answered 421.", ("deferred", "421")),
        ("The mail server did not answer in time.", ("no_answer", "")),
        ("The letter came back: there is no such address (5.1.1).", ("no_such_address", "5.1.1")),
        ("What the letter was about no longer exists.", ("obsolete", "")),
        ("Something else", ("refused", "Something else")),
    ],
)
def test_sentences_stored_by_earlier_versions_are_read(sentence, problem):
    migration = import_module("skaala.mail.migrations.0007_delivery_problems")
    assert migration.read(sentence) == problem


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("Maija Mayor", "Maija Mayor <m@example.org>"),
        ("Mayor, Maija", '"Mayor, Maija" <m@example.org>'),
        ("Evil\r\nBcc: x@example.org", '"EvilBcc: x@example.org" <m@example.org>'),
    ],
)
def test_names_cannot_break_out_of_their_header(name, line):
    assert delivery.address_line(name, "m@example.org") == line


NOW = datetime(2030, 1, 15, 10, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("state", "at", "is_due"),
    [
        ("queued", NOW, True),
        ("queued", NOW + timedelta(microseconds=1), False),
        ("queued", None, False),
        ("sent", NOW, False),
    ],
)
def test_an_email_is_due_from_its_moment_on_while_it_is_queued(state, at, is_due):
    assert delivery.is_due(state, at, now=NOW) is is_due


def test_each_wait_is_three_times_the_one_before():
    assert [delivery.wait_seconds(attempts) for attempts in range(1, 10)] == [
        5, 15, 45, 135, 405, 1_215, 3_645, 10_800, 10_800
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("code", "is_final", "problem"),
    [
        (399, False, "refused"),
        (400, False, "deferred"),
        (499, False, "deferred"),
        (500, True, "refused"),
        (599, True, "refused"),
        (600, False, "refused"),
    ],
)
def test_a_server_refuses_for_good_by_codes_from_500_to_599(code, is_final, problem):
    error = smtplib.SMTPResponseException(code, b"")
    assert delivery.is_final(error, attempts=1) is is_final
    assert delivery.problem_of(error) == delivery.Problem(delivery.Code(problem), str(code))


def test_the_last_try_is_final():
    assert not delivery.is_final(ConnectionRefusedError(), attempts=delivery.MAX_ATTEMPTS - 1)
    assert delivery.is_final(ConnectionRefusedError(), attempts=delivery.MAX_ATTEMPTS)
