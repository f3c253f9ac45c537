"""A day is written as the page's language writes it, with its weekday, and read back in each way that people write it."""

from __future__ import annotations

from datetime import date, time

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from skaala.ui.day_field import ClockField, ClockInput, DayField, DayInput

DAY = date(2027, 4, 5)


@pytest.mark.parametrize(
    ("language", "written", "weekday", "clock"),
    [
        ("fi", "5.4.2027", "ma", "13.05"),
        ("sv", "5.4.2027", "mån", "13.05"),
        ("en", "5 April 2027", "Mon", "13:05"),
    ],
)
def test_it_is_written_and_read_back_in_each_language(language, written, weekday, clock):
    with override(language):
        html = DayInput().render("day", DAY)
        assert f'value="{written}"' in html and f'<span class="day-weekday">{weekday}</span>' in html
        assert DayField().clean(written) == DAY
        assert f'value="{clock}"' in ClockInput().render("at", time(13, 5))
        assert ClockField().clean(clock) == time(13, 5)


@pytest.mark.parametrize(
    "typed", ["2027-04-05", "05.04.2027", "5. 4. 2027", "5/4/2027", "5 Apr 2027", " 5.4.2027 "]
)
def test_ways_to_write_a_day(typed):
    assert DayField().clean(typed) == DAY


@pytest.mark.parametrize(("typed", "meant"), [("9", time(9)), ("9.30", time(9, 30)), ("09:30", time(9, 30))])
def test_ways_to_write_a_time(typed, meant):
    assert ClockField().clean(typed) == meant


def test_what_is_no_day_stays_as_it_was_typed_and_is_named():
    assert 'value="31.2.2027"' in DayInput().render("day", "31.2.2027")
    assert '<span class="day-weekday"></span>' in DayInput().render("day", "31.2.2027")
    with override("en"), pytest.raises(ValidationError, match=r"27\.3\.2023"):
        DayField().clean("31.2.2027")
