"""Finding what an address names, or answering that there is none."""

from __future__ import annotations

from typing import TypeVar

from django.http import Http404

from skaala.series import queries
from skaala.series.models import Event, Series

Found = TypeVar("Found")


def or_404(found: Found | None) -> Found:
    """Return what a query found; if that is nothing, answer that there is no such page."""
    if found is None:
        raise Http404
    return found


def find_series(slug: str) -> Series:
    """Return the series at ``slug``."""
    return or_404(queries.find_series(slug))


def find_event(slug: str, event_slug: str) -> tuple[Series, Event]:
    """Return a series and its event at these addresses."""
    series = find_series(slug)
    return series, or_404(next((event for event in series.events.all() if event.slug == event_slug), None))
