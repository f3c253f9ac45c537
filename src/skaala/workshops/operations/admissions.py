"""Letting guests in, from when on their votes count, and turning them away, which takes these out again."""

from __future__ import annotations

import uuid

from django.db import transaction

from skaala.workshops import rules
from skaala.workshops.models import Admission, Board
from skaala.workshops.operations.request_analysis import request_analysis
from skaala.workshops.queries.guests import room_for_guests


@transaction.atomic
def admit(*, board: Board, admission_id: uuid.UUID, is_welcome: bool) -> None:
    """
    Let a guest in, or turn them away; one of another board is left alone.

    What was voted is in the figures, or out of them, with their next step of five people: nobody learns one guest's votes
    by letting them in and out.

    :raises UnableToAct: if there is no room for one more
    """
    current = _held(board)
    admission = Admission.objects.filter(board=board, pk=admission_id).first()
    state = Admission.State.ADMITTED if is_welcome else Admission.State.REFUSED
    if admission is None or admission.state == state:
        return
    if is_welcome and room_for_guests(current) < 1:
        raise rules.UnableToAct(rules.Refusal.TOO_MANY_GUESTS)
    admission.state = state
    admission.save(update_fields=["state"])
    request_analysis(board)


@transaction.atomic
def admit_all(*, board: Board) -> int:
    """Let all guests in who wait, as far as there is room; return how many wait on."""
    room = room_for_guests(_held(board))
    waiting = board.admissions.filter(state=Admission.State.WAITING)
    chosen = list(waiting.order_by("mark").values_list("pk", flat=True)[:room])
    Admission.objects.filter(pk__in=chosen).update(state=Admission.State.ADMITTED)
    if chosen:
        request_analysis(board)
    return waiting.count()


@transaction.atomic
def admit_until_stopped(*, board: Board) -> int:
    """Let all in who wait, and all who come, until :func:`stop_admitting`; return how many wait on."""
    Board.objects.filter(pk=board.pk).update(confirms_guests=False)
    return admit_all(board=board)


def stop_admitting(*, board: Board) -> None:
    """Let the guests who come from now on wait to be let in."""
    Board.objects.filter(pk=board.pk).update(confirms_guests=True)


def _held(board: Board) -> Board:
    return Board.objects.select_for_update(of=("self",), no_key=True).select_related("event").get(pk=board.pk)
