"""Answers for what went wrong, in the reader's language. The URL configuration names them as its handlers."""

from __future__ import annotations

import math
import sys
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseBadRequest,
    HttpResponseForbidden,
    HttpResponseNotFound,
    HttpResponseServerError,
)
from django.template.loader import render_to_string
from django.utils.translation import gettext, gettext_noop, override

from skaala.ui import lost_database
from skaala.ui.languages import DEFAULT_LANGUAGE, LANGUAGES

_LAST_HEADING = gettext_noop("The service has a problem")
_LAST_WORDS = gettext_noop("There is an error in the service. Please try again in a moment.")


def last_words() -> str:
    """Return the page for when not even a template can be drawn. In every language, since nothing is known about the reader then."""
    said = "".join(_last_words_in(code) for code in dict.fromkeys((DEFAULT_LANGUAGE, *LANGUAGES)))
    return (
        f'<!doctype html>\n<html lang="{DEFAULT_LANGUAGE}"><head><meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>Skaala</title></head><body><main>\n{said}</main></body></html>"
    )


def _last_words_in(code: str) -> str:
    try:
        with override(code):
            heading, words = gettext(_LAST_HEADING), gettext(_LAST_WORDS)
    except Exception:  # not even the catalogues can be read
        heading, words = _LAST_HEADING, _LAST_WORDS
    tag = "h1" if code == DEFAULT_LANGUAGE else "h2"
    return f'<div lang="{code}"><{tag}>{heading}</{tag}><p>{words}</p></div>\n'


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: the request could not be understood; 413: what was sent is larger than any form takes."""
    if isinstance(exception, RequestDataTooBig):
        return HttpResponse(render_to_string("413.html", request=request), status=413)
    return HttpResponseBadRequest(render_to_string("400.html", request=request))


def permission_denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: this is for others."""
    return HttpResponseForbidden(render_to_string("403.html", request=request))


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: a form came without the token it was given, or from another site. Set as CSRF_FAILURE_VIEW."""
    return HttpResponseForbidden(
        render_to_string("403_csrf.html", {"action": request.get_full_path()}, request)
    )


def page_not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: nothing here, or nothing yet."""
    return HttpResponseNotFound(render_to_string("404.html", request=request))


def too_many_requests(request: HttpRequest, retry_after_seconds: int) -> HttpResponse:
    """429: says after how many minutes to try again."""
    minutes = max(1, math.ceil(retry_after_seconds / 60))
    response = HttpResponse(render_to_string("429.html", {"minutes": minutes}, request), status=429)
    response["Retry-After"] = str(max(1, math.ceil(retry_after_seconds)))
    return response


def server_error(request: HttpRequest, *args: Any) -> HttpResponse:
    """500: drawn without the database and without context processors; a lost database gets its own page."""
    try:
        if lost_database.is_lost(sys.exc_info()[1]):
            return lost_database.page(request)
        return HttpResponseServerError(render_to_string("500.html"))
    except Exception:  # whatever else breaks, something must be said
        return HttpResponseServerError(last_words())
