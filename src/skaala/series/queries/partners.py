"""Which series are shared with which organisation."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from skaala.people.models import Account, Tenant
from skaala.people.queries import members, tenants_where
from skaala.people.rules import Permission, Role
from skaala.series.models import Series, SeriesPartner
from skaala.series.rules.partners import AS_PARTNER

IN_FORCE = Q(accepted_at__isnull=False, ended_at=None)


@dataclass(frozen=True)
class Span:
    """A series that another organisation shares or has shared, from when until when."""

    series: int
    since: datetime
    until: datetime | None


def brought_roles(path: str) -> Q:
    """Return the condition that the role of a membership, at ``path`` from a sharing, comes along."""
    found = Q()
    for role in AS_PARTNER:
        found |= Q(roles__contains=role.value, **{f"{path}__role": role.value})
    return found


def partners_of(series: Series) -> list[SeriesPartner]:
    """Return the sharings of a series that are in force, the oldest first."""
    return list(series.partners.filter(IN_FORCE).select_related("tenant"))


def former_partners_of(series: Series) -> list[SeriesPartner]:
    """Return the sharings of a series that were in force and have ended, the last of each organisation."""
    ended = series.partners.exclude(accepted_at=None).exclude(ended_at=None).select_related("tenant")
    present = set(series.partners.filter(IN_FORCE).values_list("tenant_id", flat=True))
    return list({one.tenant_id: one for one in ended if one.tenant_id not in present}.values())


def offers_and_partners_of(series: Series) -> list[SeriesPartner]:
    """Return what of a series is offered or shared today."""
    return list(series.partners.filter(ended_at=None).select_related("tenant"))


def shared_with(tenant: Tenant) -> QuerySet[SeriesPartner]:
    """Return what is offered to an organisation, or shared with it, today."""
    return tenant.shared_series.filter(ended_at=None).select_related("series__tenant")


def offers_to(account: Account) -> QuerySet[SeriesPartner]:
    """Return the offers that ``account`` may accept for one of their organisations."""
    found = SeriesPartner.objects.filter(accepted_at=None, ended_at=None)
    return found.filter(tenant__in=tenants_where(account, Permission.CHANGE_MEMBERS)).select_related(
        "tenant", "series__tenant"
    )


def ended_for(account: Account, at: datetime) -> SeriesPartner | None:
    """Return the sharing or offer that ended at this very moment and is of an organisation whose members ``account`` decides on."""
    theirs = tenants_where(account, Permission.CHANGE_MEMBERS)
    found = SeriesPartner.objects.filter(
        Q(tenant__in=theirs) | Q(series__tenant__in=theirs, accepted_at__isnull=False), ended_at=at
    )
    return found.select_related("tenant", "series__tenant").first()


def partners_by_series(series: list[int]) -> dict[int, list[Tenant]]:
    """Return the partners in force of each of these series."""
    found: dict[int, list[Tenant]] = {}
    for one in SeriesPartner.objects.filter(IN_FORCE, series__in=series).select_related("tenant"):
        found.setdefault(one.series_id, []).append(one.tenant)
    return found


def spans_of(tenant: Tenant) -> list[Span]:
    """Return the series that others share or have shared with an organisation: for that time it reads their audit trail."""
    found = tenant.shared_series.exclude(accepted_at=None)
    return [Span(one.series_id, one.accepted_at, one.ended_at) for one in found if one.accepted_at]


def roles_brought(sharing: SeriesPartner) -> Counter[Role]:
    """Return how many members of a partner have which role in the shared series."""
    held = members(sharing.tenant).filter(role__in=sharing.roles)
    return Counter(AS_PARTNER[Role(role)] for role in held.values_list("role", flat=True))
