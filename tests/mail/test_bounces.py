"""Letters that come back: the notice of a mail server is read and the letter marked."""

from __future__ import annotations

import pytest

from skaala.mail.bounces import read_bounce
from skaala.mail.models import Letter
from skaala.mail.operations import note_bounce, queue_letter, send_again
from tests.cast import TODAY

NOTICE = """\
From: MAILER-DAEMON@mail.example.org
To: no-reply@localhost
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="edge"

--edge
Content-Type: text/plain

I'm sorry to have to inform you that your message could not be delivered.
--edge
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example.org

Final-Recipient: rfc822; maija@example.org
Action: {action}
Status: {status}
Diagnostic-Code: smtp; 550 5.1.1 User unknown

--edge
Content-Type: {kind}

Message-ID: {message_id}
Subject: Your registration
{body}
--edge--
"""


def notice(message_id: str, *, action="failed", status="5.1.1", kind="text/rfc822-headers") -> bytes:
    body = "\nHello\n" if kind == "message/rfc822" else ""
    text = NOTICE.format(message_id=message_id, action=action, status=status, kind=kind, body=body)
    return text.replace("\n", "\r\n").encode()


@pytest.mark.parametrize(
    "kind",
    [
        "text/rfc822-headers",
        "message/rfc822",
        "message/global",
        "message/global-headers",
        'text/rfc822-headers; charset="utf-8"\nContent-Transfer-Encoding: quoted-printable',
    ],
)
def test_a_notice_names_the_letter_and_the_reason(kind):
    bounce = read_bounce(notice("<a@b>", kind=kind))
    assert bounce is not None and (bounce.message_id, bounce.status) == ("<a@b>", "5.1.1")


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("5.1.1 (bad destination mailbox address)", "5.1.1"),
        pytest.param("5.1.1 <maija@example.org>... User unknown " + "x" * 600, "5.1.1", id="long"),
        ("no such user maija@example.org", "5.0.0"),
        ("", "5.0.0"),
    ],
)
def test_of_a_status_only_the_number_is_kept(said, kept):
    assert read_bounce(notice("<a@b>", status=said)).status == kept


@pytest.mark.parametrize(
    "change",
    [
        ("message/delivery-status", "message/global-delivery-status"),
        ("message/delivery-status", "message/delivery-status\r\nContent-Transfer-Encoding: 7bit"),
        ("Message-ID: <a@b>", "Message-ID:\r\n <a@b>"),
        ("Message-ID: <a@b>", "Message-Id: <a\0@b>"),
        ("Action: failed", "action: Failed"),
    ],
)
def test_notices_are_read_as_servers_write_them(change):
    bounce = read_bounce(notice("<a@b>").replace(*(part.encode() for part in change)))
    assert bounce is not None and (bounce.message_id, bounce.status) == ("<a@b>", "5.1.1")


@pytest.mark.parametrize(
    "other",
    [
        b"",
        b"Subject: Hello\r\n\r\nI am on holiday.",
        notice("<a@b>", action="delayed"),
        notice(""),
        notice("<a@b>").replace(b"--edge", b"--gone"),
        b"\xff\x00" * 50,
    ],
)
def test_what_is_no_notice_of_a_failure_is_none(other):
    assert read_bounce(other) is None


@pytest.fixture
def letter(db: None) -> Letter:
    return queue_letter(
        kind="desk.test", to_address="maija@example.org", to_name="", language="fi", now=TODAY
    )


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("5.1.1", "The letter came back: there is no such address (5.1.1)."),
        ("5.2.2", "The letter came back: the mailbox takes nothing, it may be full (5.2.2)."),
        ("5.7.1", "The letter came back (5.7.1)."),
    ],
)
def test_a_letter_that_came_back_is_marked_and_can_be_sent_again(letter, status, words):
    Letter.objects.update(state="sent", sent_at=TODAY)
    assert note_bounce(notice=notice(letter.message_id, status=status)) == letter
    letter.refresh_from_db()
    assert (letter.state, letter.last_error) == ("bounced", words)
    assert note_bounce(notice=notice(letter.message_id)) is None  # told twice
    send_again(letter=letter, now=TODAY)
    letter.refresh_from_db()
    assert (letter.state, letter.sent_at, letter.last_error) == ("queued", None, "")


def test_a_notice_about_somebody_elses_letter_changes_nothing(letter):
    Letter.objects.update(state="sent", sent_at=TODAY)
    assert note_bounce(notice=notice("<other@example.org>")) is None
    letter.refresh_from_db()
    assert letter.state == "sent"
