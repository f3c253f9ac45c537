"""Failures make the next attempt wait, longer each time; successes and known devices do not."""

from __future__ import annotations

from datetime import timedelta

import pytest

from skaala.people.operations import attempt, forget_failures, sources, succeeded
from skaala.people.operations.sign_in_failures import FREE, LONGEST_PAUSE, pause_after
from tests.cast import TODAY

pytestmark = pytest.mark.django_db
ANYWHERE = sources(account="olga@example.org", network_address="192.0.2.1", device="")


def fail(times: int, listed=ANYWHERE, now=TODAY) -> list[int]:
    return [attempt(listed, now=now) for _time in range(times)]


def test_a_few_failures_cost_nothing_and_then_each_doubles_the_pause():
    assert fail(FREE["account"]) == [0] * FREE["account"]
    assert 0 < attempt(ANYWHERE, now=TODAY) <= 6
    later = TODAY + timedelta(seconds=6)
    assert attempt(ANYWHERE, now=later) == 0
    assert 6 < attempt(ANYWHERE, now=later) <= 11
    assert [pause_after(count, 5) for count in (4, 5, 6, 7, 60)] == [0, 5, 10, 20, LONGEST_PAUSE]


def test_attempts_within_the_pause_do_not_lengthen_it():
    fail(FREE["account"])
    assert all(wait > 0 for wait in fail(200))
    assert attempt(ANYWHERE, now=TODAY + timedelta(seconds=6)) == 0


def test_successes_of_many_colleagues_behind_one_address_count_nothing():
    for number in range(100):
        colleague = sources(account=f"{number}@example.org", network_address="192.0.2.1", device="")
        assert attempt(colleague, now=TODAY) == 0
        succeeded(colleague)


def test_one_address_that_tries_many_accounts_has_to_wait():
    waits = [
        attempt(sources(account=f"{number}@example.org", network_address="192.0.2.1", device=""), now=TODAY)
        for number in range(FREE["address"] + 1)
    ]
    assert waits[:-1] == [0] * FREE["address"] and waits[-1] > 0


def test_a_stranger_s_failures_do_not_lock_the_owner_s_device_out():
    fail(50)
    own = sources(account="olga@example.org", network_address="192.0.2.1", device="1:abc")
    assert attempt(own, now=TODAY) == 0
    assert [wait > 0 for wait in fail(6, own)] == [False] * 4 + [True] * 2  # but is counted alone


def test_failures_are_forgotten_after_a_day():
    fail(FREE["account"])
    tomorrow = TODAY + timedelta(days=1, minutes=1)
    assert attempt(ANYWHERE, now=tomorrow) == 0
    assert forget_failures(now=tomorrow + timedelta(days=2)) == 2
