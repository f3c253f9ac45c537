"""When the database is lost for a moment: an honest page in their language, with what they typed."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from typing import Any

import psycopg
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.utils.translation import gettext

from skaala.ui.languages import LANGUAGES, language_label

logger = logging.getLogger(__name__)

RETRY_AFTER_SECONDS = 30
_LOST = (OperationalError, InterfaceError, psycopg.OperationalError, psycopg.InterfaceError)
_SECRET = re.compile(r"pass(word|wd|phrase)|secret|^otp|^code$", re.IGNORECASE)
# Keys, numbers and ticks: sent again, but nothing to read.
_NOT_WORDS = re.compile(r"^[\d.,:T+-]*$|^[a-z0-9_-]{1,40}$")


def is_lost(error: BaseException | None) -> bool:
    """Tell whether ``error`` means that the database could not be reached or did not answer."""
    return isinstance(error, _LOST)


def page(request: HttpRequest) -> HttpResponse:
    """
    Return the page that says so, with status 503.

    What a form sent stands on it to be read, and in hidden fields to be sent again; a password is never
    kept, and a form with one has to be opened anew.
    """
    kept, has_secret, has_files = _sent(request)
    context = {
        "is_post": request.method == "POST",
        "can_send_again": request.method == "POST" and not has_secret,
        "has_files": has_files,
        "kept": kept,
        "shown": [
            (label, value) for label, value in (_labelled(name, value) for name, value in kept) if value
        ],
        "csrf_token": get_token(request)
        if request.method == "POST" and "csrfmiddlewaretoken" in request.POST
        else "",
        "action": request.get_full_path(),
    }
    response = HttpResponse(render_to_string("ui/lost_database.html", context, request), status=503)
    response["Retry-After"] = str(RETRY_AFTER_SECONDS)
    response["Cache-Control"] = "no-store"
    return response


def _sent(request: HttpRequest) -> tuple[list[tuple[str, str]], bool, bool]:
    if request.method != "POST":
        return [], False, False
    names = [name for name in request.POST if name != "csrfmiddlewaretoken"]
    secrets = [name for name in names if _SECRET.search(name)]
    kept = [(name, value) for name in names if name not in secrets for value in request.POST.getlist(name)]
    return kept, bool(secrets), bool(request.FILES)


def _labelled(name: str, value: str) -> tuple[str, str]:
    """Return what a reader sees of one value: a label for well-known fields, nothing of mere keys."""
    labels = {
        "name": gettext("Name"),
        "email": gettext("Email"),
        "username": gettext("Email"),
        "phone": gettext("Phone"),
        "organisation": gettext("Organisation"),
        "organisation_name": gettext("Organisation"),
        "municipality": gettext("Municipality"),
        "title": gettext("Title"),
        "summary": gettext("Summary"),
        "description": gettext("Description"),
    }
    field = name.rpartition("-")[2]
    stem, _, ending = field.rpartition("_")
    if ending in LANGUAGES:
        return " – ".join(filter(None, [labels.get(stem, ""), language_label(ending)])), value
    if field in labels:
        return labels[field], value
    return "", "" if _NOT_WORDS.match(value) else value


class LostDatabaseMiddleware:
    """Answers with :func:`page` where a view could not reach the database."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not is_lost(exception):
            return None
        logger.error("The database could not be reached: %s", exception)
        # A half-open connection must not be handed to the next request; its session must not be saved either.
        session: Any = getattr(request, "session", None)
        if session is not None:
            session.modified = False
        return page(request)
