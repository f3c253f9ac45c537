"""What this app holds of people, for the nightly forgetting of :mod:`skaala.series.operations.personal_data`."""

from __future__ import annotations

from datetime import datetime

from skaala.registration import operations, queries
from skaala.registration.operations.import_attendees import forget_tables
from skaala.series.models import Series
from skaala.series.operations import personal_data
from skaala.series.operations.personal_data import Counts


def _forget(series: Series, now: datetime) -> Counts:
    return operations.forget_people(series=series, now=now)


personal_data.holds_personal_data(personal_data.Room("registration", queries.personal_data_held, _forget))


@personal_data.sweeps("needs")
def _needs(now: datetime, is_rehearsal: bool) -> Counts:
    if is_rehearsal:
        return {"needs": len(queries.needs_that_have_served(now=now))}
    return {"needs": operations.forget_needs(now=now)}


@personal_data.sweeps("tables")
def _tables(now: datetime, is_rehearsal: bool) -> Counts:
    return {"tables": forget_tables(now=now, is_rehearsal=is_rehearsal)}
