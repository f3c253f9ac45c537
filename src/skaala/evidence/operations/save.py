"""Adding and changing bottlenecks, studies with their findings, and support measures."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Max
from django.utils.text import slugify

from skaala.evidence.messages.columns import fold
from skaala.evidence.models import Bottleneck, Study, StudyFinding, SupportMeasure


class NameTaken(Exception):
    """Another bottleneck is called the same in one of the languages; nothing has been saved."""

    def __init__(self, other: Bottleneck) -> None:
        super().__init__(other.slug)
        self.other = other


@transaction.atomic
def save_bottleneck(*, bottleneck: Bottleneck) -> Bottleneck:
    """
    Save a new or renamed bottleneck; a new one is the association's own and comes last at its place.

    :raises NameTaken: if another, also a retired one, has one of its names: tables refer to bottlenecks by name
    """
    # One at a time, so that two cannot take the same name at once.
    others = list(Bottleneck.objects.select_for_update().exclude(pk=bottleneck.pk))
    names = {(language, fold(text)) for language, text in bottleneck.name.as_dict().items()}
    for other in others:
        if names & {(language, fold(text)) for language, text in other.name.as_dict().items()}:
            raise NameTaken(other)
    if bottleneck.pk is None:
        bottleneck.is_own = True
        bottleneck.slug = _free_slug(bottleneck, {other.slug for other in others})
        last = max((other.order for other in others if other.place == bottleneck.place), default=0)
        bottleneck.order = last + 1
    bottleneck.save()
    return bottleneck


@transaction.atomic
def save_study(*, study: Study) -> Study:
    """Save the record of a study; what came from it is illustrative when it is."""
    study.save()
    if study.is_illustrative:
        study.measures.update(is_illustrative=True)
    return study


@transaction.atomic
def save_study_finding(*, finding: StudyFinding) -> StudyFinding:
    """Save something that a study found; a new one comes last."""
    if finding.pk is None:
        finding.order = next_order(finding.study)
    finding.save()
    return finding


@transaction.atomic
def save_measure(*, measure: SupportMeasure, answers: Iterable[Bottleneck] | None = None) -> SupportMeasure:
    """
    Save a support measure. Where no other source is given, it is the study it came from.

    :param answers: the bottlenecks it answers; None leaves them as they are
    """
    study = measure.study
    if study is not None:
        measure.is_illustrative = measure.is_illustrative or study.is_illustrative
        if not measure.source:
            measure.source = study.reference[:500]
            measure.source_url = measure.source_url or study.url
    measure.save()
    if answers is not None:
        measure.answers.set(answers)
    return measure


def next_order(study: Study) -> int:
    """Return the place after the last finding of a study."""
    return (study.findings.aggregate(last=Max("order"))["last"] or 0) + 1


def _free_slug(bottleneck: Bottleneck, taken: set[str]) -> str:
    base = slugify(bottleneck.name.for_reader("en").text)[:50] or "bottleneck"
    slug, number = base, 1
    while slug in taken:
        number += 1
        slug = f"{base}-{number}"
    return slug
