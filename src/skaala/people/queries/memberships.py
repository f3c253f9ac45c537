"""Who belongs to which organisation, and what they may do there."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import QuerySet

from skaala.people.models import Account, Membership, Tenant
from skaala.people.rules import Permission, Role, permissions, roles_with


def permissions_by_tenant(account: Account) -> Mapping[int, frozenset[Permission]]:
    """Return what ``account`` may do in each of their organisations, by its id."""
    held = Membership.objects.filter(account=account, ended_at=None).values_list("tenant_id", "role")
    return {tenant_id: permissions([role]) for tenant_id, role in held}


def tenants_where(account: Account, permission: Permission) -> QuerySet[Tenant]:
    """Return the organisations in which ``account`` may do something."""
    return Tenant.objects.filter(
        memberships__account=account, memberships__ended_at=None, memberships__role__in=roles_with(permission)
    )


def tenants_of(account: Account) -> list[Tenant]:
    """Return the organisations that ``account`` is a member of today."""
    return list(Tenant.objects.filter(memberships__account=account, memberships__ended_at=None).distinct())


def find_tenant(written: str) -> Tenant | None:
    """Return the organisation that somebody means by its short name, or by its whole name in one of its languages."""
    sought = " ".join(written.split()).lower()
    for tenant in Tenant.objects.all():
        if sought in {tenant.slug, *(name.lower() for name in tenant.name.as_dict().values())}:
            return tenant
    return None


def members(tenant: Tenant) -> QuerySet[Membership]:
    """Return the members of today, with their accounts."""
    return tenant.memberships.filter(ended_at=None).select_related("account")


def members_of_all() -> QuerySet[Membership]:
    """Return the members of every organisation, with their accounts."""
    return (
        Membership.objects.filter(ended_at=None).select_related("account", "tenant").order_by("tenant", "id")
    )


def former_members(tenant: Tenant) -> list[Membership]:
    """Return the last membership of each person who has been a member and is none now."""
    present = set(members(tenant).values_list("account_id", flat=True))
    ended = tenant.memberships.exclude(ended_at=None).select_related("account").order_by("ended_at")
    last = {member.account_id: member for member in ended if member.account_id not in present}
    return list(last.values())


def permissions_in_tenant(slug: str, account: Account) -> frozenset[Permission]:
    """Return what ``account`` may do in an organisation; nothing if they are no member, or there is none."""
    held = Membership.objects.filter(account=account, ended_at=None, tenant__slug=slug)
    return permissions(held.values_list("role", flat=True))


def owners(tenant: Tenant) -> QuerySet[Membership]:
    """Return the members who decide who the members are."""
    return members(tenant).filter(role=Role.OWNER)
