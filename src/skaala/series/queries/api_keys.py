"""Reading keys of the API, and what they open."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q, QuerySet

from skaala.people.models import Tenant
from skaala.people.rules import Scope
from skaala.series.models import ApiKey, Series
from skaala.series.queries.series import is_readable, with_all


def api_keys_of(tenant: Tenant) -> QuerySet[ApiKey]:
    """Return the keys of an organisation, the latest first."""
    return tenant.api_keys.select_related("series", "created_by")


def is_for(key: ApiKey, series: Series) -> bool:
    """Say whether ``key`` is one of this series, whatever it may do there."""
    return series.tenant_id == key.tenant_id and key.series_id in {None, series.pk}


def readable_series(key: ApiKey | None, *, now: datetime) -> QuerySet[Series]:
    """Return what everybody can read, and whatever else ``key`` opens, with all that is shown of series."""
    readable = is_readable(now)
    if key is not None and Scope.SERIES_READ in key.scopes:
        own = Q(tenant=key.tenant_id)
        readable |= own & Q(pk=key.series_id) if key.series_id else own
    return with_all(Series.objects.filter(readable))
