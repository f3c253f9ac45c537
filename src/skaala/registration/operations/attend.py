"""Having somebody come to events, and give up others."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from skaala.registration.models import Attendance, Registration
from skaala.registration.operations.promote import notify_promoted
from skaala.registration.operations.seats import (
    clear_waiting,
    lock_seats,
    reallocate_seats,
    release,
    wait_for,
)
from skaala.registration.rules import Choice


def attend(
    registration: Registration, concerned: set[int], choices: Mapping[int, Choice], *, now: datetime
) -> None:
    """Have somebody come to those of the events concerned that they chose, and give up the others; hand on what is free."""
    wanted = dict(choices)
    lock_seats(concerned)
    for attendance in registration.attendances.filter(event_id__in=concerned).select_related("event"):
        choice = wanted.pop(attendance.event_id, None)
        if choice is None:
            release(attendance, now=now)
        elif attendance.state == Attendance.State.CONFIRMED and attendance.mode == choice.mode:
            clear_waiting(attendance)
        else:
            wait_for(attendance, choice.mode, now=now)
    for event_id in wanted.keys() & concerned:
        fresh = Attendance(
            registration=registration,
            event_id=event_id,
            mode=wanted[event_id].mode,
            created_at=now,
            state=Attendance.State.CANCELLED,
            cancelled_at=now,
        )
        fresh.save()
        # To the end of the line; where nobody waits and a seat is free, they are seated at once.
        wait_for(fresh, fresh.mode, now=now)
    notify_promoted(reallocate_seats(concerned, now=now), now=now, but=registration.pk)
