"""A mailbox confirms that it takes the answers to an organisation's emails: by a press of whoever reads its email."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from skaala.mail.models import Email
from skaala.people import operations
from skaala.people.links import email_that_asked
from skaala.people.models import Face
from skaala.ui.same_origin import form_without_session


@form_without_session
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """Say who wants to use the address; a press confirms it. A mail scanner that follows the link does nothing."""
    asked = email_that_asked(token)
    face = Face.objects.select_related("tenant").filter(asked_email=asked).first() if asked else None
    is_done = False
    status = 200
    if face is None:
        status = 410 if asked else 404
    elif request.method == "POST":
        try:
            face = operations.confirm_reply_address(email=Email(pk=asked))
        except operations.NothingAsked:
            face, status = None, 410
        else:
            is_done = True
    response = render(
        request, "desk/face/reply_address.html", {"face": face, "is_done": is_done}, status=status
    )
    response["Referrer-Policy"] = "no-referrer"
    return response
