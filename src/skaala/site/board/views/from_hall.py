"""
Taking part in the closing event's next steps without a registration: by the event's code, under an organisation's name.

These pages know no key of a workspace and read no cookie, so that what is said here leads to nobody's votes.
"""

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
from skaala.people.operations import hit, network_address
from skaala.reports.commitments import operations, queries, rules
from skaala.reports.commitments.links import find_from_hall, make_token
from skaala.reports.commitments.messages import refusal_message
from skaala.reports.commitments.rules import Refusal, UnableToCommit
from skaala.reports.models import Commitment
from skaala.series.presenters import naming
from skaala.site.board.views.access import too_many_codes
from skaala.site.http.offered import offer_languages_of
from skaala.site.http.private import keep_private
from skaala.site.outcome.forms import HallCommitmentForm
from skaala.ui.errors import too_many_requests
from skaala.ui.languages import reader_language
from skaala.ui.same_origin import form_without_session
from skaala.workshops import queries as boards
from skaala.workshops import rules as board_rules
from skaala.workshops.models import Board

LIMIT, WITHIN = 200, timedelta(hours=1)
"""Of one network address: a whole hall may share it."""


@form_without_session
def next_steps(request: HttpRequest, code: str) -> HttpResponse:
    """Show the next steps with who takes part in which, each with the way to join it."""
    board = _board(code)
    if board is None:
        return too_many_codes(request) or HttpResponseRedirect(reverse("site:board-join"))
    offer_languages_of(request, board.event.series)
    shown = board_rules.results_are_shown(board.phase, hidden_until_weighed=board.hides_results)
    picture = boards.latest_picture(board) if shown else None
    context = {
        "steps": queries.next_steps(board, picture),
        "is_ranked": shown,
        "may_commit": _may_commit(board),
    }
    return keep_private(render(request, "site/outcome/hall.html", _frame(board) | context))


@form_without_session
def take_part(request: HttpRequest, code: str, statement_id: uuid.UUID) -> HttpResponse:
    """Say for an organisation that it takes part in a next step; lead to the page on which that can be taken back."""
    board = _board(code)
    if board is None:
        return too_many_codes(request) or HttpResponseRedirect(reverse("site:board-join"))
    offer_languages_of(request, board.event.series)
    step = queries.find_step(board, statement_id)
    if step is None:
        raise Http404
    if not _may_commit(board):
        return HttpResponseRedirect(reverse("site:hall", args=[board.code]))
    data = request.POST if request.method == "POST" else None
    form = HallCommitmentForm(data)
    if data is not None:
        now = timezone.now()
        caller = network_address(request.META)
        if wait := hit(purpose="hall-step", caller=caller, limit=LIMIT, within=WITHIN, now=now):
            return too_many_requests(request, wait)
        made = _commit(form, board, step.pk) if form.is_valid() else None
        if made is not None:
            asks = "?email" if form.cleaned_data["follow_up"] else "?said"
            return HttpResponseRedirect(f"{reverse('site:hall-own', args=[make_token(made)])}{asks}")
    context = _frame(board) | {"step": step, "form": form}
    status = 422 if data is not None else 200
    return keep_private(render(request, "site/outcome/hall_take_part.html", context, status=status))


def _commit(form: HallCommitmentForm, board: Board, step: uuid.UUID) -> Commitment | None:
    """Take over what the form says; what is wrong with it is said in the form."""
    now = timezone.now()
    try:
        made = operations.commit_from_hall(
            board=board,
            statement_id=step,
            role=form.cleaned_data["role"],
            name=form.cleaned_data["name"],
            municipality=form.cleaned_data["municipality"],
            consents=form.cleaned_data["consents"],
            now=now,
        )
    except UnableToCommit as problem:
        form.add_error("name" if problem.refusal in Refusal.of_name() else None, refusal_message(problem))
        return None
    if form.cleaned_data["follow_up"]:
        with suppress(TooManyFollowUps):  # the commitment is taken all the same
            begin_follow_up(
                kind=FollowUp.Kind.COMMITMENT,
                step=made.root,
                municipality=made.municipality,
                name="",
                email=form.cleaned_data["follow_up"],
                language=reader_language(),
                now=now,
            )
    return made


@form_without_session
def own(request: HttpRequest, token: str) -> HttpResponse:
    """Show what was said from the hall, and take it back on a press."""
    commitment = find_from_hall(token)
    if commitment is None:
        return keep_private(render(request, "site/outcome/hall_gone.html", status=410))
    board = commitment.board
    offer_languages_of(request, board.event.series)
    if request.method == "POST":
        operations.withdraw_from_hall(commitment_id=commitment.pk)
        return keep_private(render(request, "site/outcome/hall_gone.html", {"is_withdrawn": True}))
    context = _frame(board) | {
        "commitment": commitment,
        "is_said": "said" in request.GET or "email" in request.GET,
        "asks_by_email": "email" in request.GET,
        "address": request.build_absolute_uri(request.path),
    }
    return keep_private(render(request, "site/outcome/hall_own.html", context))


def _board(code: str) -> Board | None:
    """Return the closing event's board with this code, if it welcomes those who have not registered."""
    board = boards.find_board(code)
    if board is None or not queries.takes_commitments(board) or not board.welcomes_guests:
        return None
    return board if board_rules.is_open(board.phase) else None


def _frame(board: Board) -> dict[str, Any]:
    return {"board": board, "series": board.event.series, "heading": naming.heading(board.event)}


def _may_commit(board: Board) -> bool:
    return rules.can_commit(board.phase, is_closing_event=True, is_rehearsal=board.is_rehearsal)
