"""
Destroying what names people in the audit trail; the entries and their chain stay.

Each time an entry says what was destroyed, so that `skaala audit verify` can tell it from what somebody has taken away.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet

from skaala.people.models import AuditPersonal
from skaala.people.operations.audit import note

OF_SERIES, BY_DATE, OF_ONE = "retention", "retention-by-date", "retention-of-one"
KEPT_FOR = timedelta(days=365)
"""For how long entries about no series, such as sign-ins, say who it was."""


def personal_parts(*, series: int) -> QuerySet[AuditPersonal]:
    """Return what names people in entries about a series."""
    return AuditPersonal.objects.filter(series_number=series)


@transaction.atomic
def forget_personal_parts(*, series: int, tenant: int, now: datetime) -> int:
    """Destroy what names people in entries about a series that is forgotten already. Returns how many."""
    count = personal_parts(series=series).delete()[0]
    if count:
        note(
            action=OF_SERIES,
            tenant=tenant,
            account=None,
            series=series,
            details={"personal_parts": count},
            now=now,
        )
    return count


def old_personal_parts(*, now: datetime, living: Collection[int]) -> QuerySet[AuditPersonal]:
    """
    Return what names people in entries that no series' date will come for.

    :param living: numbers of the series there are
    """
    waits_for_no_series = Q(series_number=None) | ~Q(series_number__in=living)
    return AuditPersonal.objects.filter(waits_for_no_series, entry__at__lt=now - KEPT_FOR)


@transaction.atomic
def forget_old_personal_parts(*, now: datetime, living: Collection[int]) -> int:
    """Destroy those of :func:`old_personal_parts`. Returns how many."""
    old = old_personal_parts(now=now, living=living)
    by_tenant: dict[int, set[int]] = {}
    for tenant, series in old.values_list("entry__tenant_id", "series_number").distinct():
        by_tenant.setdefault(tenant, set()).add(series or 0)
    count = old.delete()[0]
    for tenant, numbers in by_tenant.items():
        details = {"before": (now - KEPT_FOR).isoformat(), "series": sorted(numbers)}
        note(action=BY_DATE, tenant=tenant, account=None, details=details, now=now)
    return count


@transaction.atomic
def forget_personal_parts_of_one(*, registration: UUID, series: int, tenant: int, now: datetime) -> int:
    """Destroy what ties entries to one person's registration. Returns how many."""
    found = AuditPersonal.objects.filter(registration=registration)
    entries = sorted(found.values_list("entry_id", flat=True))
    if entries:
        found.delete()
        note(action=OF_ONE, tenant=tenant, account=None, series=series, details={"entries": entries}, now=now)
    return len(entries)
