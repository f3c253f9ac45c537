"""Dates of which only the month or the year is known."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

Precision = Literal["day", "month", "year"]

_DAY = re.compile(r"(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_MONTH = re.compile(r"(\d{1,2})\s*[/.]\s*(\d{4})")
_ISO_MONTH = re.compile(r"(\d{4})-(\d{1,2})")
_YEAR = re.compile(r"\d{4}")


class UnreadableDate(ValueError):
    """The text is no day, month or year."""


@dataclass(frozen=True)
class InexactDate:
    """A day, a month or a year; ``first`` is its first day."""

    first: date
    precision: Precision

    @property
    def last(self) -> date:
        """The last day that may be meant."""
        if self.precision == "day":
            return self.first
        if self.precision == "month":
            end = calendar.monthrange(self.first.year, self.first.month)[1]
            return self.first.replace(day=end)
        return date(self.first.year, 12, 31)

    def is_after(self, today: date) -> bool:
        """Say whether all of it lies in the future."""
        return self.first > today

    def __str__(self) -> str:
        return str(self.first)[: {"day": 10, "month": 7, "year": 4}[self.precision]]


def begins_too_late(began: InexactDate | None, status: str, *, today: date) -> bool:
    """Say whether an action of this status cannot have begun: only what is planned begins in the future."""
    return began is not None and began.is_after(today) and status != "planned"


def read_date(text: str) -> InexactDate:
    """
    Return the date that people write as 17.5.2024, 5/2024, 2024 or in ISO 8601.

    >>> [str(read_date(text)) for text in ("17.5.2024", "5/2024", "2024", "2024-05-17", "2024-05")]
    ['2024-05-17', '2024-05', '2024', '2024-05-17', '2024-05']

    :raises UnreadableDate: if it is none
    """
    text = " ".join(text.split())
    try:
        if found := _DAY.fullmatch(text):
            day, month, year = map(int, found.groups())
            return InexactDate(date(year, month, day), "day")
        if found := _ISO.fullmatch(text):
            return InexactDate(date(*map(int, found.groups())), "day")
        if found := _MONTH.fullmatch(text):
            return InexactDate(date(int(found[2]), int(found[1]), 1), "month")
        if found := _ISO_MONTH.fullmatch(text):
            return InexactDate(date(int(found[1]), int(found[2]), 1), "month")
        if _YEAR.fullmatch(text):
            return InexactDate(date(int(text), 1, 1), "year")
    except ValueError as error:
        raise UnreadableDate(text) from error
    raise UnreadableDate(text)
