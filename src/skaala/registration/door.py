"""The list at the door: what one who checks people in needs to see of them, and nothing else."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from skaala.registration.models import Attendance, Registration
from skaala.registration.queries import arrivals
from skaala.registration.queries.arrivals import Coming
from skaala.series.models import Event

LONGEST_WAIT = timedelta(days=1)


@dataclass(frozen=True)
class Person:
    """Somebody on the list; ``arrived_at`` is None for who has not come."""

    attendance_id: int
    name: str
    organisation: str
    mode: str
    mode_label: str
    arrived_at: datetime | None

    @property
    def words(self) -> str:
        """What a search looks through."""
        return f"{self.name} {self.organisation}".casefold()


def people_at(event: Event, *, search: str = "") -> list[Person]:
    """Return who is expected at ``event``, those who come on site first, by name."""
    found = [person(attendance) for attendance in arrivals.expected(event, search=search)]
    return sorted(found, key=lambda one: one.mode == Attendance.Mode.ONLINE)


def person(attendance: Attendance) -> Person:
    """Return one person as the list shows her."""
    registration = attendance.registration
    arrival = getattr(attendance, "arrival", None)
    return Person(
        attendance_id=attendance.pk,
        name=registration.name,
        organisation=_organisation(registration),
        mode=attendance.mode,
        mode_label=str(attendance.get_mode_display()),
        arrived_at=arrival.at if arrival is not None else None,
    )


def _organisation(registration: Registration) -> str:
    place = registration.municipality or registration.network
    return ", ".join(part for part in (str(place) if place else "", registration.organisation) if part)


def counts_at(event: Event, *, now: datetime) -> list[Coming]:
    """Return how many are expected and have come, for each way in which anybody is expected: first who comes to the door."""
    found = arrivals.coming([event], now=now)[event.pk]
    return sorted(found, key=lambda one: one.way == Attendance.Mode.ONLINE)


def as_json(event: Event, *, now: datetime) -> dict[str, Any]:
    """Return how the list stands, for a page that holds the list already: counts, and who is on it and who has come."""
    rows = arrivals.expected(event).order_by().values_list("pk", "arrival__at")
    return {
        "counts": {one.way: [one.arrived, one.expected] for one in counts_at(event, now=now)},
        "expected": [pk for pk, _at in rows],
        "come": {str(pk): at.isoformat() for pk, at in rows if at is not None},
    }


@dataclass(frozen=True)
class Mark:
    """What a form of the list asks for."""

    attendance_id: int
    has_come: bool
    mark_id: uuid.UUID
    waited: timedelta = timedelta()


def read_mark(sent: Mapping[str, str]) -> Mark | None:
    """
    Return what a form of the list asks for; None if it cannot be read.

    A page without JavaScript sends one id for all its buttons, so the id of the mark follows from it and the button.
    """
    deed = "come" if "come" in sent else "undo"
    try:
        attendance_id, page_id = int(sent[deed]), uuid.UUID(sent["mark"])
    except (KeyError, ValueError):
        return None
    if not 0 < attendance_id < 2**63:
        return None
    mark_id = uuid.uuid5(page_id, f"{deed} {attendance_id}")
    return Mark(attendance_id, deed == "come", mark_id, _waited(sent.get("waited", "")))


def _waited(seconds: str) -> timedelta:
    """Return how long a mark has waited in a phone without network; what cannot be believed is no time at all."""
    try:
        waited = timedelta(seconds=int(seconds))
    except (ValueError, OverflowError):
        return timedelta()
    return waited if timedelta() <= waited <= LONGEST_WAIT else timedelta()
