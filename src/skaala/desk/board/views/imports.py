"""What the organiser alone arranges: rehearsal, co-facilitators, published results, a board from elsewhere."""

from __future__ import annotations

import uuid
from collections.abc import Callable

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from skaala.desk.board.forms import InviteForm, TakeInForm
from skaala.desk.board.frame import address, board_page, to_board, with_board
from skaala.desk.frame.lookups import find_event
from skaala.desk.frame.messages import event_label
from skaala.desk.frame.sections import series_page
from skaala.series.presenters import naming
from skaala.ui.child import UnableToFinish
from skaala.ui.child_messages import unfinished_message
from skaala.workshops import operations, queries, rules
from skaala.workshops.formats.conversation import UnreadableConversation
from skaala.workshops.links.invitation import make_token
from skaala.workshops.messages.imports import problem_message, unreadable_message
from skaala.workshops.messages.refusals import refusal_message
from skaala.workshops.models import Board, Intake


@with_board
def arrange(request: HttpRequest, board: Board) -> HttpResponse:
    """Show what the organiser alone arranges, and invite co-facilitators."""
    data = request.POST if request.method == "POST" else None
    form = InviteForm(data)
    if data is not None and form.is_valid():
        operations.invite(board=board, label=form.cleaned_data["label"], now=timezone.now())
        messages.success(request, _("The link has been created. Send it to the person it is for."))
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
        invitations_end=rules.invitation_ends(board.event.end),
        may_publish=board.phase in rules.PUBLISHING and not board.is_rehearsal,
        may_rehearse=board.phase == rules.Phase.SET_UP and not board.source,
        results_url=results,
        has_rows=queries.publishes_rows(board),
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
    messages.success(request, _("The link no longer works."))
    return to_board(board, "board-arrange")


@require_POST
@with_board
def publish(request: HttpRequest, board: Board) -> HttpResponse:
    """Publish the results, or take them back."""
    if request.POST.get("action") == "take-back":
        operations.take_results_back(board=board)
        messages.success(request, _("The public does not see the results any more."))
    else:
        operations.publish_results(
            board=board, now=timezone.now(), with_rows=request.POST.get("rows") == "yes"
        )
        messages.success(request, _("The results are public."))
    return to_board(board, "board-arrange")


@with_board
def rehearsal(request: HttpRequest, board: Board) -> HttpResponse:
    """Begin a rehearsal; wipe it once that has been confirmed."""
    if request.method == "POST" and request.POST.get("action") == "begin":
        operations.begin_rehearsal(board=board)
        messages.success(request, _("This workspace is now a rehearsal. Open it and try everything."))
        return to_board(board, "board")
    if request.method == "POST":
        operations.wipe_rehearsal(board=board)
        messages.success(
            request, _("The rehearsal has been deleted. The workspace is ready for the real workshop.")
        )
        return to_board(board, "board")
    if not board.is_rehearsal:
        return to_board(board, "board-arrange")
    return board_page(
        request,
        "desk/board/rehearsal.html",
        board,
        here="board-arrange",
        beneath=_("Delete the rehearsal"),
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
        messages.success(request, _("The imported conversation has been removed."))
        return redirect("desk:event", event.series.slug, event.slug)
    return board_page(
        request,
        "desk/board/remove.html",
        board,
        here="board-arrange",
        beneath=_("Remove the workspace"),
        counts=queries.taking_part(board),
        back=address(board, "board-arrange"),
    )


def import_board(request: HttpRequest, slug: str, event_slug: str) -> HttpResponse:
    """Read a conversation from files, show what was read, and take it in once that has been confirmed."""
    series, event = find_event(slug, event_slug)
    waiting = Intake.objects.filter(event=event).defer("content").first()
    action = request.POST.get("action", "") if request.method == "POST" else ""
    form = TakeInForm(request.POST if action == "read" else None, request.FILES if action == "read" else None)
    try:
        if action == "read" and form.is_valid():
            operations.read_intake(
                event=event,
                files=form.contents(),
                source=form.cleaned_data["source"],
                turned=form.turned(),
            )
            return redirect("desk:board-take-in", slug, event_slug)
        if action in INTAKE_ACTIONS and waiting is not None:
            return redirect(INTAKE_ACTIONS[action](request, waiting), slug, event_slug)
    except UnreadableConversation as refusal:
        form.add_error("chosen", unreadable_message(refusal))
    except UnableToFinish as unfinished:
        form.add_error("chosen", unfinished_message(unfinished))
    except rules.UnableToAct as problem:
        messages.error(request, refusal_message(problem))
        return redirect("desk:board-take-in", slug, event_slug)
    if form.errors or (waiting is not None and waiting.state == Intake.State.DONE):
        waiting = None
    return series_page(
        request,
        "desk/board/import_board.html",
        series,
        section="events",
        beneath=[
            (event_label(event), reverse("desk:event", args=[slug, event_slug])),
            (_("A conversation imported from elsewhere"), ""),
        ],
        status=422 if form.errors else 200,
        form=form,
        board_heading=naming.heading(event),
        waiting=waiting,
        problems=[problem_message(problem) for problem in waiting.problems] if waiting else [],
    )


def _begin(request: HttpRequest, intake: Intake) -> str:
    """Take in what was read, or leave it to the worker; return the page that shows it."""
    if not operations.begin_import(intake=intake, now=timezone.now()):
        messages.success(
            request, _("The conversation is being imported. Reload the page to see the progress.")
        )
        return "desk:board-take-in"
    messages.success(request, _("The conversation has been imported."))
    return "desk:board-picture"


def _drop(request: HttpRequest, intake: Intake) -> str:
    operations.drop_import(intake=intake)
    return "desk:board-take-in"


INTAKE_ACTIONS: dict[str, Callable[[HttpRequest, Intake], str]] = {"take-in": _begin, "drop": _drop}
"""What can be done with a conversation that has been read, by the name of the button; each returns the page to go to."""
