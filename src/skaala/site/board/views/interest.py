"""A municipality is interested in what a statement says, or can help: said in public, and joined to nobody's votes."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from skaala.catalogue.forms.follow_up import LiveInterestForm
from skaala.catalogue.operations import follow_ups, interests
from skaala.catalogue.presenters.interests import interest_lines
from skaala.catalogue.queries import interests_in
from skaala.people.operations import hit, network_address
from skaala.site.board.views.access import Visit, board_page, inside
from skaala.ui.errors import too_many_requests
from skaala.ui.languages import reader_language
from skaala.workshops import queries

LIMIT, WITHIN = 300, timedelta(hours=1)
"""Of one network address: a whole hall may share it."""


@inside
def interest(request: HttpRequest, visit: Visit, statement_id: UUID) -> HttpResponse:
    """
    Show what municipalities said of a statement, and take what one more says.

    Who takes part here is neither noted nor counted: the limit counts the network address.
    """
    assert visit.participant is not None
    line = queries.find_line(visit.board, visit.participant, statement_id)
    if line is None:
        raise Http404
    takes = interests.takes_interests(visit.board) and not visit.waits
    form = LiveInterestForm(request.POST or None, initial={"kind": "interested"})
    is_sent = request.method == "POST"
    if is_sent and not takes:
        return redirect("site:board-interested", visit.board.code, statement_id)
    if is_sent and form.is_valid():
        now, caller = timezone.now(), network_address(request.META)
        wait = hit(purpose="board-interest", caller=caller, limit=LIMIT, within=WITHIN, now=now)
        if wait:
            return too_many_requests(request, wait)
        try:
            interests.say_interest(
                board=visit.board,
                statement=line.statement,
                kind=form.cleaned_data["kind"],
                municipality=form.cleaned_data["municipality"],
                email=form.cleaned_data["email"],
                name=form.cleaned_data["name"],
                language=reader_language(),
                now=now,
            )
        except follow_ups.TooManyFollowUps as refused:
            return too_many_requests(request, refused.wait)
        sent = "email" if form.cleaned_data["email"] else "1"
        return redirect(f"{visit.url('interested', statement_id)}?said={sent}")
    return board_page(
        request,
        "site/board/interest.html",
        visit,
        status=422 if is_sent else 200,
        statement=line.statement,
        said=interest_lines(interests_in([line.statement]).get(line.statement.root_id, ())),
        form=form,
        takes_interests=takes,
        is_said=request.method == "GET" and request.GET.get("said", "") in {"1", "email"},
        asks_by_email=request.GET.get("said") == "email",
        is_task=True,
    )
