"""Reminders by rule."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, time

from django.db import transaction

from skaala.registration.models import Attendance, Mailing, ReminderRule
from skaala.registration.operations.queue_emails import queue_mailing_once
from skaala.registration.queries.notifications import (
    active_attendances_at,
    announced_moves,
    as_rule,
    events_that_may_be_due,
    reminder_state,
)
from skaala.registration.rules import notifications as rules
from skaala.series.models import Event, Series
from skaala.ui.texts import Texts


@transaction.atomic
def set_reminder_rule(
    *, series: Series, is_on: bool, days_before: int, at: time, text: Texts, now: datetime
) -> ReminderRule:
    """
    Set when a series reminds those who come, and what it says. A reminder already due goes unsent under a new rule.

    A change of the text alone leaves the rule as old as it was.
    """
    kept = ReminderRule.objects.filter(series=series).first()
    is_as_before = kept is not None and (kept.is_on, kept.days_before, kept.at) == (is_on, days_before, at)
    since = kept.since if kept is not None and is_as_before else now
    if not is_as_before:
        # Events of which nobody was reminded, since nobody had a place yet when it was due, are reminded of by the new rule.
        reminders = Mailing.objects.filter(series=series, kind=Mailing.Kind.REMINDER, about_start__gt=now)
        reminders.filter(registration_emails=None).delete()
    rule, _ = ReminderRule.objects.update_or_create(
        series=series,
        defaults={"is_on": is_on, "days_before": days_before, "at": at, "text": text, "since": since},
    )
    return rule


def queue_due_reminders(*, now: datetime) -> int:
    """
    Queue the reminders that are due, each once for an event and its start, however often or by how many this is called.

    :returns: how many emails were queued
    """
    events = events_that_may_be_due(now=now)
    moved = announced_moves(events) if events else {}
    return sum(_remind(event, moved, now=now) for event in events)


def _remind(event: Event, moved: Mapping[int, datetime], *, now: datetime) -> int:
    kept = getattr(event.series, "reminder_rule", None)
    rule = as_rule(kept)
    if reminder_state(event, rule, moved, now=now) != rules.ReminderState.DUE:
        return 0
    due = rules.due_at(event.start, event.zone, rule)
    confirmed = active_attendances_at(event).filter(state=Attendance.State.CONFIRMED)
    people = [one.registration for one in confirmed if rules.gets_reminder(one.confirmed_at, due=due)]
    mailing = Mailing(
        series=event.series,
        event=event,
        kind=Mailing.Kind.REMINDER,
        body=kept.text if kept else Texts(),
        about_start=event.start,
        created_at=now,
    )
    once = "one_reminder_per_event_and_start"
    return queue_mailing_once(mailing, people, kind="registration.reminder", now=now, constraint=once)


def copy_reminder_rule(*, series: Series, into: Series, now: datetime) -> None:
    """Let a copy remind as its original does; where no rule was made, none is made."""
    kept = ReminderRule.objects.filter(series=series).first()
    if kept is not None:
        kept.pk, kept.series, kept.since = None, into, now
        kept._state.adding = True
        kept.save()
