"""Dates in three languages, as tables. Times are written as Helsinki's clocks show them."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from skaala.ui import dates

HELSINKI = ZoneInfo("Europe/Helsinki")
UTC = ZoneInfo("UTC")


def at(*parts: int, zone: ZoneInfo = HELSINKI) -> datetime:
    return datetime(*parts, tzinfo=zone)


@pytest.mark.parametrize(
    ("start", "end", "fi", "sv", "en"),
    [
        (
            at(2023, 3, 27, 13),
            at(2023, 3, 27, 15),
            "ma 27.3.2023 klo 13–15",
            "mån 27.3.2023 kl. 13–15",
            "Mon 27 March 2023, 13:00–15:00",
        ),
        (
            at(2023, 3, 30, 9, 30),
            at(2023, 3, 30, 11),
            "to 30.3.2023 klo 9.30–11",
            "tors 30.3.2023 kl. 9.30–11",
            "Thu 30 March 2023, 09:30–11:00",
        ),
        (
            at(2023, 5, 10, 10),
            None,
            "ke 10.5.2023 klo 10",
            "ons 10.5.2023 kl. 10",
            "Wed 10 May 2023, 10:00",
        ),
        (
            at(2023, 5, 10, 20),
            at(2023, 5, 11, 0),
            "ke 10.5.2023 klo 20–24",
            "ons 10.5.2023 kl. 20–24",
            "Wed 10 May 2023, 20:00–24:00",
        ),
        (
            at(2023, 12, 31, 22),
            at(2024, 1, 1, 1, 15),
            "su 31.12.2023 klo 22 – ma 1.1.2024 klo 1.15",
            "sön 31.12.2023 kl. 22 – mån 1.1.2024 kl. 1.15",
            "Sun 31 December 2023, 22:00 – Mon 1 January 2024, 01:15",
        ),
        (
            at(2023, 5, 10, 10),
            at(2023, 5, 12, 0),
            "ke 10.5.2023 klo 10 – pe 12.5.2023 klo 0",
            "ons 10.5.2023 kl. 10 – fre 12.5.2023 kl. 0",
            "Wed 10 May 2023, 10:00 – Fri 12 May 2023, 00:00",
        ),
        # The night when the clocks go from 3 to 4.
        (
            at(2023, 3, 26, 0, 30, zone=UTC),
            at(2023, 3, 26, 1, 30, zone=UTC),
            "su 26.3.2023 klo 2.30–4.30",
            "sön 26.3.2023 kl. 2.30–4.30",
            "Sun 26 March 2023, 02:30–04:30",
        ),
    ],
)
def test_when_says_from_and_until(start, end, fi, sv, en):
    said = [dates.when(start, end, language, "Europe/Helsinki") for language in ("fi", "sv", "en")]
    assert said == [fi, sv, en]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fi", "ma 27.3.2023 klo 12–14 (Keski-Euroopan kesäaika)"),
        ("sv", "mån 27.3.2023 kl. 12–14 (centraleuropeisk sommartid)"),
        ("en", "Mon 27 March 2023, 12:00–14:00 (Central European Summer Time)"),
    ],
)
def test_when_names_a_zone_whose_clocks_differ_from_home(language, said):
    start, end = at(2023, 3, 27, 13), at(2023, 3, 27, 15)
    assert dates.when(start, end, language, "Europe/Stockholm", home="Europe/Helsinki") == said


def test_when_does_not_name_a_zone_with_the_same_clocks():
    assert (
        dates.when(at(2023, 3, 27, 13), None, "fi", "Europe/Tallinn", home=HELSINKI) == "ma 27.3.2023 klo 13"
    )


@pytest.mark.parametrize(
    ("instant", "fi", "sv", "en"),
    [
        (at(2023, 3, 27, 0), "26.3.2023 asti", "till och med 26.3.2023", "until 26 March 2023"),
        (at(2023, 3, 26, 23, 59, 59), "26.3.2023 asti", "till och med 26.3.2023", "until 26 March 2023"),
        (at(2024, 1, 1, 0), "31.12.2023 asti", "till och med 31.12.2023", "until 31 December 2023"),
        (
            at(2023, 3, 26, 12),
            "26.3.2023 klo 12 asti",
            "till 26.3.2023 kl. 12",
            "until 26 March 2023, 12:00",
        ),
        # The end of the day on which the clocks change, as an instant: 21:00 in UTC, not 22:00.
        (
            at(2023, 3, 26, 21, zone=UTC),
            "26.3.2023 asti",
            "till och med 26.3.2023",
            "until 26 March 2023",
        ),
        (
            at(2023, 3, 26, 22, zone=UTC),
            "27.3.2023 klo 1 asti",
            "till 27.3.2023 kl. 1",
            "until 27 March 2023, 01:00",
        ),
    ],
)
def test_deadline_at_the_end_of_a_day_is_that_day(instant, fi, sv, en):
    assert [dates.deadline(instant, language, HELSINKI) for language in ("fi", "sv", "en")] == [fi, sv, en]


@pytest.mark.parametrize(
    ("language", "weekday", "month"), [("fi", "ke", "touko"), ("sv", "ons", "maj"), ("en", "Wed", "May")]
)
def test_parts_of_a_calendar_sheet(language, weekday, month):
    assert dates.weekday(date(2023, 5, 10), language) == weekday
    assert dates.month(date(2023, 5, 10), language) == month


def test_a_language_without_house_style_follows_unicodes_data():
    assert dates.day(at(2023, 3, 6), "nb") == "6. mars 2023"
    assert dates.day(at(2023, 3, 6), "nb", weekday=True) == "man. 6. mars 2023"
    assert dates.clock(at(2023, 3, 6, 9, 5), "nb") == "09:05"


def test_a_language_nobody_knows_reads_english():
    assert dates.day(at(2023, 3, 6), "xx") == "6 Mar 2023"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fi", "ma 27.3.2023 klo 13–15 (Suomen aikaa)"),
        ("sv", "mån 27.3.2023 kl. 13–15 (finsk tid)"),
        ("en", "Mon 27 March 2023, 13:00–15:00 (Finnish time)"),
    ],
)
def test_finnish_time_is_called_so(language, said):
    start, end = at(2023, 3, 27, 13), at(2023, 3, 27, 15)
    assert dates.when(start, end, language, HELSINKI, home="Europe/Stockholm") == said


def test_who_reads_swedish_may_live_in_sweden():
    start = at(2023, 3, 27, 13)
    assert (
        dates.when(start, None, "sv", HELSINKI, dates.homes("sv", HELSINKI))
        == "mån 27.3.2023 kl. 13 (finsk tid)"
    )
    assert dates.when(start, None, "fi", HELSINKI, dates.homes("fi", HELSINKI)) == "ma 27.3.2023 klo 13"


def test_moments_and_deadlines_name_the_zone_too():
    noon, midnight = at(2023, 3, 27, 13), at(2023, 3, 27, 0, zone=ZoneInfo("Europe/Stockholm"))
    stockholm = "Europe/Stockholm"
    assert (
        dates.moment(noon, "en", stockholm, HELSINKI) == "27 March 2023, 12:00 (Central European Summer Time)"
    )
    assert (
        dates.deadline(noon, "fi", stockholm, HELSINKI) == "27.3.2023 klo 12 (Keski-Euroopan kesäaika) asti"
    )
    assert dates.deadline(midnight, "fi", stockholm, HELSINKI) == "26.3.2023 asti (Keski-Euroopan kesäaika)"
    assert dates.day_or_moment(midnight, "fi", stockholm, HELSINKI) == "26.3.2023 (Keski-Euroopan kesäaika)"
    assert dates.day_or_moment(noon, "fi", HELSINKI, HELSINKI) == "27.3.2023 klo 13"
