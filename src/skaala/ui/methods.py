"""Which methods a page answers: reading, and a form's POST; all others are refused before anything is done."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.urls import URLPattern, URLResolver

View = Callable[..., Any]
READS = ("GET", "HEAD")
READS_AND_SENDS = (*READS, "POST")


class MethodsMiddleware:
    """Answers 405 with the methods that a page has; before the check of forms, which would answer 403 to what is no form."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: View, args: Iterable[object], parts: dict[str, object]
    ) -> HttpResponse | None:
        methods = getattr(view, "methods", READS_AND_SENDS)
        return None if request.method in methods else HttpResponseNotAllowed(methods)


def read_only(patterns: Iterable[URLPattern | URLResolver], names: frozenset[str]) -> None:
    """Let the pages of these names be read and nothing be sent to them."""
    for pattern in patterns:
        if isinstance(pattern, URLPattern) and pattern.name in names:
            pattern.callback = _reading(pattern.callback)


def _reading(view: View) -> View:
    @wraps(view)
    def page(*args: object, **parts: object) -> Any:
        return view(*args, **parts)

    page.methods = READS  # type: ignore[attr-defined]
    return page
