"""Letting somebody without an account read a series before it is published, until a day."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from skaala.people.models import Account
from skaala.series.models import Series, SharedPreview


def share_preview(
    *, series: Series, last_day: date, shared_by: Account | None, now: datetime
) -> SharedPreview:
    """Open the draft of ``series`` by a link to the end of ``last_day`` in its time zone."""
    ends = datetime.combine(last_day + timedelta(days=1), time.min, tzinfo=series.zone)
    return SharedPreview.objects.create(series=series, shared_by=shared_by, shared_at=now, ends_at=ends)


def end_preview(*, preview: SharedPreview, now: datetime) -> None:
    """End the link at once; one that has ended already stays as it is."""
    SharedPreview.objects.filter(pk=preview.pk, ended_at=None).update(ended_at=now)
