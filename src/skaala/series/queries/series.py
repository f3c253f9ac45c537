"""Series as the public sees them, and as organisers do."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db.models import BooleanField, Case, F, OuterRef, Prefetch, Q, QuerySet, Subquery, When

from skaala.people.models import Account, Tenant
from skaala.series.models import Event, Involvement, Series
from skaala.series.queries.roles import series_of


def is_readable(now: datetime) -> Q:
    """Return the condition of a series that readers see."""
    return Q(status__in=["published", "archived"]) | Q(status="scheduled", publish_at__lte=now)


def with_all(found: QuerySet[Series]) -> QuerySet[Series]:
    """Read all along that pages show of series."""
    return found.select_related("controller", "tenant__face").prefetch_related(
        Prefetch("events", Event.objects.select_related("venue").prefetch_related("programme")),
        Prefetch("involvements", Involvement.objects.select_related("organisation")),
        "updates",
        "materials",
    )


def public_series(*, now: datetime, tenant: Tenant | None = None) -> list[Series]:
    """Return all series that readers may see, or those of one organisation, with their events."""
    found = with_all(Series.objects.filter(is_readable(now)))
    return list(found.filter(tenant=tenant) if tenant else found)


def public_series_alone(*, now: datetime) -> QuerySet[Series]:
    """Return all series that readers may see with their organisations, and nothing else of what their pages show."""
    return Series.objects.filter(is_readable(now)).select_related("tenant").order_by("slug")


def find_public_series(slug: str, *, now: datetime) -> Series | None:
    """Return the series at ``slug`` if readers may see it, with all that its page shows."""
    return with_all(Series.objects.filter(is_readable(now), slug=slug)).first()


def next_publication(*, now: datetime) -> datetime | None:
    """Return when the next scheduled series appears."""
    scheduled = Series.objects.filter(status=Series.Status.SCHEDULED, publish_at__gt=now)
    return scheduled.order_by("publish_at").values_list("publish_at", flat=True).first()


def find_series(slug: str) -> Series | None:
    """Return the series at ``slug`` whatever its status, with all that its page shows."""
    return with_all(Series.objects.filter(slug=slug)).first()


def all_series() -> list[Series]:
    """Return every series with its events, the newest first, for the command line."""
    return list(with_all(Series.objects.all()))


def series_for(account: Account) -> list[Series]:
    """Return the series that ``account`` may see with their events, the newest first."""
    return list(with_all(series_of(account)))


def list_public_series(*, now: datetime, tenant: Tenant | None = None) -> QuerySet[Series]:
    """Return the public series, of all or of one organisation, with their events: what is not over by its start, then the past, latest first."""
    found = _by_phase(now=now, tenant=tenant).order_by(
        "is_past", Case(When(is_past=False, then="first_start")), F("first_start").desc(nulls_last=True), "pk"
    )
    return with_all(found)


AT_THE_FRONT = 24
"""Series of a phase that a front page shows, fewer of the past; the list has all."""
PAST_AT_THE_FRONT = 12


@dataclass(frozen=True)
class FrontPage:
    """
    Series by phase: upcoming ones by their next start, past ones by their last end, latest first.

    :ivar more: how many there are beyond those
    """

    upcoming: list[Series]
    ongoing: list[Series]
    past: list[Series]
    more: int = 0


def front_page(*, now: datetime, tenant: Tenant | None = None) -> FrontPage:
    """Return the first public series for the front page, the service's or an organisation's own; archived ones are past."""
    found = _by_phase(now=now, tenant=tenant)
    has_begun = Q(first_start__lte=now)
    coming = found.filter(is_past=False).order_by("first_start", "pk")
    ongoing = with_all(coming.filter(has_begun))[:AT_THE_FRONT]
    upcoming = with_all(coming.filter(Q(first_start=None) | ~has_begun))[:AT_THE_FRONT]
    past = with_all(found.filter(is_past=True).order_by(F("first_start").desc(nulls_last=True), "pk"))
    shown = FrontPage(list(upcoming), list(ongoing), list(past[:PAST_AT_THE_FRONT]))
    more = found.count() - len(shown.upcoming) - len(shown.ongoing) - len(shown.past)
    return replace(shown, more=more)


def _by_phase(*, now: datetime, tenant: Tenant | None) -> QuerySet[Any]:
    """Return the public series with what :func:`skaala.series.rules.phase` looks at, so that the database can sort by it."""
    events = Event.objects.filter(series=OuterRef("pk")).order_by()
    first = events.order_by("start").values("start")[:1]
    last = events.order_by("-end").values("end")[:1]
    found = Series.objects.filter(is_readable(now), **({"tenant": tenant} if tenant else {}))
    return found.annotate(first_start=Subquery(first), last_end=Subquery(last)).annotate(
        is_past=Case(
            When(Q(status="archived") | Q(last_end__lte=now, first_start__lte=now), then=True),
            default=False,
            output_field=BooleanField(),
        )
    )
