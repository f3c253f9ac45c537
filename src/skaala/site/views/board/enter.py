"""Coming in: with the room's code, by the personal link, and the board's first page."""

from __future__ import annotations

from datetime import timedelta

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from skaala.people.throttle import knock, network_address
from skaala.site.board_door import GUEST, Visit, at_board, board_page
from skaala.site.board_forms import JoinForm, PerspectiveForm
from skaala.site.guests import guest_of, remember_guest
from skaala.site.private import keep_private
from skaala.site.same_origin import form_without_session
from skaala.ui.errors import too_many_requests
from skaala.workshops import operations, queries, rules
from skaala.workshops.refusals import refusal_words

WITHIN = timedelta(minutes=10)
JOINS_AN_ADDRESS = 600  # a whole hall may share one address


@form_without_session
def join(request: HttpRequest) -> HttpResponse:
    """Ask for the room's code and let a guest in."""
    now = timezone.now()
    data = request.POST if request.method == "POST" else None
    form = JoinForm(data, now=now, initial={"code": request.GET.get("code", "")[:20]})
    if data is not None:
        wait = knock(
            purpose="board-guest",
            caller=network_address(request.META),
            limit=JOINS_AN_ADDRESS,
            within=WITHIN,
            now=now,
        )
        if wait:
            return too_many_requests(request, wait)
        if form.is_valid() and form.board is not None:
            series = form.board.event.series
            try:
                participant, _admission = operations.enter_as_guest(
                    board=form.board, chosen=form.chosen(), now=now, known=guest_of(request, series)
                )
            except rules.NotPossible as problem:
                form.add_error("code", refusal_words(problem))
            else:
                inside = HttpResponseRedirect(reverse("site:board", args=[GUEST, form.board.code]))
                remember_guest(inside, participant, series)
                return inside
    response = render(
        request, "site/board/join.html", {"form": form}, status=422 if data is not None else 200
    )
    keep_private(response)
    return response


@at_board
def begin(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Show what one can do now; to those who come for the first time, what is kept of them and a question."""
    if visit.participant is None:
        return _first_time(request, visit)
    done, of = queries.left_to_weigh(visit.board, visit.participant)
    prompts = [
        {"prompt": prompt, "url": visit.url("write", prompt.pk)} for prompt in visit.board.prompts.all()
    ]
    sent = request.GET.get("sent", "")
    return board_page(request, "site/board/begin.html", visit, prompts=prompts, done=done, of=of, sent=sent)


def _first_time(request: HttpRequest, visit: Visit) -> HttpResponse:
    data = request.POST if request.method == "POST" else None
    form = PerspectiveForm(data, initial={"perspective": visit.board.event.perspective})
    if data is not None and form.is_valid() and visit.registration is not None:
        operations.enter(
            board=visit.board, registration=visit.registration, chosen=form.chosen(), now=timezone.now()
        )
        return HttpResponseRedirect(visit.url(""))
    status = 422 if data is not None else 200
    return board_page(request, "site/board/first_time.html", visit, status=status, form=form)
