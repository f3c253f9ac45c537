"""A series and its events as calendar entries."""

from __future__ import annotations

from skaala.mail.calendar import Entry
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
        summary=f"{heading(event)}",
        description=description or str(event.audience),
        location=location or public_location(event),
        url=url,
    )


def heading(event: Event) -> str:
    """Return kind, number and title on one line, as in “Workshop 1: Receiving and applying”."""
    kind = str(event.get_kind_display()).capitalize()
    before = f"{kind} {event.number}" if event.number else kind
    title = str(event.title)
    return before if title.casefold() == before.casefold() or not title else f"{before}: {title}"


def public_location(event: Event) -> str:
    """Return where the event is, in words that may be shown to anyone."""
    online = event.platform or ("Online" if event.offers_online else "")
    if event.offers_onsite and event.venue:
        place = str(event.venue)
        return f"{place} / {online}" if event.offers_online and online else place
    return online
