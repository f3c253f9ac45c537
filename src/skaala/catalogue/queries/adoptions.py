"""Reading adoptions: who has come how far with an action, and how it spread."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from django.db.models import Count, Prefetch, QuerySet

from skaala.catalogue.models import Action, Adoption, AdoptionReport
from skaala.catalogue.rules import spread
from skaala.catalogue.rules.inexact_dates import InexactDate
from skaala.catalogue.rules.stages import ENDED, RUNNING
from skaala.evidence.models import Bottleneck
from skaala.places.models import Municipality, Network

_CONFIRMED = AdoptionReport.objects.filter(state=AdoptionReport.State.CONFIRMED).select_related(
    "reason", "learned_from"
)


def adoptions() -> QuerySet[Adoption]:
    """Return the adoptions of which something is confirmed, with their confirmed history as ``confirmed``."""
    found = Adoption.objects.exclude(stage="").select_related("municipality", "learned_from", "action__owner")
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
    members = network.members.filter(memberships__left_year__isnull=True)
    return adoptions().filter(municipality__in=members, action__state=Action.State.PUBLISHED)


def waiting_reports() -> QuerySet[AdoptionReport]:
    """Return the reports that no editor has looked at, the oldest first."""
    found = AdoptionReport.objects.filter(state=AdoptionReport.State.WAITING)
    return found.select_related(
        "adoption__action", "adoption__municipality", "learned_from", "reason"
    ).order_by("reported_at", "pk")


def find_report(report_id: int) -> AdoptionReport | None:
    return AdoptionReport.objects.select_related("adoption__action").filter(pk=report_id).first()


def history_of(adoption: Adoption) -> list[tuple[str, InexactDate]]:
    """Return the confirmed stages with their dates in order, of an adoption read by :func:`adoptions`."""
    reports: list[AdoptionReport] = adoption.confirmed  # type: ignore[attr-defined]
    return [(report.stage, InexactDate(report.on, report.precision)) for report in reports]  # type: ignore[arg-type]


def curve(found: Iterable[Adoption]) -> list[tuple[object, int]]:
    """Return how many municipalities had begun by when."""
    days = [one.running_since for one in found if one.running_since is not None]
    return [(day, count) for day, count in spread.cumulative(days)]


def funnel(found: Iterable[Adoption]) -> list[spread.FunnelStep]:
    """Return how many came how far, and where the others ended."""
    return spread.funnel([[stage for stage, _when in history_of(one)] for one in found])


def reasons(found: Iterable[Adoption]) -> list[tuple[object, int]]:
    """Return why municipalities declined or stopped, the most frequent reason first."""
    counted = Counter(
        report.reason
        for one in found
        if one.stage not in RUNNING
        for report in one.confirmed  # type: ignore[attr-defined]
        if report.reason is not None
    )
    return [(reason, count) for reason, count in counted.most_common()]


def stops_by_bottleneck() -> dict[int, int]:
    """Return how many adoptions of public actions ended for each reason, by the key of the bottleneck."""
    ended = AdoptionReport.objects.filter(
        state=AdoptionReport.State.CONFIRMED,
        reason__isnull=False,
        adoption__stage__in=ENDED,
        adoption__action__state=Action.State.PUBLISHED,
    )
    counted = ended.order_by().values_list("reason").annotate(Count("adoption", distinct=True))
    return dict(counted)


def stopped_by(bottleneck: Bottleneck) -> list[Adoption]:
    """Return the adoptions that ended for this reason."""
    return _with_reason(bottleneck, [*ENDED])


def overcame(bottleneck: Bottleneck) -> list[Adoption]:
    """Return the adoptions that had ended for this reason and run now."""
    return _with_reason(bottleneck, [*RUNNING])


def _with_reason(bottleneck: Bottleneck, stages: list[str]) -> list[Adoption]:
    found = adoptions().filter(
        stage__in=stages,
        action__state=Action.State.PUBLISHED,
        reports__reason=bottleneck,
        reports__state=AdoptionReport.State.CONFIRMED,
    )
    return list(found.distinct().order_by("-since", "pk"))
