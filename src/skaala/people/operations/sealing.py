"""Sealing what opens something elsewhere, with keys made of the installation's own, so that a copy of the tables alone opens nothing."""

from __future__ import annotations

import base64
import hashlib
from functools import cache

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings


def seal(purpose: str, secret: bytes) -> bytes:
    """Return ``secret`` sealed for one purpose."""
    return _fernet(purpose).encrypt(secret)


def unseal(purpose: str, sealed: bytes | memoryview) -> bytes | None:
    """Return what was sealed; None if the installation's key has been changed, and the old one is gone."""
    try:
        return _fernet(purpose).decrypt(bytes(sealed))
    except InvalidToken:
        return None


def _fernet(purpose: str) -> MultiFernet:
    return _with_keys(purpose, (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS))


@cache
def _with_keys(purpose: str, keys: tuple[str, ...]) -> MultiFernet:
    digests = [hashlib.sha256(f"skaala.{purpose}:{key}".encode()).digest() for key in keys]
    return MultiFernet([Fernet(base64.urlsafe_b64encode(digest)) for digest in digests])
