"""Background tasks. Their names are stored in the queue, so a name stays when a function moves."""

from __future__ import annotations

from django.utils import timezone
from procrastinate.contrib.django import app

from skaala.registration.operations import give_workspace_links
from skaala.workshops import operations
from skaala.workshops.models import Board, Intake
from skaala.workshops.operations.move import GIVE_LINKS
from skaala.workshops.queries import boards_that_need_keys


@app.task(name="workshops.see_board", queue="insight")
def analyse_board(*, board_id: int) -> None:
    board = Board.objects.select_related("event__series").filter(pk=board_id).first()
    if board is not None:
        operations.analyse_board(board=board, now=timezone.now())


@app.task(name="workshops.take_in", queue="insight")
def import_board(*, intake_id: str) -> None:
    intake = Intake.objects.select_related("event__series").filter(pk=intake_id).first()
    if intake is not None:
        operations.import_board(intake=intake, now=timezone.now())


@app.periodic(cron="* * * * *")
@app.task(name=GIVE_LINKS, queue="housekeeping")
def give_links(timestamp: int = 0) -> None:
    """Send the key to whoever has a place at an event with an open board and none yet, as after a late registration."""
    for board in boards_that_need_keys():
        give_workspace_links(event=board.event, now=timezone.now())
