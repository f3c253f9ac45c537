"""Failures make the next attempt wait, longer each time; successes and known devices do not."""

from __future__ import annotations

from datetime import timedelta

import pytest

from skaala.people.models import SignInFailures
from skaala.people.operations import attempt, forget_failures, sources, succeeded
from skaala.people.operations.sign_in_failures import FREE, LONGEST_PAUSE, Source, pause_after, remaining
from tests.cast import TODAY

pytestmark = pytest.mark.django_db
ANYWHERE = sources(account="olga@example.org", network_address="192.0.2.1", device="")


def fail(times: int, listed=ANYWHERE, now=TODAY) -> list[int]:
    return [attempt(listed, now=now).wait for _time in range(times)]


def test_a_few_failures_cost_nothing_and_then_each_doubles_the_pause():
    assert fail(FREE["account"]) == [0] * FREE["account"]
    assert 0 < attempt(ANYWHERE, now=TODAY).wait <= 6
    later = TODAY + timedelta(seconds=6)
    assert attempt(ANYWHERE, now=later).wait == 0
    assert 6 < attempt(ANYWHERE, now=later).wait <= 11
    assert [pause_after(count, 5) for count in (4, 5, 6, 7, 60)] == [0, 5, 10, 20, LONGEST_PAUSE]


def test_attempts_within_the_pause_do_not_lengthen_it():
    fail(FREE["account"])
    assert all(wait > 0 for wait in fail(200))
    assert attempt(ANYWHERE, now=TODAY + timedelta(seconds=6)).wait == 0


def test_successes_of_many_colleagues_behind_one_address_count_nothing():
    for number in range(100):
        colleague = sources(account=f"{number}@example.org", network_address="192.0.2.1", device="")
        made = attempt(colleague, now=TODAY)
        assert made.wait == 0
        succeeded(made)


def colleague(number: int):
    return sources(account=f"{number}@example.org", network_address="192.0.2.1", device="")


def test_a_success_leaves_no_pause_behind_for_the_colleagues_behind_the_same_address():
    for number in range(FREE["address"]):
        assert attempt(colleague(number), now=TODAY).wait == 0
    assert attempt(colleague(98), now=TODAY).wait > 0
    later = TODAY + timedelta(seconds=6)
    for number in range(100, 110):  # all in one moment: none waits for another
        made = attempt(colleague(number), now=later)
        assert made.wait == 0
        succeeded(made)
    count = SignInFailures.objects.get(key=Source("address", "192.0.2.1").key)
    assert (count.count, count.last_at) == (FREE["address"], TODAY)


def test_a_success_takes_back_its_own_attempt_only_where_somebody_failed_meanwhile():
    made = attempt(colleague(1), now=TODAY)
    failed_at = TODAY + timedelta(seconds=1)
    attempt(colleague(2), now=failed_at)
    succeeded(made)
    count = SignInFailures.objects.get(key=Source("address", "192.0.2.1").key)
    assert (count.count, count.last_at) == (1, failed_at)


def test_an_office_where_somebody_mistypes_every_ten_minutes_all_day_never_waits():
    for number in range(10 * 6):
        assert attempt(colleague(number), now=TODAY + number * timedelta(minutes=10)).wait == 0


def test_failures_are_forgotten_one_by_one():
    def left(kind, minutes):
        return remaining(6, kind=kind, since=timedelta(minutes=minutes))

    assert [left("account", minutes) for minutes in (0, 29, 30, 90, 600)] == [6, 6, 5, 3, 0]
    assert [left("address", minutes) for minutes in (4, 5, 15)] == [6, 5, 3]


def test_who_waits_for_the_longest_pause_each_time_is_forgotten_nothing():
    assert remaining(20, kind="account", since=timedelta(seconds=LONGEST_PAUSE)) == 20


def test_one_address_that_tries_many_accounts_has_to_wait():
    waits = [
        attempt(
            sources(account=f"{number}@example.org", network_address="192.0.2.1", device=""), now=TODAY
        ).wait
        for number in range(FREE["address"] + 1)
    ]
    assert waits[:-1] == [0] * FREE["address"] and waits[-1] > 0


def test_a_stranger_s_failures_do_not_lock_the_owner_s_device_out():
    fail(50)
    own = sources(account="olga@example.org", network_address="192.0.2.1", device="1:abc")
    assert attempt(own, now=TODAY).wait == 0
    assert [wait > 0 for wait in fail(6, own)] == [False] * 4 + [True] * 2  # but is counted alone


def test_failures_are_forgotten_after_a_day():
    fail(FREE["account"])
    tomorrow = TODAY + timedelta(days=1, minutes=1)
    assert attempt(ANYWHERE, now=tomorrow).wait == 0
    assert forget_failures(now=tomorrow + timedelta(days=2)) == 2
