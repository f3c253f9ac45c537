"""The list at the door: what one who checks people in needs to see of them, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from skaala.registration.models import Attendance, Registration
from skaala.registration.queries import arrivals
from skaala.registration.queries.arrivals import ArrivalCount
from skaala.series.models import Event


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
    """Return one person as the list shows them."""
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


def counts_at(event: Event, *, now: datetime) -> list[ArrivalCount]:
    """Return how many are expected and have come, for each way in which anybody is expected: first who comes to the door."""
    found = arrivals.arrival_counts([event], now=now)[event.pk]
    return sorted(found, key=lambda one: one.mode == Attendance.Mode.ONLINE)


def as_json(event: Event, *, now: datetime) -> dict[str, Any]:
    """Return how the list stands, for a page that holds the list already: counts, and who is on it and who has come."""
    rows = arrivals.expected(event).order_by().values_list("pk", "arrival__at")
    return {
        "counts": {one.mode: [one.arrived, one.expected] for one in counts_at(event, now=now)},
        "expected": [pk for pk, _at in rows],
        "come": {str(pk): at.isoformat() for pk, at in rows if at is not None},
    }
