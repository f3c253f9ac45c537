"""Removing a series that has no published report."""

from __future__ import annotations

from django.db import transaction

from skaala.reports.models import Version
from skaala.series.models import Series
from skaala.workshops import operations as workshops


class HasReport(Exception):
    """A report of the series has been published, which must stay available."""


@transaction.atomic
def remove_series(*, series: Series) -> None:
    """
    Remove a series with its events, boards and draft report.

    :raises HasReport: if a report has been published
    :raises BoardInUse: if a board has statements or participants
    :raises UnableToRemove: if somebody is, or was, registered
    """
    if Version.objects.filter(report__series=series).exists():
        raise HasReport
    workshops.remove_series(series=series)
