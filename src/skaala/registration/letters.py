"""The words of the letters about a registration, made at the moment of delivery."""

from __future__ import annotations

from dataclasses import dataclass

from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from skaala.mail.calendar import calendar_file
from skaala.mail.compose import Attachment, Composed, NothingToSay, composes
from skaala.mail.models import Letter
from skaala.registration import links, queries
from skaala.registration.models import Attendance, Registration
from skaala.series import calendar as series_calendar
from skaala.series import naming
from skaala.series.models import Event
from skaala.ui import dates


@dataclass(frozen=True)
class AttendedEvent:
    """One event as a letter tells of it; ``join_url`` is empty for those who come on site."""

    heading: str
    attendance: Attendance
    when: str
    place: str
    join_url: str


@composes("registration.confirmation")
def confirmation(letter: Letter) -> Composed:
    """Say what the person has registered for, with calendar file and personal link."""
    registration = _registration_of(letter)
    return _letter(registration, "confirmation", _("Your registration: %(title)s"), with_calendar=True)


@composes("registration.changed")
def changed(letter: Letter) -> Composed:
    """Say how the registration stands after a change."""
    registration = _registration_of(letter)
    return _letter(registration, "changed", _("Your changed registration: %(title)s"), with_calendar=True)


@composes("registration.cancelled")
def cancelled(letter: Letter) -> Composed:
    """Say that the registration has been cancelled."""
    registration = _registration_of(letter)
    return _letter(registration, "cancelled", _("Registration cancelled: %(title)s"), with_calendar=False)


@composes("registration.link")
def link(letter: Letter) -> Composed:
    """Send the personal link again."""
    registration = _registration_of(letter)
    return _letter(registration, "link", _("Link to your registration: %(title)s"), with_calendar=True)


def _registration_of(letter: Letter) -> Registration:
    registration = Registration.objects.select_related("series").filter(correspondence__letter=letter).first()
    if registration is None:
        raise NothingToSay
    return registration


def attended_events(registration: Registration) -> list[AttendedEvent]:
    """Return the confirmed events as letters and the personal calendar file tell of them."""
    found = []
    for attendance in queries.confirmed_attendances(registration):
        event, online = attendance.event, attendance.mode == Attendance.Mode.ONLINE
        attendance.registration = registration
        found.append(
            AttendedEvent(
                heading=naming.heading(event),
                attendance=attendance,
                when=dates.when(event.start, event.end, registration.language, event.zone),
                place=_way_of_taking_part(event, online=online),
                join_url=links.join_url(attendance) if online else "",
            )
        )
    return found


def _way_of_taking_part(event: Event, *, online: bool) -> str:
    if online:
        return f"{_('Online')} ({event.platform})" if event.platform else _("Online")
    return f"{_('On site')}: {event.venue}" if event.venue else _("On site")


def personal_calendar(registration: Registration) -> bytes:
    """Return the calendar file of the events somebody attends; the join redirect is in it for online ones."""
    entries = []
    for item in attended_events(registration):
        event = item.attendance.event
        description = str(event.audience)
        if item.join_url:
            description = _("Join here: %(link)s") % {"link": item.join_url}
        entries.append(
            series_calendar.entry(
                event,
                url=links.event_url(item.attendance, registration.language),
                location=item.join_url or item.place,
                description=description,
            )
        )
    return calendar_file(entries, name=str(registration.series.title), language=registration.language)


def _letter(registration: Registration, name: str, subject: str, *, with_calendar: bool) -> Composed:
    series = registration.series
    context = {
        "registration": registration,
        "series": series,
        "events": attended_events(registration),
        "personal_url": links.personal_url(registration),
        "subject": subject % {"title": series.title},
    }
    attachments = []
    if with_calendar and context["events"]:
        attachments.append(
            Attachment("skaala.ics", personal_calendar(registration), "text/calendar; method=PUBLISH")
        )
    folder = "registration/letters"
    return Composed(
        subject=" ".join(str(context["subject"]).split()),
        text=render_to_string(f"{folder}/{name}.txt", context).strip() + "\n",
        html=render_to_string(f"{folder}/{name}.html", context),
        attachments=attachments,
        reply_to=series.contact_email,
    )
