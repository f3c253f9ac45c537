"""Taking a stand on one statement at a time, with undo."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.utils import timezone

from skaala.people.throttle import knock
from skaala.site.board_door import Visit, board_page, inside
from skaala.ui.errors import too_many_requests
from skaala.workshops import operations, queries, rules

VALUES = {"agree": 1, "pass": 0, "disagree": -1}
MINUTE = timedelta(minutes=1)
DEEDS_A_MINUTE = 240
"""More than anybody reads and weighs; a program that presses on is told to wait."""
KEPT_READY = 3
"""How many statements a page has with it for the time when the network is gone."""


@inside
def weigh(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Show the next statement and, above it, what was just done with the one before."""
    assert visit.participant is not None
    rules.check_can_vote(visit.board.phase)
    done, of = queries.left_to_weigh(visit.board, visit.participant)
    last = _statement(visit, request.GET.get("done", ""))
    coming = queries.next_statements(visit.board, visit.participant, 1 + KEPT_READY)
    return board_page(
        request,
        "site/board/weigh.html",
        visit,
        line=coming[0] if coming else None,
        ready=coming[1:],
        done=done,
        of=of,
        last=last,
        took_back="undone" in request.GET,
    )


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
    wait = knock(
        purpose="board-deed", caller=str(visit.participant.pk), limit=DEEDS_A_MINUTE, within=MINUTE, now=now
    )
    if wait:
        return too_many_requests(request, wait)
    whose: dict[str, Any] = {"board": visit.board, "participant": visit.participant}
    try:
        whose["statement_id"] = uuid.UUID(request.POST.get("statement", ""))
    except ValueError:
        raise rules.NotPossible(rules.Refusal.UNKNOWN_STATEMENT) from None
    deed = request.POST.get("deed", "")
    if deed in VALUES:
        operations.cast_vote(**whose, value=VALUES[deed], now=now, sent_as=_sent_as(request))
        if request.POST.get("answer") == "short":
            return HttpResponse(status=204)
    elif deed == "undo":
        operations.take_vote_back(**whose, now=now)
    elif deed == "mark":
        operations.mark_as_important(**whose)
    elif deed == "unmark":
        operations.take_mark_back(**whose)
    else:
        raise rules.NotPossible(rules.Refusal.NO_SUCH_VOTE)
    return HttpResponseRedirect(_back(request, visit, deed))


def _sent_as(request: HttpRequest) -> uuid.UUID | None:
    """Return the number that the browser gave to this vote; a browser without JavaScript gives none."""
    try:
        return uuid.UUID(request.POST.get("vote", ""))
    except ValueError:
        return None


def _back(request: HttpRequest, visit: Visit, deed: str) -> str:
    key = request.POST["statement"]
    if request.POST.get("from") == "statements":
        query = QueryDict(request.POST.get("query", "")[:300]).urlencode()
        return f"{visit.url('statements')}{'?' if query else ''}{query}#s-{uuid.UUID(key)}"
    return (
        f"{visit.url('weigh')}?undone=1" if deed == "undo" else f"{visit.url('weigh')}?done={uuid.UUID(key)}"
    )
