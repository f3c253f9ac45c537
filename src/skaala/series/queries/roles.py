"""Who may do what in a series."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Q, QuerySet, Value

from skaala.people.models import Account, Membership, Tenant
from skaala.people.queries import permissions_by_tenant
from skaala.people.rules import Permission, permissions, permissions_of_guests, roles_with
from skaala.series.models import Series, SeriesInvitation, SeriesRole


@dataclass(frozen=True)
class SeriesAccess:
    """
    What somebody is in a series: ids of both are 0 where they have no role, or there is no such series.

    :ivar roles: as a member of the organisation that owns it
    :ivar guest_roles: in this series alone
    :ivar requires_second_factor: whether that organisation asks everybody for one
    """

    series: int = 0
    tenant: int = 0
    roles: tuple[str, ...] = ()
    guest_roles: tuple[str, ...] = ()
    requires_second_factor: bool = False

    @property
    def permissions(self) -> frozenset[Permission]:
        return permissions(self.roles) | permissions_of_guests(self.guest_roles)

    @property
    def all_roles(self) -> tuple[str, ...]:
        return (*self.roles, *self.guest_roles)

    @property
    def is_member(self) -> bool:
        """Whether they see what else the organisation has: venues, partner organisations."""
        return bool(self.roles)


AS_MEMBER, AS_GUEST = 0, 1


def access_to(slug: str, account: Account) -> SeriesAccess:
    """Return what ``account`` is in the series at ``slug``."""
    if not account.is_active:
        return SeriesAccess()
    as_member = Membership.objects.filter(account=account, ended_at=None, tenant__series__slug=slug)
    in_series = SeriesRole.objects.filter(account=account, ended_at=None, series__slug=slug)
    rows = list(
        as_member.order_by()
        .values_list(
            "tenant__series__pk", "tenant_id", "tenant__requires_second_factor", "role", Value(AS_MEMBER)
        )
        .union(
            in_series.order_by().values_list(
                "series_id",
                "series__tenant_id",
                "series__tenant__requires_second_factor",
                "role",
                Value(AS_GUEST),
            )
        )
    )
    if not rows:
        return SeriesAccess()
    series, tenant, requires = rows[0][:3]
    as_what = [sorted(row[3] for row in rows if row[4] == kind) for kind in (AS_MEMBER, AS_GUEST)]
    return SeriesAccess(series, tenant, tuple(as_what[0]), tuple(as_what[1]), requires)


def accounts_who_may(permission: Permission, *, series: Collection[int]) -> set[tuple[int, int]]:
    """Return series and accounts of those who may do something in one of ``series``, by whatever role."""
    roles = roles_with(permission)
    as_member = Membership.objects.filter(
        ended_at=None, role__in=roles, account__is_active=True, tenant__series__in=series
    )
    found = set(as_member.values_list("tenant__series__pk", "account_id"))
    as_guest = [role for role in roles if permission in permissions_of_guests([role])]
    in_series = SeriesRole.objects.filter(
        ended_at=None, role__in=as_guest, account__is_active=True, series__in=series
    )
    return found | set(in_series.values_list("series_id", "account_id"))


def series_of(account: Account) -> QuerySet[Series]:
    """Return the series of the organisations that ``account`` belongs to, and those in which they have a role."""
    roles = SeriesRole.objects.filter(account=account, ended_at=None)
    mine = Q(tenant__in=list(permissions_by_tenant(account))) | Q(pk__in=roles.values("series"))
    return Series.objects.filter(mine)


def roles_in(series: Series) -> QuerySet[SeriesRole]:
    """Return who has a role in this series alone today."""
    return series.roles.filter(ended_at=None).select_related("account")


def ended_roles_in(series: Series) -> list[SeriesRole]:
    """Return the last role of each person who had one in this series and has none now."""
    present = set(roles_in(series).values_list("account_id", flat=True))
    ended = series.roles.exclude(ended_at=None).select_related("account").order_by("ended_at")
    return list({held.account_id: held for held in ended if held.account_id not in present}.values())


def open_role_invitations(series: Series) -> QuerySet[SeriesInvitation]:
    """Return whom the series has invited and who has not accepted."""
    return series.role_invitations.filter(accepted_at=None, withdrawn_at=None)


def works_elsewhere(account: Account, tenant: Tenant) -> bool:
    """Say whether ``account`` has a role in another organisation than ``tenant``, or in a series of another."""
    as_member = Membership.objects.filter(account=account, ended_at=None).exclude(tenant=tenant)
    in_series = SeriesRole.objects.filter(account=account, ended_at=None).exclude(series__tenant=tenant)
    return as_member.exists() or in_series.exists()
