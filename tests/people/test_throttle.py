"""Counting knocks."""

from datetime import timedelta

import pytest

from skaala.people.models import Knock
from skaala.people.throttle import forget_knocks, knock
from tests.cast import TODAY

pytestmark = pytest.mark.django_db
TEN_MINUTES = timedelta(minutes=10)


def knocks(count: int, caller: str = "192.0.2.1", purpose: str = "link", now=TODAY) -> list[int]:
    return [knock(purpose=purpose, caller=caller, limit=2, within=TEN_MINUTES, now=now) for _ in range(count)]


def test_who_knocks_too_often_is_told_how_long_to_wait():
    assert knocks(4, now=TODAY + timedelta(minutes=4)) == [0, 0, 360, 360]


def test_others_other_purposes_and_later_times_are_not_concerned():
    knocks(4)
    assert (
        knocks(1, caller="192.0.2.2")
        == knocks(1, purpose="sign-in")
        == knocks(1, now=TODAY + TEN_MINUTES)
        == [0]
    )


def test_the_caller_is_not_stored_and_counts_are_forgotten():
    knocks(1)
    assert "192.0.2.1" not in str(list(Knock.objects.values_list()))
    assert forget_knocks(now=TODAY + timedelta(days=1)) == 0
    assert forget_knocks(now=TODAY + timedelta(days=3)) == 1
