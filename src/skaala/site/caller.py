"""Who knocks: the network address, from the proxy's header where there is a proxy."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest


def caller_of(request: HttpRequest) -> str:
    """Return the caller's network address; behind a proxy the last one it noted in `X-Forwarded-For`."""
    if settings.BEHIND_PROXY:
        forwarded = request.headers.get("X-Forwarded-For", "")
        if forwarded:
            return forwarded.rsplit(",", 1)[-1].strip()
    return request.META.get("REMOTE_ADDR", "") or "unknown"
