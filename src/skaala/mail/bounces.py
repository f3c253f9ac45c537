"""Letters that come back: reading the notice that a mail server sends (RFC 3464) and finding the letter it is about."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import EmailMessage, Message


@dataclass(frozen=True)
class Bounce:
    """What a notice says: which letter did not arrive for good, and the server's status (such as 5.1.1)."""

    message_id: str
    status: str


def read_bounce(notice: bytes) -> Bounce | None:
    """Return what a notice says; None if it is none, or only tells of a delay."""
    message = email.message_from_bytes(notice, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    if message.get_content_type() != "multipart/report":
        return None
    status, message_id = "", ""
    for part in message.walk():
        kind = part.get_content_type()
        if kind == "message/delivery-status":
            for block in _blocks(part):
                if str(block.get("Action", "")).strip().lower() == "failed":
                    status = str(block.get("Status", "")).strip() or "5.0.0"
        elif kind in {"message/rfc822", "text/rfc822-headers"} and not message_id:
            message_id = _message_id(part)
    return Bounce(message_id, status) if status and message_id else None


def _blocks(part: Message) -> Iterator[Message]:
    content = part.get_payload()
    yield from (block for block in content if isinstance(block, Message)) if isinstance(content, list) else ()


def _message_id(part: Message) -> str:
    content = part.get_payload()
    if isinstance(content, list) and content and isinstance(content[0], Message):
        return str(content[0].get("Message-ID", "")).strip()
    return str(
        email.message_from_string(str(content), policy=email.policy.default).get("Message-ID", "")
    ).strip()
