"""Moving up from the waiting list, and what of it happens automatically."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime
from functools import partial
from uuid import UUID

from django.db import transaction

from skaala.registration import queries
from skaala.registration.models import Attendance
from skaala.registration.operations.queue_emails import queue_email_about
from skaala.registration.operations.seats import lock_seats, reallocate_seats


@transaction.atomic
def promote_from_waiting_list(*, event_ids: Collection[int], now: datetime) -> int:
    """
    Give the free seats of these events to those who wait, in their order, and tell each by email.

    :returns: how many have moved up
    """
    lock_seats(event_ids)
    seated = reallocate_seats(event_ids, now=now)
    notify_promoted(seated, now=now)
    return len(seated)


def promote_after_commit(event_ids: Collection[int], *, now: datetime) -> None:
    """Have a seat that was passed over handed on right after the commit; should that fail, the job below does it."""
    if event_ids:
        transaction.on_commit(partial(promote_from_waiting_list, event_ids=event_ids, now=now), robust=True)


def fill_forgotten_seats(*, now: datetime) -> int:
    """Hand on seats that are free while somebody waits, as after a crash between two commits; returns how many."""
    found = queries.events_with_forgotten_seats(now=now)
    return promote_from_waiting_list(event_ids=found, now=now) if found else 0


def notify_promoted(seated: Iterable[Attendance], *, now: datetime, but: UUID | None = None) -> None:
    """Write to those who have moved up, except to one who is told in another email."""
    for attendance in seated:
        if attendance.registration_id != but:
            queue_email_about(
                attendance.registration, "registration.promoted", now=now, event=attendance.event
            )
