"""The projector: one screen at a time for the whole room, and the remote by which a facilitator's phone leads it."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from skaala.desk.board.contexts import ShownNow
from skaala.desk.board.frame import address, board_page, follow, to_board, with_board
from skaala.desk.board.presenters import bars_of, current, join_picture, screens
from skaala.people.queries import base_url
from skaala.series.presenters import naming
from skaala.workshops import operations, queries, rules
from skaala.workshops.links.live import Audience
from skaala.workshops.models import Board
from skaala.workshops.presenters.frames import counts_line

PLACES = {"statements": "board-statements", "remote": "board-remote"}
"""From where screens are led, by what its form says."""


@require_POST
@with_board
def present(request: HttpRequest, board: Board) -> HttpResponse:
    """Show the next statement large, the one before, a chosen one, its votes, or none; then lead back to where it was pressed."""
    action = request.POST.get("action", "")
    if action in {"next", "previous"}:
        operations.present_next(board=board, step=1 if action == "next" else -1)
    elif action == "end":
        operations.present(board=board, statement_id=None)
    elif action in {"bars", "no-bars"}:
        operations.show_bars(board=board, are_shown=action == "bars")
    else:
        try:
            chosen = uuid.UUID(request.POST.get("statement", ""))
        except ValueError:
            raise rules.UnableToAct(rules.Refusal.UNKNOWN_STATEMENT) from None
        operations.present(board=board, statement_id=chosen)
    return _back(request, board)


@require_POST
@with_board
def screen(request: HttpRequest, board: Board) -> HttpResponse:
    """Show the next screen, the one before, or a chosen one; then lead back to where it was pressed."""
    found = screens(board)
    action, chosen = request.POST.get("action", ""), request.POST.get("to", "")
    place = current(board, found)
    if action in {"next", "previous"}:
        place = min(max(place + (1 if action == "next" else -1), 0), len(found) - 1)
        chosen = found[place].name
    if any(one.name == chosen for one in found):
        operations.show_screen(board=board, name=chosen)
    return _back(request, board)


def _back(request: HttpRequest, board: Board) -> HttpResponse:
    return to_board(board, PLACES.get(request.POST.get("from", ""), "board-projector"))


def _shown_now(board: Board) -> ShownNow:
    found = screens(board)
    place = current(board, found)
    large = queries.presented(board)
    return {
        "screens": found,
        "screen": found[place],
        "number": place + 1,
        "following": found[place + 1] if place + 1 < len(found) else None,
        "presented": large,
        "place": queries.place_of(board, large) if large else None,
        "bars": bars_of(board, large) if large else None,
    }


@with_board
def projector(request: HttpRequest, board: Board) -> HttpResponse:
    """Show the room one thing at a time, in large type; nothing on it scrolls."""
    now = timezone.now()
    # Before what is shown: a change between the two makes the screen come once more, and not stay behind.
    live = follow(request, board, Audience.PROJECTOR)
    shown = _shown_now(board)
    here = shown["screen"]
    context = {
        **shown,
        **({} if shown["presented"] else here.content()),
        **_join(board),
        "board": board,
        "event": board.event,
        "series": board.event.series,
        "board_heading": naming.heading(board.event),
        "zone": board.event.series.zone,
        "prompts": board.prompts.all(),
        "counts_line": counts_line(queries.taking_part(board), queries.room_counts(board)),
        "live": live,
        "timer_ends": board.timer_ends_at if board.timer_ends_at and board.timer_ends_at > now else None,
        "may_write": rules.can_write(board.phase),
        "may_vote": rules.can_vote(board.phase),
        "back": address(board, "board"),
    }
    return render(request, "desk/board/projector.html", context)


def _join(board: Board) -> dict[str, Any]:
    url = base_url(board.event.series.tenant) + reverse("site:board-join")
    return {
        "qr": join_picture(board),
        "join_address": url.split("://", 1)[-1],
        "may_join": board.welcomes_guests and rules.is_open(board.phase),
    }


@with_board
def remote(request: HttpRequest, board: Board) -> HttpResponse:
    """Lead the projector from a phone: which screen is on, the next one, and all of them."""
    return board_page(
        request,
        "desk/board/remote.html",
        board,
        here="board-remote",
        live=follow(request, board, Audience.FACILITATOR),
        live_shows=address(board, "board-remote"),
        **_shown_now(board),
    )
