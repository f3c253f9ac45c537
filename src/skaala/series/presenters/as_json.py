"""A series as `skaala series list --json` prints it."""

from __future__ import annotations

from django.utils import timezone

from skaala.series import rules
from skaala.series.models import Series


def series_as_json(series: Series) -> dict[str, object]:
    """Return what `skaala series list --json` prints of a series; instants are ISO 8601 in the event's zone."""
    return {
        "slug": series.slug,
        "title": series.title.as_dict(),
        "status": series.status,
        "events": [
            {
                "slug": event.slug,
                "kind": event.kind,
                "number": event.number,
                "title": event.title.as_dict(),
                "start": timezone.localtime(event.start, event.zone).isoformat(),
                "end": timezone.localtime(event.end, event.zone).isoformat(),
                "status": event.status,
                "mode": event.mode,
                "venue": str(event.venue) if event.venue else None,
                "registration_closes": timezone.localtime(rules.closes_at(event), event.zone).isoformat(),
            }
            for event in series.events.all()
        ],
    }
