"""Doing what a program asks once, however often it asks."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import transaction

from skaala.series.models import ApiKey, ApiRequest

REMEMBERED = timedelta(hours=24)


class RequestDiffers(Exception):
    """Something else was asked under this name before; nothing has been done."""


@transaction.atomic
def do_once(*, key: ApiKey, name: str, asked: bytes, make: Callable[[], str], now: datetime) -> str:
    """
    Do what is asked unless that was done before under the same name, in one transaction with remembering it.

    What was answered is not kept, only what was made: the answer to a repeated request shows that as it is then.

    :param name: as the program calls its request
    :param asked: all that makes up the request
    :param make: does it, and returns by which address it is found
    :raises RequestDiffers: if the name was used for another request
    """
    digest = hashlib.sha256(asked).hexdigest()
    # Whoever asks the same at the same time waits here for the first to be done.
    row, is_new = ApiRequest.objects.select_for_update().get_or_create(
        key=key, name=name, defaults={"digest": digest, "created_at": now}
    )
    if not is_new:
        if row.digest != digest:
            raise RequestDiffers
        return row.made
    row.made = make()
    row.save(update_fields=["made"])
    return row.made


def forget_api_requests(now: datetime, *, is_rehearsal: bool) -> int:
    """Remove what is older than a program would repeat; returns how many."""
    old = ApiRequest.objects.filter(created_at__lt=now - REMEMBERED)
    return old.count() if is_rehearsal else old.delete()[0]
