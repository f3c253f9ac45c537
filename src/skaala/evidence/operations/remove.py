"""Taking bottlenecks, studies, findings and measures away."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Model, ProtectedError

from skaala.evidence.models import Bottleneck, Study, StudyFinding, SupportMeasure


class StillUsed(Exception):
    """Something refers to it, so it stays; nothing has been removed."""


@transaction.atomic
def set_retired(*, bottleneck: Bottleneck, is_retired: bool) -> None:
    """Offer a bottleneck no longer, or again; what names it goes on naming it."""
    Bottleneck.objects.filter(pk=bottleneck.pk).update(is_retired=is_retired)
    bottleneck.is_retired = is_retired


@transaction.atomic
def remove_bottleneck(*, bottleneck: Bottleneck) -> None:
    """
    Remove a bottleneck of the association's own that nothing names.

    :raises StillUsed: if it came with the program or something names it; then it can be retired
    """
    # Measures cannot begin to name it meanwhile: that takes a lock on this row.
    held = Bottleneck.objects.select_for_update().filter(pk=bottleneck.pk).first()
    if held is None:
        return
    if not held.is_own or held.measures.exists():
        raise StillUsed
    _remove(held)


def remove_study(*, study: Study) -> None:
    """
    Remove a study with what it found; the support measures stay, with its title as their source.

    :raises StillUsed: if a report stands on what it found
    """
    _remove(study)


def remove_study_finding(*, finding: StudyFinding) -> None:
    """
    Remove something that a study found.

    :raises StillUsed: if a report stands on it
    """
    _remove(finding)


def remove_measure(*, measure: SupportMeasure) -> None:
    """
    Remove a support measure.

    :raises StillUsed: if a report names it
    """
    _remove(measure)


def _remove(record: Model) -> None:
    try:
        with transaction.atomic():
            record.delete()
    except ProtectedError as error:
        raise StillUsed from error
