"""Inviting somebody to an organisation by email, and what becomes of the invitation."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction

from skaala.mail.operations import queue_email
from skaala.people.models import Account, MemberInvitation, Membership, Tenant
from skaala.people.operations.members import add_member
from skaala.people.operations.open_account import open_account
from skaala.people.queries import has_account
from skaala.people.rules import Role

VALID_FOR = timedelta(days=14)
KIND = "people.invitation"


class AlreadyMember(Exception):
    """The address belongs to a member; their role is changed instead."""


class InvitationOver(Exception):
    """The invitation has expired, was withdrawn, or has been accepted."""


class AnotherPerson(Exception):
    """Whoever is signed in has another address than the one that was invited."""


class HasAccount(Exception):
    """There is an account with the invited address: it is used, not another one made."""


@transaction.atomic
def invite_member(
    *,
    tenant: Tenant,
    address: str,
    role: Role,
    language: str,
    name: str = "",
    invited_by: Account | None,
    now: datetime,
) -> MemberInvitation:
    """
    Invite an address; an open invitation of the same address is replaced.

    :raises AlreadyMember: if it belongs to a member
    """
    address = address.strip().lower()
    Tenant.objects.select_for_update(no_key=True).get(pk=tenant.pk)
    if Membership.objects.filter(tenant=tenant, account__email=address, ended_at=None).exists():
        raise AlreadyMember
    MemberInvitation.objects.filter(
        tenant=tenant, address=address, accepted_at=None, withdrawn_at=None
    ).update(withdrawn_at=now)
    email = queue_email(kind=KIND, to_address=address, to_name=name, language=language, now=now)
    return MemberInvitation.objects.create(
        tenant=tenant,
        address=address,
        name=name,
        language=language,
        role=role,
        invited_by=invited_by,
        invited_at=now,
        expires_at=now + VALID_FOR,
        email=email,
    )


def is_open(invitation: MemberInvitation, *, now: datetime) -> bool:
    """Say whether an invitation can still be accepted."""
    return invitation.accepted_at is None and invitation.withdrawn_at is None and now < invitation.expires_at


@transaction.atomic
def accept_invitation(*, invitation: MemberInvitation, account: Account, now: datetime) -> Membership:
    """
    Make the invited person a member.

    :raises InvitationOver: if it is too late
    :raises AnotherPerson: if ``account`` has another address
    """
    invitation = _open(invitation, now)
    if account.email != invitation.address:
        raise AnotherPerson
    return _accept(invitation, account, now)


@transaction.atomic
def accept_with_new_account(
    *, invitation: MemberInvitation, name: str, password: str, language: str, now: datetime
) -> Account:
    """
    Create the account of the invited person, who reads the email of that address, and make them a member.

    :raises InvitationOver: if it is too late
    :raises HasAccount: if there is an open account with that address
    """
    invitation = _open(invitation, now)
    if has_account(invitation.address):
        raise HasAccount
    account = open_account(address=invitation.address, name=name, password=password, language=language)
    _accept(invitation, account, now)
    return account


@transaction.atomic
def withdraw_invitation(*, invitation: MemberInvitation, now: datetime) -> None:
    """
    End an invitation that nobody has accepted.

    :raises InvitationOver: if somebody has
    """
    present = MemberInvitation.objects.select_for_update().get(pk=invitation.pk)
    if present.accepted_at is not None:
        raise InvitationOver
    if present.withdrawn_at is None:
        present.withdrawn_at = now
        present.save(update_fields=["withdrawn_at"])


def _open(invitation: MemberInvitation, now: datetime) -> MemberInvitation:
    present = (
        MemberInvitation.objects.select_for_update(of=("self",))
        .select_related("tenant")
        .get(pk=invitation.pk)
    )
    if not is_open(present, now=now):
        raise InvitationOver
    return present


def _accept(invitation: MemberInvitation, account: Account, now: datetime) -> Membership:
    member = add_member(tenant=invitation.tenant, account=account, role=Role(invitation.role), now=now)
    invitation.accepted_at = now
    invitation.save(update_fields=["accepted_at"])
    return member
