"""A series and its events as calendar entries."""

from __future__ import annotations

from email.utils import parseaddr

from django.conf import settings

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
        is_cancelled=event.is_cancelled,
        organiser=_organiser(event),
    )


def _organiser(event: Event) -> tuple[str, str]:
    """Return name and address of whom one can ask; a calendar program knows by them whose event it is."""
    series = event.series
    return (
        (series.contact_name, series.contact_email) if series.contact_email else parseaddr(settings.MAIL_FROM)
    )
