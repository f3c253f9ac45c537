"""Who can read a series before it is published."""

from __future__ import annotations

from datetime import datetime

from skaala.series.models import Series, SharedPreview


def shared_previews(series: Series, *, now: datetime) -> list[SharedPreview]:
    """Return the links to the draft of ``series`` that work, the newest first."""
    found = series.shared_previews.filter(ended_at=None, ends_at__gt=now).select_related("shared_by")
    return list(found.order_by("-shared_at"))
