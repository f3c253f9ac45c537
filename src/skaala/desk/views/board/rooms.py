"""Small groups: splitting the room, what the groups noted, and bringing all together."""

from __future__ import annotations

import secrets
import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from skaala.desk.boards import board_page, to_board, with_board
from skaala.desk.forms.board import SplitRoomForm
from skaala.workshops import operations, queries, rules
from skaala.workshops.models import Board


@with_board
def groups(request: HttpRequest, board: Board) -> HttpResponse:
    """Show the small groups; split, bring together, take a note away."""
    deed = request.POST.get("deed", "") if request.method == "POST" else ""
    form = SplitRoomForm(request.POST if deed == "split" else None, initial={"count": 4, "way": "drawn"})
    if deed == "split" and form.is_valid():
        operations.split_room(
            board=board,
            count=form.cleaned_data["count"],
            way=form.cleaned_data["way"],
            names=form.cleaned_data["names"].splitlines(),
            seed=secrets.randbits(48),
        )
        messages.success(request, _("The room is split. Everyone sees her group on the board."))
        return to_board(board, "board-groups")
    if deed == "together":
        operations.bring_together(board=board)
        messages.success(request, _("All are together again and see what each group wrote."))
        return to_board(board, "board-groups")
    if deed == "remove-note":
        try:
            operations.remove_note(board=board, note_id=uuid.UUID(request.POST.get("note", "")))
        except ValueError:
            return to_board(board, "board-groups")
        messages.success(request, _("The note has been removed."))
        return to_board(board, "board-groups")
    return board_page(
        request,
        "desk/board/groups.html",
        board,
        here="board-groups",
        status=422 if form.errors else 200,
        form=form,
        groups=list(queries.small_groups(board)) if board.round else [],
        may_split=rules.can_vote(board.phase),
    )
