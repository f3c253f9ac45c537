"""Times of day are read as ranges or alone, on either clock, and in Finnish time where two zones stand."""

from __future__ import annotations

import pytest

from skaala.announcement.dates.find import find_dates
from skaala.announcement.layout.page import lay_out
from skaala.announcement.times.find import find_times


def times(text: str) -> list[tuple[str, str | None, str | None]]:
    page = lay_out(text)
    return [
        (clock(t.start), clock(t.end) if t.end is not None else None, t.zone)
        for t in find_times(page, find_dates(page))
    ]


def clock(minutes: int) -> str:
    return f"{minutes // 60}.{minutes % 60:02}"


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("27.3. klo 13–15", "13.00", "15.00"),
        ("kello 9-10", "9.00", "10.00"),
        ("klo 9–10.30", "9.00", "10.30"),
        ("10.00-18.00", "10.00", "18.00"),
        ("klo 17.30", "17.30", None),
        ("klo 23.59", "23.59", None),
        ("13.00 alkaen", "13.00", None),
        ("klo 9 ja 11 välillä", "9.00", "11.00"),
        ("klo 13 ja 15", "13.00", None),
        ("klo 18-n. 20", "18.00", "20.00"),
        ("klo 13:sta 15:een", "13.00", "15.00"),
        ("27.3. 13–15 Teams", "13.00", "15.00"),
        ("kl. 9.00–11.30", "9.00", "11.30"),
        ("kl. 9 till 11", "9.00", "11.00"),
        ("mellan kl. 9 och 11", "9.00", "11.00"),
        ("1–3 pm", "13.00", "15.00"),
        ("11–1 pm", "11.00", "13.00"),
        ("10 am–12 noon", "10.00", "12.00"),
        ("12 noon – 1 pm", "12.00", "13.00"),
        ("12:30 – 1:30 p.m.", "12.30", "13.30"),
        ("at 3.30 pm", "15.30", None),
        ("from 13:00 to 15:00", "13.00", "15.00"),
        ("between 9 and 11 on 3 March", "9.00", "11.00"),
        ("at noon", "12.00", None),
        ("2023-03-27T13:00", "13.00", None),
        ("yhdeksältä", "9.00", None),
    ],
)
def test_times_are_read(text: str, start: str, end: str | None) -> None:
    assert [found[:2] for found in times(text)] == [(start, end)]


def test_of_two_zones_the_finnish_one_is_taken() -> None:
    assert times("2–4 pm CET (3–5 pm Finnish time)") == [("15.00", "17.00", "Europe/Helsinki")]


def test_a_foreign_zone_alone_is_kept_with_its_time() -> None:
    assert times("9:00–11:00 CET") == [("9.00", "11.00", "Europe/Stockholm")]


def test_a_zone_for_all_times_holds_for_each() -> None:
    assert [t[2] for t in times("All times are CET.\n3.4.2025 klo 9–10\n4.4.2025 klo 9–10")] == [
        "Europe/Stockholm"
    ] * 2


@pytest.mark.parametrize(
    "text",
    ["12.50 €", "3.5 miljoonaa", "yli 300 osallistujaa", "p. 040 123 4567", "00530 Helsinki", "20 seats"],
)
def test_numbers_that_are_no_times_are_left_alone(text: str) -> None:
    assert times(text) == []
