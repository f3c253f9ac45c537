"""Bottlenecks: how often they were met, what answers them, and where nothing does."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import Count, QuerySet

from skaala.evidence import rules
from skaala.evidence.models import Bottleneck, SupportMeasure
from skaala.evidence.queries.studies import study_findings
from skaala.series.models import Series

STUDY = "study"


Row = rules.Answered[Bottleneck, SupportMeasure]


def bottlenecks(*, with_retired: bool = False) -> QuerySet[Bottleneck]:
    """Return the vocabulary, from the source over the way to the receiver."""
    return Bottleneck.objects.all() if with_retired else Bottleneck.objects.filter(is_retired=False)


def bottlenecks_with_use() -> QuerySet[Bottleneck]:
    """Return the whole vocabulary with how many measures and findings of studies refer to each."""
    return Bottleneck.objects.annotate(
        measure_count=Count("measures", distinct=True),
        finding_count=Count("study_findings", distinct=True),
    )


def met_in_studies(series: Series) -> dict[Bottleneck, dict[str, int]]:
    """Return how many findings of the series' studies name each bottleneck."""
    met: dict[Bottleneck, dict[str, int]] = {}
    for finding in study_findings(series):
        if finding.bottleneck:
            met.setdefault(finding.bottleneck, {STUDY: 0})[STUDY] += 1
    return met


def answered(counts: Mapping[Bottleneck, Mapping[str, int]]) -> list[Row]:
    """
    Return each bottleneck with how often it was met, from which perspectives, and what answers it.

    A retired one is among them only where it was met.

    :param counts: how often each perspective met a bottleneck
    """
    listed = [
        one
        for one in bottlenecks(with_retired=True).prefetch_related("measures")
        if not one.is_retired or any(counts.get(one, {}).values())
    ]
    return rules.answered(listed, counts=counts, measures={one: list(one.measures.all()) for one in listed})


def gaps(series: Series) -> list[Row]:
    """Return the bottlenecks that nothing is offered against, first those that the series' studies name most often."""
    return rules.gaps(answered(met_in_studies(series)))


def find_bottleneck(slug: str) -> Bottleneck | None:
    return bottlenecks_with_use().filter(slug=slug).first()
