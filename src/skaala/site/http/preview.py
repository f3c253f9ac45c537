"""
The pages of a series before it is published: the same pages, as readers will see them, with a key on every link.

What is sent in a form there is never kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from html import escape
from urllib.parse import quote

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from skaala.series.models import Series
from skaala.site.http.private import keep_private
from skaala.ui import dates
from skaala.ui.languages import reader_language

PARAMETER = "preview"


class NothingIsSaved(Exception):
    """Somebody sent a form of a series that they see before it is published."""

    def __init__(self, series: Series) -> None:
        super().__init__(series.slug)
        self.series = series


@dataclass(frozen=True)
class Preview:
    """By which key somebody sees a series before it is published, and until when."""

    series: Series
    key: str
    until: datetime

    @property
    def until_words(self) -> str:
        return dates.day_or_moment(self.until, reader_language(), self.series.zone)

    @property
    def query(self) -> str:
        return f"{PARAMETER}={quote(self.key, safe='~')}"


def preview_of(request: HttpRequest) -> Preview | None:
    """Return by which key this page is seen; None for a page that everybody sees."""
    return getattr(request, "preview", None)


def show_as_preview(request: HttpRequest, draft: Series, key: str, until: datetime) -> Series:
    """Return ``draft`` as it will be once it is published, to be shown and never saved; the page knows that it is a preview."""
    request.preview = Preview(draft, key, until)  # type: ignore[attr-defined]
    draft.status, draft.publish_at = Series.Status.PUBLISHED, None
    return draft


class PreviewMiddleware:
    """Keeps the key of a preview on every link of its pages, and keeps these pages to whoever has the key."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        preview = preview_of(request)
        if preview is None:
            return response
        if response.has_header("Location"):
            response["Location"] = _Addresses(preview, escaped=False).keyed(response["Location"])
        if not response.streaming and response["Content-Type"].startswith("text/html"):
            response.content = keep_key(response.content.decode(), preview).encode()
            response["Content-Length"] = str(len(response.content))
        return keep_private(response)

    def process_exception(self, request: HttpRequest, problem: Exception) -> HttpResponse | None:
        if not isinstance(problem, NothingIsSaved):
            return None
        return render(request, "site/announcement/nothing_saved.html", {"series": problem.series})


def keep_key(html: str, preview: Preview) -> str:
    """Return a page with the key added to each address of the series, and to each form that asks by its address."""
    addresses = _Addresses(preview)
    html = re.sub(
        r'((?:href|action|src)=")([^"]*)(")',
        lambda found: f"{found[1]}{addresses.keyed(found[2])}{found[3]}",
        html,
    )
    hidden = f'<input type="hidden" name="{PARAMETER}" value="{escape(preview.key)}">'
    return re.sub(r'<form method="get"(?![^>]*action=)[^>]*>', lambda found: found[0] + hidden, html)


class _Addresses:
    """Which addresses are of the series: ours alone, so that no other host ever gets the key."""

    def __init__(self, preview: Preview, *, escaped: bool = True) -> None:
        languages = "|".join(code for code, _name in settings.LANGUAGES)
        host = settings.BASE_URL.partition("://")[2]
        self._of_series = re.compile(
            rf"((?:{re.escape(settings.BASE_URL)}|webcal://{re.escape(host)})?"
            rf"/(?:{languages})/series/{re.escape(preview.series.slug)}/[^?#]*)(\?[^#]*)?(#.*)?"
        )
        self._query, self._and = preview.query, "&amp;" if escaped else "&"

    def keyed(self, address: str) -> str:
        found = self._of_series.fullmatch(address)
        if found is None or f"{PARAMETER}=" in (found[2] or ""):
            return address
        query = f"{found[2]}{self._and}{self._query}" if found[2] else f"?{self._query}"
        return f"{found[1]}{query}{found[3] or ''}"
