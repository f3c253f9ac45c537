"""Setting a board up and leading it: phases, timer, rules, guests, numbers."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from skaala.desk.board.forms import SettingsForm, SetUpForm
from skaala.desk.board.frame import address, board_page, follow, to_board, with_board
from skaala.desk.board.messages import invitation_text
from skaala.desk.board.presenters import join_picture
from skaala.desk.frame.access import sees_house
from skaala.desk.frame.lookups import find_event
from skaala.desk.frame.messages import event_label
from skaala.desk.frame.sections import series_page
from skaala.people.queries import base_url
from skaala.series.models import WordList
from skaala.series.models.own_words import words_here
from skaala.series.presenters import naming
from skaala.workshops import operations, queries, rules
from skaala.workshops.links.live import Audience
from skaala.workshops.models import Board, Participant
from skaala.workshops.models.prompt_sets import set_for

PHASES = dict(Board.Phase.choices)


def board(request: HttpRequest, slug: str, event_slug: str) -> HttpResponse:
    """Lead the board of an event; where it has none, set one up."""
    series, event = find_event(slug, event_slug)
    found = queries.find_board_of(event)
    if found is not None:
        return _lead(request, found)
    initial = {
        "prompt_set": set_for(event),
        "hides_results": True,
        "welcomes_guests": True,
        "confirms_guests": True,
        "guest_extra": rules.GUEST_EXTRA,
    }
    data = request.POST if request.method == "POST" else None
    # Who has a role in this series alone sees no more of the organisation than the series.
    own_sets = list(series.tenant.prompt_sets.all()) if sees_house(request) else []
    form = SetUpForm(data, initial=initial, own_sets=own_sets)
    if data is not None and form.is_valid():
        operations.set_up_board(
            event=event,
            prompt_set=form.cleaned_data["prompt_set"],
            settings=form.settings(),
            is_simulated=series.is_simulated,
            own_set=form.own_set(),
        )
        messages.success(request, _("The workspace is set up. Open it when you are ready."))
        return redirect("desk:board", slug, event_slug)
    return series_page(
        request,
        "desk/board/set_up.html",
        series,
        section="events",
        beneath=[(event_label(event), ""), (_("Workspace"), "")],
        status=422 if data is not None else 200,
        form=form,
        event=event,
        board_heading=naming.heading(event),
    )


def _lead(request: HttpRequest, board: Board) -> HttpResponse:
    counts = queries.taking_part(board)
    here = rules.ORDER.index(rules.Phase(board.phase))
    steps = [
        {
            "label": PHASES[phase.value],
            "state": "done" if place < here else "current" if place == here else "todo",
        }
        for place, phase in enumerate(rules.ORDER)
    ]
    following, before = rules.next_phase(board.phase), rules.previous_phase(board.phase)
    return board_page(
        request,
        "desk/board/lead.html",
        board,
        here="board",
        steps=steps,
        following=following,
        following_label=PHASES.get(following, ""),
        before=before,
        before_label=PHASES.get(before, ""),
        may_skip=board.phase == rules.Phase.SET_UP,
        counts=counts,
        room=queries.room_counts(board),
        live=follow(request, board, Audience.FACILITATOR),
        live_shows=address(board, "board"),
        who=_who(board, counts),
        invitation=invitation_text(board) if board.welcomes_guests else "",
        qr=join_picture(board) if board.welcomes_guests else "",
        join_url=(base_url(board.event.series.tenant) + reverse("site:board-join")).split("://", 1)[-1],
        guests=queries.guests_at(board),
        guest_room=queries.room_for_guests(board),
        form=SettingsForm(
            initial={name: getattr(board, name) for name in SettingsForm.base_fields},
        ),
    )


def _who(board: Board, counts: queries.TakingPart) -> list[tuple[str, list[tuple[Any, int | None]]]]:
    """Return the kinds of people who have taken part, and of those who have not yet, with their numbers."""
    perspectives, sizes = words_here(WordList.PERSPECTIVES), dict(Participant.SizeClass.choices)
    rows = [
        (_("Took part, by perspective"), counts.by_perspective, perspectives.label),
        (_("Not yet taken part, by the size of the municipality"), counts.not_yet_by_size, sizes.__getitem__),
    ]
    return [(label, [(name(each.perspective), each.people) for each in kinds]) for label, kinds, name in rows]


def _version(request: HttpRequest) -> int:
    try:
        return int(request.POST.get("version", ""))
    except ValueError:
        return 0


@require_POST
@with_board
def phase(request: HttpRequest, board: Board) -> HttpResponse:
    """Move the board on or back; a timer that runs is asked about first."""
    now, to, timer = timezone.now(), request.POST.get("to", ""), request.POST.get("timer", "")
    if board.timer_ends_at and board.timer_ends_at > now and timer not in {"stop", "keep"}:
        rules.check_can_move(board.phase, to)
        return board_page(
            request,
            "desk/board/timer_asks.html",
            board,
            here="board",
            to=to,
            to_label=PHASES[to],
            version=_version(request),
            back=address(board, "board"),
        )
    moved = operations.move_phase(
        board=board, to=to, version=_version(request), now=now, keeps_timer=timer == "keep"
    )
    messages.success(
        request, _("The workspace is now in the phase “%(phase)s”.") % {"phase": PHASES[moved.phase]}
    )
    return to_board(board, "board")


@require_POST
@with_board
def timer(request: HttpRequest, board: Board) -> HttpResponse:
    """Start, extend or stop the timer."""
    if request.POST.get("action") == "stop":
        operations.stop_timer(board=board, version=_version(request))
        return to_board(board, "board")
    try:
        minutes = int(request.POST.get("minutes", ""))
    except ValueError:
        raise rules.UnableToAct(rules.Refusal.TIMER) from None
    operations.set_timer(
        board=board, minutes=max(-1000, min(minutes, 1000)), version=_version(request), now=timezone.now()
    )
    return to_board(board, "board")


@require_POST
@with_board
def settings(request: HttpRequest, board: Board) -> HttpResponse:
    """Change how the board is led."""
    form = SettingsForm(request.POST)
    if form.is_valid():
        operations.change_settings(board=board, settings=form.settings())
        messages.success(request, _("The rules of the workspace have been saved."))
    return to_board(board, "board")


@require_POST
@with_board
def guests(request: HttpRequest, board: Board) -> HttpResponse:
    """Let a guest in, or turn them away; let all in who wait, or all who come until that is stopped."""
    action = request.POST.get("action")
    if action in {"all", "until-stopped"}:
        admit = operations.admit_all if action == "all" else operations.admit_until_stopped
        if admit(board=board):
            raise rules.UnableToAct(rules.Refusal.TOO_MANY_GUESTS)
        return to_board(board, "board")
    if action == "stop":
        operations.stop_admitting(board=board)
        return to_board(board, "board")
    try:
        admission_id = uuid.UUID(request.POST.get("admission", ""))
    except ValueError:
        return to_board(board, "board")
    operations.admit(board=board, admission_id=admission_id, is_welcome=action == "admit")
    return to_board(board, "board")
