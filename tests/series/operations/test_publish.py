"""Publishing, at once and at a set time."""

from datetime import timedelta

import pytest

from skaala.series import operations, queries, rules
from skaala.series.models import Series
from skaala.series.operations import UnableToChangeStatus
from tests.cast import TODAY, a_series, an_event

pytestmark = pytest.mark.django_db


def test_a_scheduled_series_appears_automatically():
    series = a_series(status="draft")
    an_event(series)
    operations.schedule(series=series, publish_at=TODAY + timedelta(hours=1), now=TODAY)
    assert queries.find_public_series("spring", now=TODAY + timedelta(minutes=59)) is None
    assert (
        queries.find_public_series("spring", now=TODAY + timedelta(hours=1)) is not None
    )  # no worker has run
    assert operations.publish_due(now=TODAY + timedelta(minutes=59)) == 0
    assert operations.publish_due(now=TODAY + timedelta(hours=2)) == 1
    series.refresh_from_db()
    assert (series.status, series.published_at, series.publish_at) == (
        "published",
        TODAY + timedelta(hours=1),
        None,
    )


@pytest.mark.parametrize(
    ("status", "target", "is_allowed"),
    [(status, target, target in targets) for status, targets in rules.TRANSITIONS.items()
     for target in ["draft", "scheduled", "published", "archived"] if target != status],
)  # fmt: skip
def test_only_allowed_transitions_happen(status, target, is_allowed):
    series = a_series(status=status, publish_at=TODAY + timedelta(days=1) if status == "scheduled" else None)
    an_event(series)
    actions = {
        "draft": lambda: operations.take_back_to_draft(series=series),
        "scheduled": lambda: operations.schedule(
            series=series, publish_at=TODAY + timedelta(days=2), now=TODAY
        ),
        "published": lambda: operations.publish(series=series, now=TODAY),
        "archived": lambda: operations.archive(series=series, now=TODAY),
    }
    if is_allowed:
        actions[target]()
        assert Series.objects.get().status == target
    else:
        with pytest.raises(UnableToChangeStatus):
            actions[target]()
        assert Series.objects.get().status == status


def test_a_series_without_events_cannot_be_published():
    with pytest.raises(UnableToChangeStatus) as refusal:
        operations.publish(series=a_series(status="draft"), now=TODAY)
    assert refusal.value.reason == UnableToChangeStatus.NO_EVENTS


def test_a_time_in_the_past_is_refused():
    series = a_series(status="draft")
    an_event(series)
    with pytest.raises(UnableToChangeStatus) as refusal:
        operations.schedule(series=series, publish_at=TODAY, now=TODAY)
    assert refusal.value.reason == UnableToChangeStatus.TIME_IN_PAST
