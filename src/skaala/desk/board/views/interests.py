"""What municipalities said of a statement, removed by the facilitator where it is wrong."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from skaala.catalogue.operations import interests
from skaala.desk.board.frame import address, with_board
from skaala.workshops.models import Board


@require_POST
@with_board
def remove_interest(request: HttpRequest, board: Board, statement_id: UUID) -> HttpResponse:
    """Remove one."""
    try:
        chosen = UUID(request.POST.get("interest", ""))
    except ValueError as unreadable:
        raise Http404 from unreadable
    if interests.remove_interest(board=board, interest_id=chosen):
        messages.success(request, _("The name has been removed from the workspace."))
    return redirect(address(board, "board-statement", statement_id))
