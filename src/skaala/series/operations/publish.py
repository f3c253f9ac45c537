"""Bringing a series before its readers, at once or at a set time, and laying it away."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from skaala.series import rules
from skaala.series.models import Series


class UnableToChangeStatus(Exception):
    """The series cannot go there from where it stands; ``reason`` is one of the words below."""

    NOT_FROM_HERE = "not_from_here"
    NO_EVENTS = "no_events"
    NO_TITLE = "no_title"
    TIME_IN_PAST = "time_in_past"

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@transaction.atomic
def publish(*, series: Series, now: datetime) -> Series:
    """
    Show the series to its readers from now on.

    :raises UnableToChangeStatus: if it has no title or no event
    """
    series = _check(series, "published")
    series.status = Series.Status.PUBLISHED
    series.published_at = series.published_at or now
    series.publish_at = series.archived_at = None
    series.save()
    return series


@transaction.atomic
def schedule(*, series: Series, publish_at: datetime, now: datetime) -> Series:
    """
    Have the series appear automatically at ``publish_at``.

    :raises UnableToChangeStatus: if that is past, or it has no title or no event
    """
    if publish_at <= now:
        raise UnableToChangeStatus(UnableToChangeStatus.TIME_IN_PAST)
    if series.status != Series.Status.SCHEDULED:
        series = _check(series, "scheduled")
    series.status = Series.Status.SCHEDULED
    series.publish_at = publish_at
    series.save()
    return series


@transaction.atomic
def take_back_to_draft(*, series: Series) -> Series:
    """
    Call off a scheduled publication, or take back one that has been.

    Whether a public series may go back, only the rooms above know: they have the operation that asks.
    """
    series = _check(series, "draft")
    series.status = Series.Status.DRAFT
    series.publish_at = series.published_at = None
    series.save()
    return series


@transaction.atomic
def archive(*, series: Series, now: datetime) -> Series:
    """Keep the series readable, marked as past, with no registration."""
    series = _check(series, "archived")
    series.status = Series.Status.ARCHIVED
    series.archived_at = now
    series.save()
    return series


def publish_due(*, now: datetime) -> int:
    """Note as published what has appeared automatically; returns how many. Readers saw it in time, also without this."""
    due = Series.objects.filter(status=Series.Status.SCHEDULED, publish_at__lte=now)
    count = 0
    for series in due:
        with transaction.atomic():
            count += Series.objects.filter(pk=series.pk, status=Series.Status.SCHEDULED).update(
                status=Series.Status.PUBLISHED, published_at=series.publish_at, publish_at=None
            )
    return count


def _check(series: Series, target: str) -> Series:
    series = Series.objects.select_for_update().get(pk=series.pk)
    if target not in rules.TRANSITIONS[series.status]:
        raise UnableToChangeStatus(UnableToChangeStatus.NOT_FROM_HERE)
    if target in {"published", "scheduled"}:
        if not series.title:
            raise UnableToChangeStatus(UnableToChangeStatus.NO_TITLE)
        if not series.events.exists():
            raise UnableToChangeStatus(UnableToChangeStatus.NO_EVENTS)
    return series
