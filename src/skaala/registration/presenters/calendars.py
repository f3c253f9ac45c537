"""Somebody's own calendar files: what they attend, and what is to go from their calendar."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from email.utils import parseaddr

from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from skaala.mail.renderers.calendar import Entry, calendar_file
from skaala.mail.renderers.emails import Attachment, Invitation
from skaala.registration import links, queries
from skaala.registration.messages import mode_at
from skaala.registration.models import Attendance, Registration
from skaala.registration.presenters.attended_events import AttendedEvent, active_events
from skaala.series.presenters import calendar as series_calendar

FILE = "application/ics"
"""
What calendar files of emails are: files. As ``text/calendar`` Exchange takes the first one for the whole email, and drops the
others; where there is one only, it stands among the email's alternatives as well (`invitation_among`).
"""


def personal_calendar(registration: Registration) -> bytes:
    """
    Return the calendar file of the events somebody attends; the page that leads to the call is in it for online ones.

    Cancelled events are in it as cancelled, so that a calendar that holds them learns of it.
    """
    items = active_events(registration)
    return calendar_of(registration, [item for item in items if item.has_place or item.is_cancelled])


def calendar_of(registration: Registration, items: Iterable[AttendedEvent]) -> bytes:
    """Return a calendar file of some of the events somebody attends."""
    held = queries.revisions_before(registration)
    entries = [_entry(registration, item.attendance, item.join_url, held) for item in items]
    return calendar_file(entries, language=_language(registration))


def files_to_add(registration: Registration, items: Sequence[AttendedEvent]) -> list[Attachment]:
    """Return a calendar file for each of some events that somebody attends, as emails carry them."""
    if not items:
        return []
    held = queries.revisions_before(registration)
    entries = [
        (item.attendance, _entry(registration, item.attendance, item.join_url, held)) for item in items
    ]
    return [
        Attachment(
            f"{attendance.event.slug}.ics",
            calendar_file([entry], language=_language(registration), method="REQUEST"),
            FILE,
        )
        for attendance, entry in entries
    ]


def files_to_remove(registration: Registration, attendances: Sequence[Attendance]) -> list[Attachment]:
    """Return a file for each of some events that takes it out of somebody's calendar."""
    if not attendances:
        return []
    held = queries.revisions_before(registration)
    return [
        Attachment(
            f"{one.event.slug}-cancelled.ics",
            calendar_file(
                [replace(_entry(registration, one, "", held), is_cancelled=True)],
                language=_language(registration),
                method="CANCEL",
            ),
            FILE,
        )
        for one in attendances
    ]


def invitation_among(added: Sequence[Attachment], removed: Sequence[Attachment]) -> Invitation | None:
    """Return what a mail program shows as the event of an email that carries one calendar file; None where it carries several."""
    if len(added) + len(removed) != 1:
        return None
    return Invitation(added[0].content, "REQUEST") if added else Invitation(removed[0].content, "CANCEL")


def _language(registration: Registration) -> str:
    """The language in which the words come: that of the email, or of the page that the file is loaded from."""
    return get_language() or registration.language


def _entry(
    registration: Registration, attendance: Attendance, join_url: str, held: Mapping[int, int]
) -> Entry:
    """
    One entry keeps one UID; both changes of the event and of this person's attendance raise its SEQUENCE.

    :param held: how far an earlier registration of theirs, cancelled since, has raised it, by event
    """
    event = attendance.event
    entry = series_calendar.entry(
        event,
        url=links.event_url(attendance, _language(registration)),
        # Never the link: colleagues, room displays and assistants see where somebody is.
        location=mode_at(event, attendance.mode),
        description=_description(attendance, join_url),
    )
    sequence = entry.sequence + attendance.revision + held.get(event.pk, 0)
    return replace(
        entry,
        uid=series_calendar.personal_uid(event),
        sequence=sequence,
        stamp=max(entry.stamp, registration.updated_at),
        attendee=registration.email,
        organiser=_sender(registration),
    )


def _sender(registration: Registration) -> tuple[str, str]:
    """Return whose event it is: the address that sends the email, which mail programs compare, under the organisation's name."""
    name, address = parseaddr(settings.MAIL_FROM)
    controller = registration.series.controller
    return (str(controller.name) if controller else name), address


def _description(attendance: Attendance, join_url: str) -> str:
    """The way in, and where one changes or cancels: a page that anyone may open, since colleagues read this calendar too."""
    event, language = attendance.event, _language(attendance.registration)
    lines = [_("Join here: %(link)s") % {"link": join_url} if join_url else ""]
    if attendance.mode == Attendance.Mode.ONSITE and attendance.state == Attendance.State.CONFIRMED:
        directions = event.venue.directions.for_reader(language).text if event.venue else ""
        lines += [directions, _("Your entry code: %(link)s") % {"link": links.code_url(attendance)}]
    again = links.link_again_url(event.series, language)
    lines += [
        _("Change or cancel: the link is in the email about your registration, or get it again: %(link)s")
        % {"link": again}
    ]
    return "\n\n".join(line for line in lines if line)
