"""Reading whom to write to, and what has been written to many."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Max, Q, QuerySet

from skaala.registration.models import Attendance, Mailing, Registration, ReminderRule
from skaala.registration.rules import notifications as rules
from skaala.series.models import Event, Series

# No rule reminds longer before an event than this; the form says so.
LONGEST_BEFORE = 30


def active_attendances_at(event: Event) -> QuerySet[Attendance]:
    """Return those who attend an event or wait for it, with their registrations."""
    found = Attendance.objects.filter(event=event, registration__cancelled_at__isnull=True)
    found = found.exclude(state=Attendance.State.CANCELLED)
    return found.select_related("registration").order_by("registration__created_at", "pk")


def reminder_rule(series: Series) -> rules.Rule:
    """Return the rule of ``series``: the day before at nine where none has been made."""
    return as_rule(ReminderRule.objects.filter(series=series).first())


def as_rule(kept: ReminderRule | None) -> rules.Rule:
    """Return a rule as the rules reckon with it."""
    if kept is None:
        return rules.Rule()
    return rules.Rule(is_on=kept.is_on, days_before=kept.days_before, at=kept.at, since=kept.since)


@dataclass(frozen=True)
class EventReminder:
    """The reminder of one event: where it stands, when it is due, and to how many it went."""

    event: Event
    state: rules.ReminderState
    due: datetime
    sent: Mailing | None
    emails: int


def reminders(series: Series, *, now: datetime) -> list[EventReminder]:
    """Return where the reminders of a series stand, in order of time."""
    rule = reminder_rule(series)
    mailings = Mailing.objects.filter(series=series, kind=Mailing.Kind.REMINDER).annotate(
        count=Count("registration_emails")
    )
    sent = {(mailing.event_id, mailing.about_start): mailing for mailing in mailings}
    events = list(series.events.all())
    moved = announced_moves(events)
    found = []
    for event in events:
        mailing = sent.get((event.pk, event.start))
        state = reminder_state(event, rule, moved, now=now)
        due = rules.due_at(event.start, event.zone, rule)
        found.append(EventReminder(event, state, due, mailing, mailing.count if mailing else 0))
    return found


def announced_moves(events: Iterable[Event]) -> dict[int, datetime]:
    """Return by event when those who come were last told by email that its time has changed, where they were."""
    announced = Mailing.objects.filter(
        event__in=events, kind=Mailing.Kind.CHANGE, before__changes__contains=rules.Change.TIME
    )
    return dict(announced.order_by().values_list("event").annotate(Max("created_at")))


def reminder_state(
    event: Event, rule: rules.Rule, moved: Mapping[int, datetime], *, now: datetime
) -> rules.ReminderState:
    """Return where the reminder of ``event`` stands; ``moved`` as :func:`announced_moves` says."""
    return rules.reminder_state(
        event.start,
        event.zone,
        rule,
        is_cancelled=event.is_cancelled,
        now=now,
        moved_at=moved.get(event.pk),
    )


def events_that_may_be_due(*, now: datetime) -> list[Event]:
    """Return the coming events of published series that have had no reminder for their start yet."""
    reminded = Q(mailings__kind=Mailing.Kind.REMINDER, mailings__about_start__gt=now)
    events = Event.objects.filter(
        start__gt=now,
        start__lte=now + timedelta(days=LONGEST_BEFORE + 2),
        status=Event.Status.SCHEDULED,
        series__status=Series.Status.PUBLISHED,
    )
    done = set(events.filter(reminded).values_list("pk", "mailings__about_start"))
    found = events.select_related("series__reminder_rule").order_by("start", "pk")
    return [event for event in found if (event.pk, event.start) not in done]


def chosen_people(
    series: Series,
    *,
    event: Event | None = None,
    mode: str = "",
    state: str = "",
    organisation_kind: str = "",
    lacks_answers: bool = False,
    now: datetime | None = None,
) -> QuerySet[Registration]:
    """Return the active registrations that match all that is given and want messages, in the order in which they came."""
    from skaala.registration.queries import find_registrations

    return find_registrations(
        series,
        event=event,
        mode=mode,
        state=state,
        organisation_kind=organisation_kind,
        lacks_answers=lacks_answers,
        sort="created",
        now=now,
    ).filter(no_messages_since=None)


def want_no_messages(series: Series) -> int:
    """Return how many of those registered want no messages from the organiser."""
    found = Registration.objects.filter(series=series, cancelled_at=None)
    return found.exclude(no_messages_since=None).count()
