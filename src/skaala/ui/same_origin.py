"""Forms that act for nobody signed in: they need no per-visitor token, but they must come from our own pages.

After Filippo Valsorda's analysis for Go's net/http: a browser tells by `Sec-Fetch-Site`, an older one by `Origin`;
a request with neither does not come from a browser, so no browser's trust can be abused by it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from urllib.parse import urlsplit

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

View = Callable[..., HttpResponse]


def is_same_origin(request: HttpRequest) -> bool:
    """Say whether a request was made by our own pages, or not by a browser at all."""
    site = request.headers.get("Sec-Fetch-Site", "")
    if site:
        return site in {"same-origin", "none"}
    origin = request.headers.get("Origin", "")
    return not origin or urlsplit(origin).netloc == request.get_host()


def form_without_session(view: View) -> View:
    """Let a POST pass without a forgery token if :func:`is_same_origin` holds; else answer 403."""

    @csrf_exempt
    @wraps(view)
    def checked(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if request.method == "POST" and not is_same_origin(request):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return checked
