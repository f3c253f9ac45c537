"""
Counting failed attempts to sign in, with a growing pause.

Successes cost nothing. After a few failures for an account, or many for a network address, each further one makes the
pause twice as long, up to a quarter of an hour. A device that has signed in to the account before is counted alone, so that
a stranger's failures do not lock its owner out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import connection, transaction
from django.utils.crypto import salted_hmac

from skaala.people.models import SignInFailures

FREE = {"account": 5, "address": 30, "device": 5}
FIRST_PAUSE = 5
LONGEST_PAUSE = 15 * 60
FORGOTTEN_AFTER = timedelta(days=1)

# One statement, so that parallel attempts are counted one after the other. An attempt within the pause counts nothing.
_ATTEMPT = """
INSERT INTO people_signinfailures AS failures (key, count, last_at) VALUES (%(key)s, 1, %(now)s)
ON CONFLICT (key) DO UPDATE SET
    count = CASE WHEN failures.last_at < %(long_ago)s THEN 1 ELSE failures.count + 1 END, last_at = %(now)s
WHERE failures.last_at + make_interval(secs => CASE WHEN failures.count < %(free)s THEN 0
    ELSE LEAST(%(longest)s, %(first)s * power(2, LEAST(failures.count - %(free)s, 20))) END) <= %(now)s
RETURNING count
"""


@dataclass(frozen=True)
class Source:
    """One thing that failures are counted for; ``kind`` is a key of :data:`FREE`."""

    kind: str
    name: str

    @property
    def key(self) -> str:
        secret = settings.SECRET_KEY
        return salted_hmac(f"sign-in:{self.kind}", self.name, secret=secret, algorithm="sha256").hexdigest()


def sources(*, account: str, network_address: str, device: str) -> list[Source]:
    """
    Return what an attempt counts for.

    :param device: the mark of a device that has signed in to this account before; empty if there is none
    """
    if device:
        return [Source("device", device)]
    return [Source("account", account), Source("address", network_address)]


class _InPause(Exception):
    pass


def attempt(listed: Sequence[Source], *, now: datetime) -> int:
    """
    Count an attempt before the password is looked at; call :func:`succeeded` if it was right.

    :returns: 0 if it may be made, otherwise the seconds to wait; then nothing has been counted
    """
    try:
        with transaction.atomic():
            for source in listed:
                _count(source, now)
    except _InPause:
        return max(_wait(source, now) for source in listed) or 1
    return 0


def succeeded(listed: Sequence[Source]) -> None:
    """Take back what :func:`attempt` has counted: all of an account or device, one of a network address."""
    for source in listed:
        if source.kind == "address":
            _take_one_back(source)
        else:
            SignInFailures.objects.filter(key=source.key).delete()


def forget_failures(*, now: datetime) -> int:
    """Delete the counts of failures long ago; returns how many."""
    return SignInFailures.objects.filter(last_at__lt=now - FORGOTTEN_AFTER).delete()[0]


def pause_after(count: int, free: int) -> int:
    """Return for how many seconds the next attempt has to wait after so many failures."""
    return 0 if count < free else int(min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** min(count - free, 20)))


def _count(source: Source, now: datetime) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            _ATTEMPT,
            {
                "key": source.key,
                "now": now,
                "long_ago": now - FORGOTTEN_AFTER,
                "free": FREE[source.kind],
                "first": FIRST_PAUSE,
                "longest": LONGEST_PAUSE,
            },
        )
        if cursor.fetchone() is None:
            raise _InPause


def _wait(source: Source, now: datetime) -> int:
    found = SignInFailures.objects.filter(key=source.key).first()
    if found is None:
        return 0
    over = found.last_at + timedelta(seconds=pause_after(found.count, FREE[source.kind]))
    return max(0, int((over - now).total_seconds()) + 1) if over > now else 0


def _take_one_back(source: Source) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE people_signinfailures SET count = count - 1 WHERE key = %s AND count > 0", [source.key]
        )
