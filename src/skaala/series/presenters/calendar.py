"""A series and its events as calendar entries."""

from __future__ import annotations

from email.utils import parseaddr

from django.conf import settings

from skaala.mail.renderers.calendar import Entry
from skaala.series.models import Event
from skaala.series.presenters import naming


def entry(event: Event, *, url: str, location: str = "", description: str = "") -> Entry:
    """
    Return ``event`` as a public calendar entry in the active language.

    It has another UID than the entry of somebody who attends (:func:`personal_uid`): where both come to one calendar, neither
    overwrites the other.

    :param location: where one goes; the public one (venue, or the platform's name) if empty, never the join link
    """
    return Entry(
        uid=f"{event.uid}-public@skaala",
        sequence=event.sequence,
        stamp=event.updated_at,
        start=event.start,
        end=event.end,
        summary=naming.in_calendar(event),
        description=description or str(event.audience),
        location=location or naming.public_location(event),
        url=url,
        is_cancelled=event.is_cancelled,
        organiser=_organiser(event),
    )


def personal_uid(event: Event) -> str:
    """Return the UID of the entry that those have who attend."""
    return f"{event.uid}@skaala"


def _organiser(event: Event) -> tuple[str, str]:
    """Return name and address of whom one can ask; a calendar program knows by them whose event it is."""
    series = event.series
    return (
        (series.contact_name, series.contact_email) if series.contact_email else parseaddr(settings.MAIL_FROM)
    )
