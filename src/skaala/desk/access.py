"""Who may come to the desk, and that nothing seen there stays in a cache."""

from __future__ import annotations

from collections.abc import Iterable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern
from django.utils import timezone
from django.views.decorators.cache import cache_control

from skaala.people.models import Account
from skaala.workshops.invitation_link import find_invitation

not_kept = cache_control(private=True, no_store=True)


def behind_sign_in(patterns: Iterable[URLPattern]) -> list[URLPattern]:
    """Have each of the views ask for a sign-in first; a view added to the list later cannot forget it."""
    guarded = list(patterns)
    for pattern in guarded:
        view: Any = pattern.callback
        pattern.callback = not_kept(login_required(view))
    return guarded


def open_to_all(patterns: Iterable[URLPattern]) -> list[URLPattern]:
    """Return the patterns of the few pages that need no sign-in; they are not kept in caches either."""
    listed = list(patterns)
    for pattern in listed:
        view: Any = pattern.callback
        pattern.callback = not_kept(view)
    return listed


CO_FACILITATES = "co-facilitates"
"""Under this name the session keeps the token of the link by which somebody without an account leads one board."""


def open_to_co_facilitators(patterns: Iterable[URLPattern]) -> list[URLPattern]:
    """Like :func:`behind_sign_in`, but the board in the address is also open to those invited to lead it."""
    guarded = list(patterns)
    for pattern in guarded:
        view: Any = pattern.callback
        pattern.callback = not_kept(_or_invited(view, login_required(view)))
    return guarded


def _or_invited(view: Any, for_accounts: Any) -> Any:
    @wraps(view)
    def opened(request: HttpRequest, slug: str, event_slug: str, **parts: object) -> HttpResponse:
        if not request.user.is_authenticated:
            # Asked each time: a link that has been taken back opens nothing from the next page on.
            invitation = find_invitation(request.session.get(CO_FACILITATES, ""), now=timezone.now())
            event = invitation.board.event if invitation else None
            if event is not None and (event.series.slug, event.slug) == (slug, event_slug):
                answer: HttpResponse = view(request, slug=slug, event_slug=event_slug, **parts)
                return answer
        other: HttpResponse = for_accounts(request, slug=slug, event_slug=event_slug, **parts)
        return other

    return opened


def account_of(request: HttpRequest) -> Account:
    """Return who is signed in, on a page behind the sign-in."""
    assert isinstance(request.user, Account)
    return request.user
