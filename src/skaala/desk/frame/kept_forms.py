"""
What somebody was sending while a sign-in was asked for: kept until they are back, and put into the form again.

It waits sealed in the browser's session, for the same account alone, and goes with the session. It is never sent automatically:
the page comes back with the form filled, and a press sends it. Files, passwords and codes are not kept.
"""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import urlsplit

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import Resolver404, resolve
from django.utils.http import url_has_allowed_host_and_scheme

from skaala.desk.frame.permissions import BUTTONS, OWN
from skaala.people.operations import seal, unseal
from skaala.ui import errors
from skaala.ui.fill_form import Filled, fill

KEPT = "kept-forms"
"""Under this name the session keeps the forms, the oldest first."""
ANCHOR = "#kept-form"
"""Where a page that was given a form back says so."""
AT_ONCE = 3  # tabs
MOST = 3_000_000  # characters of all together; the longest form of text takes 2,500,000
SECRET = re.compile(r"password|secret|csrfmiddlewaretoken")
"""In the names of inputs that are never kept; codes are asked on pages about one's own account alone, of which nothing is kept."""


def came_from(request: HttpRequest) -> str:
    """Return the address of the organiser page whose form is being sent; empty if the browser does not say."""
    address = request.headers.get("Referer", "")
    is_ours = url_has_allowed_host_and_scheme(
        address, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    parts = urlsplit(address)
    if not is_ours or not parts.netloc:
        return ""
    try:
        is_desk = resolve(parts.path).view_name.startswith("desk:")
    except Resolver404:
        return ""
    return parts.path + (f"?{parts.query}" if parts.query else "") if is_desk else ""


def where_it_comes_back(request: HttpRequest) -> str:
    """Return the place of the form that is being sent."""
    page = came_from(request)
    return page + ANCHOR if page else request.get_full_path()


def keep_form(request: HttpRequest, page: str, account: int | None) -> bool:
    """
    Keep the form that is being sent; returns whether it is kept.

    :param page: the name of the address
    :param account: whose it is, if this browser has shown so; a stranger's is not kept
    """
    # What a script sends waits in that script.
    by_script = request.headers.get("Sec-Fetch-Mode", "navigate") != "navigate"
    if request.method != "POST" or account is None or page in OWN | BUTTONS.keys() or by_script:
        return False
    typed = {
        name: [str(one) for one in values] for name, values in request.POST.lists() if not SECRET.search(name)
    }
    entry = {
        "account": account,
        "page": came_from(request) or request.get_full_path(),
        "action": request.path,
        "typed": typed,
    }
    sealed = seal(KEPT, json.dumps(entry).encode()).decode()
    kept = [*(one for one in _kept(request) if _open(one).get("action") != request.path), sealed][-AT_ONCE:]
    while sum(map(len, kept)) > MOST * 2:  # sealed text is longer
        kept = kept[1:]
    request.session[KEPT] = kept
    return bool(kept)


def forget_form(request: HttpRequest, action: str) -> None:
    """Forget what was kept of the form to ``action``: it is being sent again, or not wanted."""
    kept = _kept(request)
    left = [one for one in kept if _open(one).get("action") != action]
    if len(left) < len(kept):
        request.session[KEPT] = left


def moved(request: HttpRequest, where: str) -> None:
    """Have what waits for this page wait for the one to which it leads."""
    kept = [(one, _open(one)) for one in _kept(request)]
    if any(entry.get("page") == request.path for _sealed, entry in kept):
        request.session[KEPT] = [
            seal(KEPT, json.dumps({**entry, "page": where}).encode()).decode()
            if entry.get("page") == request.path
            else sealed
            for sealed, entry in kept
        ]


def give_back(request: HttpRequest, answer: HttpResponse) -> HttpResponse:
    """Put what was kept for this page into its form."""
    if (
        request.method != "GET"
        or answer.status_code != 200
        or answer.streaming
        or not answer.headers.get("Content-Type", "").startswith("text/html")
    ):
        return answer
    for entry in map(_open, _kept(request)):
        if urlsplit(entry.get("page", "")).path != request.path or entry["account"] != request.user.pk:
            continue

        def note(filled: Filled, entry: dict[str, Any] = entry) -> str:
            return render_to_string("desk/frame/kept_form.html", {"filled": filled, "entry": entry}, request)

        html = answer.content.decode()
        filled = fill(html, page=request.path, action=entry["action"], typed=entry["typed"], note=note)
        answer.content = filled.html
        if "Content-Length" in answer:
            answer["Content-Length"] = str(len(answer.content))
    return answer


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """
    Answer a form without the right token. Set as CSRF_FAILURE_VIEW.

    A page that was open since before a sign-in in another tab has an old token. If the browser says that the form is from our own
    page, the page comes back with what was typed; nothing is done.
    """
    page = resolve(request.path_info) if request.method == "POST" else None
    if (
        page is not None
        and page.namespace == "desk"
        and request.headers.get("Sec-Fetch-Site") == "same-origin"
        and not isinstance(request.user, AnonymousUser)
        and keep_form(request, page.url_name or "", request.user.pk)
    ):
        return redirect(where_it_comes_back(request))
    return errors.forged(request, reason)


def _kept(request: HttpRequest) -> list[str]:
    found: list[str] = request.session.get(KEPT, [])
    return found


def _open(sealed: str) -> dict[str, Any]:
    opened = unseal(KEPT, sealed.encode())
    found: dict[str, Any] = json.loads(opened) if opened else {}
    return found
