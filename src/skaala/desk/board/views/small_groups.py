"""Small groups: splitting the room, changing the groups, what they noted, and bringing all together."""

from __future__ import annotations

import secrets
import uuid
from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

from skaala.desk.board.forms import SplitRoomForm
from skaala.desk.board.frame import board_page, to_board, with_board
from skaala.workshops import operations, queries, rules
from skaala.workshops.models import Board


def _rename(board: Board, data: QueryDict) -> str:
    operations.rename_group(
        board=board,
        group_id=uuid.UUID(data.get("group", "")),
        name=data.get("name", ""),
        place=data.get("place", ""),
    )
    return _("The group has been changed.")


def _add(board: Board, data: QueryDict) -> str:
    operations.add_group(board=board, name=data.get("name", ""))
    return _("A group has been added. Latecomers fill it first.")


def _remove(board: Board, data: QueryDict) -> str:
    operations.remove_group(board=board, group_id=uuid.UUID(data.get("group", "")))
    return _("The group has been removed.")


def _remove_note(board: Board, data: QueryDict) -> str:
    operations.remove_note(board=board, note_id=uuid.UUID(data.get("note", "")))
    return _("The note has been removed.")


def _move(board: Board, data: QueryDict) -> str:
    group = operations.move_member(
        board=board, mark=int(data.get("mark", "")), group_id=uuid.UUID(data.get("group", ""))
    )
    return _("The person with this number is now in the group: %(group)s.") % {"group": group}


ACTIONS: dict[str, Callable[[Board, QueryDict], str]] = {
    "rename": _rename,
    "add": _add,
    "remove": _remove,
    "remove-note": _remove_note,
    "move": _move,
}


@with_board
def groups(request: HttpRequest, board: Board) -> HttpResponse:
    """Show the small groups; split, bring together, take a note away."""
    action = request.POST.get("action", "") if request.method == "POST" else ""
    form = SplitRoomForm(request.POST if action == "split" else None, initial={"count": 4, "way": "drawn"})
    # Who is in a group would be dealt anew: that is asked first.
    asks = action == "split" and form.is_valid() and bool(board.split) and "sure" not in request.POST
    if action == "split" and form.is_valid() and not asks:
        operations.split_room(
            board=board,
            count=form.cleaned_data["count"],
            way=form.cleaned_data["way"],
            names=form.cleaned_data["names"].splitlines(),
            places=form.cleaned_data["places"].splitlines(),
            until=form.ends(now=timezone.now()),
            seed=secrets.randbits(48),
            keeps_moved="keep" in request.POST,
        )
        messages.success(
            request, _("Participants are in groups. Everyone sees their group in the workspace.")
        )
        return to_board(board, "board-groups")
    if action == "together":
        operations.bring_together(board=board)
        messages.success(request, _("All are together again and see what each group wrote."))
        return to_board(board, "board-groups")
    if action in ACTIONS:
        try:
            words = ACTIONS[action](board, request.POST)
        except ValueError:  # an id or a number that is none
            messages.error(request, _("Write the number that the person sees under Your group."))
            return to_board(board, "board-groups")
        messages.success(request, words)
        return to_board(board, "board-groups")
    return board_page(
        request,
        "desk/board/groups.html",
        board,
        here="board-groups",
        status=422 if form.errors else 200,
        form=form,
        asks=asks,
        groups=list(queries.small_groups(board)) if board.round else [],
        may_split=rules.can_vote(board.phase),
    )
