"""Removing a series that has no published report."""

from __future__ import annotations

from django.db import transaction

from skaala.reports.models import Version
from skaala.series.models import Series
from skaala.workshops import operations as workshops


class HasReportError(Exception):
    """A report of the series has been published; that must stay."""


@transaction.atomic
def remove_series(*, series: Series) -> None:
    """
    Remove a series with its events, boards and what was drafted of it.

    :raises HasReportError: if a report has been published
    :raises HasBoard: if something stands on a board, or somebody has taken part
    :raises HasRegistrations: if anybody has, or had, registered
    """
    if Version.objects.filter(report__series=series).exists():
        raise HasReportError
    workshops.remove_series(series=series)
