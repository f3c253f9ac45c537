"""Reading adoptions: who has come how far with an action, and how it spread."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from django.db.models import F, Prefetch, QuerySet

from skaala.catalogue.models import Action, Adoption, AdoptionReport
from skaala.catalogue.rules.inexact_dates import InexactDate
from skaala.catalogue.rules.spread import SpreadCount, count_spread
from skaala.catalogue.rules.stages import ENDED, ON_THE_WAY, RUNNING, highest_before_end
from skaala.evidence.models import Bottleneck
from skaala.insight.diffusion.curves import Point, draw_curve
from skaala.insight.diffusion.funnel import Course, Step, count_funnel
from skaala.places.models import Municipality, Network
from skaala.places.queries.municipalities import members_of

_CONFIRMED = AdoptionReport.objects.filter(state=AdoptionReport.State.CONFIRMED).select_related(
    "reason", "learned_from"
)


def by_others() -> QuerySet[Adoption]:
    """Return the adoptions of which something is confirmed; what an action's own municipality does is no adoption."""
    return Adoption.objects.exclude(stage="").exclude(municipality=F("action__owner"))


def spread_counts(actions: Iterable[Action]) -> dict[int, SpreadCount]:
    """Return how far each action has spread, by its key."""
    keys = [one.pk for one in actions]
    rows: dict[int, list[tuple[str, bool]]] = {key: [] for key in keys}
    for key, stage, since in (
        by_others().filter(action__in=keys).values_list("action", "stage", "running_since")
    ):
        rows[key].append((stage, since is not None))
    return {key: count_spread(found) for key, found in rows.items()}


def spread_count(found: Iterable[Adoption]) -> SpreadCount:
    """Return how far one action has spread among these adoptions read by :func:`adoptions`."""
    return count_spread((one.stage, one.running_since is not None) for one in found)


def adoptions() -> QuerySet[Adoption]:
    """Return the adoptions by others than the owner, with their confirmed history as ``confirmed``."""
    found = by_others().select_related("municipality", "learned_from", "action__owner")
    return found.defer("action__search").prefetch_related(
        Prefetch("reports", _CONFIRMED, to_attr="confirmed")
    )


def adoptions_of(action: Action) -> QuerySet[Adoption]:
    """Return who has adopted an action or tried to, the first first."""
    return adoptions().filter(action=action).order_by("running_since", "since", "pk")


def adoptions_in(municipality: Municipality) -> QuerySet[Adoption]:
    """Return what a municipality has adopted or tried, of public actions, the latest first."""
    found = adoptions().filter(municipality=municipality, action__state=Action.State.PUBLISHED)
    return found.order_by("-since", "pk")


def adoptions_among(network: Network) -> QuerySet[Adoption]:
    """Return what the members of a network have adopted or tried, of public actions."""
    return adoptions().filter(municipality__in=members_of(network.slug), action__state=Action.State.PUBLISHED)


def adoptions_on(theme: str) -> QuerySet[Adoption]:
    """Return who has adopted or tried public actions of a theme."""
    return adoptions().filter(action__themes__contains=[theme], action__state=Action.State.PUBLISHED)


def waiting_reports() -> QuerySet[AdoptionReport]:
    """Return the reports that no editor has looked at, the oldest first."""
    found = AdoptionReport.objects.filter(state=AdoptionReport.State.WAITING)
    return found.select_related(
        "adoption__action", "adoption__municipality", "learned_from", "reason"
    ).order_by("reported_at", "pk")


def newest_reports(count: int) -> QuerySet[AdoptionReport]:
    """Return the latest confirmed reports on public actions, the last that was looked at first."""
    found = AdoptionReport.objects.filter(
        state=AdoptionReport.State.CONFIRMED,
        looked_at__isnull=False,
        adoption__action__state=Action.State.PUBLISHED,
        adoption__in=by_others(),
    ).select_related("adoption__action", "adoption__municipality")
    return found.order_by("-looked_at", "-pk")[:count]


def find_report(report_id: int) -> AdoptionReport | None:
    return AdoptionReport.objects.select_related("adoption__action").filter(pk=report_id).first()


def history_of(adoption: Adoption) -> list[tuple[str, InexactDate]]:
    """Return the confirmed stages with their dates in order, of an adoption read by :func:`adoptions`."""
    reports: list[AdoptionReport] = adoption.confirmed  # type: ignore[attr-defined]
    return [(report.stage, InexactDate(report.on, report.precision)) for report in reports]  # type: ignore[arg-type]


def curve(found: Iterable[Adoption]) -> list[Point]:
    """Return how many municipalities had begun by the end of each year."""
    return draw_curve(one.running_since.year for one in found if one.running_since is not None)


def funnel(found: Iterable[Adoption]) -> list[Step]:
    """Return how many came how far, and where the others ended; whoever is in use has come past all stages before."""
    return count_funnel([_course(one) for one in found], ON_THE_WAY)


def _course(one: Adoption) -> Course:
    reason = ended_for(one)
    reached = highest_before_end([stage for stage, _when in history_of(one)]) or ON_THE_WAY[0]
    return Course(reached, one.stage in ENDED, reason.slug if reason else None)


def reasons(found: Iterable[Adoption]) -> list[tuple[object, int]]:
    """Return how many adoptions have ended for which reason, the most frequent one first."""
    counted = Counter(reason for one in found if (reason := ended_for(one)) is not None)
    return [(reason, count) for reason, count in counted.most_common()]


def ended_for(adoption: Adoption) -> Bottleneck | None:
    """Return the reason for which an adoption read by :func:`adoptions` has ended; None while it has not."""
    reports: list[AdoptionReport] = adoption.confirmed  # type: ignore[attr-defined]
    return reports[-1].reason if adoption.stage in ENDED and reports else None


def stops_by_bottleneck() -> dict[int, int]:
    """Return how many adoptions of public actions have ended for each reason, by the key of the bottleneck."""
    return dict(Counter(_last_reasons().values_list("reason", flat=True)))


def _last_reasons() -> QuerySet[AdoptionReport]:
    """Return of each ended adoption of a public action the report that ended it."""
    reports = AdoptionReport.objects.filter(
        state=AdoptionReport.State.CONFIRMED,
        adoption__stage__in=ENDED,
        adoption__action__state=Action.State.PUBLISHED,
    )
    return reports.order_by("adoption_id", "-on", "-reported_at", "-pk").distinct("adoption_id")


def ended_adoptions() -> QuerySet[Adoption]:
    """Return the adoptions of public actions that were declined or stopped."""
    return adoptions().filter(stage__in=ENDED, action__state=Action.State.PUBLISHED)


def stopped_by(bottleneck: Bottleneck) -> list[Adoption]:
    """Return the adoptions that have ended for this reason."""
    last = [report.adoption_id for report in _last_reasons() if report.reason_id == bottleneck.pk]
    return list(adoptions().filter(pk__in=last).order_by("-since", "pk"))


def overcame(bottleneck: Bottleneck) -> list[Adoption]:
    """Return the adoptions that had ended for this reason and run now."""
    found = adoptions().filter(
        stage__in=RUNNING,
        action__state=Action.State.PUBLISHED,
        reports__reason=bottleneck,
        reports__state=AdoptionReport.State.CONFIRMED,
    )
    return list(found.distinct().order_by("-since", "pk"))
