"""
A participant's pseudonym: HMAC of her registration under the series' key.

The key is a file outside the database. Without it nobody can tell which registration a pseudonym belongs to;
where it has been destroyed, nobody ever will.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
import uuid
from collections.abc import Iterable
from pathlib import Path

from django.conf import settings

from skaala.series.models import Series


def key_file(series: Series) -> Path:
    """Return where the key of ``series`` is kept."""
    return Path(settings.SERIES_KEYS_DIR) / f"{series.pk}.key"


def pseudonym_of(registration_id: uuid.UUID, series: Series) -> uuid.UUID:
    """Return the id under which the holder of a registration takes part in the boards of ``series``."""
    return _pseudonym(_key(series), registration_id)


def pseudonyms_of(registration_ids: Iterable[uuid.UUID], series: Series) -> list[uuid.UUID]:
    """Return what :func:`pseudonym_of` does for many: for counting them, never for keeping one beside the other."""
    wanted = list(registration_ids)
    if not wanted:  # past the retention date: no new key for nobody
        return []
    key = _key(series)
    return [_pseudonym(key, each) for each in wanted]


def _pseudonym(key: bytes, registration_id: uuid.UUID) -> uuid.UUID:
    digest = hmac.new(key, registration_id.bytes, hashlib.sha256).digest()
    return uuid.UUID(bytes=digest[:16], version=4)


def destroy_key(series: Series) -> None:
    """Make pseudonyms of ``series`` untraceable for good; letters and links still work, boards start afresh."""
    key_file(series).unlink(missing_ok=True)


def _key(series: Series) -> bytes:
    path = key_file(series)
    try:
        return bytes.fromhex(path.read_text(encoding="ascii"))
    except FileNotFoundError:
        return _make_key(path)


def _make_key(path: Path) -> bytes:
    """Make a key. Written whole under another name first: whoever reads meanwhile sees all of it or nothing."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    with open(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w", encoding="ascii") as file:
        file.write(secrets.token_hex(32))
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(draft, path)
    except FileExistsError:
        pass  # another process was first, and its key counts
    finally:
        draft.unlink()
    return bytes.fromhex(path.read_text(encoding="ascii"))
