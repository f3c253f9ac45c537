"""
Seats: who gets one, who waits, and who is next.

Locks, always in this order, so that nobody waits for one who waits for them:

1. rows of registrations and series (``FOR NO KEY UPDATE``, which lets others refer to them);
2. for each event and way of attending, its seats: shared by those who register, alone by those who free, add or hand
   on seats; events and ways sorted;
3. for each event and way, the end of its line; sorted; held to the end of the transaction, so that the order of the
   line is the order of the commits.

Rows of attendances and seats are changed only by who holds the second.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import connection

from skaala.registration import rules
from skaala.registration.models import Attendance, Registration, Seat
from skaala.registration.rules import Choice, Refusal, UnableToRegister
from skaala.series.models import Event

MODES = (Attendance.Mode.ONLINE.value, Attendance.Mode.ONSITE.value)
# The first bits of our advisory locks, so that they meet nobody else's.
_SPACE = 0x5EA7 << 44

# One statement for all that one person asks for: every registration passes here, and each more would be a round trip.
# MATERIALIZED, because a join might read the locking part twice.
_ATTEND = """
WITH wanted AS (
    INSERT INTO registration_attendance
        (registration_id, event_id, mode, state, waits_for, revision, created_at, confirmed_at)
    SELECT %(registration)s::uuid, event_id, mode, 'confirmed', '', 0, %(now)s::timestamptz, %(now)s::timestamptz
    FROM unnest(%(events)s::bigint[], %(modes)s::text[]) AS asked (event_id, mode)
    RETURNING id AS attendance_id, event_id, mode
), picked AS MATERIALIZED (
    SELECT wanted.attendance_id, seat.id
    FROM wanted CROSS JOIN LATERAL (
        SELECT id FROM registration_seat
        WHERE event_id = wanted.event_id AND mode = wanted.mode AND attendance_id IS NULL
          AND NOT EXISTS (
              SELECT 1 FROM registration_attendance AS line
              WHERE line.event_id = wanted.event_id AND line.waits_for = wanted.mode
          )
        LIMIT 1 FOR UPDATE SKIP LOCKED
    ) AS seat
), claimed AS (
    UPDATE registration_seat SET attendance_id = picked.attendance_id
    FROM picked WHERE registration_seat.id = picked.id
    RETURNING registration_seat.attendance_id
)
SELECT wanted.attendance_id,
       wanted.event_id,
       wanted.mode,
       event.status,
       CASE wanted.mode WHEN 'online' THEN event.capacity_online ELSE event.capacity_onsite END IS NOT NULL,
       claimed.attendance_id IS NOT NULL,
       EXISTS (
           SELECT 1 FROM registration_seat
           WHERE event_id = wanted.event_id AND mode = wanted.mode AND attendance_id IS NULL
       )
FROM wanted
LEFT JOIN series_event AS event ON event.id = wanted.event_id
LEFT JOIN claimed ON claimed.attendance_id = wanted.attendance_id
"""

_JOIN_WAITING_LIST = """
UPDATE registration_attendance AS joining
SET waits_for = wanted.mode, waiting_since = %(now)s, cancelled_at = NULL,
    state = CASE WHEN joining.state = 'confirmed' AND joining.mode <> wanted.mode THEN 'confirmed' ELSE 'waiting' END,
    mode = CASE WHEN joining.state = 'confirmed' AND joining.mode <> wanted.mode THEN joining.mode ELSE wanted.mode END,
    confirmed_at = CASE WHEN joining.state = 'confirmed' AND joining.mode <> wanted.mode THEN joining.confirmed_at END,
    waiting_number = 1 + coalesce((
        SELECT max(line.waiting_number) FROM registration_attendance AS line
        WHERE line.event_id = joining.event_id AND line.waits_for = wanted.mode
    ), 0)
