"""What the organiser alone arranges: rehearsal, co-facilitators, published results, a board from elsewhere."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from skaala.desk.boards import address, board_page, find_event, to_board, with_board
from skaala.desk.forms.board import InviteForm, TakeInForm
from skaala.desk.sections import series_page
from skaala.desk.wording import event_label
from skaala.series import naming
from skaala.workshops import jobs, operations, queries, rules
from skaala.workshops.from_elsewhere import Unreadable
from skaala.workshops.intake_words import problem_words, unreadable_words
from skaala.workshops.invitation_link import make_token
from skaala.workshops.models import Board, Intake
from skaala.workshops.refusals import refusal_words

AT_ONCE = 5_000
"""So many votes are taken in while one waits; more are left to the worker."""


@with_board
def arrange(request: HttpRequest, board: Board) -> HttpResponse:
    """Show what the organiser alone arranges, and invite co-facilitators."""
    data = request.POST if request.method == "POST" else None
    form = InviteForm(data)
    if data is not None and form.is_valid():
        operations.invite(board=board, label=form.cleaned_data["label"], now=timezone.now())
        messages.success(request, _("The link has been made. Send it to the person whom it is for."))
        return to_board(board, "board-arrange")
    results = reverse("site:results", args=[board.event.series.slug, board.event.slug])
    return board_page(
        request,
        "desk/board/arrange.html",
        board,
        here="board-arrange",
        status=422 if data is not None else 200,
        form=form,
        invitations=[
            (each, settings.BASE_URL + reverse("desk:lead-invited", args=[make_token(each)]))
            for each in board.invitations.all()
        ],
        may_publish=board.phase in rules.PUBLISHING and not board.is_rehearsal,
        may_rehearse=board.phase == rules.Phase.SET_UP and not board.source,
        results_url=results,
    )


@require_POST
@with_board
def invitation(request: HttpRequest, board: Board) -> HttpResponse:
    """Take a co-facilitator's link back."""
    try:
        operations.take_invitation_back(
            board=board, invitation_id=uuid.UUID(request.POST.get("invitation", ""))
        )
    except ValueError:
        return to_board(board, "board-arrange")
    messages.success(request, _("The link opens nothing any more."))
    return to_board(board, "board-arrange")


@require_POST
@with_board
def publish(request: HttpRequest, board: Board) -> HttpResponse:
    """Publish the results, or take them back."""
    if request.POST.get("deed") == "take-back":
        operations.take_results_back(board=board)
        messages.success(request, _("The public does not see the results any more."))
    else:
        operations.publish_results(board=board, now=timezone.now())
        messages.success(request, _("The results are public."))
    return to_board(board, "board-arrange")


@with_board
def rehearsal(request: HttpRequest, board: Board) -> HttpResponse:
    """Begin a rehearsal; wipe it once that has been confirmed."""
    if request.method == "POST" and request.POST.get("deed") == "begin":
        operations.begin_rehearsal(board=board)
        messages.success(request, _("This board is now a rehearsal. Open it and try everything."))
        return to_board(board, "board")
    if request.method == "POST":
        operations.wipe_rehearsal(board=board)
        messages.success(request, _("The rehearsal has been wiped. The board is set up for the real thing."))
        return to_board(board, "board")
    if not board.is_rehearsal:
        return to_board(board, "board-arrange")
    return board_page(
        request,
        "desk/board/rehearsal.html",
        board,
        here="board-arrange",
        beneath=_("Wipe the rehearsal"),
        counts=queries.taking_part(board),
        back=address(board, "board-arrange"),
    )


@with_board
def remove_board(request: HttpRequest, board: Board) -> HttpResponse:
    """Remove a board from elsewhere once that has been confirmed."""
    if not board.source:
        return to_board(board, "board-arrange")
    if request.method == "POST":
        event = board.event
        operations.remove_imported(board=board)
        messages.success(request, _("The conversation from elsewhere has been removed."))
        return redirect("desk:event", event.series.slug, event.slug)
    return board_page(
        request,
        "desk/board/remove.html",
        board,
        here="board-arrange",
        beneath=_("Remove the board"),
        counts=queries.taking_part(board),
        back=address(board, "board-arrange"),
    )


def take_in(request: HttpRequest, slug: str, event_slug: str) -> HttpResponse:
    """Read a conversation from files, show what was read, and take it in once that has been confirmed."""
    series, event = find_event(slug, event_slug)
    waiting = Intake.objects.filter(event=event).defer("content").first()
    deed = request.POST.get("deed", "") if request.method == "POST" else ""
    form = TakeInForm(request.POST if deed == "read" else None, request.FILES if deed == "read" else None)
    try:
        if deed == "read" and form.is_valid():
            operations.read_intake(
                event=event,
                files=form.contents(),
                source=form.cleaned_data["source"],
                turned=form.turned(),
            )
            return redirect("desk:board-take-in", slug, event_slug)
        if deed == "take-in" and waiting is not None:
            if waiting.votes > AT_ONCE:
                jobs.take_in_soon(str(waiting.pk))
                messages.success(
                    request,
                    _("The conversation is being taken in. Load the page again to see how far it is."),
                )
                return redirect("desk:board-take-in", slug, event_slug)
            operations.take_in(intake=Intake.objects.get(pk=waiting.pk), now=timezone.now())
            messages.success(request, _("The conversation has been taken in."))
            return redirect("desk:board-picture", slug, event_slug)
        if deed == "drop" and waiting is not None and waiting.state == Intake.State.READ:
            waiting.delete()
            return redirect("desk:board-take-in", slug, event_slug)
    except Unreadable as refusal:
        form.add_error("chosen", unreadable_words(refusal))
    except rules.NotPossible as problem:
        messages.error(request, refusal_words(problem))
        return redirect("desk:board-take-in", slug, event_slug)
    if waiting is not None and waiting.state == Intake.State.DONE:
        waiting = None
    return series_page(
        request,
        "desk/board/take_in.html",
        series,
        section="events",
        beneath=[
            (event_label(event), reverse("desk:event", args=[slug, event_slug])),
            (_("A conversation from elsewhere"), ""),
        ],
        status=422 if form.errors else 200,
        form=form,
        board_heading=naming.heading(event),
        waiting=waiting if not form.errors else None,
        problems=[problem_words(problem) for problem in waiting.problems] if waiting else [],
    )
