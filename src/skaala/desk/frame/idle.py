"""
The idle limit: a browser in which nobody has done anything for long asks for a sign-in again.

What counts is what somebody does. A page that asks automatically whether there is news does not keep a forgotten browser signed in;
the projector does, since a room looks at it.
"""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth import SESSION_KEY, get_user, logout
from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from skaala.people.operations.access_ended import tell_access_ended

WARNING = 5 * 60
"""Seconds before the end at which a page with JavaScript says so."""
_LAST = "last-used-at"
_EVERY = 60  # seconds: a session is not written more often for this
_KEEPS_SIGNED_IN = frozenset({"board-projector"})


class IdleLimitMiddleware(AuthenticationMiddleware):
    """Django's own, but for whom nothing has been done for too long: they are nobody."""

    def process_request(self, request: HttpRequest) -> None:
        super().process_request(request)
        request.user = SimpleLazyObject(  # type: ignore[assignment]
            lambda: AnonymousUser() if is_idle(request) else get_user(request)
        )


def limit() -> int:
    """Return after how many seconds; 0 for never."""
    return int(settings.IDLE_MINUTES) * 60


def is_idle(request: HttpRequest) -> bool:
    """Say whether somebody has signed in in this browser, and then left it alone for too long."""
    last = request.session.get(_LAST) if SESSION_KEY in request.session else None
    return bool(limit() and last is not None and timezone.now().timestamp() - last > limit())


def note_activity(request: HttpRequest, page: str) -> None:
    """Remember that somebody does something."""
    is_automatic = request.method == "GET" and request.headers.get("Sec-Fetch-Dest") == "empty"
    now = timezone.now().timestamp()
    if (is_automatic and page not in _KEEPS_SIGNED_IN) or now - request.session.get(_LAST, 0) < _EVERY:
        return
    request.session[_LAST] = now


def end_idle_session(request: HttpRequest, *, but: str) -> int | None:
    """
    End the session if it is idle; returns whose it was.

    :param but: the name of what a session keeps for somebody without an account
    """
    if not is_idle(request):
        return None
    account, stays = int(request.session[SESSION_KEY]), request.session.get(but)
    logout(request)
    if stays is not None:
        request.session[but] = stays
    tell_access_ended()
    return account
