"""The door of a co-facilitator: a link, without an account, to one board."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from skaala.desk.frame.access import CO_FACILITATES
from skaala.series.presenters import naming
from skaala.ui.same_origin import form_without_session
from skaala.workshops.links.invitation import find_invitation
from skaala.workshops.rules import invitation_ends


@form_without_session  # a page without a referrer sends no origin either, so a forgery token would be refused
def lead_invited(request: HttpRequest, token: str) -> HttpResponse:
    """Say what the link opens; on a press open it on this device. A mail scanner that follows it opens nothing."""
    invitation = find_invitation(token, now=timezone.now())
    if invitation is None:
        response = render(request, "desk/board/not_invited.html", status=404)
    elif request.method == "POST":
        request.session.cycle_key()
        request.session[CO_FACILITATES] = token
        event = invitation.board.event
        response = redirect("desk:board", event.series.slug, event.slug)
    else:
        heading = naming.heading(invitation.board.event)
        response = render(
            request,
            "desk/board/invited.html",
            {
                "board_heading": heading,
                "ends": invitation_ends(invitation.board.event.end),
                "event": invitation.board.event,
            },
        )
    response["Referrer-Policy"] = "no-referrer"
    return response
