"""Dates are read in the notations people use, in three languages."""

from __future__ import annotations

import pytest

from skaala.announcement.dates.find import find_dates
from skaala.announcement.layout.page import lay_out


def days(text: str) -> list[tuple[str, str | None]]:
    found = []
    for mention in find_dates(lay_out(text)):
        first, last = mention.first, mention.last
        found.append(
            (
                f"{first.day}.{first.month}.{first.year or ''}",
                f"{last.day}.{last.month}.{last.year or ''}" if last else None,
            )
        )
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("27.3. klo 13–15", [("27.3.", None)]),
        ("ma 27.3.2023 klo 13.00-15.00", [("27.3.2023", None)]),
        ("ke 12.04.2023 09:00", [("12.4.2023", None)]),
        ("27. 3. 2023", [("27.3.2023", None)]),
        ("27.3.23 klo 9", [("27.3.2023", None)]),
        ("5.–6.4.", [("5.4.", "6.4.")]),
        ("4-5.5.2024", [("4.5.2024", "5.5.2024")]),
        ("15.1.-15.2.", [("15.1.", "15.2.")]),
        ("28.12.–3.1.2024", [("28.12.2023", "3.1.2024")]),
        ("ma–ti 27.–28.3.", [("27.3.", "28.3.")]),
        ("ke 5.4. ja to 6.4.", [("5.4.", "6.4.")]),
        ("27., 29. ja 31.3.2023", [("27.3.2023", None), ("29.3.2023", None), ("31.3.2023", None)]),
        ("maanantaina 27. maaliskuuta klo 13", [("27.3.", None)]),
        ("marraskuun 18. päivänä 2025", [("18.11.2025", None)]),
        ("viimeistään keskiviikkona 8.3.", [("8.3.", None)]),
        ("den 3 maj kl. 9.00–11.30", [("3.5.", None)]),
        ("27 oktober", [("27.10.", None)]),
        ("måndag 27 mars kl 13.00–15.00", [("27.3.", None)]),
        ("den 27:e mars 2023", [("27.3.2023", None)]),
        ("senast 18.11", [("18.11.", None)]),
        ("torsdagen den 23.3 kl. 12.00", [("23.3.", None)]),
        ("18/11 kl 12", [("18.11.", None)]),
        ("Onsdag–torsdag 18–19.9", [("18.9.", "19.9.")]),
        ("Monday 27 March, 1–3 pm", [("27.3.", None)]),
        ("March 27th 2023 from 13:00", [("27.3.2023", None)]),
        ("the 27th of March, 2023", [("27.3.2023", None)]),
        ("9–11 June 2025", [("9.6.2025", "11.6.2025")]),
        ("27 March – 3 April 2023", [("27.3.2023", "3.4.2023")]),
        ("March 27–28, 2025", [("27.3.2025", "28.3.2025")]),
        ("March 3, 10 and 17, 2025", [("3.3.2025", None), ("10.3.2025", None), ("17.3.2025", None)]),
        ("Tuesday 8 and Wednesday 9 April 2025", [("8.4.2025", "9.4.2025")]),
        ("2023-03-27T13:00", [("27.3.2023", None)]),
        ("3/27/2023", [("27.3.2023", None)]),
        ("Session 1 – 20 January 2026", [("20.1.2026", None)]),
    ],
)
def test_dates_are_read(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert days(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "klo 9.10",
        "klo 9.10. Sitten",
        "kl. 12.30)",
        "9.30 Avaus",
        "10.00-18.00",
        "klo 9–10.30",
        "numero 11/2023",
        "October 2024",
        "3 500 euroa",
        "osa 1/3",
        "1.5 miljoonaa",
        "040 123 4567",
        "00530 Helsinki",
        "VN/1234/2024",
    ],
)
def test_numbers_that_are_no_dates_are_left_alone(text: str) -> None:
    assert days(text) == []


def test_bare_rows_are_dates_only_where_no_row_is_a_time() -> None:
    assert days("* 11.2 Upphandling\n* 11.3 Återbruk") == [("11.2.", None), ("11.3.", None)]
    assert days("9.10 Avaus\n9.30 Tauko") == []
