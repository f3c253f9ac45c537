"""The frame of the facilitator's pages: the board of an event, its tabs, and refusals in words."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from skaala.desk.sections import find_series, series_page
from skaala.desk.wording import event_label
from skaala.reports.queries_commitments import takes_commitments
from skaala.series import naming
from skaala.series.models import Event, Series
from skaala.workshops import queries, rules
from skaala.workshops.frames import Opening, open_stream
from skaala.workshops.live_token import Audience, who
from skaala.workshops.models import Board, Statement
from skaala.workshops.refusals import refusal_words

BoardView = Callable[..., HttpResponse]
CO_FACILITATED = {"board", "board-statements", "board-seed", "board-prompts", "board-groups", "board-picture"}
"""The tabs that a co-facilitator sees; what is not behind `open_to_co_facilitators` in urls.py she cannot open either."""


def find_event(slug: str, event_slug: str) -> tuple[Series, Event]:
    """Return series and event at this address, or answer that there is none."""
    series = find_series(slug)
    for event in series.events.all():
        if event.slug == event_slug:
            return series, event
    raise Http404


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
        except rules.NotPossible as problem:
            messages.error(request, refusal_words(problem))
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
    reader = who(audience.value, request.user.pk)
    return open_stream(board, audience=audience, who=reader)


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
    is_organiser = request.user.is_authenticated
    tabs = [
        {"label": label, "href": address(board, page), "current": page == here, "count": count}
        for page, label, count in [
            ("board", _("Lead"), None),
            ("board-statements", _("Statements"), pending or None),
            ("board-seed", _("Enter many"), None),
            ("board-carry", _("Carry over"), None),
            ("board-prompts", _("Questions"), None),
            ("board-groups", _("Small groups"), None),
            ("board-picture", _("What the votes say"), None),
            ("board-together", _("Who takes part"), None),
            ("board-arrange", _("Arrange"), None),
        ]
        if (page in CO_FACILITATED or is_organiser) and (page != "board-together" or takes_commitments(board))
    ]
    now = timezone.now()
    crumbs: list[tuple[Any, str]] = [
        (event_label(event), reverse("desk:event", args=[series.slug, event.slug])),
        (_("Board"), address(board, "board") if beneath else ""),
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
        board_heading=naming.heading(event),
        tabs=tabs,
        timer_ends=board.timer_ends_at if board.timer_ends_at and board.timer_ends_at > now else None,
        **context,
    )
