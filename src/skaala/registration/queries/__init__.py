"""Reading who comes."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count, Prefetch, Q, QuerySet
from django.db.models.functions import TruncDate

from skaala.mail.models import Letter
from skaala.places.models import Municipality
from skaala.registration import rules
from skaala.registration.models import (
    Attendance,
    Correspondence,
    HelperLink,
    KeptCount,
    Mailing,
    Registration,
)
from skaala.registration.queries.arrivals import has_come, missed, presences
from skaala.registration.queries.feedback import words_held
from skaala.registration.queries.questions import unanswered_by, without_answers
from skaala.registration.queries.seats import (
    EventCount,
    WayCount,
    counts_by_event,
    dropped_attendances,
    events_with_forgotten_seats,
    full_ways,
    place_in_line,
    revisions_held_before,
    standing_attendances,
    waiting_list,
)
from skaala.registration.queries.ways_in import invitations, open_invitations, way_in_of
from skaala.registration.rules import Offer
from skaala.registration.way_in_models import Invitation
from skaala.series import queries as series_queries
from skaala.series import rules as series_rules
from skaala.series.models import Event, Series

__all__ = [
    "EventCount",
    "WayCount",
    "counts_by_event",
    "dropped_attendances",
    "events_with_forgotten_seats",
    "full_ways",
    "invitations",
    "open_invitations",
    "place_in_line",
    "presences",
    "revisions_held_before",
    "standing_attendances",
    "unanswered_by",
    "waiting_list",
    "way_in_of",
    "without_answers",
]

SIZE_CLASSES = ("small", "medium", "large")


def offers(series: Series, *, now: datetime) -> dict[int, Offer]:
    """Return what each event of ``series`` offers at ``now``, by the event's id."""
    return {event.pk: offer(series, event, now=now) for event in series.events.all()}


def offers_to(
    registration: Registration, standing: Collection[int], *, now: datetime
) -> tuple[dict[int, Offer], dict[int, Invitation]]:
    """
    Return what each event offers to somebody who has registered, and by which invitation where only one opens it to her.

    :param standing: the ids of the events that she attends or waits for
    """
    found = rules.admitted(offers(registration.series, now=now), standing)
    by: dict[int, Invitation] = {}
    if registration.series.status == Series.Status.ARCHIVED:
        return found, by
    for invitation in open_invitations(registration, now=now):
        ids = {event.pk for event in invitation.events.all()} - set(standing)
        opened = rules.opened(found, ids, now=now, until_end=False)
        by |= {event_id: invitation for event_id in ids if opened.get(event_id) != found.get(event_id)}
        found = opened
    return found, by


def offer(series: Series, event: Event, *, now: datetime) -> Offer:
    """Return what one event offers at ``now``."""
    modes = {"online"} if event.offers_online else set()
    if event.offers_onsite:
        modes.add("onsite")
    return Offer(
        event_id=event.pk,
        window=series_queries.registration_window(series, event, now=now),
        modes=frozenset(modes),
        opens=event.registration_opens,
        closes=series_rules.closes_at(event),
        start=event.start,
    )


def active_registrations(series: Series) -> QuerySet[Registration]:
    """Return the registrations of ``series`` that have not been cancelled, with what a list of them shows."""
    return (
        Registration.objects.filter(series=series, cancelled_at__isnull=True)
        .select_related("municipality__region", "network")
        .prefetch_related(
            Prefetch(
                "attendances",
                Attendance.objects.exclude(state=Attendance.State.CANCELLED).select_related("event"),
                to_attr="standing",
            )
        )
    )


def standing_of(registration: Registration) -> list[Attendance]:
    """Return the attendances that :func:`active_registrations` has read along, held or waited for; asks nothing further."""
    found: list[Attendance] = vars(registration)["standing"]
    return found


def _standing(mode: str, state: str, now: datetime | None) -> QuerySet[Attendance]:
    if state in {"attended", "missed"}:
        assert now is not None
        came = Attendance.objects.filter(has_come() if state == "attended" else missed(now=now))
        return came.filter(mode=mode) if mode else came
    has_place = Q(state=Attendance.State.CONFIRMED, **({"mode": mode} if mode else {}))
    waits = Q(waits_for=mode) if mode else ~Q(waits_for="")
    return Attendance.objects.filter({"confirmed": has_place, "waiting": waits}.get(state, has_place | waits))


SORTABLE = {
    "name": "name",
    "email": "email_normalised",
    "municipality": "municipality__name__fi",
    "created": "created_at",
}


def find_registrations(
    series: Series,
    *,
    search: str = "",
    event: Event | None = None,
    mode: str = "",
    state: str = "",
    organisation_kind: str = "",
    lacks_answers: bool = False,
    sort: str = "-created",
    now: datetime | None = None,
) -> QuerySet[Registration]:
    """
    Return active registrations that match all that is given.

    :param state: confirmed or waiting; either if empty. Who waits counts under the way of attending she waits for.
        Or attended or missed, which is told as of ``now``
    :param lacks_answers: only those who have not answered all that must be answered
    :param search: words that must all occur in name, e-mail, organisation, role or municipality
    :param sort: a key of :data:`SORTABLE`, with a minus for descending
    """
    found = active_registrations(series)
    for word in search.split():
        found = found.filter(
            Q(name__icontains=word)
            | Q(email__icontains=word)
            | Q(organisation__icontains=word)
            | Q(role__icontains=word)
            | Q(municipality__name__fi__icontains=word)
            | Q(municipality__name__sv__icontains=word)
        )
    if event is not None or mode or state:
        wanted = _standing(mode, state, now)
        if event is not None:
            wanted = wanted.filter(event=event)
        found = found.filter(pk__in=wanted.values("registration"))
    if organisation_kind:
        found = found.filter(organisation_kind=organisation_kind)
    if lacks_answers:
        found = found.filter(pk__in=without_answers(series))
    key = sort.lstrip("-")
    column = SORTABLE.get(key, "created_at")
    return found.order_by(f"-{column}" if sort.startswith("-") else column, "id")


