"""What came of a series: who is to hear of it, and which published findings rest on a statement."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from skaala.registration.models import Registration
from skaala.registration.queries.telling import chosen_people
from skaala.reports.ballots import read_key
from skaala.reports.build import contents_of
from skaala.reports.queries import find_version
from skaala.series.models import Series

OUTCOME_LETTER = "reports.outcome"


def not_told_yet(series: Series) -> QuerySet[Registration]:
    """Return the active registrations of ``series`` that have had no letter about what came of it."""
    return chosen_people(series).exclude(correspondence__letter__kind=OUTCOME_LETTER)


def told(series: Series) -> int:
    """Return to how many that letter has been written."""
    return Registration.objects.filter(series=series, correspondence__letter__kind=OUTCOME_LETTER).count()


@dataclass(frozen=True)
class Cited:
    """A finding of the published report."""

    number: str
    title: str
    kind: str
    version: int
    finding: UUID


def citing(series: Series, language: str) -> dict[str, list[Cited]]:
    """Return, by root statement (in hexadecimal), which findings of the latest published report rest on it."""
    version = find_version(series)
    if version is None or version.is_replaced:
        return {}
    found: dict[str, list[Cited]] = {}
    for section in contents_of(version, language).sections:
        for entry in section.entries:
            keys = {
                read_key(figure.key)[1].replace("-", "") for chart in entry.charts for figure in chart.figures
            }
            keys |= {quote.address.rpartition("#statement-")[2] for quote in entry.quotes}
            cited = Cited(entry.number, entry.title, entry.kind_label, version.number, UUID(entry.id))
            for key in keys - {""}:
                found.setdefault(key, []).append(cited)
    return found
