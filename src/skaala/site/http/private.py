"""Pages that are one person's: kept out of caches, referrers and search engines."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.cache import add_never_cache_headers


def keep_private(response: HttpResponse) -> HttpResponse:
    """Mark ``response`` so that no cache keeps it, its address goes nowhere, and no search engine lists it."""
    add_never_cache_headers(response)
    response["Cache-Control"] = "no-store, private"
    response["Referrer-Policy"] = "no-referrer"
    response["X-Robots-Tag"] = "noindex"
    return response
