"""When a letter is tried again and when it is given up."""

import smtplib

import pytest

from skaala.mail import rules


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
        ),  # ours to mend; the letter is fine
        # So are these, and so every letter would meet them.
        (smtplib.SMTPSenderRefused(530, b"Must issue a STARTTLS command first", "us@example.org"), 1, False),
        (smtplib.SMTPSenderRefused(553, b"sender not allowed", "us@example.org"), 1, False),
        (smtplib.SMTPHeloError(550, b"who are you"), 1, False),
        (smtplib.SMTPConnectError(554, b"no service for you"), 1, False),
        (smtplib.SMTPSenderRefused(552, b"message size exceeds limit", "us@example.org"), 1, True),
        (smtplib.SMTPDataError(554, b"looks like spam"), 1, True),
        (ConnectionRefusedError(), rules.MAX_ATTEMPTS, True),
    ],
)
def test_what_is_final(error, attempts, is_final):
    assert rules.is_final(error, attempts=attempts) == is_final


def test_waits_grow_and_are_bounded():
    waits = [rules.wait_seconds(attempts) for attempts in range(1, rules.MAX_ATTEMPTS + 1)]
    assert waits == sorted(waits) and waits[0] == 5 and waits[-1] == 6 * 60 * 60


def test_failures_are_described_without_addresses_or_passwords():
    words = [
        rules.describe(
            smtplib.SMTPRecipientsRefused({"maija@example.org": (550, b"no maija@example.org here")})
        ),
        rules.describe(smtplib.SMTPAuthenticationError(535, b"user:secret")),
        rules.describe(ConnectionRefusedError("127.0.0.1")),
        rules.describe(TimeoutError()),
    ]
    assert all("maija" not in text and "secret" not in text for text in words)
    assert len(set(words)) == 4


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("Maija Mayor", "Maija Mayor <m@example.org>"),
        ("Mayor, Maija", '"Mayor, Maija" <m@example.org>'),
        ("Evil\r\nBcc: x@example.org", '"EvilBcc: x@example.org" <m@example.org>'),
    ],
)
def test_names_cannot_break_out_of_their_header(name, line):
    assert rules.address_line(name, "m@example.org") == line
