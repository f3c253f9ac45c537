"""Removing a series that has no published report."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from skaala.people.models import Account
from skaala.reports.models import Version
from skaala.series.models import Series
from skaala.series.operations import tell_removed
from skaala.workshops import operations as workshops


class HasReport(Exception):
    """A report of the series has been published, which must stay available."""


@transaction.atomic
def remove_series(*, series: Series, by: Account, now: datetime) -> None:
    """
    Remove a series with its events, boards and draft report; owners of organisations that share it get an email.

    :raises HasReport: if a report has been published
    :raises BoardInUse: if a board has statements or participants
    :raises UnableToRemove: if somebody is, or was, registered
    """
    if Version.objects.filter(report__series=series).exists():
        raise HasReport
    tell_removed(series=series, by=by, now=now)
    workshops.remove_series(series=series)
