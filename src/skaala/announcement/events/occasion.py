"""A day that is an event, with its times once they are found."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from skaala.announcement.dates.mentions import DateMention
from skaala.announcement.draft import Note, Reason, Span
from skaala.announcement.roles.role import Sentence
from skaala.announcement.times.mentions import TimeMention

LIST_GAP = re.compile(r"[\s,.;&]*(?:(?:ja|och|and|sekä|samt|or|tai|eller)\s*)?")


@dataclass(slots=True)
class Occasion:
    """A day that is an event: its anchors in the text, and its times once they are found."""

    mention: DateMention
    sentence: Sentence
    day: date | None
    last_day: date | None = None
    reason: Reason | None = None
    time: TimeMention | None = None
    end_time: TimeMention | None = None
    anchors: list[tuple[DateMention, Sentence]] = field(default_factory=list)
    end_mention: DateMention | None = None
    date_span: Span | None = None  # where the day is written, if not at the anchor
    notes: list[Note] = field(default_factory=list)

    @property
    def needs_end(self) -> bool:
        """Whether the event has a start, and no end yet."""
        return self.time is not None and self.time.end is None and self.end_time is None

    def can_end_at(self, time: TimeMention) -> bool:
        """Return whether a time can be the end: later in the day than the start, or on a later day."""
        return self.time is not None and (time.start > self.time.start or self.last_day is not None)
