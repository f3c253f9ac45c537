"""Dates with their precision, as readers see them."""

from __future__ import annotations

from datetime import date

from skaala.ui import dates
from skaala.ui.languages import reader_language


def inexact(day: date | None, precision: str) -> str:
    """
    Return a day, a month or a year in the reader's language: “17.5.2024”, “5/2024”, “2024”.

    Nothing is said that is not known.
    """
    if day is None:
        return ""
    if precision == "year":
        return str(day.year)
    if precision == "month":
        return (
            f"{dates.month(day, reader_language())} {day.year}"
            if reader_language() == "en"
            else f"{day.month}/{day.year}"
        )
    return dates.day(day, reader_language())
