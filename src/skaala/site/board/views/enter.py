"""Coming in: with the room's code, with a key, and the board's first page."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from skaala.people.operations.rate_limit import hit, network_address
from skaala.registration.queries.workspaces import registration_with
from skaala.registration.rules.workspace_key import new_key
from skaala.reports.commitments.queries import takes_commitments
from skaala.series.models.own_words import words_here, words_of_all
from skaala.series.presenters import naming
from skaala.site.board.forms import LIST, JoinForm, PerspectiveForm, StatementForm
from skaala.site.board.views.access import Visit, at_board, board_page, too_many_codes
from skaala.site.board.views.polls import waiting_form
from skaala.site.board.views.vote import ballots
from skaala.site.board.views.workspace_cookie import key_in, participant_in, remember_key
from skaala.site.http.private import keep_private
from skaala.ui.errors import too_many_requests
from skaala.ui.same_origin import form_without_session
from skaala.workshops import operations, queries, rules
from skaala.workshops.messages.concerns import concern_words
from skaala.workshops.messages.refusals import refusal_message
from skaala.workshops.models import Board, Prompt
from skaala.workshops.presenters.conclusions import show_conclusions

WITHIN = timedelta(minutes=10)
JOINS_AN_ADDRESS = 600  # a whole hall may share one address


@form_without_session
def join(request: HttpRequest) -> HttpResponse:
    """Ask for the room's code and let a guest in."""
    now = timezone.now()
    data = request.POST if request.method == "POST" else None
    code = (request.GET if data is None else data).get("code", "")[:20]
    form = JoinForm(data, now=now, board=queries.find_board(code) if code else None, initial={"code": code})
    if data is not None:
        wait = hit(
            purpose="board-guest",
            caller=network_address(request.META),
            limit=JOINS_AN_ADDRESS,
            within=WITHIN,
            now=now,
        )
        if wait:
            return too_many_requests(request, wait)
        if form.board is not None and "municipality" not in data and words_of_all(LIST) is None:
            # The code alone was asked for: now it is known in which words to ask the rest.
            there = f"{reverse('site:board-join')}?{urlencode({'code': form.board.code})}"
            return keep_private(HttpResponseRedirect(there))
        if form.is_valid() and form.board is not None:
            return _come_in(request, form, form.board, now)
    return _join_page(request, form)


def _join_page(request: HttpRequest, form: JoinForm) -> HttpResponse:
    status = 422 if form.is_bound else 200
    code = request.GET.get("code", "")[:20]
    if code and form.board is None and (refused := too_many_codes(request)):
        return refused  # who tries many codes learns no more which of them exist
    context = {"form": form, "workshop": naming.heading(form.board.event) if form.board else ""}
    return keep_private(render(request, "site/board/join.html", context, status=status))


def _come_in(request: HttpRequest, form: JoinForm, board: Board, now: datetime) -> HttpResponse:
    """Let a guest in; whoever has a key of a place at the event takes part with it instead, and is counted once."""
    series = board.event.series
    inside = HttpResponseRedirect(reverse("site:board", args=[board.code]))
    key, known = key_in(request, series), participant_in(request, series)
    registration = registration_with(key, series) if key is not None else None
    if registration is not None and operations.may_enter(registration, board):
        return inside
    if known is None and key is None:
        key = new_key()
    try:
        operations.enter_as_guest(board=board, chosen=form.chosen(), now=now, key=key, known=known)
    except rules.UnableToAct as problem:
        form.add_error("code", refusal_message(problem))
        return _join_page(request, form)
    if key is not None:
        remember_key(inside, key, series)
    return inside


@at_board
def begin(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Show what one can do now; to those who come for the first time, what is kept of them and a question."""
    if visit.participant is None:
        return _first_time(request, visit)
    board = visit.board
    prompts: list[dict[str, Any]] = [
        {"prompt": prompt, "url": visit.url("write", prompt.pk)} for prompt in board.prompts.all()
    ]
    answered = set(board.statements.filter(author=visit.participant).values_list("prompt", flat=True))
    open_ones = [each for each in prompts if each["prompt"].pk not in answered] or prompts
    asks = open_ones[0] if rules.can_write(board.phase) and open_ones else None
    sent = request.GET.get("sent", "")
    waiting = waiting_form(visit)
    to_mark = _to_mark(visit)
    return board_page(
        request,
        "site/board/begin.html",
        visit,
        **ballots(visit),
        prompts=prompts,
        sent=sent,
        why=_why_it_waits(visit) if sent == "pending" else [],
        # What the phase is for comes first: the question to answer now, or the statement to vote on.
        asks=asks,
        form=StatementForm(prompt_id=asks["prompt"].pk, takes_focus=not (sent or waiting or to_mark))
        if asks
        else None,
        is_task=rules.can_vote(board.phase),
        poll_form=waiting,
        to_mark=to_mark,
        concluded=show_conclusions(board) if rules.are_concluding(board.phase) else [],
    )


def _to_mark(visit: Visit) -> dict[str, Any] | None:
    """Return the next steps of a closing event while they can be marked; None elsewhere."""
    assert visit.participant is not None
    if not (takes_commitments(visit.board) and rules.can_vote(visit.board.phase)):
        return None
    every = queries.lines(visit.board, visit.participant)
    lines = [line for line in every if line.statement.prompt.kind == Prompt.Kind.NEXT_STEP]
    marked = sum(line.is_marked for line in every)
    return {"lines": lines, "marked": marked} if lines else None


def _why_it_waits(visit: Visit) -> list[str]:
    """Return why the visitor's newest statement was held, if it was not held because all are."""
    newest = visit.board.statements.filter(author=visit.participant).order_by("-number").first()
    return concern_words(newest.held_for) if newest is not None else []


def _first_time(request: HttpRequest, visit: Visit) -> HttpResponse:
    data = request.POST if request.method == "POST" else None
    perspective = visit.board.event.perspective
    form = PerspectiveForm(data, words=words_here(LIST), initial={"perspective": perspective})
    if data is not None and form.is_valid() and visit.key is not None:
        operations.enter(board=visit.board, key=visit.key, chosen=form.chosen(), now=timezone.now())
        return HttpResponseRedirect(visit.url(""))
    status = 422 if data is not None else 200
    return board_page(request, "site/board/first_time.html", visit, status=status, form=form)
