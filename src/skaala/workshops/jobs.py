"""Long work of this room, done by the worker."""

from __future__ import annotations

from django.db import connection, transaction
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

PAUSE_SECONDS = 4


@app.task(name="workshops.see_board", queue="insight")
def see_board(*, board_id: int) -> None:
    from skaala.workshops.models import Board
    from skaala.workshops.operations import see_board

    board = Board.objects.select_related("event__series").filter(pk=board_id).first()
    if board is not None:
        see_board(board=board, now=timezone.now())


def look_soon(board_id: int) -> None:
    """Have a board looked at in a few seconds; however often that is asked meanwhile, it is looked at once."""
    lock = f"see-board-{board_id}"
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT 1 FROM procrastinate_jobs WHERE queueing_lock = %s AND status = 'todo'", [lock]
        )
        if cursor.fetchone():
            return
    task = see_board.configure(queueing_lock=lock, lock=lock, schedule_in={"seconds": PAUSE_SECONDS})
    try:
        with transaction.atomic():
            task.defer(board_id=board_id)
    except AlreadyEnqueued:
        pass


@app.task(name="workshops.take_in", queue="insight")
def take_in(*, intake_id: str) -> None:
    from skaala.workshops.models import Intake
    from skaala.workshops.operations import take_in

    intake = Intake.objects.select_related("event__series").filter(pk=intake_id).first()
    if intake is not None:
        take_in(intake=intake, now=timezone.now())


def take_in_soon(intake_id: str) -> None:
    """Have a large conversation taken in by the worker; asked twice, it is done once."""
    lock = f"take-in-{intake_id}"
    try:
        with transaction.atomic():
            take_in.configure(queueing_lock=lock, lock=lock).defer(intake_id=intake_id)
    except AlreadyEnqueued:
        pass
