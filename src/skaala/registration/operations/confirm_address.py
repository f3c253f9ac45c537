"""Noting that an address is the person's own."""

from __future__ import annotations

from datetime import datetime

from skaala.registration.models import Registration


def confirm_address(*, registration: Registration, now: datetime) -> None:
    """Note that somebody has done what only a reader of our emails can do: pressed a button behind a link that was sent there."""
    if registration.address_confirmed_at is None:
        found = Registration.objects.filter(pk=registration.pk, address_confirmed_at=None)
        found.update(address_confirmed_at=now)
