"""A key that lets its bearer see the pages of an unpublished series for a day."""

from __future__ import annotations

from datetime import timedelta

from django.core.signing import BadSignature, TimestampSigner

from skaala.series.models import Series

LIFETIME = timedelta(days=1)
_signer = TimestampSigner(salt="skaala.preview")


def make_preview_key(series: Series) -> str:
    """Return a key to add to the address of a page of ``series`` as ``?preview=…``."""
    return _signer.sign(str(series.pk))


def opens(key: str, series: Series) -> bool:
    """Say whether ``key`` is a preview key of ``series`` and not older than :data:`LIFETIME`."""
    try:
        return _signer.unsign(key, max_age=LIFETIME) == str(series.pk)
    except BadSignature:
        return False
