"""Reading: all statements, what became of one's own, and what the votes say."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from skaala.catalogue.operations.interests import takes_interests
from skaala.catalogue.presenters.interests import InterestLine, interest_lines
from skaala.catalogue.queries import interests_in
from skaala.reports.queries.outcome import cited_findings
from skaala.site.board.forms import SearchForm
from skaala.site.board.presenters.became import what_became_of
from skaala.site.board.presenters.results import results_seen_by
from skaala.site.board.views.access import Visit, board_page, inside
from skaala.ui.languages import reader_language
from skaala.workshops import queries
from skaala.workshops.presenters.picture import group_letter

A_PAGE = 40


@dataclass(frozen=True)
class ShownLine:
    """A statement in the list, with what municipalities said of it."""

    line: queries.Line
    interests: list[InterestLine]


@inside
def statements(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Show all statements, those that match a search first of all."""
    assert visit.participant is not None
    lines = queries.lines(visit.board, visit.participant)
    form = SearchForm(request.GET, board=visit.board)
    found = form.matching(lines)
    query = request.GET.copy()
    query.pop("page", None)
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    said = interests_in(line.statement for line in page)
    return board_page(
        request,
        "site/board/statements.html",
        visit,
        form=form,
        is_filtering=any(request.GET.get(name) for name in ("q", "kind", "only")),
        total=len(lines),
        matching=len(found),
        page_of=page,
        shown=[ShownLine(line, interest_lines(said.get(line.statement.root_id, ()))) for line in page],
        takes_interests=takes_interests(visit.board),
        query=query.urlencode(),
        back_query=request.GET.urlencode(),
        merged=queries.merged_texts(visit.board),
    )


@inside
def mine(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Show what became of one's own statements, and where one stands."""
    assert visit.participant is not None
    own = what_became_of(
        queries.own_statements(visit.board, visit.participant),
        visit.board,
        cited_findings(visit.series, reader_language()),
    )
    comparison = queries.compare_votes(visit.board, visit.participant) if visit.results_are_shown else None
    group = group_letter(comparison.group) if comparison and comparison.group else ""
    return board_page(
        request,
        "site/board/mine.html",
        visit,
        own=own,
        comparison=comparison,
        group=group,
        is_withdrawn="withdrawn" in request.GET,
    )


@inside
def results(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Show what the votes say, once that is not hidden any more."""
    if not visit.results_are_shown:
        return HttpResponseRedirect(visit.url(""))
    assert visit.participant is not None
    seen = results_seen_by(visit.board, visit.participant)
    return board_page(request, "site/board/results.html", visit, results=seen)
