"""The series that people are looking at, kept in memory as they were read, for as long as nothing has changed."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Subquery

from skaala.series.models import PublicVersion, Series
from skaala.series.queries import public_version
from skaala.series.queries.registration import is_public
from skaala.series.queries.series import find_series, with_all

MOST = 64
_read: dict[str, tuple[str, Series | None]] = {}
_by_id: dict[int, tuple[int, Series]] = {}


def find_public_series(slug: str, *, now: datetime) -> Series | None:
    """
    Return the series at ``slug`` if readers may see it, with all that its page shows, as it stands now.

    It costs one small question to the database instead of seven. The object is shared by all threads: read it only.
    """
    series = _find(slug)
    return series if series is not None and is_public(series, now=now) else None


def _find(slug: str) -> Series | None:
    version = public_version.current()  # before the rest: what is read later can only be newer
    known = _read.get(slug)
    if known is not None and known[0] == version:
        return known[1]
    series = find_series(slug)
    if series is not None:
        if len(_read) >= MOST:
            _read.clear()
        _read[slug] = (version, series)
    return series


def version_number() -> Subquery:
    """Return the number to be read along with what belongs to a series; see :func:`series_since`."""
    return Subquery(PublicVersion.objects.values("number")[:1])


def series_since(series_id: int, number: int | None) -> Series | None:
    """
    Return a series with all that its page shows, as it stood when the version had this ``number`` or later.

    Emails need the same series hundreds of times in a rush. The object is shared by all threads: read it only.
    """
    known = _by_id.get(series_id)
    if known is not None and known[0] == number:
        return known[1]
    series = with_all(Series.objects.filter(pk=series_id)).first()
    if series is not None and number is not None:
        if len(_by_id) >= MOST:
            _by_id.clear()
        _by_id[series_id] = (number, series)
    return series
