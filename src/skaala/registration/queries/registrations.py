"""Reading registrations: lists for organisers, and one person's."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Prefetch, Q, QuerySet

from skaala.people.models import Tenant
from skaala.registration.models import Attendance, Registration, RegistrationEmail
from skaala.registration.queries.arrivals import has_come, missed
from skaala.registration.queries.cancelled import cancelled_registrations
from skaala.registration.queries.questions import without_answers
from skaala.series.models import Event, Series
from skaala.ui.languages import DEFAULT_LANGUAGE

SORTABLE = {
    "name": "name",
    "email": "email_normalised",
    "municipality": f"municipality__name__{DEFAULT_LANGUAGE}",
    "created": "created_at",
}


def active_registrations(series: Series) -> QuerySet[Registration]:
    """Return the registrations of ``series`` that have not been cancelled, with what a list of them shows."""
    return (
        Registration.objects.filter(series=series, cancelled_at__isnull=True)
        .select_related("municipality__region", "network")
        .prefetch_related(
            Prefetch(
                "attendances",
                Attendance.objects.exclude(state=Attendance.State.CANCELLED).select_related("event"),
                to_attr="active",
            )
        )
    )


def registrations_of_same_person(registration: Registration) -> QuerySet[Registration]:
    """
    Return all registrations of one address in a series, cancelled ones too, the latest first.

    Only this one where whoever opened it has not shown that the address is theirs: anybody can write another person's
    address into their registration, and must not get to see what that person cancelled.
    """
    if not registration.is_opened_by_its_address:
        return Registration.objects.filter(pk=registration.pk)
    same = Registration.objects.filter(
        series=registration.series_id, email_normalised=registration.email_normalised
    )
    return same.order_by("-created_at", "pk")


def loaded_attendances(registration: Registration) -> list[Attendance]:
    """Return the attendances that :func:`active_registrations` has read along, held or waited for; asks nothing further."""
    found: list[Attendance] = vars(registration)["active"]
    return found


def _attendances_like(mode: str, state: str, now: datetime | None) -> QuerySet[Attendance]:
    if state in {"attended", "missed"}:
        assert now is not None
        came = Attendance.objects.filter(has_come() if state == "attended" else missed(now=now))
        return came.filter(mode=mode) if mode else came
    has_place = Q(state=Attendance.State.CONFIRMED, **({"mode": mode} if mode else {}))
    waits = Q(waits_for=mode) if mode else ~Q(waits_for="")
    return Attendance.objects.filter({"confirmed": has_place, "waiting": waits}.get(state, has_place | waits))


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
    Return registrations that match all that is given; active ones unless those are asked for that have been cancelled.

    :param state: confirmed or waiting; either if empty. Who waits counts under the way of attending they wait for.
        Or attended or missed, which is told as of ``now``; or cancelled, which alone finds who has cancelled
    :param lacks_answers: only those who have not answered all that must be answered
    :param search: words that must all occur in name, e-mail, organisation, role or municipality
    :param sort: a key of :data:`SORTABLE`, with a minus for descending
    """
    is_cancelled = state == "cancelled"
    found = cancelled_registrations(series) if is_cancelled else active_registrations(series)
    for word in search.split():
        found = found.filter(
            Q(name__icontains=word)
            | Q(email__icontains=word)
            | Q(organisation__icontains=word)
            | Q(role__icontains=word)
            | Q(municipality__name__fi__icontains=word)
            | Q(municipality__name__sv__icontains=word)
        )
    if is_cancelled:
        wanted = Attendance.objects.filter(
            **({"event": event} if event else {}), **({"mode": mode} if mode else {})
        )
        found = found.filter(pk__in=wanted.values("registration")) if event or mode else found
    elif event is not None or mode or state:
        wanted = _attendances_like(mode, state, now)
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


def find_registration(series: Series, registration_id: UUID) -> Registration | None:
    """Return one person's registration, active or cancelled, with all that the desk shows of it."""
    return (
        Registration.objects.filter(series=series, pk=registration_id)
        .select_related("series__controller", "municipality__region", "network")
        .prefetch_related(
            Prefetch("attendances", Attendance.objects.select_related("event__venue")),
            "consents",
            Prefetch(
                "registration_emails",
                RegistrationEmail.objects.select_related("email").order_by("-email__created_at"),
            ),
        )
        .first()
    )


def find_people(numbers: Collection[UUID], *, tenant: Tenant) -> dict[UUID, Registration]:
    """Return those of these registrations that are in series of ``tenant`` and still there, with their series."""
    return Registration.objects.filter(series__tenant=tenant).select_related("series").in_bulk(numbers)


def named_like(words: str, *, tenant: Tenant) -> list[UUID]:
    """Return the registrations in series of ``tenant`` whose name or address holds ``words``."""
    found = Registration.objects.filter(series__tenant=tenant)
    found = found.filter(Q(name__icontains=words) | Q(email__icontains=words))
    return list(found.order_by().values_list("pk", flat=True))


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
