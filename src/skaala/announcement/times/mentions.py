"""A time of day as written in the text, and where."""

from __future__ import annotations

from dataclasses import dataclass

from skaala.announcement.draft import Span


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time, or a range of times, in minutes after midnight, at its place in the text."""

    span: Span
    line: int
    start: int
    end: int | None = None
    zone: str | None = None
    certain: bool = True  # a clock word, a colon or am/pm says that it is a time
    leads_line: bool = False  # it is first on its line, as in the rows of a programme
