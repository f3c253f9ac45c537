"""Which actions were made of what a workshop or a report said."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from skaala.catalogue.models import Action
from skaala.catalogue.queries.actions import published_actions
from skaala.series.models import Series


def actions_from_findings(findings: Iterable[UUID]) -> QuerySet[Action]:
    """Return the published actions made of these findings."""
    return published_actions().filter(finding__in=list(findings))


def actions_from_statements(roots: Iterable[UUID]) -> QuerySet[Action]:
    """Return the published actions made of these statements, whichever board they are on."""
    return published_actions().filter(statement__root__in=list(roots))


def actions_from_series(series: Series) -> QuerySet[Action]:
    """Return the published actions that began in the workshops or the report of a series."""
    return published_actions().filter(series=series)
