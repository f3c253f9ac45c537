"""Moving a board on and back, and its timer. Two facilitators who act at once get a clear answer."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import F
from procrastinate.contrib.django import app

from skaala.series.operations import note_public_change
from skaala.workshops import rules
from skaala.workshops.models import Board
from skaala.workshops.operations.request_analysis import request_analysis

GIVE_LINKS = "workshops.give_links"  # in jobs.py, which stands above


@transaction.atomic
def move_phase(*, board: Board, to: str, version: int, now: datetime, keeps_timer: bool = False) -> Board:
    """
    Move ``board`` to another phase.

    :param version: the board's version as the facilitator saw it
    :param keeps_timer: let a timer run on that runs; otherwise it stops
    :raises UnableToAct: if that move is not allowed, or another facilitator moved the board meanwhile
    """
    current = _locked(board, version)
    rules.check_can_move(current.phase, to)
    opens = rules.is_open(to) and not rules.is_open(current.phase)
    if rules.can_write(current.phase) and not rules.can_write(to):
        current.writing_ended_at = now
    current.phase, current.screen, current.presented = to, "", None
    request_analysis(current)
    if opens:
        transaction.on_commit(lambda: app.configure_task(GIVE_LINKS).defer())
    if current.results_published_at is not None:
        note_public_change()  # what is published is shown in some phases only
    return _save(current, current.timer_ends_at if keeps_timer else None)


@transaction.atomic
def set_timer(*, board: Board, minutes: int, version: int, now: datetime) -> Board:
    """
    Start the timer, or let it run ``minutes`` longer (or shorter, if negative) where it runs.

    :raises UnableToAct: if it would end at once or hours away, or another facilitator was first
    """
    current = _locked(board, version)
    return _save(current, rules.timer_ends(minutes, running_until=current.timer_ends_at, now=now))


@transaction.atomic
def stop_timer(*, board: Board, version: int) -> Board:
    """
    Take the timer away.

    :raises UnableToAct: if another facilitator was first
    """
    return _save(_locked(board, version), None)


def _locked(board: Board, version: int) -> Board:
    current = (
        Board.objects.select_for_update(of=("self",), no_key=True)
        .select_related("event__series")
        .get(pk=board.pk)
    )
    if current.version != version:
        raise rules.UnableToAct(rules.Refusal.MOVED_MEANWHILE, phase=current.phase)
    return current


def _save(board: Board, ends: datetime | None) -> Board:
    board.timer_ends_at = ends
    board.version = F("version") + 1
    board.save(update_fields=["phase", "timer_ends_at", "writing_ended_at", "screen", "presented", "version"])
    board.refresh_from_db(fields=["version"])
    return board
