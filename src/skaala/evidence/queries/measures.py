"""Support measures: what is offered against bottlenecks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from skaala.evidence.models import Bottleneck, SupportMeasure
from skaala.ui.languages import LANGUAGES


def measures() -> QuerySet[SupportMeasure]:
    return SupportMeasure.objects.prefetch_related("answers")


def find_measures(
    *, search: str = "", kind: str = "", bottleneck: Bottleneck | None = None
) -> QuerySet[SupportMeasure]:
    """Return the measures in which every word of ``search`` occurs, of that kind, against that bottleneck."""
    found = measures()
    for word in search.split():
        # Each language alone: in the JSON as a whole, the names of the languages would be found too.
        anywhere = Q(offered_by__icontains=word) | Q(source__icontains=word)
        for text in ("name", "description"):
            for language in LANGUAGES:
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


def find_measure(measure_id: int) -> SupportMeasure | None:
    return measures().filter(pk=measure_id).first()
