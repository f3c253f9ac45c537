"""Forgetting: what every series promises in its privacy notice, kept automatically."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime

from django.contrib.sessions.models import Session
from django.db import transaction

from skaala.people.operations import (
    forget_ended_sessions,
    forget_failures,
    forget_hits,
    forget_old_emails,
    forget_old_personal_parts,
    forget_personal_parts,
    note,
    old_emails,
    old_personal_parts,
    personal_parts,
)
from skaala.series import rules
from skaala.series.models import RetentionReport, Series
from skaala.series.operations import personal_data
from skaala.series.operations.personal_data import Counts

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Forgotten:
    """What one series has lost and what of it is still there; in a rehearsal, what it would lose."""

    series: Series
    due: date
    removed: Counts
    remaining: Counts


@dataclass(frozen=True)
class NightlyForgetting:
    """All that a night has removed, or would remove."""

    series: list[Forgotten] = field(default_factory=list)
    sweeps: dict[str, Counts] = field(default_factory=dict)
    failed: list[str] = field(default_factory=list)
    """Addresses of series that kept everything because a room could not forget, and sweeps that broke off."""


def forget_due(*, now: datetime, is_rehearsal: bool = False) -> NightlyForgetting:
    """
    Have every room forget its personal data of the series whose date has come, and what has a shorter life.

    What fails is logged and named, and the rest goes on: one broken file must not keep the people of all other series.

    :param is_rehearsal: only count what would be removed
    """
    outcome = NightlyForgetting()
    for series in Series.objects.prefetch_related("events").order_by("pk"):
        due = rules.forget_on(list(series.events.all()), months=series.retention_months, zone=series.zone)
        if due is None or not rules.is_time_to_forget(due, zone=series.zone, now=now):
            continue
        with _going_on(outcome, series.slug):
            held = _count(series)
            if not any(held.values()):
                # Whoever looked at it since its date is named in the audit trail alone.
                if not is_rehearsal:
                    forget_personal_parts(series=series.pk, tenant=series.tenant_id, now=now)
                continue
            if is_rehearsal:
                outcome.series.append(Forgotten(series, due, held, {}))
            else:
                outcome.series.append(forget_series(series=series, due=due, now=now))
    for name, sweep in {**personal_data.all_sweeps(), "people": _sweep_people}.items():
        with _going_on(outcome, name):
            outcome.sweeps[name] = sweep(now, is_rehearsal)
    return outcome


@contextmanager
def _going_on(outcome: NightlyForgetting, name: str) -> Iterator[None]:
    try:
        with transaction.atomic():
            yield
    except Exception as error:
        # Only its kind: what it says may name the very people, and the log is kept.
        log.error("personal data could not be removed: %s (%s)", name, type(error).__name__)
        outcome.failed.append(name)


@transaction.atomic
def forget_series(*, series: Series, due: date, now: datetime) -> Forgotten:
    """Have every room forget its personal data of ``series``, all or nothing, and keep a report with counts."""
    removed: Counts = {}
    for room in personal_data.rooms():
        for kind, count in room.forget(series, now).items():
            removed[kind] = removed.get(kind, 0) + count
    named = personal_parts(series=series.pk).delete()[0]
    note(
        action="retention",
        tenant=series.tenant_id,
        account=None,
        series=series.pk,
        details={"removed": removed, "personal_parts": named},
        now=now,
    )
    remaining = _count(series)
    RetentionReport.objects.create(series=series, due=due, made_at=now, removed=removed, remaining=remaining)
    return Forgotten(series, due, removed, remaining)


def _count(series: Series) -> Counts:
    held: Counts = {}
    for room in personal_data.rooms():
        for kind, count in room.count(series).items():
            held[kind] = held.get(kind, 0) + count
    return held


def _sweep_people(now: datetime, is_rehearsal: bool) -> Counts:
    """Sessions that have run out, counts of hits of earlier days, and names in old entries of the audit trail."""
    old = Session.objects.filter(expire_date__lt=now)
    living = list(Series.objects.values_list("pk", flat=True))
    if is_rehearsal:
        named = old_personal_parts(now=now, living=living).count()
        return {
            "sessions": old.count(),
            "names_in_the_trail": named,
            "emails_to_members": old_emails(now=now).count(),
        }
    hits = forget_hits(now=now) + forget_failures(now=now)
    sessions = old.delete()[0]
    forget_ended_sessions()
    named = forget_old_personal_parts(now=now, living=living)
    emails = forget_old_emails(now=now)
    return {"sessions": sessions, "hits": hits, "names_in_the_trail": named, "emails_to_members": emails}
