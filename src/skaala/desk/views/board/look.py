"""Looking together: what the votes say, and the projector's view."""

from __future__ import annotations

import random
import uuid

import segno
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_POST

from skaala.desk.boards import address, board_page, follow, to_board, with_board
from skaala.reports.queries_commitments import next_steps, takes_commitments
from skaala.series import naming
from skaala.workshops import operations, queries, rules
from skaala.workshops.export import make_file
from skaala.workshops.frames import counts_line
from skaala.workshops.jobs import look_soon
from skaala.workshops.live_token import Audience
from skaala.workshops.models import Board
from skaala.workshops.shown import show_picture


@with_board
def picture(request: HttpRequest, board: Board) -> HttpResponse:
    """Show what the votes say; on a press have the engine look again."""
    if request.method == "POST":
        look_soon(board.pk)
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
    made = make_file(board, request.GET.get("as", "zip"), for_public=for_public, chance=random.SystemRandom())
    if made is None:
        raise Http404
    response = HttpResponse(made.content, content_type=made.content_type)
    name = (
        f"{board.event.series.slug}-{board.event.slug}-{'public' if for_public else 'complete'}.{made.ending}"
    )
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@require_POST
@with_board
def present(request: HttpRequest, board: Board) -> HttpResponse:
    """Show the next statement large, the one before, a chosen one, or none; then lead back to where it was pressed."""
    deed = request.POST.get("deed", "")
    if deed in {"next", "previous"}:
        operations.present_next(board=board, step=1 if deed == "next" else -1)
    elif deed == "end":
        operations.present(board=board, statement_id=None)
    else:
        try:
            chosen = uuid.UUID(request.POST.get("statement", ""))
        except ValueError:
            raise rules.NotPossible(rules.Refusal.UNKNOWN_STATEMENT) from None
        operations.present(board=board, statement_id=chosen)
    return to_board(
        board, "board-statements" if request.POST.get("from") == "statements" else "board-projector"
    )


@with_board
def projector(request: HttpRequest, board: Board) -> HttpResponse:
    """Show the room what to do now, in large type, with the code to join by."""
    results = board.phase in rules.LOOKING  # before that, the room needs to see what to do
    picture = queries.latest_picture(board) if results else None
    now = timezone.now()
    join = settings.BASE_URL + reverse("site:board-join")
    code = segno.make(f"{join}?code={board.code}", error="m")
    drawn = code.svg_inline(omitsize=True, border=2, light="#fff", svgclass=None, lineclass=None)
    shown_large = queries.presented(board)
    context = {
        "board": board,
        "event": board.event,
        "series": board.event.series,
        "presented": shown_large,
        "place": queries.place_of(board, shown_large) if shown_large else None,
        "board_heading": naming.heading(board.event),
        "zone": board.event.series.zone,
        "prompts": board.prompts.all(),
        "counts_line": counts_line(queries.taking_part(board)),
        "live": follow(request, board, Audience.PROJECTOR),
        "timer_ends": board.timer_ends_at if board.timer_ends_at and board.timer_ends_at > now else None,
        # Drawn by segno from our own address: no words of anybody's are in it.
        "qr": mark_safe(drawn),  # noqa: S308
        "join_address": join.split("://", 1)[-1],
        "may_join": board.welcomes_guests and rules.is_open(board.phase),
        "may_write": rules.can_write(board.phase),
        "may_vote": rules.can_vote(board.phase),
        "shown": show_picture(board, picture) if results else None,
        "results": results,
        "steps": next_steps(board, picture) if results and takes_commitments(board) else [],
        "back": address(board, "board"),
    }
    return render(request, "desk/board/projector.html", context)
