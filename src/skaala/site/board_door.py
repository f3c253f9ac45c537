"""The door of a board: who comes in by which link, and what everyone inside is given."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from skaala.registration.models import Registration
from skaala.registration.personal_link import InvalidLink, read_token
from skaala.reports.queries_commitments import takes_commitments
from skaala.series import naming
from skaala.series.models import Series
from skaala.site.guests import guest_of
from skaala.site.private import keep_private
from skaala.site.same_origin import form_without_session
from skaala.workshops import live_token, queries, rules
from skaala.workshops.frames import Opening, open_stream
from skaala.workshops.models import Admission, Board, Participant
from skaala.workshops.operations.enter import may_enter
from skaala.workshops.refusals import refusal_words

GUEST = "guest"
"""Stands in a guest's address where others have their personal link's token, which is never this word."""
BoardView = Callable[..., HttpResponse]


@dataclass(frozen=True)
class Visit:
    """Somebody on a board: by her personal link (``registration``), or as a guest; a participant once she has begun."""

    board: Board
    token: str
    registration: Registration | None
    participant: Participant | None
    admission: Admission | None = None

    @property
    def series(self) -> Series:
        return self.board.event.series

    def url(self, page: str, *parts: object) -> str:
        """Return the address of a page of this board for this visitor."""
        return reverse(
            f"site:board-{page}" if page else "site:board", args=[self.token, self.board.code, *parts]
        )

    @property
    def is_inside(self) -> bool:
        """Say whether she takes part already: she has begun, and where guests are let in she has been."""
        admitted = self.admission is None or self.admission.state == Admission.State.ADMITTED
        return self.participant is not None and admitted

    @property
    def results_are_shown(self) -> bool:
        return rules.results_are_shown(self.board.phase, hidden_until_weighed=self.board.hides_results)


def at_board(view: BoardView) -> BoardView:
    """Open the board to those who may take part, and keep its pages out of caches, referrers and search engines."""

    @form_without_session
    @wraps(view)
    def opened(request: HttpRequest, token: str, code: str, **parts: object) -> HttpResponse:
        response = _open(view, request, token, code, parts)
        return keep_private(response)

    return opened


def inside(view: BoardView) -> BoardView:
    """Like :func:`at_board`, for pages that need a participant who has begun; others are led to the first page."""

    @at_board
    @wraps(view)
    def entered(request: HttpRequest, visit: Visit, **parts: object) -> HttpResponse:
        if visit.participant is None:
            return HttpResponseRedirect(visit.url(""))
        return view(request, visit, **parts)

    return entered


def _open(
    view: BoardView, request: HttpRequest, token: str, code: str, parts: dict[str, object]
) -> HttpResponse:
    board = queries.find_board(code)
    if token == GUEST:
        if board is None:
            return HttpResponseRedirect(reverse("site:board-join"))
        participant = guest_of(request, board.event.series)
        admission = queries.admission_of(board, participant) if participant else None
        if admission is None:
            return HttpResponseRedirect(f"{reverse('site:board-join')}?code={board.code}")
        visit = Visit(board, GUEST, None, participant, admission)
        if admission.state != Admission.State.ADMITTED:
            return board_page(request, "site/board/at_the_door.html", visit)
    else:
        try:
            registration = read_token(token)
        except InvalidLink:
            return render(request, "site/invalid_link.html", status=404)
        if board is None or not may_enter(registration, board):
            return render(request, "site/board/no_board.html", {"token": token}, status=404)
        from skaala.workshops.pseudonym import pseudonym_of

        series = board.event.series
        known = queries.find_participant(pseudonym_of(registration.pk, series), series_id=series.pk)
        visit = Visit(board, token, registration, known)
    if not rules.is_open(board.phase):
        return board_page(request, "site/board/not_open.html", visit)
    try:
        return view(request, visit, **parts)
    except Participant.DoesNotExist:  # a rehearsal was wiped while she acted: she begins anew
        return HttpResponseRedirect(visit.url(""))
    except rules.NotPossible as problem:
        return board_page(
            request,
            "site/board/refused.html",
            visit,
            status=409,
            words=refusal_words(problem),
            title=_("Not possible"),
        )


def board_page(
    request: HttpRequest, template: str, visit: Visit, *, status: int = 200, **context: Any
) -> HttpResponse:
    """Answer with a page of the board: its frame needs the visit, the phase and the timer."""
    board = visit.board
    now = timezone.now()
    ends = board.timer_ends_at if board.timer_ends_at and board.timer_ends_at > now else None
    frame = {
        "visit": visit,
        "board": board,
        "series": visit.series,
        "event": board.event,
        "heading": naming.heading(board.event),
        "timer_ends": ends,
        "minutes_left": -(-int((ends - now).total_seconds()) // 60) if ends else 0,
        "tabs": _tabs(request, visit) if visit.is_inside else [],
        "live": _live(visit),
        "live_shows": _where_new_ones_are(request, visit, template),
        "queue": live_token.who(f"queue-{board.pk}", visit.participant.pk)
        if visit.participant and visit.is_inside
        else "",
        "may_write": rules.can_write(board.phase),
        "may_vote": rules.can_vote(board.phase),
    }
    return render(request, template, frame | context, status=status)


def _live(visit: Visit) -> Opening | None:
    if visit.participant is None or not visit.is_inside or not rules.is_open(visit.board.phase):
        return None
    who = live_token.who("participant", visit.participant.pk)
    return open_stream(visit.board, audience=live_token.Audience.PARTICIPANT, who=who)


def _where_new_ones_are(request: HttpRequest, visit: Visit, template: str) -> str:
    """Return where a reader of this page finds new statements; empty where she is in the midst of something."""
    match template.rpartition("/")[2]:
        case "statements.html":
            return request.get_full_path()
        case "begin.html" | "mine.html":
            return visit.url("statements")
        case "weigh.html":
            return visit.url("weigh")
    return ""


def _tabs(request: HttpRequest, visit: Visit) -> list[dict[str, object]]:
    pages = [
        ("", _("Begin")),
        ("weigh", _("Weigh")),
        ("statements", _("All statements")),
        ("mine", _("Yours")),
    ]
    if visit.board.round:
        pages.append(("group", _("Your group") if visit.board.split else _("Small groups")))
    if takes_commitments(visit.board):
        pages.append(("together", _("Who takes part")))
    if visit.results_are_shown:
        pages.append(("picture", _("What the votes say")))
    return [
        {"label": label, "href": visit.url(page), "current": request.path == visit.url(page), "count": None}
        for page, label in pages
        if page != "weigh" or rules.can_vote(visit.board.phase)
    ]
