"""Voting on one statement at a time, with undo; by a script without a new page for each."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any

from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.utils import timezone

from skaala.catalogue.operations.interests import takes_interests
from skaala.people.operations.rate_limit import hit
from skaala.site.board.presenters.ballots import ready_ballots
from skaala.site.board.views.access import Visit, board_page, inside
from skaala.ui.errors import too_many_requests
from skaala.workshops import operations, queries, rules

VALUES = {"agree": 1, "pass": 0, "disagree": -1}
MINUTE = timedelta(minutes=1)
MAX_ACTIONS_PER_MINUTE = 240
"""More than anybody reads and weighs; a program that presses on is told to wait."""
KEPT_READY = 3
"""How many statements a page has with it for the time when the network is gone."""


@inside
def vote(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Show the next statement and, above it, what was just done with the one before."""
    rules.check_can_vote(visit.board.phase)
    last = _statement(visit, request.GET.get("done", ""))
    return board_page(
        request,
        "site/board/vote.html",
        visit,
        **ballots(visit),
        last=last,
        took_back="undone" in request.GET,
        is_task=True,
    )


def ballots(visit: Visit) -> dict[str, Any]:
    """Return the statement to vote on now, those after it, and how many there are."""
    assert visit.participant is not None
    deck = queries.deck_of(visit.board, visit.participant, 1 + KEPT_READY)
    first = queries.drawn_lines(visit.board, deck.coming[:1])
    return {
        "line": first[0] if first else None,
        "ready": ready_ballots(visit.board, deck.coming[1:]),
        "done": deck.done,
        "of": deck.of,
        "takes_interests": takes_interests(visit.board),
    }


def _statement(visit: Visit, key: str) -> queries.Line | None:
    assert visit.participant is not None
    try:
        return queries.find_line(visit.board, visit.participant, uuid.UUID(key)) if key else None
    except ValueError:
        return None


@inside
def act(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Take what was pressed: a stand, its undoing, a mark or its removal; then lead back to where it was pressed."""
    assert visit.participant is not None
    if request.method != "POST":
        return HttpResponseRedirect(visit.url(""))
    now = timezone.now()
    wait = hit(
        purpose="board-action",
        caller=str(visit.participant.pk),
        limit=MAX_ACTIONS_PER_MINUTE,
        within=MINUTE,
        now=now,
    )
    if wait:
        return too_many_requests(request, wait)
    whose: dict[str, Any] = {"board": visit.board, "participant": visit.participant}
    try:
        whose["statement_id"] = uuid.UUID(request.POST.get("statement", ""))
    except ValueError:
        raise rules.UnableToAct(rules.Refusal.UNKNOWN_STATEMENT) from None
    # A page that was opened before an update sends `action`.
    action = request.POST.get("action", "")
    if action in VALUES:
        try:
            operations.cast_vote(**whose, value=VALUES[action], now=now, sent_as=_sent_as(request))
        except IntegrityError:  # its author has withdrawn it in this very moment
            raise rules.UnableToAct(rules.Refusal.UNKNOWN_STATEMENT) from None
    elif action == "undo":
        operations.take_vote_back(**whose, now=now)
    elif action == "mark":
        operations.mark_as_important(**whose)
    elif action == "withdraw":
        operations.withdraw_statement(**whose)
        return HttpResponseRedirect(f"{visit.url('mine')}?withdrawn=1#own")
    elif action == "unmark":
        operations.take_mark_back(**whose)
    else:
        raise rules.UnableToAct(rules.Refusal.NO_SUCH_VOTE)
    match request.POST.get("answer"):
        case "short":
            return HttpResponse(status=204)
        case "next":
            return _after_vote(request, visit)
    return HttpResponseRedirect(_back(request, visit, action))


def _after_vote(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Answer a script that has some statements ready: how far it is now, and what else to have ready."""
    assert visit.participant is not None
    there = set(request.POST.get("have", "").split(","))
    deck = queries.deck_of(visit.board, visit.participant, 1 + KEPT_READY)
    missing = [key for key in deck.coming if str(key) not in there]
    ready = ready_ballots(visit.board, missing)
    context = {"board": visit.board, "ready": ready, "done": deck.done, "of": deck.of}
    return render(request, "site/board/after_vote.html", context)


def _sent_as(request: HttpRequest) -> uuid.UUID | None:
    """Return the number that the browser gave to this vote; a browser without JavaScript gives none."""
    try:
        return uuid.UUID(request.POST.get("vote", ""))
    except ValueError:
        return None


def _back(request: HttpRequest, visit: Visit, action: str) -> str:
    key = request.POST["statement"]
    if request.POST.get("from") == "begin":
        return f"{visit.url('')}#s-{uuid.UUID(key)}"
    if request.POST.get("from") == "statements":
        query = QueryDict(request.POST.get("query", "")[:300]).urlencode()
        return f"{visit.url('statements')}{'?' if query else ''}{query}#s-{uuid.UUID(key)}"
    return (
        f"{visit.url('weigh')}?undone=1"
        if action == "undo"
        else f"{visit.url('weigh')}?done={uuid.UUID(key)}"
    )
