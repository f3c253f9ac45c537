"""Concluding: the facilitator picks statements and notes, and writes what was concluded and who does what by when."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from skaala.desk.board.forms.conclusions import ConclusionForm
from skaala.desk.board.frame import address, board_page, to_board, with_board
from skaala.reports.operations import renew_concluded
from skaala.workshops import operations, rules
from skaala.workshops.models import Board, Conclusion
from skaala.workshops.presenters.conclusions import show_conclusions
from skaala.workshops.queries.conclusions import find_conclusion


@with_board
def conclude(request: HttpRequest, board: Board) -> HttpResponse:
    """List what was concluded above the form for the next; take a new one, or show them on the screen."""
    if request.POST.get("action") == "screen":
        operations.show_conclusions(board=board)
        messages.success(request, _("The conclusions are on the screen."))
        return to_board(board, "board-conclude")
    return _edit(request, board, Conclusion(board=board))


@with_board
def conclusion(request: HttpRequest, board: Board, conclusion_id: uuid.UUID) -> HttpResponse:
    """Change a conclusion, move it in the list, or take it back."""
    found = find_conclusion(board, conclusion_id)
    if found is None:
        raise Http404
    if request.POST.get("action") == "remove":
        operations.remove_conclusion(board=board, conclusion_id=conclusion_id)
        renew_concluded(series=board.event.series)
        messages.success(request, _("The conclusion has been removed."))
        return to_board(board, "board-conclude")
    if request.POST.get("action") in {"up", "down"}:
        operations.move_conclusion(
            board=board, conclusion_id=conclusion_id, up=request.POST["action"] == "up"
        )
        renew_concluded(series=board.event.series)
        return redirect(f"{address(board, 'board-conclude')}#conclusion-{conclusion_id.hex}")
    return _edit(request, board, found)


def _edit(request: HttpRequest, board: Board, record: Conclusion) -> HttpResponse:
    is_new = record._state.adding
    data = request.POST if request.method == "POST" else None
    form = ConclusionForm(data, record=record)
    if data is not None and form.is_valid():
        operations.save_conclusion(
            conclusion=form.fill_in(),
            statements=[uuid.UUID(one) for one in form.cleaned_data["statements"]],
            notes=[uuid.UUID(one) for one in form.cleaned_data.get("notes", ())],
            now=timezone.now(),
        )
        renew_concluded(series=board.event.series)
        messages.success(
            request,
            _("The conclusion has been saved. Phones and the screen show it.")
            if rules.are_concluding(board.phase)
            else _("The conclusion has been saved."),
        )
        return to_board(board, "board-conclude")
    return board_page(
        request,
        "desk/board/conclude.html" if is_new else "desk/board/conclusion.html",
        board,
        here="board-conclude",
        beneath="" if is_new else _("Conclusion"),
        status=422 if data is not None else 200,
        form=form,
        concluded=show_conclusions(board) if is_new else [],
        is_shown_now=rules.are_concluding(board.phase),
    )
