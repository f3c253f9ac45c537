"""What the votes of a board say, for everyone; and the board as files."""

from __future__ import annotations

import hashlib
from datetime import timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import get_conditional_response

from skaala.catalogue import queries as catalogue
from skaala.catalogue.presenters.interests import InterestLine, interest_lines
from skaala.people.operations.rate_limit import hit, network_address
from skaala.registration.queries.workspaces import added_by_organiser, new_starts
from skaala.series.presenters import naming
from skaala.site.http.lookups import event_or_404, series_or_404
from skaala.site.results.contexts import ResultsPage
from skaala.ui.errors import too_many_requests
from skaala.workshops import queries
from skaala.workshops.formats import find_format
from skaala.workshops.models import Board, Statement
from skaala.workshops.presenters.conclusions import show_conclusions
from skaala.workshops.presenters.picture import show_picture

WITHIN = timedelta(minutes=10)
FILES_AN_ADDRESS = 60
"""So many files one network address is given."""


def results(request: HttpRequest, slug: str, event_slug: str) -> HttpResponse:
    """Show the published results of an event's board."""
    now = timezone.now()
    board = _published(request, slug, event_slug)
    context: ResultsPage = {
        "series": board.event.series,
        "event": board.event,
        "board": board,
        "heading": naming.heading(board.event),
        "zone": board.event.series.zone,
        "has_rows": queries.publishes_rows(board),
        "shown": show_picture(board, queries.published_picture(board)),
        "concluded": show_conclusions(board),
        "added": added_by_organiser(board.event),
        "new_starts": new_starts(board.event.series),
        "actions": catalogue.actions_from_board(board, now=now),
        "has_report": catalogue.has_public_report(board.event.series, now=now),
        "said": _said(board),
    }
    return render(request, "site/results/results.html", context)


def _said(board: Board) -> list[tuple[Statement, list[InterestLine]]]:
    statements = list(queries.shown_statements(board))
    found = catalogue.interests_in(statements)
    return [(one, interest_lines(found[one.root_id])) for one in statements if one.root_id in found]


def results_file(request: HttpRequest, slug: str, event_slug: str, ending: str) -> HttpResponseBase:
    """Give the published board as a file: as it was made when the results were published."""
    board = _published(request, slug, event_slug)
    wait = hit(
        purpose="board-file",
        caller=network_address(request.META),
        limit=FILES_AN_ADDRESS,
        within=WITHIN,
        now=timezone.now(),
    )
    if wait:
        return too_many_requests(request, wait)
    form = find_format(ending)
    if form is None:
        raise Http404
    found = queries.published_file(board, ending)
    # Where something in it has been hidden since, it is made again without that, of the same votes.
    content = bytes(found.content) if found else form.write(queries.published_conversation(board))
    response = HttpResponse(content, content_type=form.content_type)
    response["Content-Disposition"] = f'attachment; filename="{slug}-{event_slug}.{form.ending}"'
    response["ETag"] = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    response["Cache-Control"] = "no-cache"
    return get_conditional_response(request, etag=response["ETag"], response=response) or response


def _published(request: HttpRequest, slug: str, event_slug: str) -> Board:
    event = event_or_404(series_or_404(request, slug, now=timezone.now()), event_slug)
    board = queries.find_board_of(event)
    if board is None or not queries.results_are_public(board):
        raise Http404
    return board
