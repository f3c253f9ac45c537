"""Coming in: from the personal link, or as a guest with the room's code."""

from __future__ import annotations

import secrets
import uuid
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from skaala.registration.models import Attendance, Registration
from skaala.workshops import rules
from skaala.workshops.models import Admission, Board, Participant
from skaala.workshops.pseudonym import pseudonym_of


@dataclass(frozen=True)
class Chosen:
    """What a participant tells of herself: all that a board ever knows of her."""

    perspective: str
    size_class: str = ""


def may_enter(registration: Registration, board: Board) -> bool:
    """Say whether a registration gives the right to take part in ``board``: by a confirmed attendance of its event."""
    return (
        registration.cancelled_at is None
        and registration.series_id == board.event.series_id
        and registration.attendances.filter(event=board.event_id, state=Attendance.State.CONFIRMED).exists()
    )


@transaction.atomic
def enter(*, board: Board, registration: Registration, chosen: Chosen, now: datetime) -> Participant:
    """
    Let somebody who registered take part under her pseudonym; a second time changes nothing.

    :raises NotPossible: if the board is not open yet, or her registration does not lead to it
    """
    if not rules.is_open(board.phase):
        raise rules.NotPossible(rules.Refusal.NOT_YET_OPEN, phase=board.phase)
    if not may_enter(registration, board):
        raise rules.NotPossible(rules.Refusal.NOT_ADMITTED)
    series = board.event.series
    participant, _ = Participant.objects.get_or_create(
        pk=pseudonym_of(registration.pk, series),
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
    *, board: Board, chosen: Chosen, now: datetime, known: Participant | None = None
) -> tuple[Participant, Admission]:
    """
    Let a guest come to the door of ``board``: admitted at once, or once the facilitator confirms her.

    :param known: the participant her device already is in this series
    :raises NotPossible: if the board is not open, or does not welcome guests
    """
    if not rules.is_open(board.phase):
        raise rules.NotPossible(rules.Refusal.NOT_YET_OPEN, phase=board.phase)
    if not board.welcomes_guests:
        raise rules.NotPossible(rules.Refusal.NOT_ADMITTED)
    series = board.event.series
    participant = known or Participant.objects.create(
        pk=uuid.uuid4(),
        series=series,
        perspective=chosen.perspective,
        size_class=chosen.size_class,
        is_guest=True,
        joined_on=now.astimezone(series.zone).date(),
    )
    admission, _ = Admission.objects.get_or_create(
        board=board,
        participant=participant,
        defaults={
            "state": Admission.State.WAITING if board.confirms_guests else Admission.State.ADMITTED,
            "mark": f"{secrets.randbelow(10_000):04}",
        },
    )
    return participant, admission


def admit(*, board: Board, admission_id: uuid.UUID, is_welcome: bool) -> None:
    """Let a waiting guest in, or turn her away; one of another board is left alone."""
    state = Admission.State.ADMITTED if is_welcome else Admission.State.REFUSED
    Admission.objects.filter(board=board, pk=admission_id).update(state=state)