FROM unnest(%(attendances)s::bigint[], %(modes)s::text[]) AS wanted (attendance_id, mode)
WHERE joining.id = wanted.attendance_id
"""


@dataclass(frozen=True)
class SeatAllocation:
    """What came of asking for seats: the attendances that must wait, and the events where a seat may have been passed over."""

    waiting: list[tuple[int, Choice]]
    skipped: frozenset[int]


def _key(event_id: int, mode: str, *, of_line: bool = False) -> int:
    return _SPACE | event_id << 2 | (mode == Attendance.Mode.ONSITE) << 1 | of_line


def _lock(function: str, keys: Iterable[int]) -> None:
    with connection.cursor() as cursor:
        # unnest gives the keys in our order, and the function is called for each as it comes.
        cursor.execute(f"SELECT {function}(key) FROM unnest(%s::bigint[]) AS key", [sorted(keys)])  # noqa: S608


def lock_seats(event_ids: Collection[int]) -> None:
    """Keep everybody else from the seats of these events until the end of the transaction."""
    if event_ids:
        _lock("pg_advisory_xact_lock", [_key(event_id, mode) for event_id in event_ids for mode in MODES])


def claim_seats(registration: Registration, choices: Sequence[Choice], *, now: datetime) -> SeatAllocation:
    """
    Make the attendances of a new registration and claim a seat for each, beside others who do the same.

    A claim takes no seat while anyone waits. Who gets none must be put into the line with :func:`join_waiting_list`.

    :raises UnableToRegister: if one of the events has been removed or cancelled meanwhile
    """
    _lock("pg_advisory_xact_lock_shared", [_key(choice.event_id, choice.mode) for choice in choices])
    with connection.cursor() as cursor:
        cursor.execute(
            _ATTEND,
            {
                "registration": registration.pk,
                "events": [choice.event_id for choice in choices],
                "modes": [choice.mode for choice in choices],
                "now": now,
            },
        )
        answers = cursor.fetchall()
    waiting, skipped = [], set()
    for attendance_id, event_id, mode, status, is_limited, has_seat, some_are_free in answers:
        if status is None:
            raise UnableToRegister(Refusal.NOT_OF_THIS_SERIES)
        if status != Event.Status.SCHEDULED:
            raise UnableToRegister(Refusal.EVENT_CANCELLED, event_id=event_id)
        if is_limited and not has_seat:
            waiting.append((attendance_id, Choice(event_id, mode)))
            if some_are_free:  # held by somebody who has not committed, and may yet give it back
                skipped.add(event_id)
    return SeatAllocation(waiting, frozenset(skipped))


def join_waiting_list(waiting: Sequence[tuple[int, Choice]], *, now: datetime) -> None:
    """
    Put each attendance at the end of the line it must wait in. To be called last before the commit: others wait meanwhile.

    The lock on the end of the line makes the order of the line that of the commits.
    """
    if waiting:
        _lock("pg_advisory_xact_lock", [_key(one.event_id, one.mode, of_line=True) for _pk, one in waiting])
        _append_to_waiting_list([(pk, one.mode) for pk, one in waiting], now=now)


def wait_for(attendance: Attendance, mode: str, *, now: datetime) -> None:
    """
    Put one at the end of the line for ``mode``; a seat they have the other way they keep. Needs :func:`lock_seats`.

    Where a seat is free and nobody waits, :func:`reallocate_seats` gives it to them in the same transaction.
    """
    _append_to_waiting_list([(attendance.pk, mode)], now=now)


def _append_to_waiting_list(joining: list[tuple[int, str]], *, now: datetime) -> None:
    with connection.cursor() as cursor:
        ids, modes = [pk for pk, _ in joining], [mode for _, mode in joining]
        cursor.execute(_JOIN_WAITING_LIST, {"attendances": ids, "modes": modes, "now": now})


def release(attendance: Attendance, *, now: datetime) -> None:
    """Cancel an attendance, freeing its seat or its place in the line. Needs :func:`lock_seats`."""
    if attendance.state == Attendance.State.CONFIRMED:
        attendance.revision += 1  # who only waited has no entry in their calendar that would change
    _become(attendance, Attendance.State.CANCELLED)
    attendance.cancelled_at = now
    attendance.confirmed_at = None
    clear_waiting(attendance)
    Seat.objects.filter(attendance=attendance).update(attendance=None)


def clear_waiting(attendance: Attendance) -> None:
    """Stop waiting. Needs :func:`lock_seats`."""
    attendance.waits_for, attendance.waiting_since, attendance.waiting_number = "", None, None
    attendance.save()


def reallocate_seats(event_ids: Collection[int], *, now: datetime) -> list[Attendance]:
    """
    Give free seats to those who wait, strictly in order, until none is free or nobody waits. Needs :func:`lock_seats`.

    Who moves from one way to the other leaves a seat behind, which is handed on too. Events that have started or been
    cancelled hand on nothing.

    :returns: those who got a seat, with event and registration
    """
    seated: list[Attendance] = []
    for event in Event.objects.filter(pk__in=event_ids).order_by("pk"):
        if not rules.reallocates_seats(event, now=now):
            continue
        more = True
        while more:
            found = [one for mode in MODES if (one := _seat_next(event, mode, now=now))]
            if not found:
                found = _let_two_change_places(event, now=now)
            seated += found
            more = bool(found)
    return seated


def _next_in_line(event: Event, mode: str) -> Attendance | None:
    line = Attendance.objects.filter(event=event, waits_for=mode).select_related("registration")
    return line.order_by("waiting_number").first()


def _seat_next(event: Event, mode: str, *, now: datetime) -> Attendance | None:
    """Seat the first in line, if somebody waits and there is room."""
    first = _next_in_line(event, mode)
    return first if first is not None and seat_if_free(first, event, now=now) else None


def seat_if_free(waiting: Attendance, event: Event, *, now: datetime) -> bool:
    """
    Seat one who waits if there is room, whoever else waits: for the first in line, and for whom the organiser lets in once the
    event has started and the line has ended. Needs :func:`lock_seats`.
    """
    seat, mode = None, waiting.waits_for
    if event.capacity_of(mode) is not None:
        seat = Seat.objects.filter(event=event, mode=mode, attendance=None).first()
        if seat is None:
            return False
    Seat.objects.filter(attendance=waiting).update(attendance=None)
    _seat(waiting, mode, seat, now=now)
    waiting.event = event
    return True


def _let_two_change_places(event: Event, *, now: datetime) -> list[Attendance]:
    """Where the first in each line sits where the other wants to be, both can have their wish though no seat is free."""
    first = {mode: _next_in_line(event, mode) for mode in MODES}
    to_online, to_onsite = first["online"], first["onsite"]
    if to_online is None or to_onsite is None:
        return []
    if not to_online.state == to_onsite.state == Attendance.State.CONFIRMED:
        return []
    seats = {seat.mode: seat for seat in Seat.objects.filter(attendance__in=[to_online, to_onsite])}
    Seat.objects.filter(attendance__in=[to_online, to_onsite]).update(attendance=None)
    _seat(to_online, "online", seats.get("online"), now=now)
    _seat(to_onsite, "onsite", seats.get("onsite"), now=now)
    to_online.event = to_onsite.event = event
    return [to_online, to_onsite]


def _seat(attendance: Attendance, mode: str, seat: Seat | None, *, now: datetime) -> None:
    if attendance.state != Attendance.State.CONFIRMED:
        _become(attendance, Attendance.State.CONFIRMED)
        attendance.confirmed_at = now
    attendance.mode = mode
    attendance.revision += 1
    clear_waiting(attendance)
    if seat is not None:
        seat.attendance = attendance
        seat.save(update_fields=["attendance"])


def _become(attendance: Attendance, state: Attendance.State) -> None:
    rules.check_transition(attendance.state, state.value)
    attendance.state = state
