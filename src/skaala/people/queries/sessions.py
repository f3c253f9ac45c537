"""The browsers in which somebody is signed in, by number: that stays the same when the session gets another key."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.contrib.sessions.models import Session

from skaala.people.models import AccountSession


def session_number(session_key: str | None) -> int:
    """Return the number of a session; 0 for one that is not listed."""
    found = AccountSession.objects.filter(session_key=session_key or "").values_list("pk", flat=True)
    return found.first() or 0


def sessions_that_last(accounts: Collection[int], *, now: datetime) -> set[tuple[int, int]]:
    """Return account and number of each session of ``accounts`` that has neither been ended nor run out."""
    alive = Session.objects.filter(expire_date__gt=now).values("pk")
    found = AccountSession.objects.filter(account__in=accounts, session_key__in=alive)
    return set(found.values_list("account_id", "pk"))
