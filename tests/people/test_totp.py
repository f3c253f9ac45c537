"""One-time codes: the values of RFC 6238's appendix, tolerance, and that none works twice."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from skaala.people.rules import totp

SECRET = b"12345678901234567890"
NOW = datetime(2030, 1, 15, 10, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("seconds", "code"),
    [
        (59, "287082"),
        (1111111109, "081804"),
        (1111111111, "050471"),
        (1234567890, "005924"),
        (2000000000, "279037"),
    ],
)
def test_codes_are_those_of_the_standard(seconds, code):
    assert totp.code(SECRET, seconds // 30) == code


def test_the_code_before_and_the_one_after_are_taken_and_no_others():
    step = totp.step_at(NOW)
    taken = [
        totp.matching_step(SECRET, totp.code(SECRET, step + shift), now=NOW, after=0) is not None
        for shift in (-2, -1, 0, 1, 2)
    ]
    assert taken == [False, True, True, True, False]


def test_a_code_works_once_and_may_be_typed_with_a_space():
    code = totp.code(SECRET, totp.step_at(NOW))
    step = totp.matching_step(SECRET, f"{code[:3]} {code[3:]}", now=NOW, after=0)
    assert step == totp.step_at(NOW)
    assert totp.matching_step(SECRET, code, now=NOW + timedelta(seconds=5), after=step) is None
    assert totp.matching_step(SECRET, "ä" * 6, now=NOW, after=0) is None
