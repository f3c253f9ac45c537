"""The rows of a programme: when an event starts and ends by its first and last row."""

from __future__ import annotations

from dataclasses import replace

from skaala.announcement.document.reading import TextReading
from skaala.announcement.events.occasion import Occasion
from skaala.announcement.events.time_words import on_line
from skaala.announcement.layout.parts import TextPart
from skaala.announcement.times.mentions import TimeMention


class ProgrammeRows:
    """Tells the rows of a programme from other times, and takes an event's times from them."""

    def __init__(self, reading: TextReading) -> None:
        self.reading = reading
        self.page = reading.page

    def is_row(self, time: TimeMention) -> bool:
        """Return whether a time begins a row with words of its own, in a programme or on a line without a date."""
        if not time.leads_line:
            return False
        line = self.page.lines[time.line]
        rest = self.page.folded[time.span.end : line.end].strip(" .,)")
        if not rest or rest.startswith("("):
            return False
        return (
            self.reading.parts[time.line] is TextPart.PROGRAMME or time.line not in self.reading.dated_lines
        )

    def take_times(self, occasion: Occasion, rows: list[TimeMention]) -> None:
        """Take the start from the first row that is not coffee, and the end from the last."""
        main = [row for row in rows if not on_line(self.page, row).is_side_programme]
        main = main or [row for row in rows if row.end is not None][:1]
        if not main:
            return
        first, last = main[0], main[-1]
        occasion.time = replace(first, end=None, leads_line=True)
        if len(main) == 1 and first.end is not None:
            occasion.time = first
        elif len(main) > 1 and (last.end is not None or on_line(self.page, last).is_end):
            occasion.end_time = last

    def take_end(self, occasion: Occasion, rows: list[TimeMention]) -> None:
        """Take the end from the last row, if it says so and is later than the start."""
        start = occasion.time.start if occasion.time else 0
        later = [row for row in rows if row.start >= start]
        if later and on_line(self.page, later[-1]).is_end and later[-1].start > start:
            occasion.end_time = later[-1]
