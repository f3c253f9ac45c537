"""Coming in: with the key of somebody who registered, or as a guest with the room's code."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime

from django.db import connection, transaction

from skaala.registration.models import Attendance, Registration
from skaala.registration.queries.workspaces import registration_with
from skaala.registration.rules.workspace_key import new_key, participant_of, permit_of
from skaala.workshops import rules
from skaala.workshops.models import Admission, Board, Participant
from skaala.workshops.queries.guests import room_for_guests


@dataclass(frozen=True)
class Chosen:
    """What a participant says about themselves: all that a board ever knows of them."""

    perspective: str
    size_class: str = ""


def may_enter(registration: Registration, board: Board) -> bool:
    """Say whether a registration gives the right to take part in ``board``: by a confirmed attendance of its event."""
    return (
        registration.cancelled_at is None
        and registration.series_id == board.event.series_id
        and registration.attendances.filter(event=board.event_id, state=Attendance.State.CONFIRMED).exists()
    )


_PLACE = (
    "SELECT r.cancelled_at IS NULL, EXISTS (SELECT 1 FROM registration_attendance a "
    "WHERE a.registration_id = r.id AND a.event_id = %s AND a.state = %s) "
    "FROM registration_workspacepermit w JOIN registration_registration r ON r.id = w.registration_id AND r.series_id = w.series_id "
    "WHERE w.permit = %s AND w.series_id = %s"
)


def holds_place(key: bytes, board: Board) -> bool:
    """Say whether a key opens ``board``, as :func:`may_enter` says it of its registration; asked with every vote, so in one plain query."""
    series = board.event.series
    with connection.cursor() as cursor:
        cursor.execute(_PLACE, [board.event_id, Attendance.State.CONFIRMED.value, permit_of(key), series.pk])
        row = cursor.fetchone()
    if row is None or row[0]:
        return row is not None and row[1]
    # Cancelled, and perhaps registered again since.
    registration = registration_with(key, series)
    return registration is not None and may_enter(registration, board)


@transaction.atomic
def enter(*, board: Board, key: bytes, chosen: Chosen, now: datetime) -> Participant:
    """
    Let the holder of a key take part; a second time changes nothing.

    The registration is looked up to see that it has a place here. Of it only the size class of the municipality is
    kept, and nothing is noted beside it.

    :raises UnableToAct: if the board is not open yet, or the registration does not lead to it
    """
    if not rules.is_open(board.phase):
        raise rules.UnableToAct(rules.Refusal.NOT_YET_OPEN, phase=board.phase)
    series = board.event.series
    registration = registration_with(key, series)
    if registration is None or not may_enter(registration, board):
        raise rules.UnableToAct(rules.Refusal.NOT_ADMITTED)
    participant, _ = Participant.objects.get_or_create(
        pk=participant_of(key),
        defaults={
            "series": series,
            "perspective": chosen.perspective,
            "size_class": registration.municipality.size_class if registration.municipality else "",
            "is_simulated": registration.is_simulated,
            "joined_on": now.astimezone(series.zone).date(),
        },
    )
    return participant


@transaction.atomic
def enter_as_guest(
    *, board: Board, chosen: Chosen, now: datetime, key: bytes | None = None, known: Participant | None = None
) -> tuple[Participant, Admission]:
    """
    Let a guest take part in ``board``. Their votes count once the facilitator lets them in, or at once while all are let in
    and there is room for them, see :func:`room_for_guests`.

    :param key: the key that the guest's device is to keep; it tells the guest from all others
    :param known: the participant that the device already is in this series
    :raises UnableToAct: if the board is not open, or does not welcome guests
    """
    if not rules.is_open(board.phase):
        raise rules.UnableToAct(rules.Refusal.NOT_YET_OPEN, phase=board.phase)
    if not board.welcomes_guests:
        raise rules.UnableToAct(rules.Refusal.NOT_ADMITTED)
    series = board.event.series
    participant = known or Participant.objects.create(
        pk=participant_of(key or new_key()),
        series=series,
        perspective=chosen.perspective,
        size_class=chosen.size_class,
        is_guest=True,
        joined_on=now.astimezone(series.zone).date(),
    )
    current = Board.objects.select_for_update(no_key=True).get(
        pk=board.pk
    )  # one after another for the last room
    is_counted = not current.confirms_guests and room_for_guests(current) > 0
    admission, _ = Admission.objects.get_or_create(
        board=board,
        participant=participant,
        defaults={
            "state": Admission.State.ADMITTED if is_counted else Admission.State.WAITING,
            "mark": f"{secrets.randbelow(10_000):04}",
        },
    )
    return participant, admission
