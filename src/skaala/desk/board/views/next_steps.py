"""The closing event's next steps at the desk: brought from the report, and who takes part in which."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from skaala.catalogue.presenters.follow_ups import follow_up_lines
from skaala.catalogue.queries.follow_ups import follow_ups_of_steps
from skaala.catalogue.queries.steps import actions_by_root, may_become_actions
from skaala.desk.board.frame import board_page, to_board, with_board
from skaala.desk.frame.access import may
from skaala.reports import operations
from skaala.reports.commitments import operations as commitment_operations
from skaala.reports.commitments import queries
from skaala.reports.commitments.messages import refusal_message
from skaala.reports.commitments.rules import UnableToCommit
from skaala.reports.operations import ImportedSteps
from skaala.reports.queries import steps_to_import
from skaala.ui import dates
from skaala.ui.languages import reader_language
from skaala.workshops import queries as boards
from skaala.workshops.models import Board


@with_board
def together(request: HttpRequest, board: Board) -> HttpResponse:
    """Show the next steps with who takes part; on a press take somebody off."""
    if request.method == "POST":
        try:
            chosen = uuid.UUID(request.POST.get("commitment", ""))
        except ValueError:
            return to_board(board, "board-together")
        if commitment_operations.remove_commitment(board=board, commitment_id=chosen):
            messages.success(request, _("The name has been removed from the workspace."))
        return to_board(board, "board-together")
    steps = queries.next_steps(board, boards.latest_picture(board))
    made = actions_by_root([step.statement.root_id for step in steps])
    return board_page(
        request,
        "desk/board/together.html",
        board,
        here="board-together",
        steps=[(step, made.get(step.statement.root_id, [])) for step in steps],
        may_edit_actions=may(request, "make-action", "POST"),
        may_make_actions=may_become_actions(board, now=timezone.now()),
        follow_ups=follow_up_lines(follow_ups_of_steps(step.statement.root_id for step in steps)),
        commitments=[
            (one, dates.day(one.consented_on, reader_language())) for one in queries.commitments_on(board)
        ],
        to_take_in=len(steps_to_import(board.event.series)),
    )


@require_POST
@with_board
def take_in_steps(request: HttpRequest, board: Board) -> HttpResponse:
    """Bring the report's next steps to the board and say what came of it."""
    try:
        outcome = operations.import_next_steps(board=board, now=timezone.now())
    except UnableToCommit as problem:
        messages.error(request, refusal_message(problem))
        return to_board(board, "board-prompts")
    messages.success(request, _summed_up(outcome))
    if outcome.too_long:
        messages.warning(
            request,
            _("Too long for a statement, so write them yourself under Enter many: %(steps)s")
            % {"steps": "; ".join(outcome.too_long)},
        )
    return to_board(board, "board-together")


def _summed_up(outcome: ImportedSteps) -> str:
    new = len(outcome.carried) + len(outcome.seeded)
    words = ngettext(
        "%(number)s next step has been brought from the report.",
        "%(number)s next steps have been brought from the report.",
        new,
    ) % {"number": new}
    if outcome.known:
        words += " " + ngettext(
            "%(number)s were already here.", "%(number)s were already here.", outcome.known
        ) % {"number": outcome.known}
    return words
