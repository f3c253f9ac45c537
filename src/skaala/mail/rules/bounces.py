"""Emails that come back: reading the notice that a mail server sends (RFC 3464) and finding the email it is about."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message

# As RFC 3464 names the parts of a notice, and as RFC 6533 does where addresses are not all ASCII.
TELLS_STATUS = {"message/delivery-status", "message/global-delivery-status"}
HOLDS_EMAIL = {"message/rfc822", "text/rfc822-headers", "message/global", "message/global-headers"}
# The oldest way of reading headers: it takes them as they come and falls over none.
AS_IT_COMES = email.policy.compat32


@dataclass(frozen=True)
class Bounce:
    """What a notice says: which email did not arrive for good, and the server's status (such as 5.1.1)."""

    message_id: str
    status: str


def read_bounce(notice: bytes) -> Bounce | None:
    """Return what a notice says; None if it is none, or only tells of a delay."""
    message = email.message_from_bytes(notice, policy=AS_IT_COMES)
    if message.get_content_type() != "multipart/report":
        return None
    status, message_id = "", ""
    for part in message.walk():
        kind = part.get_content_type()
        if kind in TELLS_STATUS:
            for block in _blocks(part):
                if _said(block, "Action").lower() == "failed":
                    # Some servers add a remark, perhaps with an address: only the number is kept.
                    number = re.match(r"[245]\.\d{1,3}\.\d{1,3}\b", _said(block, "Status"))
                    status = number[0] if number else "5.0.0"
        elif kind in HOLDS_EMAIL and not message_id:
            message_id = _message_id(part)
    return Bounce(message_id, status) if status and message_id else None


def _blocks(part: Message) -> Iterator[Message]:
    """Return the groups of fields of a delivery status; the parser takes only that of RFC 3464 apart itself."""
    parts = _parts(part)
    if len(parts) > 1:
        yield from parts
        return
    text = parts[0].as_string() if parts else _decoded(part)
    for block in re.split(r"\r?\n[ \t]*\r?\n", text):
        yield email.message_from_string(block.lstrip(), policy=AS_IT_COMES)


def _message_id(part: Message) -> str:
    parts = _parts(part)
    if parts:
        return _said(parts[0], "Message-ID")
    return _said(email.message_from_string(_decoded(part).lstrip(), policy=AS_IT_COMES), "Message-ID")


def _parts(part: Message) -> list[Message]:
    content = part.get_payload()
    return [one for one in content if isinstance(one, Message)] if isinstance(content, list) else []


def _decoded(part: Message) -> str:
    content = part.get_payload(decode=True)
    return content.decode("utf-8", "replace") if isinstance(content, bytes) else ""


def _said(message: Message, name: str) -> str:
    """Return what one header says; folded lines are one, and what no email of ours has in it is left out."""
    return "".join(sign for sign in str(message.get(name, "")) if sign.isprintable()).strip()
