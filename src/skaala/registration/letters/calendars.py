"""Somebody's own calendar files: what she attends, and what is to go from her calendar."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from skaala.mail.calendar import Entry, calendar_file
from skaala.registration import links, queries
from skaala.registration.letters.items import AttendedEvent, standing_events, way_of_attending
from skaala.registration.models import Attendance, Registration
from skaala.series import calendar as series_calendar


def personal_calendar(registration: Registration) -> bytes:
    """
    Return the calendar file of the events somebody attends; the join redirect is in it for online ones.

    Cancelled events are in it as cancelled, so that a calendar that holds them learns of it.
    """
    items = standing_events(registration)
    return calendar_of(registration, [item for item in items if item.has_place or item.is_cancelled])


def calendar_of(registration: Registration, items: Iterable[AttendedEvent]) -> bytes:
    """Return a calendar file of some of the events somebody attends."""
    held = queries.revisions_held_before(registration)
    entries = [_entry(registration, item.attendance, item.join_url, held) for item in items]
    return calendar_file(entries, name=str(registration.series.title), language=_language(registration))


def cancelling_calendar(registration: Registration, attendances: Iterable[Attendance]) -> bytes:
    """Return a file that takes events out of somebody's calendar."""
    held = queries.revisions_held_before(registration)
    entries = [replace(_entry(registration, one, "", held), is_cancelled=True) for one in attendances]
    name = str(registration.series.title)
    return calendar_file(entries, name=name, language=_language(registration), method="CANCEL")


def _language(registration: Registration) -> str:
    """The language in which the words come: that of the letter, or of the page that the file is loaded from."""
    return get_language() or registration.language


def _entry(
    registration: Registration, attendance: Attendance, join_url: str, held: Mapping[int, int]
) -> Entry:
    """
    One entry keeps one UID; both changes of the event and of this person's attendance raise its SEQUENCE.

    :param held: how far an earlier registration of hers, cancelled since, has raised it, by event
    """
    event = attendance.event
    entry = series_calendar.entry(
        event,
        url=links.event_url(attendance, _language(registration)),
        location=join_url or way_of_attending(event, attendance.mode),
        description=_("Join here: %(link)s") % {"link": join_url} if join_url else str(event.audience),
    )
    sequence = entry.sequence + attendance.revision + held.get(event.pk, 0)
    return replace(entry, sequence=sequence, stamp=max(entry.stamp, registration.updated_at))
