"""Reminders: when they are due, to whom, once."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from skaala.mail.models import Email
from skaala.mail.renderers.emails import Superseded, compose
from skaala.registration import operations
from skaala.registration.models import Mailing
from skaala.registration.queries import notifications as notification_queries
from skaala.registration.rules.notifications import (
    ReminderState,
    Rule,
    due_at,
    gets_reminder,
    reminder_state,
)
from skaala.series.models import Event
from skaala.ui.texts import Texts
from tests.cast import TODAY, a_registration, a_series, an_event, texts
from tests.registration.halls import Person, a_hall, some, someone

pytestmark = pytest.mark.django_db
HELSINKI = ZoneInfo("Europe/Helsinki")
START = datetime(2030, 1, 22, 10, 0, tzinfo=UTC)  # noon in Helsinki
DUE = datetime(2030, 1, 21, 7, 0, tzinfo=UTC)  # nine the day before


def reminded() -> list[str]:
    found = Email.objects.filter(kind="registration.reminder").values_list("to_address", flat=True)
    return sorted(address.partition("@")[0] for address in found)


@pytest.mark.parametrize(
    ("start", "rule", "due"),
    [
        (START, Rule(), DUE),
        (START, Rule(days_before=0, at=time(8, 30)), datetime(2030, 1, 22, 6, 30, tzinfo=UTC)),
        (START, Rule(days_before=30), datetime(2029, 12, 23, 7, 0, tzinfo=UTC)),
        # The clocks go forward on 31.3.2030: nine is nine, on both sides.
        (datetime(2030, 4, 1, 10, 0, tzinfo=UTC), Rule(), datetime(2030, 3, 31, 6, 0, tzinfo=UTC)),
        (datetime(2030, 3, 31, 10, 0, tzinfo=UTC), Rule(), datetime(2030, 3, 30, 7, 0, tzinfo=UTC)),
        # Half past ten in the evening is the next day in Helsinki.
        (datetime(2030, 1, 21, 22, 30, tzinfo=UTC), Rule(), datetime(2030, 1, 21, 7, 0, tzinfo=UTC)),
    ],
)
def test_when_a_reminder_is_due(start, rule, due):
    assert due_at(start, HELSINKI, rule) == due


@pytest.mark.parametrize(
    ("rule", "now", "is_cancelled", "state"),
    [
        (Rule(), DUE - timedelta(seconds=1), False, ReminderState.TO_COME),
        (Rule(), DUE, False, ReminderState.DUE),
        (Rule(), START - timedelta(seconds=1), False, ReminderState.DUE),  # the worker stood still meanwhile
        (Rule(), START, False, ReminderState.EVENT_STARTED),
        (Rule(is_on=False), DUE, False, ReminderState.OFF),
        (Rule(), DUE, True, ReminderState.EVENT_CANCELLED),
        (Rule(days_before=0, at=time(12)), DUE, False, ReminderState.AFTER_START),
        (Rule(since=DUE + timedelta(minutes=1)), DUE + timedelta(hours=1), False, ReminderState.TOO_LATE),
        (Rule(since=DUE), DUE, False, ReminderState.DUE),
    ],
)
def test_the_status_of_a_reminder(rule, now, is_cancelled, state):
    assert reminder_state(START, HELSINKI, rule, is_cancelled=is_cancelled, now=now) == state


def test_only_who_had_their_place_before_is_reminded():
    assert gets_reminder(DUE, due=DUE) and not gets_reminder(DUE + timedelta(seconds=1), due=DUE)
    assert not gets_reminder(None, due=DUE)


def test_the_day_before_at_nine_those_with_a_place_are_reminded_once():
    event = a_hall(onsite=1, start=START, end=START + timedelta(hours=2))
    some(event, "anna waits")
    someone(event, "remote", "online")
    someone(event, "late", "online", now=DUE + timedelta(hours=1))
    assert operations.queue_due_reminders(now=DUE - timedelta(minutes=1)) == 0
    assert operations.queue_due_reminders(now=DUE + timedelta(hours=2)) == 2
    assert operations.queue_due_reminders(now=DUE + timedelta(hours=3)) == 0
    assert reminded() == ["anna", "remote"]
    said = {email.to_address: compose(email) for email in Email.objects.filter(kind="registration.reminder")}
    assert (
        said["anna@example.org"].subject
        == "Reminder: Closing event: Workshop title 9 (en), Tue 22 January 2030, 12:00–14:00"
    )
    assert "Kuntatalo" in said["anna@example.org"].text and "/j/" not in said["anna@example.org"].text
    assert "/j/" in said["remote@example.org"].text and said["remote@example.org"].attachments == []


def test_who_moved_up_after_it_was_due_got_an_email_then_and_is_not_reminded():
    event = a_hall(onsite=1, start=START, end=START + timedelta(hours=2))
    anna, _ = some(event, "anna waits")
    operations.cancel_registration(registration=anna, now=DUE + timedelta(hours=1))
    assert operations.queue_due_reminders(now=DUE + timedelta(hours=2)) == 0


def test_an_event_that_moves_reminds_of_its_new_time():
    series = a_series()
    event = an_event(series, start=START, end=START + timedelta(hours=2))
    a_registration(series)
    operations.queue_due_reminders(now=DUE)
    old = Email.objects.get(kind="registration.reminder")
    Event.objects.filter(pk=event.pk).update(start=START + timedelta(days=7), end=START + timedelta(days=8))
    with pytest.raises(Superseded):
        compose(old)
    assert operations.queue_due_reminders(now=DUE + timedelta(hours=1)) == 0
    assert operations.queue_due_reminders(now=DUE + timedelta(days=7)) == 1


def test_who_got_the_new_time_after_the_reminder_was_due_is_not_reminded_as_well():
    event = a_hall(onsite=1, start=START + timedelta(days=7), end=START + timedelta(days=7, hours=2))
    some(event, "anna")
    changed_at = DUE + timedelta(minutes=30)
    event.start, event.end, event.registration_closes = START, START + timedelta(hours=2), None
    operations.change_event(event=event, capacities={"onsite": 1, "online": None}, now=changed_at)
    assert operations.queue_due_reminders(now=changed_at + timedelta(minutes=1)) == 0
    (shown,) = notification_queries.reminders(event.series, now=changed_at)
    assert shown.state == ReminderState.ANNOUNCED_SINCE
    Mailing.objects.update(created_at=DUE - timedelta(minutes=1))
    assert operations.queue_due_reminders(now=changed_at) == 1


def test_a_reminder_that_could_not_be_delivered_in_time_is_not_sent_after_the_start():
    now = timezone.now()
    series = a_series()
    an_event(series, start=now + timedelta(hours=1), end=now + timedelta(hours=3))
    a_registration(series, now=now - timedelta(days=3))
    assert operations.queue_due_reminders(now=now) == 1
    email = Email.objects.get(kind="registration.reminder")
    compose(email)
    Event.objects.update(start=now - timedelta(minutes=1))
    Mailing.objects.update(about_start=now - timedelta(minutes=1))
    with pytest.raises(Superseded):
        compose(email)
    email.sent_at = now  # sent in time, it can still be looked at
    compose(email)


def test_a_rule_of_its_own_with_own_words():
    series = a_series()
    an_event(series, start=START, end=START + timedelta(hours=2))
    a_registration(series, language="sv")
    words = Texts(fi="Ota kannettava mukaan.", sv="Ta med din dator.")
    operations.set_reminder_rule(series=series, is_on=True, days_before=3, at=time(15), text=words, now=TODAY)
    assert operations.queue_due_reminders(now=datetime(2030, 1, 19, 12, 59, tzinfo=UTC)) == 0
    assert operations.queue_due_reminders(now=datetime(2030, 1, 19, 13, 0, tzinfo=UTC)) == 1
    assert "Ta med din dator." in compose(Email.objects.get(kind="registration.reminder")).html


def test_a_rule_made_after_it_would_have_been_due_reminds_nobody_of_that_event():
    series = a_series()
    an_event(series, start=START, end=START + timedelta(hours=2))
    a_registration(series)
    late = DUE + timedelta(hours=1)
    off = {"is_on": False, "days_before": 1, "at": time(9), "text": Texts()}
    operations.set_reminder_rule(series=series, now=TODAY, **off)
    assert operations.queue_due_reminders(now=late) == 0
    operations.set_reminder_rule(series=series, now=late, **(off | {"is_on": True}))
    assert operations.queue_due_reminders(now=late) == 0
    (shown,) = notification_queries.reminders(series, now=late)
    assert shown.state == ReminderState.TOO_LATE
    # New words for the same rule do not make it a new rule.
    kept = operations.set_reminder_rule(
        series=series, now=late + timedelta(hours=1), **(off | {"is_on": True, "text": texts("x")})
    )
    assert kept.since == late


def test_an_event_that_reminded_nobody_is_reminded_of_by_a_new_rule():
    series = a_series()
    early = {"is_on": True, "days_before": 30, "at": time(9), "text": Texts()}
    operations.set_reminder_rule(series=series, now=TODAY - timedelta(days=60), **early)
    an_event(series, start=START, end=START + timedelta(hours=2))
    assert operations.queue_due_reminders(now=TODAY) == 0  # it was due before anybody could register
    a_registration(series)
    operations.set_reminder_rule(series=series, now=TODAY, **(early | {"days_before": 1}))
    assert operations.queue_due_reminders(now=DUE - timedelta(minutes=1)) == 0
    assert operations.queue_due_reminders(now=DUE) == 1
    operations.set_reminder_rule(series=series, now=DUE, **(early | {"days_before": 0}))
    assert operations.queue_due_reminders(now=START - timedelta(hours=1)) == 0  # once is enough


@pytest.mark.parametrize("status", ["draft", "archived"])
def test_a_series_that_is_not_public_reminds_nobody(status):
    series = a_series()
    an_event(series, start=START, end=START + timedelta(hours=2))
    a_registration(series)
    type(series).objects.update(status=status)
    assert operations.queue_due_reminders(now=DUE) == 0


def test_a_cancelled_or_past_event_reminds_nobody():
    series = a_series()
    event = an_event(series, start=START, end=START + timedelta(hours=2))
    a_registration(series)
    assert operations.queue_due_reminders(now=START + timedelta(minutes=1)) == 0
    operations.cancel_event(event=event, reason=texts("Ill"), now=TODAY)
    assert operations.queue_due_reminders(now=DUE) == 0


@pytest.mark.django_db(transaction=True)
@pytest.mark.xdist_group("at_once")
def test_two_workers_at_once_remind_once():
    series = a_series()
    an_event(series, start=START, end=START + timedelta(hours=2))
    for number in range(5):
        a_registration(series, email=f"p{number}@example.org")
    workers = [Person(lambda: operations.queue_due_reminders(now=DUE)) for _ in range(4)]
    for worker in workers:
        worker.done()
    assert (Mailing.objects.count(), len(reminded())) == (1, 5)
