"""Taking back the publication of a series that nobody has answered yet."""

from __future__ import annotations

from django.db import transaction

from skaala.registration.models import Registration
from skaala.registration.operations.seats import lock_seats
from skaala.reports.models import Version
from skaala.series import operations as series_operations
from skaala.series.models import Series
from skaala.workshops.models import Participant


class UnableToUnpublish(Exception):
    """People know of the series by more than its page: they have registered, taken part, or its report is out."""


def may_be_unpublished(series: Series) -> bool:
    """Say whether a public series may become a draft again: nobody has, or had, registered, and nothing has come of it."""
    return not (
        Registration.objects.filter(series=series).exists()
        or Participant.objects.filter(series=series).exists()
        or Version.objects.filter(report__series=series).exists()
    )


@transaction.atomic
def unpublish(*, series: Series) -> Series:
    """
    Make a public series a draft again.

    :raises UnableToUnpublish: if somebody has, or had, registered or taken part, or a report has been published
    :raises UnableToChangeStatus: if it is not public
    """
    series = Series.objects.select_for_update(no_key=True).get(pk=series.pk)
    # Whoever registers just now holds the seats; wait for them, and they will be seen.
    lock_seats(series.events.values_list("pk", flat=True))
    if not may_be_unpublished(series):
        raise UnableToUnpublish
    return series_operations.take_back_to_draft(series=series)
