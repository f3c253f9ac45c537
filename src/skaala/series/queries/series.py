"""Series as the public sees them, and as organisers do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Prefetch, Q, QuerySet

from skaala.people.models import Account, Tenant
from skaala.series import rules
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


@dataclass(frozen=True)
class FrontPage:
    """Series by phase: upcoming ones by their next start, past ones by their last end, latest first."""

    upcoming: list[Series]
    ongoing: list[Series]
    past: list[Series]


def front_page(*, now: datetime, tenant: Tenant | None = None) -> FrontPage:
    """Return the public series for the front page, the service's or an organisation's own; archived ones are past."""
    by_phase: dict[rules.Phase, list[Series]] = {phase: [] for phase in rules.Phase}
    for series in public_series(now=now, tenant=tenant):
        events = list(series.events.all())
        phase = rules.Phase.PAST if series.status == "archived" else rules.phase(events, now=now)
        by_phase[phase].append(series)

    def first_start(series: Series) -> datetime:
        return min((event.start for event in series.events.all()), default=now)

    return FrontPage(
        upcoming=sorted(by_phase[rules.Phase.UPCOMING], key=first_start),
        ongoing=sorted(by_phase[rules.Phase.ONGOING], key=first_start),
        past=sorted(by_phase[rules.Phase.PAST], key=first_start, reverse=True),
    )
