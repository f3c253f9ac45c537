"""
The key by which one person takes part in the workspaces of a series: random, and derived from nothing.

Only the person has it: in an email, and in their browser. The server keeps two things that are made from it and from
which neither it nor the other can be worked out: the permit, beside the registration, and the participant's id, beside
the votes. Whoever has the database alone cannot tell which permit belongs to which participant.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import secrets
import uuid

SIZE = 16  # bytes: 128 bits, so that trying all of them is out of the question


def new_key() -> bytes:
    """Return a new random key."""
    return secrets.token_bytes(SIZE)


def permit_of(key: bytes) -> str:
    """Return what is kept beside the registration: 64 hexadecimal digits."""
    return hashlib.sha256(b"may" + key).hexdigest()


def participant_of(key: bytes) -> uuid.UUID:
    """Return the id under which the holder of ``key`` writes and votes."""
    return uuid.UUID(bytes=hashlib.sha256(b"id" + key).digest()[:16], version=4)


def as_text(key: bytes) -> str:
    """Return ``key`` as it is written in addresses and cookies: 22 letters of base64url."""
    return base64.urlsafe_b64encode(key).rstrip(b"=").decode("ascii")


def from_text(text: str) -> bytes | None:
    """Return the key that ``text`` stands for; None if it stands for none."""
    try:
        key = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return None
    return key if len(key) == SIZE and as_text(key) == text else None
