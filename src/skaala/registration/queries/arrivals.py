"""Reading who has come."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from skaala.registration.models import Arrival, Attendance, HelperLink, Registration
from skaala.registration.rules import check_in as rules
from skaala.series.models import Event


def expected(event: Event, *, search: str = "", mode: str = "") -> QuerySet[Attendance]:
    """
    Return those who have a place at an event, by name, each with registration and arrival.

    :param search: words that must all occur in name or organisation
    """
    found = Attendance.objects.filter(
        event=event, state=Attendance.State.CONFIRMED, registration__cancelled_at__isnull=True
    )
    if mode:
        found = found.filter(mode=mode)
    for word in search.split():
        found = found.filter(
            Q(registration__name__icontains=word)
            | Q(registration__organisation__icontains=word)
            | Q(registration__municipality__name__fi__icontains=word)
            | Q(registration__municipality__name__sv__icontains=word)
        )
    return found.select_related("registration__municipality", "registration__network", "arrival").order_by(
        "registration__name", "pk"
    )


@dataclass(frozen=True)
class ArrivalCount:
    """How many are expected one way, and how many of them have come; ``is_over``: the event has ended."""

    mode: str
    expected: int
    arrived: int
    is_over: bool

    @property
    def missed(self) -> int | None:
        """How many did not come; None while that is not known."""
        return self.expected - self.arrived if self.is_over and self.arrived else None


def arrival_counts(events: Iterable[Event], *, now: datetime) -> dict[int, list[ArrivalCount]]:
    """Return, by the event's id, how many are expected and have come, for each way in which anybody is expected."""
    listed = list(events)
    rows = (
        Attendance.objects.filter(
            event__in=listed, state=Attendance.State.CONFIRMED, registration__cancelled_at__isnull=True
        )
        .order_by()
        .values_list("event_id", "mode")
        .annotate(Count("id"), Count("arrival"))
    )
    counted = {(event_id, mode): (people, arrived) for event_id, mode, people, arrived in rows}
    return {
        event.pk: [
            ArrivalCount(mode, *counted[event.pk, mode], is_over=event.end <= now)
            for mode in Attendance.Mode.values
            if (event.pk, mode) in counted
        ]
        for event in listed
    }


def has_come() -> Q:
    """Return the condition that somebody with a place has come."""
    return Q(state=Attendance.State.CONFIRMED, arrival__isnull=False)


def missed(*, now: datetime) -> Q:
    """Return the condition that somebody with a place did not come; only where coming that way was noted at all."""
    noted = Arrival.objects.filter(attendance__event=OuterRef("event"), attendance__mode=OuterRef("mode"))
    return Q(Exists(noted), state=Attendance.State.CONFIRMED, arrival__isnull=True, event__end__lte=now)


def presences(registrations: Iterable[Registration], *, now: datetime) -> dict[int, rules.Presence]:
    """Return whether they came, by the id of each attendance with a place."""
    confirmed = Attendance.objects.filter(
        registration__in=[one.pk for one in registrations], state=Attendance.State.CONFIRMED
    )
    rows = list(confirmed.order_by().values_list("pk", "event_id", "mode", "event__end", "arrival__how"))
    taken = modes_recorded({event_id for _pk, event_id, *_rest in rows})
    return {
        pk: rules.presence(has_arrived=bool(how), end=end, was_taken=(event_id, mode) in taken, now=now)
        for pk, event_id, mode, end, how in rows
    }


def modes_recorded(event_ids: Iterable[int]) -> set[tuple[int, str]]:
    """Return the events and ways of attending in which anybody's coming has been noted."""
    found = Arrival.objects.filter(attendance__event__in=list(event_ids)).order_by()
    return set(found.values_list("attendance__event_id", "attendance__mode").distinct())


def attended(registration: Registration) -> list[Attendance]:
    """Return the events at which somebody was, in order of time."""
    return list(
        registration.attendances.filter(has_come())
        .select_related("event__series", "event__venue")
        .order_by("event__start", "event_id")
    )


def certified(registration: Registration, *, now: datetime) -> list[Attendance]:
    """
    Return what a certificate says that somebody has taken part in, in order of time.

    Being noted as come half an hour before the start is not having taken part: only events that are over count.
    """
    if registration.cancelled_at is not None:
        return []
    return [one for one in attended(registration) if one.event.end <= now and not one.event.is_cancelled]


def helper_links(event: Event) -> list[HelperLink]:
    """Return the links to helpers of an event, each with the number of marks made by it as ``marks``."""
    return list(HelperLink.objects.filter(event=event).annotate(marks=Count("arrivalmark")))


def helper_link_ends(link: HelperLink) -> datetime:
    """Return until when a helper's link opens, unless it is ended before."""
    return rules.helper_link_ends(ends_with_event=link.ends_with_event, end=link.event.end)
