"""Studies and what they found."""

from __future__ import annotations

from django.db.models import QuerySet

from skaala.evidence.models import Study, StudyFinding
from skaala.series.models import Series


def studies(series: Series) -> QuerySet[Study]:
    """Return the studies that the series rests on, with what they found."""
    return Study.objects.filter(series=series).prefetch_related("findings__bottleneck")


def study_findings(series: Series) -> QuerySet[StudyFinding]:
    """Return what the studies of the series found, with study and bottleneck."""
    return StudyFinding.objects.filter(study__series=series).select_related("study", "bottleneck")


def find_study(series: Series, study_id: int) -> Study | None:
    return studies(series).filter(pk=study_id).first()
