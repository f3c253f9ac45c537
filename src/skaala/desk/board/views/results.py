"""Looking together: what the votes say."""

from __future__ import annotations

import random

from django.http import Http404, HttpRequest, HttpResponse

from skaala.desk.board.frame import board_page, to_board, with_board
from skaala.desk.frame.downloads import download
from skaala.workshops import operations, queries, rules
from skaala.workshops.formats import find_format
from skaala.workshops.models import Board
from skaala.workshops.presenters.picture import show_picture


@with_board
def picture(request: HttpRequest, board: Board) -> HttpResponse:
    """Show what the votes say; on a press have the engine look again."""
    if request.method == "POST":
        operations.request_analysis(board)
        return to_board(board, "board-picture")
    return board_page(
        request,
        "desk/board/picture.html",
        board,
        here="board-picture",
        shown=show_picture(board, queries.latest_picture(board)),
        zone=board.event.series.zone,
        are_hidden=not rules.results_are_shown(board.phase, hidden_until_weighed=board.hides_results),
    )


@with_board
def export(request: HttpRequest, board: Board) -> HttpResponse:
    """Give the board as files: complete, or for publishing."""
    for_public = request.GET.get("for") == "public"
    form = find_format(request.GET.get("as", "zip"))
    if form is None:
        raise Http404
    conversation = queries.conversation_of(board, for_public=for_public, chance=random.SystemRandom())
    extent = "public" if for_public else "complete"
    name = f"{board.event.series.slug}-{board.event.slug}-{extent}.{form.ending}"
    return download(form.write(conversation), content_type=form.content_type, name=name)
