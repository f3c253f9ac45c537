"""Who has cancelled, and what of it can be taken back."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Prefetch, QuerySet

from skaala.registration.models import Attendance, Registration
from skaala.registration.rules import Refusal
from skaala.series.models import Event, Series
from skaala.series.queries import is_public


def cancelled_registrations(series: Series) -> QuerySet[Registration]:
    """Return the registrations of ``series`` that have been cancelled, with what a list of them shows."""
    return (
        Registration.objects.filter(series=series, cancelled_at__isnull=False)
        .select_related("municipality__region", "network")
        .prefetch_related(
            Prefetch("attendances", Attendance.objects.select_related("event"), to_attr="active")
        )
    )


def attendances_to_restore(registration: Registration, *, now: datetime) -> list[Attendance]:
    """Return what was given up together with a cancelled registration and is not over: what they would attend again."""
    together = registration.attendances.filter(
        cancelled_at=registration.cancelled_at, event__status=Event.Status.SCHEDULED, event__end__gt=now
    )
    found = together.select_related("event__venue").order_by("event__start", "event_id")
    return [one for one in found if one.mode in one.event.modes]


def why_not_restored(registration: Registration, *, now: datetime) -> Refusal | None:
    """Return why a registration cannot be restored; None if it can be."""
    if registration.cancelled_at is None:
        return Refusal.CHANGED_MEANWHILE
    if registration.series.status == Series.Status.ARCHIVED or not attendances_to_restore(
        registration, now=now
    ):
        return Refusal.CLOSED
    if not is_public(registration.series, now=now):
        return Refusal.NOT_PUBLISHED
    same = Registration.objects.filter(
        series=registration.series_id, email_normalised=registration.email_normalised, cancelled_at=None
    )
    return Refusal.ADDRESS_TAKEN if same.exists() else None
