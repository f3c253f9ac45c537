"""Somebody's events as letters, the personal page and her calendar tell of them."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from skaala.registration import links, queries
from skaala.registration.models import Attendance, Registration
from skaala.series import naming
from skaala.series.models import Event
from skaala.ui import dates


@dataclass(frozen=True)
class AttendedEvent:
    """
    One event that somebody attends or waits for.

    ``join_url`` is empty for all but those who have a place online. ``place_in_line`` counts from 1; None for who does
    not wait. ``waits_for`` says in words which way of attending she waits for.
    """

    heading: str
    attendance: Attendance
    when: str
    place: str
    join_url: str
    place_in_line: int | None = None
    waits_for: str = ""
    # Opens at the door; empty for who does not come on site.
    code_url: str = ""

    @property
    def picture(self) -> str:
        """The name under which a letter carries the entrance code as a picture."""
        return f"entrance-code-{self.attendance.event.slug}"

    @property
    def is_cancelled(self) -> bool:
        return self.attendance.event.is_cancelled

    @property
    def has_place(self) -> bool:
        return self.attendance.state == Attendance.State.CONFIRMED and not self.is_cancelled

    @property
    def is_in_calendars(self) -> bool:
        """Whether a letter may have put it into her calendar: she has a place, or had one before she gave it up and waits now."""
        return self.attendance.state == Attendance.State.CONFIRMED or self.attendance.revision > 0


def standing_events(registration: Registration) -> list[AttendedEvent]:
    """Return the events somebody attends or waits for, in order of time."""
    return [_item(registration, attendance) for attendance in queries.standing_attendances(registration)]


def attended_events(registration: Registration) -> list[AttendedEvent]:
    """Return the events that take place and at which somebody has a place."""
    return [item for item in standing_events(registration) if item.has_place]


def _item(registration: Registration, attendance: Attendance) -> AttendedEvent:
    attendance.registration = registration
    event, is_online = attendance.event, attendance.mode == Attendance.Mode.ONLINE
    has_place = attendance.state == Attendance.State.CONFIRMED and not event.is_cancelled
    return AttendedEvent(
        heading=naming.heading(event),
        attendance=attendance,
        when=dates.when(event.start, event.end, registration.language, event.zone),
        place=way_of_attending(event, attendance.mode),
        join_url=links.join_url(attendance) if is_online and has_place else "",
        place_in_line=None if event.is_cancelled else queries.place_in_line(attendance),
        waits_for=way_of_attending(event, attendance.waits_for) if attendance.waits_for else "",
        code_url=links.code_url(attendance) if has_place and not is_online else "",
    )


def way_of_attending(event: Event, way: str) -> str:
    """Return how and where one attends, as in “On site: Kuntatalo” or “Online (Teams)”."""
    if way == Attendance.Mode.ONLINE:
        return f"{_('Online')} ({event.platform})" if event.platform else _("Online")
    return f"{_('On site')}: {event.venue}" if event.venue else _("On site")
