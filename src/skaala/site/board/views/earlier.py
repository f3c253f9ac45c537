"""Addresses of boards as they were in emails and calendars before each person had a key: they lead to where one goes now."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from skaala.registration.links.personal import InvalidLink, read_token
from skaala.site.board.views.open_workspace import private_form
from skaala.site.board.views.workspace_cookie import key_in, participant_in
from skaala.workshops import queries


@private_form
def earlier_address(request: HttpRequest, token: str, code: str, rest: str) -> HttpResponse:
    """Lead on to the board if this browser has a key or is a guest; otherwise to the personal page, which says how to get one."""
    board = queries.find_board(code)
    if board is None:
        return HttpResponseRedirect(reverse("site:board-join"))
    series = board.event.series
    try:
        read_token(token)
        has_link = True
    except InvalidLink:
        has_link = False
    if has_link and key_in(request, series) is None and participant_in(request, series) is None:
        return HttpResponseRedirect(reverse("site:personal", args=[token]) + "#workspace")
    return HttpResponseRedirect(reverse("site:board", args=[board.code]))
