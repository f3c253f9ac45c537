"""How many may come to an event, and the seats that go with it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from skaala.registration.models import Attendance, Seat
from skaala.registration.operations.ask import copy_questions
from skaala.registration.operations.ask_feedback import copy_feedback
from skaala.registration.operations.promote import notify_promoted
from skaala.registration.operations.remind import copy_reminder_rule
from skaala.registration.operations.seats import lock_seats, reallocate_seats
from skaala.series.models import Event, Series
from skaala.series.operations import copy_series as copy_announcement


class UnableToSetCapacity(Exception):
    """More people have a seat that way already than the capacity would allow; nothing has been changed."""

    def __init__(self, *, mode: str, seated: int) -> None:
        super().__init__(f"{seated} seated {mode}")
        self.mode = mode
        self.seated = seated


@transaction.atomic
def set_capacity(*, event: Event, capacities: Mapping[str, int | None], now: datetime) -> Event:
    """
    Set how many may come each way (None: any number), with as many seats, and hand on those that become free.

    :param capacities: by way of attending; a way left out keeps what it has
    :raises SeatsTaken: if more are seated that way already; says how many
    """
    Series.objects.select_for_update(no_key=True).get(
        pk=event.series_id
    )  # all who change an event come one by one
    lock_seats([event.pk])
    event.refresh_from_db(fields=["capacity_online", "capacity_onsite"])
    for mode, capacity in capacities.items():
        if capacity is None:
            Seat.objects.filter(event=event, mode=mode).delete()
        else:
            _provide_seats(event, mode, capacity)
        setattr(event, f"capacity_{mode}", capacity)
    event.save(update_fields=["capacity_online", "capacity_onsite"])
    notify_promoted(reallocate_seats([event.pk], now=now), now=now)
    return event


def _provide_seats(event: Event, mode: str, capacity: int) -> None:
    """Have as many seats as ``capacity``, and everybody who comes that way in one of them."""
    seated = Attendance.objects.filter(event=event, mode=mode, state=Attendance.State.CONFIRMED)
    count = seated.count()
    if count > capacity:
        raise UnableToSetCapacity(mode=mode, seated=count)
    without = list(seated.filter(seat=None).order_by("confirmed_at", "pk"))
    seats = Seat.objects.filter(event=event, mode=mode)
    free = list(seats.filter(attendance=None).values_list("pk", flat=True))
    too_many = len(free) - (capacity - count)
    if too_many > 0:
        Seat.objects.filter(pk__in=free[:too_many]).delete()
    new = [Seat(event=event, mode=mode, attendance=attendance) for attendance in without]
    new += [Seat(event=event, mode=mode) for _ in range(-too_many)]
    Seat.objects.bulk_create(new, batch_size=1000)


@transaction.atomic
def copy_series(*, series: Series, slug: str, days: int, now: datetime) -> Series:
    """
    Make a draft of ``series`` with all dates moved by ``days``, as many seats at each event, all that is asked, and its reminders.

    :raises AddressTaken: if another series has the address ``slug``
    """
    capacities = {event.slug: (event.capacity_online, event.capacity_onsite) for event in series.events.all()}
    copy = copy_announcement(series=series, slug=slug, days=days)
    for event in copy.events.all():
        online, onsite = capacities[event.slug]
        set_capacity(event=event, capacities={"online": online, "onsite": onsite}, now=now)
    copy_questions(series=series, into=copy)
    copy_feedback(series=series, into=copy)
    copy_reminder_rule(series=series, into=copy, now=now)
    return copy
