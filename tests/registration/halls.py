"""Halls with few seats, people who come and go in threads of their own, and what must hold in the end."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from django.db import connection

from skaala.registration import operations
from skaala.registration.models import Attendance, Registration, Seat
from skaala.registration.operations import SignUp
from skaala.registration.rules import Choice
from skaala.series.models import Event
from tests import cast


def a_hall(*, onsite: int | None = 2, online: int | None = None, **details: Any) -> Event:
    """A hybrid closing event with ``onsite`` and ``online`` places."""
    event = cast.a_closing_event(details.pop("series", None) or cast.a_series(), **details)
    return operations.set_capacity(
        event=event, capacities={"onsite": onsite, "online": online}, now=cast.TODAY
    )


def someone(event: Event, name: str, mode: str = "onsite", **details: Any) -> Registration:
    """Register somebody called ``name``."""
    return cast.a_registration(
        event.series, event, email=f"{name}@example.org", mode=mode, language="en", **details
    )


def some(event: Event, names: str, mode: str = "onsite") -> list[Registration]:
    """Register several one after the other, their names separated by spaces."""
    return [someone(event, name, mode) for name in names.split()]


def change(registration: Registration, *choices: Choice) -> bool:
    """Ask for these events instead of those before."""
    details = cast.some_details(registration.email, language="en")
    return operations.change_registration(
        registration=registration, details=details, choices=choices, now=cast.TODAY
    )


def attendance_by_name(event: Event) -> dict[str, str]:
    """Say of each who has not cancelled how they attend and what they wait for, as in “onsite”, “waiting” or “onsite>online”."""
    found = {}
    for one in (
        Attendance.objects.filter(event=event).exclude(state="cancelled").select_related("registration")
    ):
        has = one.mode if one.state == "confirmed" else "waiting"
        found[one.registration.email.partition("@")[0]] = f"{has}>{one.waits_for}" if one.waits_for else has
    return found


def line(event: Event, mode: str = "onsite") -> list[str]:
    """Return the names of those who wait, in their order."""
    found = Attendance.objects.filter(event=event, waits_for=mode).order_by("waiting_number")
    return [email.partition("@")[0] for email in found.values_list("registration__email", flat=True)]


def check_what_must_hold(event: Event) -> None:
    """Nobody without a seat, no seat for two, none empty while somebody waits, as many seats as were set."""
    event.refresh_from_db()
    for mode in ("online", "onsite"):
        capacity = event.capacity_of(mode)
        seats = Seat.objects.filter(event=event, mode=mode)
        confirmed = Attendance.objects.filter(event=event, mode=mode, state="confirmed")
        waiting = Attendance.objects.filter(event=event, waits_for=mode)
        if capacity is None:
            assert (seats.count(), waiting.count()) == (0, 0)
            continue
        assert seats.count() == capacity
        assert confirmed.count() <= capacity
        assert set(seats.exclude(attendance=None).values_list("attendance", flat=True)) == set(
            confirmed.values_list("pk", flat=True)
        )
        assert not (waiting.exists() and seats.filter(attendance=None).exists())


class Person(threading.Thread):
    """Somebody who acts at the same time as others, on a connection of their own; a problem comes out at :meth:`done`."""

    def __init__(self, act: Callable[[], Any]) -> None:
        super().__init__(daemon=True)
        self.act, self.problem = act, None
        self.start()

    def run(self) -> None:
        try:
            self.act()
        except BaseException as error:
            self.problem = error
        finally:
            connection.close()

    def done(self) -> None:
        self.join(30)
        assert not self.is_alive(), "still waiting for somebody"
        if self.problem is not None:
            raise self.problem


def sign_up(event: Event, name: str, mode: str = "onsite") -> SignUp:
    return SignUp(cast.some_details(f"{name}@example.org", language="en"), (Choice(event.pk, mode),))
