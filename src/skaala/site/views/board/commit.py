"""The closing event's next steps: who takes part in what, and saying that one does."""

from __future__ import annotations

import uuid

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone

from skaala.people.throttle import knock
from skaala.reports import operations
from skaala.reports import queries_commitments as queries
from skaala.reports import rules_of_commitments as rules
from skaala.reports.commitment_refusals import refusal_words
from skaala.reports.rules_of_commitments import NotPossibleToCommit, Refusal
from skaala.site.board_door import Visit, board_page, inside
from skaala.site.board_forms import CommitmentForm
from skaala.site.views.board.weigh import DEEDS_A_MINUTE, MINUTE
from skaala.ui.errors import too_many_requests
from skaala.workshops import queries as boards


@inside
def together(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Show the next steps with who takes part in which; ranked once the results are shown."""
    if not queries.takes_commitments(visit.board):
        raise Http404
    picture = boards.latest_picture(visit.board) if visit.results_are_shown else None
    return board_page(
        request,
        "site/board/together.html",
        visit,
        steps=queries.next_steps(visit.board, picture, reader=visit.registration),
        may_commit=_may_commit(visit),
        said="said" in request.GET,
    )


@inside
def commit(request: HttpRequest, visit: Visit, statement_id: uuid.UUID) -> HttpResponse:
    """Say that one takes part in a next step, under a name for everybody to see."""
    board, registration = visit.board, visit.registration
    step = queries.find_step(board, statement_id) if queries.takes_commitments(board) else None
    if step is None:
        raise Http404
    if registration is None or not _may_commit(visit):
        return HttpResponseRedirect(visit.url("together"))
    own = queries.commitments_of(registration)
    before = next((one for one in own if one.board_id == board.pk and one.root_id == step.root_id), None)
    last = before or next((one for one in reversed(own) if one.board_id == board.pk), None)
    data = request.POST if request.method == "POST" else None
    initial = {"name": last.name if last else "", "role": before.role if before else ""}
    form = CommitmentForm(data, initial=initial)
    if data is not None:
        wait = knock(
            purpose="board-deed",
            caller=str(registration.pk),
            limit=DEEDS_A_MINUTE,
            within=MINUTE,
            now=timezone.now(),
        )
        if wait:
            return too_many_requests(request, wait)
        if form.is_valid():
            try:
                operations.commit(
                    board=board,
                    registration=registration,
                    statement_id=step.pk,
                    role=form.cleaned_data["role"],
                    name=form.cleaned_data["name"],
                    consents=form.cleaned_data["consents"],
                    now=timezone.now(),
                )
            except NotPossibleToCommit as problem:
                of_name = problem.refusal in {Refusal.NO_NAME, Refusal.NAME_TOO_LONG}
                form.add_error("name" if of_name else None, refusal_words(problem))
            else:
                return HttpResponseRedirect(f"{visit.url('together')}?said#s-{step.pk}")
    return board_page(
        request,
        "site/board/commit.html",
        visit,
        status=422 if data is not None else 200,
        step=step,
        form=form,
        before=before,
    )


def _may_commit(visit: Visit) -> bool:
    """Only by a personal link, which is also the way to take it back."""
    return visit.registration is not None and rules.can_commit(
        visit.board.phase,
        is_closing_event=queries.takes_commitments(visit.board),
        is_rehearsal=visit.board.is_rehearsal,
    )
