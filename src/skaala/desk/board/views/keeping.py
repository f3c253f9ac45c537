"""Keeping a workspace's questions for the next ones."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from skaala.desk.board.forms import KeepPromptsForm
from skaala.desk.board.frame import board_page, to_board, with_board
from skaala.desk.frame.access import sees_house
from skaala.workshops.messages.prompt_sets import not_kept
from skaala.workshops.models import Board
from skaala.workshops.operations.prompt_sets import UnableToKeep, keep_prompts_of


@with_board
def keep_prompts(request: HttpRequest, board: Board) -> HttpResponse:
    """Keep the questions as a set of the organisation; not for those who have a role in this series alone."""
    if not sees_house(request):
        raise Http404
    data = request.POST if request.method == "POST" else None
    form = KeepPromptsForm(data)
    if data is not None and form.is_valid():
        try:
            keep_prompts_of(board=board, name=form.cleaned_data["name"])
        except UnableToKeep as problem:
            form.add_error("name", not_kept(problem))
        else:
            messages.success(
                request, _("The questions are kept. You can choose them when you set up a workspace.")
            )
            return to_board(board, "board-prompts")
    return board_page(
        request,
        "desk/board/keep_prompts.html",
        board,
        here="board-prompts",
        beneath=_("Keep the questions"),
        status=422 if data is not None else 200,
        form=form,
        prompts=board.prompts.all(),
    )
