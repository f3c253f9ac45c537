"""Who may do what in a series."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from skaala.people.models import Account, Membership
from skaala.people.queries import permissions_by_tenant
from skaala.people.rules import Permission, permissions
from skaala.series.models import Series, SeriesRole


@dataclass(frozen=True)
class SeriesAccess:
    """What somebody is in a series: ids of both are 0 where they have no role, or there is no such series."""

    series: int = 0
    tenant: int = 0
    roles: tuple[str, ...] = ()

    @property
    def permissions(self) -> frozenset[Permission]:
        return permissions(self.roles)


def access_to(slug: str, account: Account) -> SeriesAccess:
    """Return what ``account`` is in the series at ``slug``."""
    as_member = Membership.objects.filter(account=account, ended_at=None, tenant__series__slug=slug)
    in_series = SeriesRole.objects.filter(account=account, series__slug=slug)
    rows = list(
        as_member.order_by()
        .values_list("tenant__series__pk", "tenant_id", "role")
        .union(in_series.order_by().values_list("series_id", "series__tenant_id", "role"))
    )
    return (
        SeriesAccess(rows[0][0], rows[0][1], tuple(sorted(row[2] for row in rows)))
        if rows
        else SeriesAccess()
    )


def permissions_in(slug: str, account: Account) -> frozenset[Permission]:
    """Return what ``account`` may do in the series at ``slug``; nothing if it is not theirs, or there is none."""
    return access_to(slug, account).permissions


def series_of(account: Account) -> QuerySet[Series]:
    """Return the series of the organisations that ``account`` belongs to, and those in which they have a role."""
    mine = Q(tenant__in=list(permissions_by_tenant(account))) | Q(roles__account=account)
    return Series.objects.filter(mine).distinct()
