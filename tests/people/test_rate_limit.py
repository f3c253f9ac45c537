"""Counting hits."""

from datetime import timedelta

import pytest
from django.utils.crypto import salted_hmac

from skaala.people.models import RateLimitCounter, RateLimitKey
from skaala.people.operations.rate_limit import forget_hits, hit
from tests.cast import TODAY

pytestmark = pytest.mark.django_db
TEN_MINUTES = timedelta(minutes=10)


def hits(count: int, caller: str = "192.0.2.1", purpose: str = "link", now=TODAY) -> list[int]:
    return [hit(purpose=purpose, caller=caller, limit=2, within=TEN_MINUTES, now=now) for _ in range(count)]


def test_too_many_attempts_say_how_long_to_wait():
    assert hits(4, now=TODAY + timedelta(minutes=4)) == [0, 0, 360, 360]


def test_others_other_purposes_and_later_times_are_not_concerned():
    hits(4)
    assert (
        hits(1, caller="192.0.2.2") == hits(1, purpose="sign-in") == hits(1, now=TODAY + TEN_MINUTES) == [0]
    )


def test_the_caller_is_not_stored_and_counts_are_forgotten():
    hits(1)
    assert "192.0.2.1" not in str(list(RateLimitCounter.objects.values_list()))
    assert forget_hits(now=TODAY) == 0
    assert forget_hits(now=TODAY + timedelta(days=2)) == 1


def test_with_database_and_secret_key_nobody_finds_a_caller_of_yesterday_in_the_counts(settings):
    """The attack: who takes the database and the settings computes each address's hash and looks it up."""
    hits(1)
    (key,) = RateLimitKey.objects.values_list("key", flat=True)

    def name_under(secret: bytes) -> str:
        return salted_hmac("link", "192.0.2.1", secret=secret, algorithm="sha256").hexdigest()

    callers = set(RateLimitCounter.objects.values_list("caller", flat=True))
    assert name_under(settings.SECRET_KEY.encode() + bytes(key)) in callers  # today it can be counted on
    salt = f"link:{TODAY.date()}"
    assert (
        salted_hmac(salt, "192.0.2.1", secret=settings.SECRET_KEY, algorithm="sha256").hexdigest()
        not in callers
    )
    tomorrow = TODAY + timedelta(days=1)
    hits(1, now=tomorrow)
    assert list(RateLimitKey.objects.values_list("day", flat=True)) == [tomorrow.date()]
    forget_hits(now=tomorrow + timedelta(days=1))
    assert not RateLimitKey.objects.exists()
