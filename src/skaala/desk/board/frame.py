"""The frame of the facilitator's pages: the board of an event, its tabs, and refusals in words."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from skaala.desk.frame.access import account_of, invitation_of, is_member, may
from skaala.desk.frame.lookups import find_event, find_series
from skaala.desk.frame.sections import event_crumb, series_page
from skaala.people.queries import session_number
from skaala.reports.commitments.queries import takes_commitments
from skaala.series.presenters import naming
from skaala.workshops import queries, rules
from skaala.workshops.links.invitation import reader_of
from skaala.workshops.links.live import Audience
from skaala.workshops.links.readers import member_reader
from skaala.workshops.messages.refusals import refusal_message
from skaala.workshops.models import Board, Statement
from skaala.workshops.presenters.frames import Opening, open_stream
from skaala.workshops.queries.polls import polls_pending

BoardView = Callable[..., HttpResponse]
CO_FACILITATED = {
    "board",
    "board-statements",
    "board-seed",
    "board-prompts",
    "board-polls",
    "board-groups",
    "board-picture",
    "board-conclude",
    "board-remote",
}
"""The tabs that a co-facilitator sees; what is not among `co_facilitated` in urls.py they cannot open either."""


def with_board(view: BoardView) -> BoardView:
    """Find the board of the event in the address; where there is none yet, lead to where it is set up."""

    @wraps(view)
    def found(request: HttpRequest, slug: str, event_slug: str, **parts: object) -> HttpResponse:
        _series, event = find_event(slug, event_slug)
        board = queries.find_board_of(event)
        if board is None:
            return redirect("desk:board", slug, event_slug)
        try:
            return view(request, board, **parts)
        except rules.UnableToAct as problem:
            messages.error(request, refusal_message(problem))
            return to_board(board, "board")

    return found


def to_board(board: Board, page: str, *parts: object) -> HttpResponse:
    """Lead to a page of the board."""
    return redirect(f"desk:{page}", board.event.series.slug, board.event.slug, *parts)


def address(board: Board, page: str, *parts: object) -> str:
    """Return the address of a page of the board."""
    return reverse(f"desk:{page}", args=[board.event.series.slug, board.event.slug, *parts])


def follow(request: HttpRequest, board: Board, audience: Audience) -> Opening:
    """Return what a page needs to follow the board as facilitator or on the projector."""
    invitation = None if is_member(request) else invitation_of(request)
    if invitation is not None:
        return open_stream(board, audience=audience, who=reader_of(invitation), is_checked=True)
    reader = member_reader(audience, account_of(request).pk, session_number(request.session.session_key))
    return open_stream(board, audience=audience, who=reader, is_checked=True)


def board_page(
    request: HttpRequest,
    template: str,
    board: Board,
    *,
    here: str,
    beneath: Any = "",
    status: int = 200,
    **context: Any,
) -> HttpResponse:
    """
    Answer with a page of the board.

    :param here: which tab is open
    :param beneath: what stands in the way back after the board, where the page lies deeper
    """
    event = board.event
    series = find_series(event.series.slug)
    pending = board.statements.filter(state=Statement.State.PENDING).count()
    is_organiser = is_member(request)
    tabs = [
        {"label": label, "href": address(board, page), "current": page == here, "count": count}
        for page, label, count in [
            ("board", _("Lead"), None),
            ("board-remote", _("Projector"), None),
            ("board-statements", _("Statements"), pending or None),
            ("board-seed", _("Enter many"), None),
            ("board-carry", _("Carry over"), None),
            ("board-prompts", _("Questions"), None),
            ("board-polls", _("Quick questions"), polls_pending(board) or None),
            ("board-groups", _("Small groups"), None),
            ("board-picture", _("Results"), None),
            ("board-conclude", _("Conclude"), None),
            ("board-together", _("Who takes part"), None),
            ("board-arrange", _("Arrange"), None),
        ]
        if (may(request, page) if is_organiser else page in CO_FACILITATED)
        and (page != "board-together" or takes_commitments(board))
    ]
    now = timezone.now()
    crumbs: list[tuple[Any, str]] = [
        event_crumb(event),
        (_("Workspace"), address(board, "board") if beneath else ""),
    ]
    if beneath:
        crumbs.append((beneath, ""))
    if not is_organiser:  # a co-facilitator sees this board and no way further
        context |= {"sections": [], "crumbs": []}
    return series_page(
        request,
        template,
        series,
        section="events",
        beneath=crumbs,
        status=status,
        board=board,
        event=event,
        is_organiser=is_organiser,
        may_export=may(request, "board-export"),
        board_heading=naming.heading(event),
        tabs=tabs,
        timer_ends=board.timer_ends_at if board.timer_ends_at and board.timer_ends_at > now else None,
        **context,
    )
