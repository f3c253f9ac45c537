"""
The key file of a series: it lies outside the database and its backups, and goes with the series' personal data.

What is sealed with it can be read only where both the database and the file are. Sealing is AES-256-GCM (NIST SP
800-38D) by the `cryptography` library; each text is bound to the row that it stands in.
"""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

from skaala.series.models import Series

NONCE = 12  # bytes, as the standard recommends


class UnreadableSeal(Exception):
    """What was sealed cannot be read: the key file is another one or gone, or the text is of another row."""


def key_file(series: Series) -> Path:
    """Return where the key of ``series`` is kept."""
    return Path(settings.SERIES_KEYS_DIR) / f"{series.pk}.seal"


def seal(series: Series, row: str, content: bytes) -> bytes:
    """
    Return ``content`` sealed with the key of ``series``; the key is made if there is none.

    :param row: what the sealed text belongs to; it can be read for that alone
    """
    nonce = secrets.token_bytes(NONCE)
    return nonce + AESGCM(_key(key_file(series))).encrypt(nonce, content, row.encode())


def unseal(series: Series, row: str, sealed: bytes) -> bytes:
    """
    Return what was sealed for ``row``.

    :raises UnreadableSeal: if it cannot be read
    """
    try:
        key = bytes.fromhex(key_file(series).read_text(encoding="ascii"))
        return AESGCM(key).decrypt(sealed[:NONCE], sealed[NONCE:], row.encode())
    except (OSError, ValueError, InvalidTag) as error:
        raise UnreadableSeal from error


def destroy_key(series: Series) -> None:
    """Make what is sealed unreadable for good."""
    key_file(series).unlink(missing_ok=True)


def _key(path: Path) -> bytes:
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
