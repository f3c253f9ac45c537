"""Looking accounts up, and what signing in to them needs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet

from skaala.people.models import Account, SecondFactor, Tenant

BY_PASSKEY = "signed-in-by-passkey"
"""Under this name a session keeps that a passkey has been shown in it, which is a second factor too."""
VOUCHED_FOR_BY = "vouched-for-by"
"""Under this name a session keeps the number of the organisation whose directory has signed them in."""


def find_account(address: str) -> Account | None:
    """Return the account with this address, open or closed."""
    return Account.objects.filter(email=address.strip().lower()).first()


def has_account(address: str) -> bool:
    """Say whether there is an open account with this address."""
    account = find_account(address)
    return account is not None and account.is_active


def has_second_factor(account: Account) -> bool:
    """Say whether a code is asked for after the password."""
    return SecondFactor.objects.filter(account=account).exclude(confirmed_at=None).exists()


def requires_second_factor(account: Account) -> bool:
    """Say whether any of the organisations of ``account`` requires a second factor."""
    return _requiring(account).exists()


def lacks_second_factor(
    account: Account, session: Mapping[str, Any], *, required_by: int | None = None
) -> bool:
    """
    Say whether an organisation of ``account`` requires a second factor that whoever has this session has not shown.

    The directory of an organisation asks for what that organisation wants; then no code of an app has been asked for.

    :param required_by: another organisation that requires one, in whose series they have a role
    """
    if session.get(BY_PASSKEY):
        return False
    vouched_for_by = session.get(VOUCHED_FOR_BY)
    asking = set(_requiring(account).values_list("pk", flat=True)) | {required_by}
    if not asking - {vouched_for_by, None}:
        return False
    return vouched_for_by is not None or not has_second_factor(account)


def _requiring(account: Account) -> QuerySet[Tenant]:
    return Tenant.objects.filter(
        memberships__account=account, memberships__ended_at=None, requires_second_factor=True
    )
