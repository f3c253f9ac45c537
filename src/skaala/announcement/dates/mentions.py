"""A date as written in the text, and where."""

from __future__ import annotations

from dataclasses import dataclass

from skaala.announcement.draft import Span


@dataclass(frozen=True, slots=True)
class Day:
    """A day as written: its year only if a year is written beside it."""

    day: int
    month: int
    year: int | None = None


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date, or a range of dates, at its place in the text."""

    span: Span
    line: int
    first: Day
    last: Day | None = None
    weekday: int | None = None
    chained: bool = False  # the next date belongs to the same list: "27., 28. ja 30.3."

    @property
    def is_range(self) -> bool:
        return self.last is not None
