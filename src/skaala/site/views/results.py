"""What the votes of a board say, for everyone; and the board as files."""

from __future__ import annotations

import random
from datetime import timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from skaala.people.throttle import knock, network_address
from skaala.series import naming
from skaala.site.find import event_or_404, series_or_404
from skaala.ui.errors import too_many_requests
from skaala.workshops import queries
from skaala.workshops.export import make_file
from skaala.workshops.models import Board
from skaala.workshops.shown import show_picture

WITHIN = timedelta(minutes=10)
FILES_AN_ADDRESS = 60
"""Files are made afresh for each download, so that the ids in them lead nowhere."""


def results(request: HttpRequest, slug: str, event_slug: str) -> HttpResponse:
    """Show the published results of an event's board."""
    board = _published(request, slug, event_slug)
    picture = queries.latest_picture(board)
    context = {
        "series": board.event.series,
        "event": board.event,
        "board": board,
        "heading": naming.heading(board.event),
        "zone": board.event.series.zone,
        "shown": show_picture(board, picture),
    }
    return render(request, "site/results.html", context)


def results_file(request: HttpRequest, slug: str, event_slug: str, ending: str) -> HttpResponse:
    """Give the published board as a file, with fresh random ids and nothing about fewer than five."""
    board = _published(request, slug, event_slug)
    wait = knock(
        purpose="board-file",
        caller=network_address(request.META),
        limit=FILES_AN_ADDRESS,
        within=WITHIN,
        now=timezone.now(),
    )
    if wait:
        return too_many_requests(request, wait)
    made = make_file(board, ending, for_public=True, chance=random.SystemRandom())
    if made is None:
        raise Http404
    response = HttpResponse(made.content, content_type=made.content_type)
    response["Content-Disposition"] = f'attachment; filename="{slug}-{event_slug}.{made.ending}"'
    return response


def _published(request: HttpRequest, slug: str, event_slug: str) -> Board:
    event = event_or_404(series_or_404(request, slug, now=timezone.now()), event_slug)
    board = queries.find_board_of(event)
    if board is None or not queries.results_are_public(board):
        raise Http404
    return board
