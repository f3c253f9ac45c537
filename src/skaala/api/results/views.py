"""Reading published results."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import reverse
from ninja import Router

from skaala.api.http.caller import event_or_problem
from skaala.api.http.problems import Problem
from skaala.api.results import schemas
from skaala.people.queries import base_url
from skaala.workshops import queries
from skaala.workshops.formats import FORMATS
from skaala.workshops.presenters.picture import show_picture

router = Router(tags=["results"])


@router.get(
    "/series/{slug:series}/events/{slug:event}/results",
    response=schemas.ResultsOut,
    operation_id="get_results",
)
def get_results(request: HttpRequest, series: str, event: str) -> schemas.ResultsOut:
    found = event_or_problem(request, series, event)
    board = queries.find_board_of(found)
    if board is None or not queries.results_are_public(board):
        raise Problem("not-found")
    shown = show_picture(board, queries.published_picture(board))
    if shown is None:
        raise Problem("not-found")
    base = base_url(found.series.tenant)
    files = {
        each.ending: base + reverse("site:results-file", args=[series, event, each.ending])
        for each in FORMATS
    }
    return schemas.results_out(shown, files)
