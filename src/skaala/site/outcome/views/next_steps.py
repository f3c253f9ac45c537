"""Taking part in the closing event's next steps: under a name, so behind the personal link and apart from the votes."""

from __future__ import annotations

import uuid
from contextlib import suppress
from datetime import timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from skaala.catalogue.models import FollowUp
from skaala.catalogue.operations.follow_ups import TooManyFollowUps, begin_follow_up
from skaala.catalogue.presenters.steps import with_actions
from skaala.people.operations.rate_limit import hit
from skaala.registration.models import Registration
from skaala.reports.commitments import operations, queries, rules
from skaala.reports.commitments.messages import refusal_message
from skaala.reports.commitments.rules import Refusal, UnableToCommit
from skaala.series.presenters import naming
from skaala.site.outcome.forms import CommitmentForm
from skaala.site.personal.views import behind_link
from skaala.ui.errors import too_many_requests
from skaala.ui.languages import reader_language
from skaala.workshops import queries as boards
from skaala.workshops import rules as board_rules
from skaala.workshops.models import Board, Statement
from skaala.workshops.operations import may_enter

MINUTE = timedelta(minutes=1)
MAX_ACTIONS_PER_MINUTE = 60


@behind_link
def next_steps(request: HttpRequest, registration: Registration, token: str, code: str) -> HttpResponse:
    """Show the next steps with who takes part in which; ranked once the results are shown."""
    board = _board(registration, code)
    shown = board_rules.results_are_shown(board.phase, hidden_until_weighed=board.hides_results)
    picture = boards.latest_picture(board) if shown else None
    context = {
        "steps": with_actions(queries.next_steps(board, picture, reader=registration), now=timezone.now()),
        "is_ranked": shown,
        "may_commit": _may_commit(board),
        "said": "said" in request.GET,
    }
    return render(request, "site/outcome/next_steps.html", _frame(board, token) | context)


@behind_link
def take_part(
    request: HttpRequest, registration: Registration, token: str, code: str, statement_id: uuid.UUID
) -> HttpResponse:
    """Say that one takes part in a next step, under a name for everybody to see."""
    board = _board(registration, code)
    step = queries.find_step(board, statement_id)
    if step is None:
        raise Http404
    back = reverse("site:personal-next-steps", args=[token, board.code])
    if not _may_commit(board):
        return HttpResponseRedirect(back)
    own = [one for one in queries.commitments_of(registration) if one.board_id == board.pk]
    before = next((one for one in own if one.root_id == step.root_id), None)
    last = before or (own[-1] if own else None)
    data = request.POST if request.method == "POST" else None
    initial = {"name": last.name if last else "", "role": before.role if before else ""}
    form = CommitmentForm(data, initial=initial)
    if data is not None:
        wait = hit(
            purpose="next-step",
            caller=str(registration.pk),
            limit=MAX_ACTIONS_PER_MINUTE,
            within=MINUTE,
            now=timezone.now(),
        )
        if wait:
            return too_many_requests(request, wait)
        if form.is_valid() and _commit(form, board, registration, step.pk):
            return HttpResponseRedirect(f"{back}?said#s-{step.pk}")
    context = {"step": step, "form": form, "before": before}
    status = 422 if data is not None else 200
    return render(request, "site/outcome/take_part.html", _frame(board, token) | context, status=status)


def _commit(form: CommitmentForm, board: Board, registration: Registration, step: uuid.UUID) -> bool:
    """Take over what the form says; what is wrong with it is said in the form."""
    try:
        operations.commit(
            board=board,
            registration=registration,
            statement_id=step,
            role=form.cleaned_data["role"],
            name=form.cleaned_data["name"],
            consents=form.cleaned_data["consents"],
            now=timezone.now(),
        )
    except UnableToCommit as problem:
        of_name = problem.refusal in {Refusal.NO_NAME, Refusal.NAME_TOO_LONG}
        form.add_error("name" if of_name else None, refusal_message(problem))
        return False
    if form.cleaned_data["follow_up"]:
        with suppress(TooManyFollowUps):  # the commitment is taken all the same
            begin_follow_up(
                kind=FollowUp.Kind.COMMITMENT,
                step=Statement.objects.get(pk=step),
                municipality=registration.municipality,
                name="",
                email=form.cleaned_data["follow_up"],
                language=reader_language(),
                now=timezone.now(),
            )
    return True


def _board(registration: Registration, code: str) -> Board:
    """
    Return the closing event's board, if the person has a place there and it is open.

    :raises Http404: if not
    """
    board = boards.find_board(code)
    if (
        board is None
        or not may_enter(registration, board)
        or not queries.takes_commitments(board)
        or not board_rules.is_open(board.phase)
    ):
        raise Http404
    return board


def _frame(board: Board, token: str) -> dict[str, Any]:
    return {
        "board": board,
        "series": board.event.series,
        "heading": naming.heading(board.event),
        "token": token,
    }


def _may_commit(board: Board) -> bool:
    return rules.can_commit(board.phase, is_closing_event=True, is_rehearsal=board.is_rehearsal)
