"""Rate limits for anonymous requests: counted in the database, so that all web processes agree."""

from __future__ import annotations

import ipaddress
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import connection
from django.utils.crypto import salted_hmac

from skaala.people.models import RateLimitCounter, RateLimitKey

_COUNT = """
INSERT INTO people_ratelimitcounter AS counter (caller, window_start, count) VALUES (%s, %s, 1)
ON CONFLICT (caller, window_start) DO UPDATE SET count = counter.count + 1 RETURNING count
"""

_MAKE_KEY = "INSERT INTO people_ratelimitkey (day, key) VALUES (%s, %s) ON CONFLICT DO NOTHING RETURNING day"


@dataclass(frozen=True)
class Count:
    """How many requests of one caller this window of time has seen, and how many seconds are left of it."""

    number: int
    seconds_left: int


def hit(*, purpose: str, caller: str, limit: int, within: timedelta, now: datetime) -> int:
    """
    Count one more request, as :func:`count` does.

    :returns: 0 if the caller may go on, otherwise the seconds to wait before the next request
    """
    counted = count(purpose=purpose, caller=caller, within=within, now=now)
    return counted.seconds_left if counted.number > limit else 0


def count(*, purpose: str, caller: str, within: timedelta, now: datetime) -> Count:
    """
    Count one more request of ``caller`` (a network address, an e-mail address) for ``purpose``.

    The caller is stored as a hash under a random key of the day, which is destroyed with the day: who has the database and
    the secret key cannot find a caller in the counts of earlier days.
    """
    seconds = int(within.total_seconds())
    window, passed = divmod(int(now.timestamp()), seconds)
    key = settings.SECRET_KEY.encode() + _key_of(now.date())
    name = salted_hmac(purpose, caller, secret=key, algorithm="sha256").hexdigest()
    with connection.cursor() as cursor:
        cursor.execute(_COUNT, [name, window * seconds])
        (number,) = cursor.fetchone()
    return Count(number, seconds - passed)


def forget_hits(*, now: datetime) -> int:
    """Destroy the keys of earlier days, and delete the counts that no key leads to any more; returns how many counts."""
    RateLimitKey.objects.filter(day__lt=now.date()).delete()
    old = RateLimitCounter.objects.filter(window_start__lt=int((now - timedelta(days=1)).timestamp()))
    return old.delete()[0]


_keys: dict[date, bytes] = {}


def _key_of(day: date) -> bytes:
    """Return the key of a day, the same in all processes; the first request of a day destroys those before."""
    if day in _keys:
        return _keys[day]
    with connection.cursor() as cursor:
        cursor.execute(_MAKE_KEY, [day, secrets.token_bytes(32)])
        is_new = cursor.fetchone() is not None
    if is_new:
        RateLimitKey.objects.filter(day__lt=day).delete()
    key = bytes(RateLimitKey.objects.values_list("key", flat=True).get(day=day))
    if not connection.in_atomic_block:  # rolled back, it would be nobody else's
        _keys.clear()
        _keys[day] = key
    return key


def _first_untrusted(forwarded: str) -> str:
    """
    Return the entry from which on nothing can be made up, read from the end.

    The last one was added by our own proxy. Where it names another trusted proxy, the one before was added by that.
    """
    entries = [entry.strip() for entry in forwarded.split(",")]
    while len(entries) > 1 and _is_trusted_proxy(entries[-1]):
        entries.pop()
    return entries[-1]


def _is_trusted_proxy(address: str) -> bool:
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return False
    return any(parsed in network for network in settings.TRUSTED_PROXIES)


def network_address(meta: Mapping[str, Any]) -> str:
    """
    Return where a request comes from, as :func:`hit` should count it; IPv6 by its /64.

    :param meta: the request's META
    """
    address = str(meta.get("REMOTE_ADDR", ""))
    if settings.BEHIND_PROXY:
        address = _first_untrusted(str(meta.get("HTTP_X_FORWARDED_FOR", address)))
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return address
    return str(parsed) if parsed.version == 4 else str(ipaddress.ip_network((parsed, 64), strict=False))
