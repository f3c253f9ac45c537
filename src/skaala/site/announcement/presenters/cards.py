"""Series in lists."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from skaala.registration.queries import full_modes
from skaala.reports.queries import latest_versions
from skaala.series.models import Series
from skaala.site.announcement.presenters.pages import SeriesPage, series_page


def series_cards(found: Iterable[Series], *, now: datetime) -> list[SeriesPage]:
    """Return series (read with all their parts) prepared for a list of them; what is full is asked once for all."""
    listed = list(found)
    full = full_modes([event for series in listed for event in series.events.all()])
    with_report = {version.report.series_id for version in latest_versions(listed)}
    return [
        replace(series_page(series, now=now, full=full), has_report=series.pk in with_report)
        for series in listed
    ]
