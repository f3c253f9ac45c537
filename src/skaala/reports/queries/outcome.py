"""The outcome of a series: who has not been notified of it, and which published findings rest on a statement."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from skaala.registration.models import Registration
from skaala.registration.queries.notifications import chosen_people
from skaala.reports.figures.keys import read_key
from skaala.reports.queries.reports import contents_of, find_version
from skaala.series.models import Series

OUTCOME_EMAIL = "reports.outcome"


def people_to_notify(series: Series) -> QuerySet[Registration]:
    """Return the active registrations of ``series`` that have had no email about the outcome."""
    return chosen_people(series).exclude(registration_emails__email__kind=OUTCOME_EMAIL)


def count_notified(series: Series) -> int:
    """Return how many people have had the email about the outcome."""
    return Registration.objects.filter(series=series, registration_emails__email__kind=OUTCOME_EMAIL).count()


@dataclass(frozen=True)
class CitedFinding:
    """A finding of the published report."""

    number: str
    title: str
    kind: str
    version: int
    finding: UUID


def cited_findings(series: Series, language: str) -> dict[str, list[CitedFinding]]:
    """Return, by root statement (in hexadecimal), which findings of the latest published report rest on it."""
    version = find_version(series)
    if version is None or version.is_replaced:
        return {}
    found: dict[str, list[CitedFinding]] = {}
    for section in contents_of(version, language).sections:
        for entry in section.entries:
            keys = {
                read_key(figure.key)[1].replace("-", "") for chart in entry.charts for figure in chart.figures
            }
            keys |= {quote.address.rpartition("#statement-")[2] for quote in entry.quotes}
            cited = CitedFinding(entry.number, entry.title, entry.kind_label, version.number, UUID(entry.id))
            for key in keys - {""}:
                found.setdefault(key, []).append(cited)
    return found
