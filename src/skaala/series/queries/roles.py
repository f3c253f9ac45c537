"""Who may do what in a series."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Q, QuerySet, Value

from skaala.people.models import Account, Membership, Tenant
from skaala.people.queries import permissions_by_tenant
from skaala.people.rules import Permission, Role, permissions, permissions_of_guests, roles_with
from skaala.series.models import Series, SeriesInvitation, SeriesPartner, SeriesRole
from skaala.series.queries.partners import IN_FORCE, brought_roles
from skaala.series.rules.partners import AS_PARTNER


@dataclass(frozen=True)
class SeriesAccess:
    """
    What somebody is in a series: ids of both are 0 where they have no role, or there is no such series.

    :ivar roles: as a member of the organisation that owns it
    :ivar guest_roles: in this series alone, also as a member of a partner with which it is shared
    :ivar partner: the address of that partner; empty if there is none
    :ivar requires_second_factor: whether that organisation asks everybody for one
    :ivar languages: in which the series is held
    """

    series: int = 0
    tenant: int = 0
    roles: tuple[str, ...] = ()
    guest_roles: tuple[str, ...] = ()
    requires_second_factor: bool = False
    partner: str = ""
    languages: tuple[str, ...] = ()

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


def access_to(slug: str, account: Account) -> SeriesAccess:
    """Return what ``account`` is in the series at ``slug``."""
    as_member = Membership.objects.filter(account=account, ended_at=None, tenant__series__slug=slug)
    as_guest = SeriesRole.objects.filter(account=account, ended_at=None, series__slug=slug)
    as_partner = SeriesPartner.objects.filter(
        IN_FORCE,
        brought_roles("tenant__memberships"),
        series__slug=slug,
        tenant__memberships__account=account,
        tenant__memberships__ended_at=None,
    )
    requires = "tenant__requires_second_factor"
    # The last three columns: whether it is as a guest, of which partner, and the languages of the series.
    rows = list(
        as_member.order_by()
        .values_list(
            "tenant__series__pk",
            "tenant_id",
            requires,
            "role",
            Value(False),
            Value(""),
            "tenant__series__languages",
        )
        .union(
            as_guest.order_by().values_list(
                "series_id",
                "series__tenant_id",
                f"series__{requires}",
                "role",
                Value(True),
                Value(""),
                "series__languages",
            ),
            as_partner.order_by().values_list(
                "series_id",
                "series__tenant_id",
                f"series__{requires}",
                "tenant__memberships__role",
                Value(True),
                "tenant__slug",
                "series__languages",
            ),
        )
    )
    if not rows:
        return SeriesAccess()
    series, tenant, is_required = rows[0][:3]
    members = {row[3] for row in rows if not row[4]}
    guests = {AS_PARTNER[Role(row[3])] if row[5] else row[3] for row in rows if row[4]}
    partner = "" if members else max(row[5] for row in rows)
    languages = tuple(rows[0][6])
    return SeriesAccess(
        series, tenant, tuple(sorted(members)), tuple(sorted(guests)), is_required, partner, languages
    )


def is_former(series: Series, account: Account) -> bool:
    """Say whether somebody who made something in a series has no role there any more, or no open account."""
    return not account.is_active or not access_to(series.slug, account).all_roles


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
    found |= set(in_series.values_list("series_id", "account_id"))
    brought = [there for there, here in AS_PARTNER.items() if here in as_guest]
    as_partner = SeriesPartner.objects.filter(
        IN_FORCE,
        brought_roles("tenant__memberships"),
        series__in=series,
        tenant__memberships__role__in=brought,
        tenant__memberships__ended_at=None,
        tenant__memberships__account__is_active=True,
    )
    return found | set(as_partner.values_list("series_id", "tenant__memberships__account_id"))


def series_of(account: Account) -> QuerySet[Series]:
    """Return the series of the organisations that ``account`` belongs to, those that are shared with them, and those in which they have a role."""
    roles = SeriesRole.objects.filter(account=account, ended_at=None)
    shared = SeriesPartner.objects.filter(
        IN_FORCE,
        brought_roles("tenant__memberships"),
        tenant__memberships__account=account,
        tenant__memberships__ended_at=None,
    )
    mine = (
        Q(tenant__in=list(permissions_by_tenant(account)))
        | Q(pk__in=roles.values("series"))
        | Q(pk__in=shared.values("series"))
    )
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
