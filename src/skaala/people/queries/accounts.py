"""Looking accounts up, and what signing in to them needs."""

from __future__ import annotations

from skaala.people.models import Account, SecondFactor, Tenant


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
    return Tenant.objects.filter(
        memberships__account=account, memberships__ended_at=None, requires_second_factor=True
    ).exists()


def lacks_second_factor(account: Account, *, is_required: bool = False) -> bool:
    """
    Say whether an organisation of ``account`` requires a second factor and there is none.

    :param is_required: whether another organisation does, in whose series they have a role
    """
    return (is_required or requires_second_factor(account)) and not has_second_factor(account)
