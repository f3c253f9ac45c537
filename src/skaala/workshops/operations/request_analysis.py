"""Asking for a new picture once what was done is committed."""

from __future__ import annotations

from django.db import connection, transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from skaala.workshops.models import Board

# Name of the task: jobs are above operations and may not be imported here.
SEE = "workshops.see_board"
PAUSE_SECONDS = 4


def request_analysis(board: Board) -> None:
    """
    Have the engine look at ``board`` a few seconds after this transaction.

    However often that is asked meanwhile, it is looked at once.
    """
    transaction.on_commit(lambda: _ask(board.pk))


def _ask(board_id: int) -> None:
    lock = f"see-board-{board_id}"
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT 1 FROM procrastinate_jobs WHERE queueing_lock = %s AND status = 'todo'", [lock]
        )
        if cursor.fetchone():
            return
    task = app.configure_task(
        SEE, allow_unknown=False, queueing_lock=lock, lock=lock, schedule_in={"seconds": PAUSE_SECONDS}
    )
    try:
        with transaction.atomic():
            task.defer(board_id=board_id)
    except AlreadyEnqueued:
        pass
