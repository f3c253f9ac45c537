"""
Counting failed attempts to sign in, with a growing pause.

Successes cost nothing. After a few failures for an account, or many for a network address, each further one makes the
pause twice as long, up to a quarter of an hour. Failures are forgotten one by one as time passes, so that an office behind
one address, where somebody mistypes every now and then, is not locked out. A device that has signed in to the account
before is counted alone, so that a stranger's failures do not lock its owner out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils.crypto import salted_hmac

from skaala.people.models import Account, SignInFailures

FREE = {"account": 5, "address": 30, "device": 5}
ONE_FORGOTTEN_IN = {
    # Longer than the longest pause: patience gains a guesser nothing.
    "account": timedelta(minutes=30),
    "address": timedelta(minutes=5),
    "device": timedelta(minutes=30),
}
FIRST_PAUSE = 5
LONGEST_PAUSE = 15 * 60
FORGOTTEN_AFTER = timedelta(days=1)


@dataclass(frozen=True)
class Source:
    """One thing that failures are counted for; ``kind`` is a key of :data:`FREE`."""

    kind: str
    name: str

    @property
    def key(self) -> str:
        secret = settings.SECRET_KEY
        return salted_hmac(f"sign-in:{self.kind}", self.name, secret=secret, algorithm="sha256").hexdigest()


@dataclass(frozen=True)
class Counted:
    """What an attempt has added to one source, and what stood there before."""

    source: Source
    count_before: int
    last_before: datetime
    at: datetime


@dataclass(frozen=True)
class Attempt:
    """
    An attempt that may be made, or has to wait.

    :ivar wait: 0 if it may be made, otherwise the seconds to wait; then nothing has been counted
    """

    wait: int
    counted: Sequence[Counted] = ()


def sources(*, account: str, network_address: str, device: str) -> list[Source]:
    """
    Return what an attempt counts for.

    :param device: the mark of a device that has signed in to this account before; empty if there is none
    """
    if device:
        return [Source("device", device)]
    return [Source("account", account), Source("address", network_address)]


def proofs(account: Account) -> list[Source]:
    """Return what an attempt counts for where somebody who is signed in shows their password once more."""
    return [Source("account", f"confirm:{account.pk}")]


def codes(account: Account) -> list[Source]:
    """Return what an attempt at the second factor counts for."""
    return [Source("account", f"code:{account.pk}")]


class _InPause(Exception):
    def __init__(self, seconds: int) -> None:
        self.seconds = seconds


def attempt(listed: Sequence[Source], *, now: datetime) -> Attempt:
    """Count an attempt before the password is looked at; call :func:`succeeded` if it was right."""
    try:
        with transaction.atomic():
            return Attempt(0, [_count(source, now) for source in listed])
    except _InPause as pause:
        return Attempt(pause.seconds)


def succeeded(made: Attempt) -> None:
    """Take back what :func:`attempt` has counted: all of an account or device; a network address is as if nothing had been."""
    for one in made.counted:
        found = SignInFailures.objects.filter(key=one.source.key)
        if one.source.kind != "address":
            found.delete()
            continue
        # Where somebody else has tried meanwhile, their attempt is the last one.
        if not found.filter(last_at=one.at).update(count=one.count_before, last_at=one.last_before):
            found.filter(count__gt=0).update(count=F("count") - 1)


def forget_failures_of(account: Account) -> None:
    """Start counting anew for an account whose owner has shown by email who they are."""
    listed = [Source("account", account.email), *proofs(account)]
    SignInFailures.objects.filter(key__in=[source.key for source in listed]).delete()


def forget_failures(*, now: datetime) -> int:
    """Delete the counts of failures long ago; returns how many."""
    return SignInFailures.objects.filter(last_at__lt=now - FORGOTTEN_AFTER).delete()[0]


def pause_after(count: int, free: int) -> int:
    """Return for how many seconds the next attempt has to wait after so many failures."""
    return 0 if count < free else int(min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** min(count - free, 20)))


def remaining(count: int, *, kind: str, since: timedelta) -> int:
    """Return how many of ``count`` failures still count, so long after the last one."""
    return 0 if since > FORGOTTEN_AFTER else max(0, count - since // ONE_FORGOTTEN_IN[kind])


def _count(source: Source, now: datetime) -> Counted:
    # The row is locked until all sources are counted, so that parallel attempts are counted one after the other.
    SignInFailures.objects.bulk_create(
        [SignInFailures(key=source.key, count=0, last_at=now)], ignore_conflicts=True
    )
    row = SignInFailures.objects.select_for_update().get(key=source.key)
    over = row.last_at + timedelta(seconds=pause_after(row.count, FREE[source.kind]))
    if over > now:
        raise _InPause(int((over - now).total_seconds()) + 1)
    before = Counted(source, row.count, row.last_at, now)
    row.count = 1 + remaining(row.count, kind=source.kind, since=now - row.last_at)
    row.last_at = now
    row.save(update_fields=["count", "last_at"])
    return before
