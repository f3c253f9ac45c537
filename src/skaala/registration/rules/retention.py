"""How long dietary and accessibility needs are kept."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

NEEDS_KEPT = timedelta(days=14)
"""How long after the event they were for dietary and accessibility needs are kept."""


def needs_have_served(ends: Iterable[datetime], onsite_ends: Iterable[datetime], *, now: datetime) -> bool:
    """
    Say whether needs can be forgotten: :data:`NEEDS_KEPT` after the last event the person attends on site, or after the
    last one of all where they attend none on site; at once where they attend nothing.
    """
    on_site = list(onsite_ends)
    last = max(on_site or list(ends), default=None)
    return last is None or now >= last + NEEDS_KEPT
