"""Quick questions beside the workspace's own: written, asked, closed, shown on the screen, and their texts moderated."""

from __future__ import annotations

import uuid
from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from skaala.desk.board.forms.polls import PollForm
from skaala.desk.board.frame import address, board_page, follow, to_board, with_board
from skaala.workshops import operations
from skaala.workshops.links.live import Audience
from skaala.workshops.messages.concerns import concern_words
from skaala.workshops.models import Board, Poll, PollText
from skaala.workshops.presenters.polls import show_poll
from skaala.workshops.queries.polls import find_poll, people_who_answered, poll_screen


@with_board
def polls(request: HttpRequest, board: Board) -> HttpResponse:
    """List the questions, each with the one thing to do next."""
    return board_page(
        request,
        "desk/board/polls.html",
        board,
        here="board-polls",
        polls=[(poll, people_who_answered(poll)) for poll in board.polls.all()],
        live=follow(request, board, Audience.FACILITATOR),
        live_shows=address(board, "board-polls"),
    )


def _open(board: Board, poll: Poll) -> str:
    operations.open_poll(board=board, poll_id=poll.pk)
    return _("The question is open. It is on everyone’s phone and on the screen.")


def _close(board: Board, poll: Poll) -> str:
    operations.close_poll(board=board, poll_id=poll.pk, now=timezone.now())
    return _("The question is closed.")


def _show(board: Board, poll: Poll) -> str:
    operations.show_screen(board=board, name=poll_screen(poll))
    return _("The question is on the screen.")


def _remove(board: Board, poll: Poll) -> str:
    operations.remove_poll(board=board, poll_id=poll.pk)
    return _("The question has been removed.")


ACTIONS: dict[str, Callable[[Board, Poll], str]] = {
    "open": _open,
    "close": _close,
    "screen": _show,
    "remove": _remove,
}


@with_board
def poll(request: HttpRequest, board: Board, poll_id: uuid.UUID) -> HttpResponse:
    """Show a question with its answers, and take what the facilitator does with it or with a text."""
    found = _found(board, poll_id)
    if request.method == "POST":
        action = request.POST.get("action", "")
        if action in {"show", "hide"}:
            operations.set_poll_text_shown(
                board=board, text_id=_text_id(request), is_shown=action == "show", now=timezone.now()
            )
            return to_board(board, "board-poll", poll_id)
        if action not in ACTIONS:
            raise Http404
        messages.success(request, ACTIONS[action](board, found))
        return (
            to_board(board, "board-polls") if action == "remove" else to_board(board, "board-poll", poll_id)
        )
    order = {PollText.State.PENDING: 0, PollText.State.SHOWN: 1, PollText.State.HIDDEN: 2}
    texts = sorted(found.texts.all(), key=lambda text: (order[PollText.State(text.state)], -text.number))
    return board_page(
        request,
        "desk/board/poll.html",
        board,
        here="board-polls",
        beneath=_("Quick question"),
        poll=found,
        shown=show_poll(found),
        people=people_who_answered(found),
        texts=[(text, concern_words(text.held_for)) for text in texts],
        live=follow(request, board, Audience.FACILITATOR),
        live_shows=address(board, "board-poll", poll_id),
    )


@with_board
def new_poll(request: HttpRequest, board: Board) -> HttpResponse:
    return _edit(request, board, Poll(board=board, kind=Poll.Kind.CHOICE))


@with_board
def edit_poll(request: HttpRequest, board: Board, poll_id: uuid.UUID) -> HttpResponse:
    return _edit(request, board, _found(board, poll_id))


def _edit(request: HttpRequest, board: Board, record: Poll) -> HttpResponse:
    data = request.POST if request.method == "POST" else None
    form = PollForm(data, record=record)
    if data is not None and form.is_valid():
        saved = operations.save_poll(poll=form.fill_in(), options=form.chosen_options())
        messages.success(request, _("The question has been saved. Ask it when you are ready."))
        return to_board(board, "board-poll", saved.pk)
    return board_page(
        request,
        "desk/board/poll_form.html",
        board,
        here="board-polls",
        beneath=_("Quick question"),
        status=422 if data is not None else 200,
        form=form,
        is_new=not record.number,
    )


def _found(board: Board, poll_id: uuid.UUID) -> Poll:
    found = find_poll(board, poll_id)
    if found is None:
        raise Http404
    return found


def _text_id(request: HttpRequest) -> uuid.UUID:
    try:
        return uuid.UUID(request.POST.get("text", ""))
    except ValueError:
        raise Http404 from None
