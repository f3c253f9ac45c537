"""Removing an organisation that has nothing any more."""

from __future__ import annotations

from django.db import transaction

from skaala.people.models import Tenant


class TenantInUse(Exception):
    """
    The organisation has series, shares one, or has an audit trail, which is never removed; nothing has been changed.

    :ivar series: how many series it has or shares
    """

    def __init__(self, series: int) -> None:
        super().__init__(series)
        self.series = series


@transaction.atomic
def remove_tenant(*, tenant: Tenant) -> None:
    """
    Remove an organisation, with its memberships, venues and partner organisations.

    :raises TenantInUse: if it has more than those
    """
    Tenant.objects.select_for_update().get(pk=tenant.pk)
    series = tenant.series.count() + tenant.shared_series.exclude(accepted_at=None).count()
    if series or tenant.audit_entries.exists():
        raise TenantInUse(series)
    tenant.shared_series.all().delete()
    tenant.venues.all().delete()
    tenant.organisations.all().delete()
    tenant.delete()
