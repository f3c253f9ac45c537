"""One-time codes by time (TOTP, RFC 6238): six digits, a new one every thirty seconds, SHA-1 as all apps have it."""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Iterator
from datetime import datetime

STEP_SECONDS = 30
DIGITS = 6
# Clocks of telephones differ a little: the code before and the one after are taken too.
TOLERANCE = 1


def code(secret: bytes, step: int) -> str:
    """Return the code of a time step (HOTP, RFC 4226)."""
    digest = hmac.digest(secret, step.to_bytes(8), hashlib.sha1)
    offset = digest[-1] & 0x0F
    number = int.from_bytes(digest[offset : offset + 4]) & 0x7FFFFFFF
    return f"{number % 10**DIGITS:0{DIGITS}d}"


def step_at(now: datetime) -> int:
    """Return the number of the time step."""
    return int(now.timestamp()) // STEP_SECONDS


def matching_step(secret: bytes, typed: str, *, now: datetime, after: int) -> int | None:
    """
    Return the time step whose code was typed; None if it is none of those around ``now``.

    :param after: the last step that was used; only later ones are taken
    """
    digits = "".join(typed.split())
    for step in _steps(step_at(now)):
        if step > after and hmac.compare_digest(code(secret, step).encode(), digits.encode()):
            return step
    return None


def _steps(present: int) -> Iterator[int]:
    yield from range(present - TOLERANCE, present + TOLERANCE + 1)


def as_text(secret: bytes) -> str:
    """Return the secret as somebody types it into an app."""
    return base64.b32encode(secret).decode().rstrip("=")
