"""What this room holds of people, for the nightly forgetting: it joins the list that `series` keeps."""

from __future__ import annotations

from datetime import datetime

from skaala.registration import queries
from skaala.series import forgetting
from skaala.series.forgetting import Counts
from skaala.series.models import Series


def _forget(series: Series, now: datetime) -> Counts:
    from skaala.registration.operations import forget_people

    return forget_people(series=series, now=now)


forgetting.holds_personal_data(forgetting.Room("registration", queries.personal_data_held, _forget))


@forgetting.sweeps("needs")
def _needs(now: datetime, is_rehearsal: bool) -> Counts:
    from skaala.registration.operations import forget_needs

    return {"needs": len(queries.needs_that_have_served(now=now)) if is_rehearsal else forget_needs(now=now)}


@forgetting.sweeps("tables")
def _tables(now: datetime, is_rehearsal: bool) -> Counts:
    from skaala.registration.operations.import_attendees import forget_tables

    return {"tables": forget_tables(now=now, is_rehearsal=is_rehearsal)}
