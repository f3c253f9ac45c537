"""Changing what somebody may do in an organisation. An organisation keeps an owner, whoever acts at the same moment."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from skaala.people.models import Account, Membership, Tenant
from skaala.people.operations.access_ended import tell_access_ended
from skaala.people.operations.sessions import end_sessions
from skaala.people.queries import owners
from skaala.people.rules import Role


class LastOwner(Exception):
    """Nobody else owns the organisation; nothing has been changed."""

    def __init__(self, tenant: Tenant) -> None:
        super().__init__(tenant.slug)
        self.tenant = tenant


class NoMember(Exception):
    """The membership has ended meanwhile; nothing has been changed."""


@transaction.atomic
def add_member(*, tenant: Tenant, account: Account, role: Role, now: datetime) -> Membership:
    """
    Give ``account`` a role in ``tenant``; who is a member already keeps theirs if it is :attr:`Role.OWNER`.

    :returns: the membership
    """
    _lock(tenant.pk)
    member = Membership.objects.filter(tenant=tenant, account=account, ended_at=None).first()
    if member is None:
        return Membership.objects.create(tenant=tenant, account=account, role=role, since=now)
    if member.role != Role.OWNER:
        member.role = role
        member.save(update_fields=["role"])
    return member


@transaction.atomic
def change_role(*, member: Membership, role: Role) -> Membership:
    """
    Give a member another role.

    :raises LastOwner: if the organisation would be left without an owner
    :raises NoMember: if the membership has ended
    """
    member = _locked(member)
    if role != Role.OWNER:
        _keep_an_owner(member)
    member.role = role
    member.save(update_fields=["role"])
    tell_access_ended()  # the new role may see less
    return member


@transaction.atomic
def end_membership(*, member: Membership, now: datetime) -> Membership:
    """
    End a membership; what the person made stays, under a former member's mark.

    :raises LastOwner: if the organisation would be left without an owner
    :raises NoMember: if it has ended already
    """
    member = _locked(member)
    _keep_an_owner(member)
    member.ended_at = now
    member.save(update_fields=["ended_at"])
    tell_access_ended()
    return member


@transaction.atomic
def close_account(*, account: Account, now: datetime) -> None:
    """
    Close an account: it cannot sign in, its sessions open nothing, its memberships end.

    :raises LastOwner: if an organisation would be left without an owner
    """
    for member in Membership.objects.filter(account=account, ended_at=None).order_by("tenant_id"):
        end_membership(member=member, now=now)
    account.is_active = False
    account.save(update_fields=["is_active"])
    end_sessions(account=account)
    tell_access_ended()


def _lock(tenant_id: int) -> None:
    # Two owners who demote each other at the same moment do it one after the other, and the second is refused.
    Tenant.objects.select_for_update(no_key=True).get(pk=tenant_id)


def _locked(member: Membership) -> Membership:
    _lock(member.tenant_id)
    present = Membership.objects.select_related("tenant").filter(pk=member.pk, ended_at=None).first()
    if present is None:
        raise NoMember
    return present


def _keep_an_owner(member: Membership) -> None:
    if member.role == Role.OWNER and not owners(member.tenant).exclude(pk=member.pk).exists():
        raise LastOwner(member.tenant)
