"""The door of a board: who comes in with which key, and what everyone inside is given."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import wraps
from typing import Any, TypedDict

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from skaala.people.operations import hit, network_address
from skaala.reports.commitments.queries import takes_commitments
from skaala.series.models import Event, Series
from skaala.series.presenters import naming
from skaala.site.board.views.workspace_cookie import comer_in, key_in
from skaala.site.http.offered import offer_languages_of
from skaala.site.http.private import keep_private
from skaala.ui.errors import too_many_requests
from skaala.ui.same_origin import form_without_session
from skaala.workshops import operations, queries, rules
from skaala.workshops.links import live as live_token
from skaala.workshops.messages.refusals import refusal_message
from skaala.workshops.models import Admission, Board, Participant, Poll, SmallGroup
from skaala.workshops.operations.enter import holds_place
from skaala.workshops.presenters.frames import Opening, open_stream
from skaala.workshops.queries.glance import Glance, at_a_glance
from skaala.workshops.queries.polls import poll_waiting_for

MOST_TYPED = 2000
"""So many characters of a refused text are given back; a form takes fewer."""
BoardView = Callable[..., HttpResponse]
CODES_AN_ADDRESS = 600
"""Tries in ten minutes that lead nowhere; a whole hall may share one address."""


@dataclass(frozen=True)
class Visit:
    """
    Somebody on a board: with the key of a person who registered, or as a guest; a participant once they have begun.

    Nothing here says who they are. ``key`` is None for guests of before there were keys.
    """

    board: Board
    key: bytes | None
    participant: Participant | None
    admission: Admission | None = None

    @property
    def series(self) -> Series:
        return self.board.event.series

    def url(self, page: str, *parts: object) -> str:
        """Return the address of a page of this board for this visitor."""
        return reverse(f"site:board-{page}" if page else "site:board", args=[self.board.code, *parts])

    @property
    def is_inside(self) -> bool:
        """Say whether they take part already: they have begun, and as guests were not turned away."""
        refused = self.admission is not None and self.admission.state == Admission.State.REFUSED
        return self.participant is not None and not refused

    @property
    def waits(self) -> bool:
        """Say whether their votes count only once the facilitator has let them in."""
        return self.admission is not None and self.admission.state == Admission.State.WAITING

    @property
    def results_are_shown(self) -> bool:
        return rules.results_are_shown(self.board.phase, hidden_until_weighed=self.board.hides_results)


def at_board(view: BoardView) -> BoardView:
    """Open the board to those who may take part, and keep its pages out of caches, referrers and search engines."""

    @form_without_session
    @wraps(view)
    def opened(request: HttpRequest, code: str, **parts: object) -> HttpResponse:
        return keep_private(_open(view, request, code, parts))

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


def too_many_codes(request: HttpRequest) -> HttpResponse | None:
    """Count those whom a code lets nowhere: whoever tries many codes learns no more which of them exist."""
    wait = hit(
        purpose="board-code",
        caller=network_address(request.META),
        limit=CODES_AN_ADDRESS,
        within=timedelta(minutes=10),
        now=timezone.now(),
    )
    return too_many_requests(request, wait) if wait else None


def _open(view: BoardView, request: HttpRequest, code: str, parts: dict[str, object]) -> HttpResponse:
    board = queries.find_board(code)
    if board is None:
        return too_many_codes(request) or HttpResponseRedirect(reverse("site:board-join"))
    series = board.event.series
    offer_languages_of(request, series)
    key = key_in(request, series)
    # Asked apart: nothing that the database may note ever has a permit beside a participant.
    has_place = key is not None and holds_place(key, board)
    comer = comer_in(request, board)
    if has_place:
        visit = Visit(board, key, comer.participant)
    else:
        admission = comer.admission
        visit = Visit(board, key, comer.participant, admission)
        if admission is None:
            return too_many_codes(request) or _not_here(request, visit)
        if admission.state == Admission.State.REFUSED:
            return board_page(request, "site/board/turned_away.html", visit)
    if not rules.is_open(board.phase):
        return board_page(request, "site/board/not_open.html", visit)
    try:
        return view(request, visit, **parts)
    except Participant.DoesNotExist:  # a rehearsal was wiped while they acted: they begin anew
        return HttpResponseRedirect(visit.url(""))
    except rules.UnableToAct as problem:
        return board_page(
            request,
            "site/board/refused.html",
            visit,
            status=409,
            words=refusal_message(problem),
            title=_("Not possible"),
            typed=request.POST.get("text", "")[:MOST_TYPED],
        )


def _not_here(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Lead a guest to the code; tell others how they get in."""
    if visit.participant is not None and visit.participant.is_guest:
        return HttpResponseRedirect(f"{reverse('site:board-join')}?code={visit.board.code}")
    page = "site/board/no_key.html" if visit.key is None else "site/board/no_board.html"
    return render(request, page, {"series": visit.series, "board": visit.board}, status=404)


