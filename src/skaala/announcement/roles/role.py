"""What a date is for, and the sentence it is in."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto

from skaala.announcement.dates.mentions import DateMention
from skaala.announcement.draft import Span
from skaala.announcement.layout.page import TextLine
from skaala.announcement.times.mentions import TimeMention


class DateRole(Enum):
    """What a date is for."""

    EVENT = auto()
    OPENS = auto()
    DEADLINE = auto()
    WINDOW = auto()  # from the opening to the last day of registration
    PUBLISHED = auto()
    PAST = auto()
    OTHER = auto()


OF_REGISTRATION = frozenset({DateRole.OPENS, DateRole.DEADLINE, DateRole.WINDOW})


@dataclass(slots=True)
class Sentence:
    """A sentence with the dates and times in it."""

    span: Span
    line: TextLine
    dates: list[DateMention] = field(default_factory=list)
    times: list[TimeMention] = field(default_factory=list)
