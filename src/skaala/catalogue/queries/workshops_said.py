"""What the workshops said about a bottleneck: the findings of published reports that name it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from skaala.catalogue.queries.origins import PublishedFinding, published_finding
from skaala.evidence.models import Bottleneck
from skaala.reports.models import Finding
from skaala.series.models import Series


@dataclass(frozen=True)
class Said:
    """A finding in the words in which it was published, and the series whose workshops it comes from."""

    finding: PublishedFinding
    series: Series
    is_simulated: bool


def said_of(bottleneck: Bottleneck, *, now: datetime) -> list[Said]:
    """Return what published reports say of a bottleneck, the latest series first; what is not public is left out."""
    found = Finding.objects.filter(bottleneck=bottleneck, is_published=True)
    found = found.select_related("report__series").order_by("-report__series__published_at", "order", "pk")
    said = ((one, published_finding(one, now=now)) for one in found)
    return [
        Said(
            published,
            one.report.series,
            one.supporting_statements.filter(statement__is_simulated=True).exists(),
        )
        for one, published in said
        if published is not None
    ]