def registrations_by_day(series: Series) -> list[tuple[date, int]]:
    """Return how many active registrations were made on each day that had any, in the series' time zone."""
    return list(
        active_registrations(series)
        .order_by()
        .annotate(day=TruncDate("created_at", tzinfo=series.zone))
        .values_list("day")
        .annotate(Count("id"))
        .order_by("day")
    )


def registrations_so_far(series: Series) -> list[tuple[date, int]]:
    """Return how many active registrations there were in all at the end of each day that brought any."""
    total, found = 0, []
    for day, count in registrations_by_day(series):
        total += count
        found.append((day, total))
    return found


def registrations_by_region(series: Series) -> list[tuple[str, int]]:
    """Return code of region and number of people, the largest first; people without a municipality are left out."""
    return list(
        active_registrations(series)
        .exclude(municipality=None)
        .order_by()
        .values_list("municipality__region")
        .annotate(count=Count("id"))
        .order_by("-count", "municipality__region")
    )


def registrations_by_size_class(series: Series) -> dict[str, tuple[int, int]]:
    """Return, for each size class, the number of people and of different municipalities."""
    people = dict.fromkeys(SIZE_CLASSES, 0)
    towns: dict[str, set[str]] = {size: set() for size in SIZE_CLASSES}
    rows = (
        active_registrations(series)
        .exclude(municipality=None)
        .order_by()
        .values_list("municipality")
        .annotate(Count("id"))
    )
    places = Municipality.objects.in_bulk([code for code, _ in rows])
    for code, count in rows:
        size = places[code].size_class
        people[size] += count
        towns[size].add(code)
    return {size: (people[size], len(towns[size])) for size in SIZE_CLASSES}


def municipality_count(series: Series) -> int:
    """Return how many different municipalities take part."""
    return active_registrations(series).exclude(municipality=None).values("municipality").distinct().count()


def has_simulated(series: Series) -> bool:
    """Say whether anybody who has registered to ``series`` is made up."""
    return Registration.objects.filter(series=series, is_simulated=True).exists()


def registration_counts() -> dict[int, int]:
    """Return how many active registrations each series that has any has, by the id of the series."""
    rows = Registration.objects.filter(cancelled_at__isnull=True).order_by().values_list("series")
    return dict(rows.annotate(Count("id")))


def events_with_registrations(series: Series) -> set[int]:
    """Return the ids of the events for which anybody has, or had, registered: those that cannot be removed."""
    return set(
        Attendance.objects.filter(event__series=series).order_by().values_list("event", flat=True).distinct()
    )


def find_registration(series: Series, registration_id: UUID) -> Registration | None:
    """Return one person's registration, active or cancelled, with all that the desk shows of it."""
    return (
        Registration.objects.filter(series=series, pk=registration_id)
        .select_related("series__controller", "municipality__region", "network")
        .prefetch_related(
            Prefetch("attendances", Attendance.objects.select_related("event__venue")),
            "consents",
            Prefetch(
                "correspondence",
                Correspondence.objects.select_related("letter").order_by("-letter__created_at"),
            ),
        )
        .first()
    )


def letters_about(series: Series, *, state: str = "") -> QuerySet[Letter]:
    """Return the letters about registrations to ``series``, the newest first, each with its registration."""
    found = Letter.objects.filter(correspondence__registration__series=series)
    if state:
        found = found.filter(state=state)
    return found.select_related("correspondence__registration").order_by("-created_at", "id")


def letters_by_state(series: Series) -> dict[str, int]:
    """Return how many letters about ``series`` there are in each state that occurs."""
    found = Letter.objects.filter(correspondence__registration__series=series).order_by()
    return dict(found.values_list("state").annotate(Count("id")))


def kept_counts(series: Series) -> list[tuple[Event, dict[str, dict[str, int]]]]:
    """Return, for each event of ``series`` of which counts were kept, people by measure and key."""
    found: dict[int, dict[str, dict[str, int]]] = {}
    for row in KeptCount.objects.filter(event__series=series):
        found.setdefault(row.event_id, {}).setdefault(row.measure, {})[row.key] = row.people
    return [(event, found[event.pk]) for event in series.events.all() if event.pk in found]


def personal_data_held(series: Series) -> dict[str, int]:
    """Return how many rows with personal data there are of ``series``, by kind."""
    from_the_day = {
        "feedback_words": words_held(series),
        "helper_links": HelperLink.objects.filter(event__series=series).count(),
    }
    return {
        "registrations": Registration.objects.filter(series=series).count(),
        "letters": Letter.objects.filter(correspondence__registration__series=series).count(),
        "mailings": Mailing.objects.filter(series=series).count(),
        **{kind: count for kind, count in from_the_day.items() if count},
    }


def needs_that_have_served(*, now: datetime) -> list[Registration]:
    """Return the registrations whose dietary and accessibility needs can be forgotten."""
    with_needs = Registration.objects.exclude(diet="", accessibility_needs="").prefetch_related(
        Prefetch("attendances", Attendance.objects.exclude(state="cancelled").select_related("event"))
    )
    return [
        registration
        for registration in with_needs
        if rules.needs_have_served(
            [one.event.end for one in registration.attendances.all()],
            [one.event.end for one in registration.attendances.all() if one.mode == Attendance.Mode.ONSITE],
            now=now,
        )
    ]