class BoardFrame(TypedDict):
    """What every page of a workspace is given; each page adds its own."""

    visit: Visit
    board: Board
    series: Series
    event: Event
    heading: str
    timer_ends: datetime | None
    minutes_left: int
    tabs: list[dict[str, object]]
    now_words: str
    is_split: bool
    your_group: SmallGroup | None
    waiting_poll: Poll | None
    """A quick question that is open and that they have not answered."""
    live: Opening | None
    live_shows: str
    """Address of the page that has what is new; empty where the reader is in the midst of something."""
    queue: str
    may_write: bool
    may_vote: bool


def board_page(
    request: HttpRequest, template: str, visit: Visit, *, status: int = 200, **context: Any
) -> HttpResponse:
    """Answer with a page of the board: its frame needs the visit, the phase and the timer."""
    board = visit.board
    now = timezone.now()
    if visit.participant is not None and visit.is_inside:
        operations.note_presence(board=board, who=live_token.who("participant", visit.participant.pk))
    seen = at_a_glance(board)
    ends = board.timer_ends_at if board.timer_ends_at and board.timer_ends_at > now else None
    frame: BoardFrame = {
        "visit": visit,
        "board": board,
        "series": visit.series,
        "event": board.event,
        "heading": naming.heading(board.event),
        "timer_ends": ends,
        "minutes_left": -(-int((ends - now).total_seconds()) // 60) if ends else 0,
        "tabs": _tabs(request, visit, seen) if visit.is_inside else [],
        "now_words": phase_sentence(board.phase),
        "is_split": bool(board.split) and visit.is_inside,
        "your_group": queries.group_of(board, visit.participant) if visit.participant else None,
        "waiting_poll": poll_waiting_for(board, visit.participant)
        if seen.open_polls and visit.participant and visit.is_inside
        else None,
        "live": _live(visit, seen),
        "live_shows": _where_new_ones_are(request, visit, template),
        "queue": live_token.who(f"queue-{board.pk}", visit.participant.pk)
        if visit.participant and visit.is_inside
        else "",
        "may_write": rules.can_write(board.phase),
        "may_vote": rules.can_vote(board.phase),
    }
    return render(request, template, {**frame, **context}, status=status)


def phase_sentence(phase: str) -> str:
    """Say in a sentence what goes on in a board of this phase."""
    match phase:
        case "preparation":
            return _("You can write statements and vote on them before the workshop.")
        case "gather":
            return _("Write what you know. You can also vote on what others have written.")
        case "weigh":
            return _("Vote on what has been written.")
        case "look":
            return _("We look at the results together.")
        case "conclude":
            return _("We draw conclusions together.")
        case "set_up":
            return ""
    return _("The workspace is closed. You can still read it.")


def _live(visit: Visit, seen: Glance) -> Opening | None:
    if visit.participant is None or not visit.is_inside or not rules.is_open(visit.board.phase):
        return None
    who = live_token.who("participant", visit.participant.pk)
    return open_stream(visit.board, audience=live_token.Audience.PARTICIPANT, who=who, seen=seen)


def _where_new_ones_are(request: HttpRequest, visit: Visit, template: str) -> str:
    """Return where a reader of this page finds new statements; empty where they are in the midst of something."""
    match template.rpartition("/")[2]:
        case "statements.html":
            return request.get_full_path()
        case "begin.html" | "mine.html":
            return visit.url("statements")
        case "vote.html":
            return visit.url("weigh")
    return ""


def _tabs(request: HttpRequest, visit: Visit, seen: Glance) -> list[dict[str, object]]:
    pages = [
        ("", _("Questions")),
        ("weigh", _("Vote")),
        ("statements", _("All statements")),
        ("mine", _("My statements")),
    ]
    if visit.board.round:
        pages.append(("group", _("Your group") if visit.board.split else _("Small groups")))
    if seen.has_asked:
        pages.append(("polls", _("Quick questions")))
    if takes_commitments(visit.board):
        pages.append(("together", _("Who takes part")))
    if visit.results_are_shown:
        pages.append(("picture", _("Results")))
    return [
        {"label": label, "href": visit.url(page), "current": request.path == visit.url(page), "count": None}
        for page, label in pages
        if page != "weigh" or rules.can_vote(visit.board.phase)
    ]
