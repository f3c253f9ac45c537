"""Changing, cancelling or resuming an event together with its seats, and telling those who come."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from skaala.places.models import Venue
from skaala.registration.models import Attendance, Mailing, Seat
from skaala.registration.operations.capacity import set_capacity
from skaala.registration.operations.promote import notify_promoted
from skaala.registration.operations.queue_emails import queue_mailing
from skaala.registration.operations.seats import clear_waiting, lock_seats, reallocate_seats, wait_for
from skaala.registration.queries.notifications import active_attendances_at
from skaala.registration.rules import notifications as rules
from skaala.series import operations as series_operations
from skaala.series import queries as series_queries
from skaala.series.models import Event, Series
from skaala.ui.texts import Texts, in_every_language


@dataclass(frozen=True)
class ChangedEvent:
    """An event as saved, and the mailing to those whom the change concerns; None where nobody is."""

    event: Event
    mailing: Mailing | None


@transaction.atomic
def change_event(
    *,
    event: Event,
    capacities: Mapping[str, int | None],
    now: datetime,
    may_be_past: bool = False,
    new_venue: Venue | None = None,
) -> ChangedEvent:
    """
    Save a new or changed event, and how many may come to it each way (None: any number).

    A changed time, place or way of attending is written to those whom it concerns, with a calendar update. Where a way of
    attending is no longer offered, those who had it attend the other way.

    :param may_be_past: true for a series that is entered after the fact
    :param new_venue: a venue to be made on the spot for this event
    :raises InvalidEvent: with all problems found; nothing is saved
    :raises SeatsTaken: if more would have a seat one way than may come; nothing is saved
    """
    before = Event.objects.select_related("venue").filter(pk=event.pk).first() if event.pk else None
    if before is not None:
        # Before the event's own row: somebody who holds a seat may need to refer to that row before they can commit.
        Series.objects.select_for_update(no_key=True).get(pk=event.series_id)
        lock_seats([event.pk])
    event = series_operations.save_event(event=event, now=now, may_be_past=may_be_past, new_venue=new_venue)
    wanted, moved = dict(capacities), []
    if before is not None:
        for gone in set(before.modes) - set(event.modes):
            moved += _move_people(event, gone, now=now)
            wanted[gone] = None
    event = set_capacity(event=event, capacities=wanted, now=now)
    if before is None:
        return ChangedEvent(event, None)
    return ChangedEvent(event, _notify_of_change(before, event, moved, now=now))


def _move_people(event: Event, gone: str, *, now: datetime) -> list[int]:
    """
    Have those who attend the way that is gone, or wait for it, attend the way that stays, or wait for that.

    :returns: the ids of the attendances of those who had a place
    """
    (stays,) = set(event.modes) - {gone}
    for attendance in Attendance.objects.filter(event=event, waits_for=gone).order_by("waiting_number"):
        if attendance.state == Attendance.State.CONFIRMED:
            clear_waiting(attendance)
        else:
            wait_for(attendance, stays, now=now)
    moved = list(Attendance.objects.filter(event=event, mode=gone, state=Attendance.State.CONFIRMED))
    Seat.objects.filter(attendance__in=moved).update(attendance=None)
    for attendance in moved:
        attendance.mode = stays
        attendance.revision += 1
        clear_waiting(attendance)  # who waited for the way that stays has it now
    return [attendance.pk for attendance in moved]


def _notify_of_change(before: Event, event: Event, moved: list[int], *, now: datetime) -> Mailing | None:
    found = rules.changes(before, event)
    is_over = event.end <= now or event.is_cancelled
    if not found or is_over or not series_queries.is_public(event.series, now=now):
        return None
    people = [
        one.registration
        for one in active_attendances_at(event)
        if rules.concerns(found, mode=one.mode, waits_for=one.waits_for)
    ]
    if not people:
        return None
    mailing = Mailing.objects.create(
        series=event.series,
        event=event,
        kind=Mailing.Kind.CHANGE,
        before=_as_it_was(before, found) | {"moved": moved},
        created_at=now,
    )
    queue_mailing(mailing, people, kind="registration.event_changed", now=now)
    return mailing


def _as_it_was(event: Event, found: frozenset[rules.Change]) -> dict[str, object]:
    return {
        "changes": sorted(found),
        "start": event.start.isoformat(),
        "end": event.end.isoformat(),
        "zone": event.time_zone,
        "mode": event.mode,
        "place": _names_of(event.venue) if event.venue else {},
    }


def _names_of(venue: Venue) -> dict[str, str]:
    return in_every_language(venue).as_dict()


@transaction.atomic
def cancel_event(*, event: Event, reason: Texts, now: datetime) -> ChangedEvent:
    """
    Cancel an event and write to all who attend it or wait for it, with a file that takes it out of their calendars.

    Attendances stay as they were, as a record of who would have come; seats are no longer handed on.

    :raises UnableToCancelEvent: if it has been cancelled already, or is over
    """
    Series.objects.select_for_update(no_key=True).get(pk=event.series_id)
    lock_seats([event.pk])  # whoever registers just now is told too; who comes later is refused
    event = series_operations.cancel_event(event=event, reason=reason, now=now)
    people = [one.registration for one in active_attendances_at(event)]
    if not people:
        return ChangedEvent(event, None)
    mailing = Mailing.objects.create(
        series=event.series, event=event, kind=Mailing.Kind.CANCELLATION, body=reason, created_at=now
    )
    queue_mailing(mailing, people, kind="registration.event_cancelled", now=now)
    return ChangedEvent(event, mailing)


@transaction.atomic
def resume_event(*, event: Event, now: datetime) -> ChangedEvent:
    """
    Have a cancelled event take place after all, and write to all who would have come, with a file for their calendars.

    Places that became free meanwhile are handed on.

    :raises UnableToCancelEvent: if it is not cancelled, or its time is over
    """
    Series.objects.select_for_update(no_key=True).get(pk=event.series_id)
    lock_seats([event.pk])
    event = series_operations.resume_event(event=event, now=now)
    notify_promoted(reallocate_seats([event.pk], now=now), now=now)
    people = [one.registration for one in active_attendances_at(event)]
    if not people:
        return ChangedEvent(event, None)
    mailing = Mailing.objects.create(
        series=event.series, event=event, kind=Mailing.Kind.RESUMPTION, created_at=now
    )
    queue_mailing(mailing, people, kind="registration.event_resumed", now=now)
    return ChangedEvent(event, mailing)
