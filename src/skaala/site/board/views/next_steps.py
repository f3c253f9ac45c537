"""The closing event's next steps, and who takes part in which. One says so behind one's personal link, not here."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from skaala.catalogue.presenters.steps import with_actions
from skaala.reports.commitments import queries
from skaala.site.board.views.access import Visit, board_page, inside
from skaala.workshops import queries as boards


@inside
def next_steps(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Show the next steps with who takes part in which; ranked once the results are shown."""
    if not queries.takes_commitments(visit.board):
        raise Http404
    picture = boards.latest_picture(visit.board) if visit.results_are_shown else None
    steps = with_actions(queries.next_steps(visit.board, picture), now=timezone.now())
    return board_page(request, "site/board/next_steps.html", visit, steps=steps)
