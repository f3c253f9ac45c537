"""Inviting somebody to an organisation by email, and what becomes of the invitation."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from skaala.mail.operations import queue_email
from skaala.people.models import Account, MemberInvitation, Membership, Tenant
from skaala.people.operations.members import add_member
from skaala.people.operations.role_invitations import (
    VALID_FOR,
    check_that_it_is_theirs,
    lock_open,
    note_acceptance,
    open_invited_account,
    withdraw,
)
from skaala.people.rules import Role

KIND = "people.invitation"


class AlreadyMember(Exception):
    """The address belongs to a member; their role is changed instead."""


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


@transaction.atomic
def accept_invitation(*, invitation: MemberInvitation, account: Account, now: datetime) -> Membership:
    """
    Make the invited person a member.

    :raises InvitationOver: if it is too late
    :raises AnotherPerson: if ``account`` has another address
    """
    invitation = lock_open(invitation, now=now)
    check_that_it_is_theirs(invitation, account)
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
    invitation = lock_open(invitation, now=now)
    account = open_invited_account(invitation, name=name, password=password, language=language)
    _accept(invitation, account, now)
    return account


@transaction.atomic
def withdraw_invitation(*, invitation: MemberInvitation, now: datetime) -> None:
    """
    End an invitation that nobody has accepted.

    :raises InvitationOver: if somebody has
    """
    withdraw(invitation, now=now)


def _accept(invitation: MemberInvitation, account: Account, now: datetime) -> Membership:
    member = add_member(tenant=invitation.tenant, account=account, role=Role(invitation.role), now=now)
    note_acceptance(invitation, now=now)
    return member
