"""How often a stranger may ask for the same thing: counted in the database, so that all web processes agree."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import connection
from django.utils.crypto import salted_hmac

from skaala.people.models import Knock


def knock(*, purpose: str, caller: str, limit: int, within: timedelta, now: datetime) -> int:
    """
    Count one more request of ``caller`` (a network address, an e-mail address) for ``purpose``.

    The caller is kept as a hash whose salt changes each day.

    :returns: 0 if she may go on, else the seconds to wait until she may ask again
    """
    seconds = int(within.total_seconds())
    stretch, passed = divmod(int(now.timestamp()), seconds)
    salt = f"{purpose}:{now.date()}"
    name = salted_hmac(salt, caller, secret=settings.SECRET_KEY, algorithm="sha256").hexdigest()
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {Knock._meta.db_table} (caller, stretch, count) VALUES (%s, %s, 1) "  # noqa: S608
            "ON CONFLICT (caller, stretch) DO UPDATE SET count = people_knock.count + 1 RETURNING count",
            [name, stretch * seconds],
        )
        (count,) = cursor.fetchone()
    return seconds - passed if count > limit else 0


def forget_knocks(*, now: datetime) -> int:
    """Remove counts older than two days; returns how many."""
    return Knock.objects.filter(stretch__lt=int((now - timedelta(days=2)).timestamp())).delete()[0]


def network_address(meta: Mapping[str, Any]) -> str:
    """
    Return where a request comes from, as :func:`knock` should count it; IPv6 by its /64.

    :param meta: the request's META
    """
    address = str(meta.get("REMOTE_ADDR", ""))
    if settings.BEHIND_PROXY:
        # The last entry is the one our own proxy has added; those before it can be made up.
        address = str(meta.get("HTTP_X_FORWARDED_FOR", address)).rpartition(",")[2].strip()
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return address
    return str(parsed) if parsed.version == 4 else str(ipaddress.ip_network((parsed, 64), strict=False))
