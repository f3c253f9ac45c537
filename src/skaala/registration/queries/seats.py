"""Reading who has a seat and who waits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from django.db import connection
from django.db.models import Count, Exists, F, OuterRef, Q

from skaala.registration.models import Attendance, Registration, Seat
from skaala.series.models import Event, Series
from skaala.ui.reading import Reading


def active_attendances(registration: Registration) -> list[Attendance]:
    """Return the events somebody attends or waits for, in order of time, with event and venue."""
    events = events_at_hand(registration.series)
    if events:
        found = _active_alone(registration=registration.pk)
        if all(attendance.event_id in events for attendance in found):
            for attendance in found:
                attendance.event = events[attendance.event_id]
            return sorted(found, key=lambda one: (one.event.start, one.event_id))
    active = registration.attendances.exclude(state=Attendance.State.CANCELLED)
    found = list(active.select_related("event__venue").order_by("event__start", "event_id"))
    for attendance in found:
        attendance.event.series = registration.series
    return found


_active_alone = Reading(
    lambda registration: (
        Attendance.objects.filter(registration=registration)
        .exclude(state=Attendance.State.CANCELLED)
        .order_by()
    ),
    registration=UUID(int=1),
)


def events_at_hand(series: Series) -> dict[int, Event]:
    """Return the events of a series by number if they were read along with it, each with its venue; else nothing."""
    if "events" not in getattr(series, "_prefetched_objects_cache", {}):
        return {}
    return {event.pk: event for event in series.events.all()}


def waiting_list_position(attendance: Attendance) -> int | None:
    """Return how many stand in the line up to them, 1 for the next; None for who does not wait."""
    if not attendance.waits_for:
        return None
    with connection.cursor() as cursor:
        cursor.execute(_POSITION, [attendance.event_id, attendance.waits_for, attendance.waiting_number])
        return int(cursor.fetchone()[0])


_POSITION = """
SELECT count(*) FROM registration_attendance WHERE event_id = %s AND waits_for = %s AND waits_for <> '' AND waiting_number <= %s
"""


def dropped_attendances(registration: Registration) -> list[Attendance]:
    """Return the events that somebody had a place at and has given up before they started; who only waited has no entry."""
    given_up = registration.attendances.filter(
        state=Attendance.State.CANCELLED, event__start__gt=F("cancelled_at"), revision__gt=0
    )
    return list(given_up.select_related("event__venue", "event__series").order_by("event__start", "event_id"))


def revisions_before(registration: Registration) -> dict[int, int]:
    """
    Return by event the lowest revision that is newer than all those of the same person's earlier registrations.

    Who cancels and registers anew is to their calendar the same person, at the same event.
    """
    earlier = _before(
        series=registration.series_id, address=registration.email_normalised, until=registration.created_at
    )
    lowest: Counter[int] = Counter()
    for attendance in earlier:
        if attendance.registration_id != registration.pk:
            lowest[attendance.event_id] += attendance.revision + 1
    return lowest


_before = Reading(
    lambda series, address, until: Attendance.objects.filter(
        registration__series=series,
        registration__email_normalised=address,
        registration__cancelled_at__isnull=False,
        registration__cancelled_at__lte=until,
    ).order_by(),
    series=-1,
    address="sample@example.org",
    until=datetime(1, 1, 2, tzinfo=UTC),
)


@dataclass(frozen=True)
class ModeCount:
    """How one event stands one way of attending; ``capacity`` is None where any number may come."""

    mode: str
    capacity: int | None = None
    confirmed: int = 0
    waiting: int = 0

    @property
    def free(self) -> int | None:
        return None if self.capacity is None else max(self.capacity - self.confirmed, 0)


@dataclass(frozen=True)
class EventCount:
    """How one event stands."""

    event: Event
    by_mode: dict[str, ModeCount]

    @property
    def online(self) -> int:
        return self.by_mode["online"].confirmed

    @property
    def onsite(self) -> int:
        return self.by_mode["onsite"].confirmed

    @property
    def total(self) -> int:
        return self.online + self.onsite

    @property
    def waiting(self) -> int:
        return sum(mode.waiting for mode in self.by_mode.values())

    @property
    def shown(self) -> list[ModeCount]:
        """The ways that the event offers, and those in which somebody comes nevertheless."""
        return [
            one
            for mode, one in self.by_mode.items()
            if mode in self.event.modes or one.confirmed or one.waiting
        ]


def counts_by_event(series: Series) -> list[EventCount]:
    """Return how each event stands, by way of attending, in order of time."""
    active = (
        Attendance.objects.filter(event__series=series, registration__cancelled_at__isnull=True)
        .exclude(state=Attendance.State.CANCELLED)
        .order_by()
        .values_list("event_id", "state", "mode", "waits_for")
        .annotate(Count("id"))
    )
    confirmed: Counter[tuple[int, str]] = Counter()
    waiting: Counter[tuple[int, str]] = Counter()
    for event_id, state, mode, waits_for, count in active:
        if state == Attendance.State.CONFIRMED:
            confirmed[event_id, mode] += count
        if waits_for:
            waiting[event_id, waits_for] += count
    return [
        EventCount(
            event,
            {
                mode: ModeCount(
                    mode, event.capacity_of(mode), confirmed[event.pk, mode], waiting[event.pk, mode]
                )
                for mode in Attendance.Mode.values
            },
        )
        for event in series.events.all()
    ]


# The same as :func:`full_modes` of all events to come, as one short text: pages that say what is full are made anew when it
# changes, and only then. LIMIT keeps PostgreSQL from reading all seats and lines into a table of its own, as it does for EXISTS:
# that took a fifth of its time in a rush. Ways without a limit have no seats and take no part in it.
WHAT_IS_FULL = """
SELECT string_agg(event_id || way, ' ' ORDER BY event_id, way) FROM (
    SELECT event.id AS event_id, way
    FROM series_event event, LATERAL (VALUES ('online', capacity_online), ('onsite', capacity_onsite)) ways (way, capacity)
    WHERE event."end" > now() AND (capacity_online IS NOT NULL OR capacity_onsite IS NOT NULL) AND capacity IS NOT NULL
    AND (
        (SELECT true FROM registration_seat WHERE event_id = event.id AND mode = way AND attendance_id IS NULL LIMIT 1) IS NULL
        OR (SELECT true FROM registration_attendance WHERE event_id = event.id AND waits_for = way AND waits_for <> '' LIMIT 1)
    )
) AS full_ways
"""


def full_modes(events: Iterable[Event]) -> frozenset[tuple[int, str]]:
    """
    Return the id and way of attending of each of these events that takes nobody at once: no seat free, or a line.

    Takes no query where no event is limited.
    """
    limited = {
        (event.pk, mode) for event in events for mode in event.modes if event.capacity_of(mode) is not None
    }
    if not limited:
        return frozenset()
    ids = {event_id for event_id, _ in limited}
    free = (
        Seat.objects.filter(event__in=ids, attendance=None)
        .order_by()
        .values_list("event_id", "mode")
        .distinct()
    )
    lines = Attendance.objects.filter(event__in=ids).exclude(waits_for="").order_by()
    return frozenset(limited - (set(free) - set(lines.values_list("event_id", "waits_for").distinct())))


def waiting_list(event: Event, mode: str) -> list[Attendance]:
    """Return those who wait to attend that way, in their order, each with their registration."""
    found = Attendance.objects.filter(event=event, waits_for=mode)
    people = ("registration__municipality", "registration__network")
    return list(found.select_related(*people).order_by("waiting_number"))


def events_with_forgotten_seats(*, now: datetime) -> set[int]:
    """Return the ids of events to come where somebody waits though a seat is free, or though any number may come."""
    free = Seat.objects.filter(event=OuterRef("event"), mode=OuterRef("waits_for"), attendance=None)
    to_come = Attendance.objects.filter(event__start__gt=now, event__status=Event.Status.SCHEDULED)
    waiting = to_come.exclude(waits_for="")
    unlimited = Q(waits_for="online", event__capacity_online=None) | Q(
        waits_for="onsite", event__capacity_onsite=None
    )
    return set(
        waiting.filter(unlimited | Exists(free)).order_by().values_list("event_id", flat=True).distinct()
    )
