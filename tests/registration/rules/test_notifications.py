"""Whom a change of an event concerns, when reminders are due, and where the feedback on an event stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from skaala.registration.rules import feedback, notifications
from skaala.registration.rules.feedback import FeedbackState
from skaala.registration.rules.notifications import Change, ReminderState, Rule

HELSINKI = ZoneInfo("Europe/Helsinki")
START = datetime(2030, 3, 15, 13, 0, tzinfo=HELSINKI)
DUE = datetime(2030, 3, 14, 9, 0, tzinfo=HELSINKI)
MOMENT = timedelta(microseconds=1)


@dataclass(frozen=True)
class Event:
    start: datetime = START
    end: datetime = START + timedelta(hours=2)
    mode: str = "hybrid"
    venue_id: int | None = 1


LATER = timedelta(hours=1)


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        (Event(), Event(), set()),
        (Event(), Event(start=START + LATER), {Change.TIME}),
        (Event(), Event(end=START + LATER), {Change.TIME}),
        (Event(), Event(venue_id=2), {Change.PLACE}),
        (Event(mode="onsite"), Event(mode="onsite", venue_id=None), {Change.PLACE}),
        (Event(), Event(mode="onsite"), {Change.MODE}),
        (Event(mode="online"), Event(mode="online", venue_id=None), set()),  # nobody goes there
        (Event(), Event(mode="online", venue_id=None), {Change.MODE}),
        (Event(mode="online", venue_id=None), Event(), {Change.MODE}),
        (Event(), Event(start=START + LATER, mode="onsite", venue_id=2), set(Change)),
    ],
)
def test_what_of_a_change_people_must_know(before, after, found):
    assert notifications.changes(before, after) == found


@pytest.mark.parametrize(
    ("found", "mode", "waits_for", "concerned"),
    [
        (set(), "onsite", "", False),
        ({Change.TIME}, "online", "", True),
        ({Change.MODE}, "online", "", True),
        ({Change.PLACE}, "online", "", False),
        ({Change.PLACE}, "onsite", "", True),
        ({Change.PLACE}, "online", "onsite", True),
        ({Change.PLACE, Change.TIME}, "online", "", True),
    ],
)
def test_a_new_place_concerns_those_who_go_there_or_would_like_to(found, mode, waits_for, concerned):
    assert notifications.concerns(frozenset(found), mode=mode, waits_for=waits_for) is concerned


def test_without_a_rule_of_its_own_a_series_reminds_at_nine_the_day_before():
    assert notifications.due_at(START, HELSINKI, Rule()) == DUE
    assert Rule().is_on


@pytest.mark.parametrize(
    ("start", "rule", "due"),
    [
        # The clocks of the place count, not those of the server, also over the night they change.
        (datetime(2030, 3, 14, 22, 30, tzinfo=UTC), Rule(), DUE),
        (datetime(2030, 4, 1, 13, 0, tzinfo=HELSINKI), Rule(days_before=2, at=time(9)),
         datetime(2030, 3, 30, 7, 0, tzinfo=UTC)),
        (START, Rule(days_before=0, at=time(7, 30)), datetime(2030, 3, 15, 7, 30, tzinfo=HELSINKI)),
        (START, Rule(days_before=7, at=time(18)), datetime(2030, 3, 8, 18, 0, tzinfo=HELSINKI)),
    ],
)  # fmt: skip
def test_when_a_reminder_is_due(start, rule, due):
    assert notifications.due_at(start, HELSINKI, rule) == due


@pytest.mark.parametrize(
    ("now", "changed", "state"),
    [
        (DUE - MOMENT, {}, ReminderState.TO_COME),
        (DUE, {}, ReminderState.DUE),
        (START - MOMENT, {}, ReminderState.DUE),
        (START, {}, ReminderState.EVENT_STARTED),
        (DUE, {"is_cancelled": True}, ReminderState.EVENT_CANCELLED),
        (START, {"is_cancelled": True}, ReminderState.EVENT_CANCELLED),
        (DUE, {"rule": Rule(is_on=False)}, ReminderState.OFF),
        (START, {"rule": Rule(is_on=False)}, ReminderState.EVENT_STARTED),
        # It would come at the start or after it.
        (DUE, {"rule": Rule(days_before=0, at=time(13))}, ReminderState.AFTER_START),
        (DUE, {"rule": Rule(days_before=0, at=time(12, 59))}, ReminderState.TO_COME),
        # The rule was made after the reminder was due.
        (DUE + LATER, {"rule": Rule(since=DUE)}, ReminderState.DUE),
        (DUE + LATER, {"rule": Rule(since=DUE + MOMENT)}, ReminderState.TOO_LATE),
        # Everybody has just been told of the time.
        (DUE + LATER, {"moved_at": DUE}, ReminderState.DUE),
        (DUE + LATER, {"moved_at": DUE + MOMENT}, ReminderState.ANNOUNCED_SINCE),
    ],
)
def test_the_status_of_an_events_reminder(now, changed, state):
    given = {"rule": Rule(), "is_cancelled": False, "moved_at": None, **changed}
    assert notifications.reminder_state(START, HELSINKI, given.pop("rule"), now=now, **given) == state


def test_who_got_a_place_after_the_reminder_was_due_is_not_reminded():
    assert notifications.gets_reminder(DUE, due=DUE)
    assert not notifications.gets_reminder(DUE + MOMENT, due=DUE)
    assert not notifications.gets_reminder(None, due=DUE)


@pytest.mark.parametrize(
    ("now", "changed", "state"),
    [
        (START - MOMENT, {}, FeedbackState.NOT_YET),
        (START, {}, FeedbackState.OPEN),
        (START + timedelta(days=14) - MOMENT, {}, FeedbackState.OPEN),
        (START + timedelta(days=14), {}, FeedbackState.CLOSED),
        (START, {"closed_at": START}, FeedbackState.CLOSED),
        (START - LATER, {"closed_at": START}, FeedbackState.CLOSED),
        (START, {"is_cancelled": True}, FeedbackState.EVENT_CANCELLED),
        (START, {"closed_at": START, "is_cancelled": True}, FeedbackState.EVENT_CANCELLED),
    ],
)
def test_feedback_is_open_from_the_end_of_an_event_for_so_many_days(now, changed, state):
    given = {"closed_at": None, "is_cancelled": False, **changed}
    assert feedback.feedback_state(START, 14, now=now, **given) == state


def test_results_of_feedback_are_seen_once_it_is_closed_and_from_five_answers():
    assert feedback.may_be_seen(5, closed_at=START)
    assert not feedback.may_be_seen(4, closed_at=START)
    assert not feedback.may_be_seen(500, closed_at=None)
