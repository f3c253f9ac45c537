"""What holds of every invitation to a role by email, be it in an organisation or in a single series."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TypeVar

from skaala.people.models import Account, RoleInvitation
from skaala.people.operations.open_account import open_account
from skaala.people.queries import has_account

VALID_FOR = timedelta(days=14)
InvitationT = TypeVar("InvitationT", bound=RoleInvitation)


class InvitationOver(Exception):
    """The invitation has expired, was withdrawn, or has been accepted."""


class AnotherPerson(Exception):
    """Whoever is signed in has another address than the one that was invited."""


class HasAccount(Exception):
    """There is an account with the invited address: it is used, not another one made."""


def is_open(invitation: RoleInvitation, *, now: datetime) -> bool:
    """Say whether an invitation can still be accepted."""
    return invitation.accepted_at is None and invitation.withdrawn_at is None and now < invitation.expires_at


def lock_open(invitation: InvitationT, *, now: datetime) -> InvitationT:
    """
    Return the invitation as it is now, locked until the end of the caller's transaction.

    :raises InvitationOver: if it is too late
    """
    present = type(invitation)._default_manager.select_for_update(of=("self",)).get(pk=invitation.pk)
    if not is_open(present, now=now):
        raise InvitationOver
    return present


def check_that_it_is_theirs(invitation: RoleInvitation, account: Account) -> None:
    """
    Let nobody accept what another person was invited to.

    :raises AnotherPerson: if ``account`` has another address
    """
    if account.email != invitation.address:
        raise AnotherPerson


def open_invited_account(invitation: RoleInvitation, *, name: str, password: str, language: str) -> Account:
    """
    Create the account of the invited person, who reads the email of that address.

    :raises HasAccount: if there is an open account with that address
    """
    if has_account(invitation.address):
        raise HasAccount
    return open_account(address=invitation.address, name=name, password=password, language=language)


def note_acceptance(invitation: RoleInvitation, *, now: datetime) -> None:
    """Note that the invited person has the role; the invitation opens nothing more."""
    invitation.accepted_at = now
    invitation.save(update_fields=["accepted_at"])


def withdraw(invitation: RoleInvitation, *, now: datetime) -> None:
    """
    End an invitation that nobody has accepted, within the caller's transaction.

    :raises InvitationOver: if somebody has
    """
    present = type(invitation)._default_manager.select_for_update().get(pk=invitation.pk)
    if present.accepted_at is not None:
        raise InvitationOver
    if present.withdrawn_at is None:
        present.withdrawn_at = now
        present.save(update_fields=["withdrawn_at"])
