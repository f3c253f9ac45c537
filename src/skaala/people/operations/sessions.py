"""The browsers in which somebody is signed in: listing and ending them."""

from __future__ import annotations

from datetime import datetime

from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from skaala.people.models import Account, AccountSession
from skaala.people.operations.access_ended import tell_access_ended


def note_session(*, account: Account, session_key: str, browser: str, now: datetime) -> AccountSession:
    """List a session that has just begun."""
    noted, _is_new = AccountSession.objects.update_or_create(
        session_key=session_key, defaults={"account": account, "signed_in_at": now, "browser": browser[:100]}
    )
    return noted


def rename_session(*, account: Account, before: str, now_called: str) -> None:
    """Note that a session goes on under another key."""
    account.sessions.filter(session_key=before).update(session_key=now_called)


def forget_ended_sessions() -> int:
    """Delete the notes of sessions that have ended; returns how many."""
    return AccountSession.objects.exclude(session_key__in=Session.objects.values("pk")).delete()[0]


def open_sessions(account: Account) -> list[AccountSession]:
    """Return the sessions that still open something, the latest first; forgets the others."""
    noted = list(account.sessions.all())
    keys = [one.session_key for one in noted]
    alive = set(
        Session.objects.filter(session_key__in=keys, expire_date__gt=timezone.now()).values_list(
            "pk", flat=True
        )
    )
    account.sessions.exclude(session_key__in=alive).delete()
    return [one for one in noted if one.session_key in alive]


@transaction.atomic
def end_session(*, account: Account, session_id: int) -> None:
    """End one session of ``account``; one that has ended already is none."""
    end_listed(account.sessions.filter(pk=session_id))


@transaction.atomic
def end_sessions(*, account: Account, but: str = "") -> int:
    """End all sessions of ``account`` except the one with the key ``but``; returns how many."""
    return end_listed(account.sessions.exclude(session_key=but))


@transaction.atomic
def end_listed(sessions: QuerySet[AccountSession]) -> int:
    """End these sessions: each opens nothing from the next page on; returns how many."""
    listed = list(sessions)
    Session.objects.filter(session_key__in=[one.session_key for one in listed]).delete()
    AccountSession.objects.filter(pk__in=[one.pk for one in listed]).delete()
    tell_access_ended()
    return len(listed)
