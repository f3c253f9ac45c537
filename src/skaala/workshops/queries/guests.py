"""Guests of a board: whose votes count, and for how many more there is room."""

from __future__ import annotations

import uuid
from collections.abc import Iterable

from skaala.registration.models import Attendance
from skaala.workshops.models import Admission, Board, Participant


def not_counted(board: Board) -> set[uuid.UUID]:
    """
    Return the guests whose votes do not count on ``board``: those who wait there or were turned away.

    Who has not been at this board counts as elsewhere in the series, so that a carried statement brings only votes that counted.
    """
    in_series = Admission.objects.filter(board__event__series=board.event.series_id)
    admitted = in_series.filter(state=Admission.State.ADMITTED).values("participant")
    waits = Admission.objects.exclude(state=Admission.State.ADMITTED)
    nowhere = in_series.exclude(state=Admission.State.ADMITTED).exclude(participant__in=admitted)
    return {
        *waits.filter(board=board).values_list("participant", flat=True),
        *nowhere.values_list("participant", flat=True),
    }


def room_for_guests(board: Board) -> int:
    """
    Return how many more guests may be counted on ``board``.

    In all there are counted at most as many people as have a confirmed place, and the number that the facilitator has set
    beyond them. Who takes part with a key of their own needs no guest's place.
    """
    confirmed = Attendance.objects.filter(
        event=board.event_id, state=Attendance.State.CONFIRMED, registration__cancelled_at__isnull=True
    ).count()
    keys = Participant.objects.filter(is_guest=False, votes__board=board).distinct().count()
    counted = board.admissions.filter(state=Admission.State.ADMITTED).count()
    return max(0, max(0, confirmed - keys) + board.guest_extra - counted)


def guests_at(board: Board) -> list[Admission]:
    """Return the guests of ``board``, those who wait first."""
    found = board.admissions.order_by("mark")
    order = [Admission.State.WAITING, Admission.State.ADMITTED, Admission.State.REFUSED]
    return sorted(found, key=lambda admission: order.index(Admission.State(admission.state)))


def guests_among(people: Iterable[str], board: Board) -> frozenset[str]:
    """Return which of these participants are guests."""
    guests = Participant.objects.filter(series=board.event.series_id, is_guest=True)
    return frozenset(people) & {str(who) for who in guests.values_list("pk", flat=True)}
