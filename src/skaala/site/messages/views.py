"""The page that messages of an organiser lead to: one press stops them, one more lets them come again. It opens nothing else."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from skaala.registration import operations
from skaala.registration.links.messages import read_token
from skaala.registration.links.personal import InvalidLink
from skaala.site.http.offered import offer_languages_of
from skaala.site.http.private import keep_private
from skaala.ui.same_origin import form_without_session


@form_without_session
def messages(request: HttpRequest, token: str) -> HttpResponse:
    """
    Show whether messages come, and change it by a POST.

    A mail program posts ``List-Unsubscribe=One-Click`` of RFC 8058, which stops them; a page that is only opened, as scanners do,
    changes nothing.
    """
    return keep_private(_messages(request, token))


def _messages(request: HttpRequest, token: str) -> HttpResponse:
    try:
        registration = read_token(token)
    except InvalidLink:
        return render(request, "site/personal/invalid_link.html", status=404)
    offer_languages_of(request, registration.series)
    if request.method == "POST":
        wanted = request.POST.get("wanted") == "1"
        operations.choose_messages(registration=registration, wanted=wanted, now=timezone.now())
    context = {
        "series": registration.series,
        "wants_messages": registration.no_messages_since is None,
        "is_chosen": request.method == "POST",
    }
    return render(request, "site/messages/messages.html", context)
