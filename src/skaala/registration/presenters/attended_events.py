"""A person's events as emails, the personal page and their calendar show them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import tzinfo

from django.utils import timezone

from skaala.registration import links, queries
from skaala.registration.messages import mode_at
from skaala.registration.models import Attendance, Registration
from skaala.series.models import Event
from skaala.series.presenters import naming
from skaala.ui import dates


@dataclass(frozen=True)
class AttendedEvent:
    """
    One event that somebody attends or waits for.

    ``join_url`` is empty for all but those who have a place online. ``waiting_list_position`` counts from 1; None for who does
    not wait. ``waits_for`` says in words which way of attending they wait for.
    """

    heading: str
    attendance: Attendance
    when: str
    place: str
    join_url: str
    waiting_list_position: int | None = None
    waits_for: str = ""
    # Opens at the door; empty for who does not come on site.
    code_url: str = ""
    # Where somebody waits: whether the other way of attending has places, which they can change to.
    other_way: str = ""

    @property
    def picture(self) -> str:
        """The name under which an email carries the entrance code as a picture."""
        return f"entrance-code-{self.attendance.event.slug}"

    @property
    def is_cancelled(self) -> bool:
        return self.attendance.event.is_cancelled

    @property
    def has_place(self) -> bool:
        return self.attendance.state == Attendance.State.CONFIRMED and not self.is_cancelled

    @property
    def is_in_calendars(self) -> bool:
        """Whether an email may have put it into their calendar: they have a place, or had one before they gave it up and wait now."""
        return self.attendance.state == Attendance.State.CONFIRMED or self.attendance.revision > 0


def active_events(registration: Registration) -> list[AttendedEvent]:
    """Return the events somebody attends or waits for, in order of time."""
    return [_item(registration, attendance) for attendance in queries.active_attendances(registration)]


def attended_events(registration: Registration) -> list[AttendedEvent]:
    """Return the events that take place and at which somebody has a place."""
    return [item for item in active_events(registration) if item.has_place]


def only_waits(events: Iterable[AttendedEvent]) -> bool:
    """Say whether somebody has no place at all, but waits for one."""
    found = [item for item in events if not item.is_cancelled]
    return bool(found) and not any(item.has_place for item in found)


@dataclass(frozen=True)
class OfferedEvent:
    """An event that somebody may add."""

    heading: str
    when: str
    place: str


def offered_event(registration: Registration, event: Event, mode: str) -> OfferedEvent:
    """Return an event with when it is and where somebody would attend it, in the language of their emails."""
    when = dates.when(event.start, event.end, registration.language, event.zone, homes_of(registration))
    return OfferedEvent(naming.heading(event), when, mode_at(event, mode))


def homes_of(registration: Registration) -> tuple[tzinfo, ...]:
    """Return the time zones for whose clocks this person may take a time in an email."""
    return dates.homes(registration.language, timezone.get_default_timezone(), registration.series.zone)


def _item(registration: Registration, attendance: Attendance) -> AttendedEvent:
    attendance.registration = registration
    event, is_online = attendance.event, attendance.mode == Attendance.Mode.ONLINE
    has_place = attendance.state == Attendance.State.CONFIRMED and not event.is_cancelled
    return AttendedEvent(
        heading=naming.heading(event),
        attendance=attendance,
        when=dates.when(event.start, event.end, registration.language, event.zone, homes_of(registration)),
        place=mode_at(event, attendance.mode),
        join_url=links.join_url(attendance) if is_online and has_place else "",
        waiting_list_position=None if event.is_cancelled else queries.waiting_list_position(attendance),
        waits_for=mode_at(event, attendance.waits_for) if attendance.waits_for else "",
        code_url=links.code_url(attendance) if has_place and not is_online else "",
        other_way=_free_other_way(attendance),
    )


def _free_other_way(attendance: Attendance) -> str:
    """Return in words the way of attending that has places while somebody waits for the other one and has none."""
    event = attendance.event
    others = [mode for mode in event.modes if mode != attendance.waits_for]
    if attendance.state != Attendance.State.WAITING or event.is_cancelled or not others:
        return ""
    full = {mode for _pk, mode in queries.full_modes([event])}
    free = [mode for mode in others if mode not in full]
    return mode_at(event, free[0]) if free else ""
