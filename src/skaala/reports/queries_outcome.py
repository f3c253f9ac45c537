"""Who is to hear what came of a series."""

from __future__ import annotations

from django.db.models import QuerySet

from skaala.registration.models import Registration
from skaala.registration.queries.telling import chosen_people
from skaala.series.models import Series

OUTCOME_LETTER = "reports.outcome"


def not_told_yet(series: Series) -> QuerySet[Registration]:
    """Return the active registrations of ``series`` that have had no letter about what came of it."""
    return chosen_people(series).exclude(correspondence__letter__kind=OUTCOME_LETTER)


def told(series: Series) -> int:
    """Return to how many that letter has been written."""
    return Registration.objects.filter(series=series, correspondence__letter__kind=OUTCOME_LETTER).count()
