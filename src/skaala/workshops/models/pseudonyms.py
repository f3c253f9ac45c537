"""
How participants were told apart before each person had a key of their own: HMAC of the registration under a key file.

It is read once for each person of a series that was running then, when they first open their workspace with a key; what
they wrote and voted goes on under the new id (``operations/rekey.py``). No new id is made this way.
"""

from __future__ import annotations

import hashlib
import hmac
import uuid
from pathlib import Path

from django.conf import settings

from skaala.series.models import Series


def key_file(series: Series) -> Path:
    """Return where the earlier key of ``series`` is kept, if it had one."""
    return Path(settings.SERIES_KEYS_DIR) / f"{series.pk}.key"


def earlier_id(registration_id: uuid.UUID, series: Series) -> uuid.UUID | None:
    """Return the id under which the holder of a registration took part earlier; None where there was no such key."""
    try:
        key = bytes.fromhex(key_file(series).read_text(encoding="ascii"))
    except (FileNotFoundError, ValueError):
        return None
    digest = hmac.new(key, registration_id.bytes, hashlib.sha256).digest()
    return uuid.UUID(bytes=digest[:16], version=4)


def destroy_key(series: Series) -> None:
    """Make the earlier ids of ``series`` untraceable for good."""
    key_file(series).unlink(missing_ok=True)
