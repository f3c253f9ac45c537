"""Making, using and ending keys of the API."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Collection
from datetime import date, datetime, timedelta

from django.db.models import F, Q, QuerySet
from django.db.models.functions import Coalesce, Least
from django.utils import timezone

from skaala.people.models import Account, Tenant
from skaala.people.rules import Scope
from skaala.series.models import ApiKey, Series
from skaala.series.operations.api_requests import forget_api_requests
from skaala.series.operations.personal_data import Counts, sweeps
from skaala.series.rules import end_of_day

BEGINNING = "skaala_"
"""So that a key which got into a public place is recognised there."""
LISTED_AFTER_ITS_END = timedelta(days=90)
USE_NOTED_EVERY = timedelta(minutes=1)


class NotOfTheOrganisation(Exception):
    """A key cannot open a series of another organisation."""


def make_api_key(
    *,
    tenant: Tenant,
    series: Series | None,
    name: str,
    scopes: Collection[Scope],
    last_day: date,
    by: Account | None,
    now: datetime,
) -> tuple[ApiKey, str]:
    """
    Make a key.

    :param series: the only series that it opens; None for all of the organisation
    :returns: the key's row, and the key itself, which is kept nowhere
    :raises NotOfTheOrganisation: if ``series`` is another's
    """
    if series is not None and series.tenant_id != tenant.pk:
        raise NotOfTheOrganisation
    secret = BEGINNING + secrets.token_urlsafe(32)
    key = ApiKey.objects.create(
        tenant=tenant,
        series=series,
        name=name,
        scopes=[scope.value for scope in Scope if scope in scopes],
        digest=_digest(secret),
        created_at=now,
        created_by=by,
        expires_at=end_of_day(last_day, timezone.get_default_timezone()),
    )
    return key, secret


def use_api_key(*, secret: str, now: datetime) -> ApiKey | None:
    """Return the key that a program has sent, and note that it was used; None if it opens nothing (any more)."""
    found = (
        ApiKey.objects.filter(digest=_digest(secret), ended_at=None, expires_at__gt=now)
        .select_related("tenant")
        .first()
    )
    if found is not None and (found.last_used_at is None or found.last_used_at <= now - USE_NOTED_EVERY):
        ApiKey.objects.filter(pk=found.pk).update(last_used_at=now)
    return found


def end_api_key(*, key: ApiKey, now: datetime) -> bool:
    """End a key at once; says whether it had not ended before."""
    return bool(ApiKey.objects.filter(pk=key.pk, ended_at=None).update(ended_at=now))


def _digest(secret: str) -> str:
    # A key has 256 random bits: it needs no slow hash.
    return hashlib.sha256(secret.encode()).hexdigest()


@sweeps("api_keys")
def forget_api_keys(now: datetime, is_rehearsal: bool) -> Counts:
    """Remove keys some time after their end, with what they were called and who made them; and requests of yesterday."""
    over = _over(now - LISTED_AFTER_ITS_END)
    return {
        "api_requests": forget_api_requests(now, is_rehearsal=is_rehearsal),
        "api_keys": over.count() if is_rehearsal else over.delete()[0],
    }


def _over(since: datetime) -> QuerySet[ApiKey]:
    ended = Least(Coalesce(F("ended_at"), F("expires_at")), F("expires_at"))
    return ApiKey.objects.annotate(over_since=ended).filter(Q(over_since__lt=since))
