"""What stops actions from spreading, what is offered against it, and where nothing is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from skaala.actions import rules
from skaala.actions.models import Bottleneck, Study, StudyFinding, SupportMeasure
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


def measures() -> QuerySet[SupportMeasure]:
    return SupportMeasure.objects.prefetch_related("answers")


def find_measures(
    *, search: str = "", kind: str = "", bottleneck: Bottleneck | None = None
) -> QuerySet[SupportMeasure]:
    """Return the measures in which every word of ``search`` occurs, of that kind, against that bottleneck."""
    found = measures()
    for word in search.split():
        # Each language by itself: in the JSON as a whole, the names of the languages would be found too.
        anywhere = Q(offered_by__icontains=word) | Q(source__icontains=word)
        for text in ("name", "description"):
            for language in ("fi", "sv", "en"):
                anywhere |= Q(**{f"{text}__{language}__icontains": word})
        found = found.filter(anywhere)
    if kind:
        found = found.filter(kind=kind)
    if bottleneck is not None:
        found = found.filter(answers=bottleneck)
    return found


def measures_answering(bottleneck: Bottleneck) -> QuerySet[SupportMeasure]:
    """Return what is offered against one bottleneck."""
    return bottleneck.measures.all()


def studies(series: Series) -> QuerySet[Study]:
    """Return the studies that the series rests on, with what they found."""
    return Study.objects.filter(series=series).prefetch_related("findings__bottleneck")


def study_findings(series: Series) -> QuerySet[StudyFinding]:
    """Return what the studies of the series found, with study and bottleneck."""
    return StudyFinding.objects.filter(study__series=series).select_related("study", "bottleneck")


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


@dataclass(frozen=True)
class Crossing:
    """How many measures of one kind answer bottlenecks at each place, and at any."""

    kind: str
    at: dict[str, int]
    anywhere: int


def kinds_by_place(listed: Sequence[SupportMeasure]) -> list[Crossing]:
    """Return for each kind of measure how many of ``listed`` answer bottlenecks at the source, on the way, at the receiver."""
    counted: dict[str, dict[str, int]] = defaultdict(lambda: dict.fromkeys(Bottleneck.Place.values, 0))
    anywhere: dict[str, int] = defaultdict(int)
    for measure in listed:
        places = {one.place for one in measure.answers.all()}
        anywhere[measure.kind] += bool(places)
        for place in places:
            counted[measure.kind][place] += 1
    return [Crossing(kind, counted[kind], anywhere[kind]) for kind in SupportMeasure.Kind.values]


def find_study(series: Series, study_id: int) -> Study | None:
    return studies(series).filter(pk=study_id).first()


def find_measure(measure_id: int) -> SupportMeasure | None:
    return measures().filter(pk=measure_id).first()


def find_bottleneck(slug: str) -> Bottleneck | None:
    return bottlenecks_with_use().filter(slug=slug).first()
