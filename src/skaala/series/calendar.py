"""A series and its events as calendar entries."""

from __future__ import annotations

from skaala.mail.calendar import Entry
from skaala.series import naming
from skaala.series.models import Event


def entry(event: Event, *, url: str, location: str = "", description: str = "") -> Entry:
    """
    Return ``event`` as a calendar entry in the active language.

    :param location: where one goes; the public one (venue, or the platform's name) if empty, never the join link
    """
    return Entry(
        uid=f"{event.uid}@skaala",
        sequence=event.sequence,
        stamp=event.updated_at,
        start=event.start,
        end=event.end,
        summary=naming.heading(event),
        description=description or str(event.audience),
        location=location or naming.public_location(event),
        url=url,
    )
