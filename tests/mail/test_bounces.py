"""Emails that come back: the notice of a mail server is read and the email marked."""

from __future__ import annotations

import pytest

from skaala.mail.models import Email
from skaala.mail.operations import note_bounce, queue_email, send_again
from skaala.mail.rules.bounces import read_bounce
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
def test_a_notice_names_the_email_and_the_reason(kind):
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


def test_only_a_report_is_read():
    assert read_bounce(notice("<a@b>").replace(b"multipart/report", b"multipart/mixed")) is None


def test_of_several_recipients_the_one_that_failed_counts():
    delayed = b"Final-Recipient: rfc822; aino@example.org\r\nAction: delayed\r\nStatus: 4.4.1\r\n\r\n"
    for before, after in ((b"", delayed), (delayed, b"")):
        content = notice("<a@b>", status="5.2.2")
        block = content[
            content.index(b"Final-Recipient") : content.index(b"--edge\r\nContent-Type: text/rfc822-headers")
        ]
        bounce = read_bounce(content.replace(block, before + block + after))
        assert bounce is not None
        assert bounce.status == "5.2.2"


def test_a_notice_that_holds_an_email_in_an_email_is_about_the_outer_one():
    content = notice("<outer@b>", kind="message/rfc822").replace(
        b"\r\n--edge--",
        b"\r\n--edge\r\nContent-Type: message/rfc822\r\n\r\nMessage-ID: <inner@b>\r\n\r\n--edge--",
    )
    bounce = read_bounce(content)
    assert bounce is not None
    assert bounce.message_id == "<outer@b>"


@pytest.fixture
def email(db: None) -> Email:
    return queue_email(kind="desk.test", to_address="maija@example.org", to_name="", language="fi", now=TODAY)


@pytest.mark.parametrize(
    ("status", "problem"),
    [("5.1.1", "no_such_address"), ("5.2.2", "mailbox_closed"), ("5.7.1", "bounced")],
)
def test_an_email_that_came_back_is_marked_and_can_be_sent_again(email, status, problem):
    Email.objects.update(state="sent", sent_at=TODAY)
    assert note_bounce(notice=notice(email.message_id, status=status)) == email
    email.refresh_from_db()
    assert (email.state, email.problem, email.problem_detail) == ("bounced", problem, status)
    assert note_bounce(notice=notice(email.message_id)) is None  # told twice
    send_again(email=email, now=TODAY)
    email.refresh_from_db()
    assert (email.state, email.sent_at, email.problem, email.problem_detail) == ("queued", None, "", "")


def test_a_notice_about_somebody_elses_email_changes_nothing(email):
    Email.objects.update(state="sent", sent_at=TODAY)
    assert note_bounce(notice=notice("<other@example.org>")) is None
    email.refresh_from_db()
    assert email.state == "sent"
