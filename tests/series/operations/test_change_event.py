"""Saving events: what the rules refuse, what calendars are told."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from skaala.series import operations
from skaala.series.models import Event
from skaala.series.operations import InvalidEvent
from skaala.series.rules import Problem
from tests.cast import TODAY, a_series, a_venue, an_event, texts

pytestmark = pytest.mark.django_db


def test_two_events_on_one_number_are_refused():
    series = a_series()
    first = an_event(series, 1)
    second = Event(
        series=series, slug="other", number=1, title=texts("Other"), start=first.start, end=first.end
    )
    with pytest.raises(InvalidEvent) as refusal:
        operations.save_event(event=second, now=TODAY)
    assert refusal.value.problems == [Problem.NUMBER_TAKEN]
    assert series.events.count() == 1


def test_an_event_on_site_needs_a_venue():
    event = an_event(a_series(), 1)
    event.mode = "hybrid"
    with pytest.raises(InvalidEvent) as refusal:
        operations.save_event(event=event, now=TODAY)
    assert refusal.value.problems == [Problem.VENUE_MISSING]


@pytest.mark.parametrize(
    ("change", "raises_sequence"),
    [
        ({"audience": texts("Somebody else")}, False),
        ({"registration_closes": None}, False),
        ({"title": texts("A new title")}, True),
        ({"end": TODAY + timedelta(weeks=1, hours=5)}, True),
        ({"mode": "onsite"}, True),
    ],
)
def test_calendars_get_changes_that_concern_them(change, raises_sequence):
    event = an_event(a_series(), 1)
    uid = event.uid
    event.venue = a_venue() if "mode" in change else event.venue
    for name, value in change.items():
        setattr(event, name, value)
    operations.save_event(event=event, now=TODAY)
    event.refresh_from_db()
    assert (event.uid, event.sequence) == (uid, 1 if raises_sequence else 0)


@pytest.mark.parametrize(
    ("change", "constraint"),
    [
        ({"end": TODAY}, "an_event_ends_after_it_starts"),
        ({"registration_closes": TODAY + timedelta(weeks=2)}, "registration_closes_before_the_start"),
        ({"registration_opens": TODAY + timedelta(days=6, hours=23)}, "registration_opens_before_it_closes"),
    ],
)
def test_the_database_keeps_the_promises_too(change, constraint):
    event = an_event(a_series(), 1)
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Event.objects.filter(pk=event.pk).update(**change)
