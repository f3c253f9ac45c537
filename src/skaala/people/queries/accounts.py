"""Looking accounts up, and what signing in to them needs."""

from __future__ import annotations

from django.db.models import QuerySet

from skaala.people.models import Account, SecondFactor, Tenant

VOUCHED_FOR_BY = "vouched-for-by"
"""Under this name a session keeps the number of the organisation whose directory has signed them in."""


def find_account(address: str) -> Account | None:
    """Return the account with this address, open or closed."""
    return Account.objects.filter(email=address.strip().lower()).first()


def has_account(address: str) -> bool:
    """Say whether there is an account with this address."""
    return find_account(address) is not None


def has_second_factor(account: Account) -> bool:
    """Say whether a code is asked for after the password."""
    return SecondFactor.objects.filter(account=account).exclude(confirmed_at=None).exists()


def requires_second_factor(account: Account) -> bool:
    """Say whether any of the organisations of ``account`` requires a second factor."""
    return _requiring(account).exists()


def lacks_second_factor(
    account: Account, *, required_by: int | None = None, vouched_for_by: int | None = None
) -> bool:
    """
    Say whether an organisation of ``account`` requires a second factor and there is none.

    :param required_by: another organisation that does, in whose series they have a role

    :param vouched_for_by: the organisation whose directory has signed them in; it asks for what it wants itself, and the code of
        an app has not been asked for
    """
    asking = set(_requiring(account).values_list("pk", flat=True)) | {required_by}
    if not asking - {vouched_for_by, None}:
        return False
    return vouched_for_by is not None or not has_second_factor(account)


def _requiring(account: Account) -> QuerySet[Tenant]:
    return Tenant.objects.filter(
        memberships__account=account, memberships__ended_at=None, requires_second_factor=True
    )
