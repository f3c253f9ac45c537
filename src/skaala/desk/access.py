"""Who may come to the desk, and that nothing seen there stays in a cache."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest
from django.urls import URLPattern
from django.views.decorators.cache import cache_control

from skaala.people.models import Account

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


def account_of(request: HttpRequest) -> Account:
    """Return who is signed in, on a page behind the sign-in."""
    assert isinstance(request.user, Account)
    return request.user
