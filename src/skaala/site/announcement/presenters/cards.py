"""Series in lists."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from skaala.registration.queries import full_modes
from skaala.series.models import Series
from skaala.site.announcement.presenters.pages import SeriesPage, series_page


def series_cards(found: Iterable[Series], *, now: datetime) -> list[SeriesPage]:
    """Return series (read with all their parts) prepared for a list of them; what is full is asked once for all."""
    listed = list(found)
    full = full_modes([event for series in listed for event in series.events.all()])
    return [series_page(series, now=now, full=full) for series in listed]
