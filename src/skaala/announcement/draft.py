"""What comes out of reading: a draft of a series, its events, and the words each value was read from."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

LONGEST_TEXT = 200_000  # characters


class TextTooLong(ValueError):
    """The text is longer than any announcement; it is refused rather than read for minutes."""


class Reason(StrEnum):
    """Why a value is empty. The name is stable (faces translate it), the text is what the command prints."""

    NOT_STATED = "The text does not state it."
    NO_YEAR = "The year is not stated, and nothing else in the text settles it; give the date of publication."
    TWO_YEARS = "Two years are possible, and the text does not say which."
    NO_SUCH_DATE = "The text gives a date that does not exist."
    NO_END = "The text gives no time of ending."
    NO_TIME = "The text gives no time of day."
    NO_MODE = "The text does not say whether people take part on site or online."
    ONLINE_ONLY = "The event is online, so it has no venue."
    NO_DEADLINE = "The text gives no last day for registering."
    DEADLINE_AFTER_START = "The last day for registering would be after the event has begun."
    UNKNOWN_LANGUAGE = "The text is in no language this reader knows: Finnish, Swedish or English."
    ENDS_BEFORE_START = "The time of ending would be before the start."


class Note(StrEnum):
    """What a person should look at although a value was read."""

    WEEKDAY_DIFFERS = "The weekday in the text is not the weekday of that date."
    PAST_LEFT_OUT = "A date before the day of publication was left out."
    TIME_CONVERTED = "The time was given in another time zone and is shown in Finnish time."
    TOO_MANY = "The text has more dates than a series has events; only the first ones were read."
    OTHER_YEAR_FITS = "The weekday settled the year."


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A passage of the text, from one character to (not including) another."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def joined(self, other: Span) -> Span:
        return Span(min(self.start, other.start), max(self.end, other.end))

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Words:
    """A value as written in the text."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Venue:
    """A place: its words, and its name and address where the text separates them."""

    words: Words
    name: str | None = None
    address: str | None = None


@dataclass(slots=True)
class EventDraft:
    """One dated event. Times are local ISO texts: `2023-03-27T13:00`, or a date alone."""

    title: str | None = None
    number: int | str | None = None
    start: str | None = None
    end: str | None = None
    mode: str | None = None
    venue: Venue | None = None
    registration_opens: str | None = None
    registration_deadline: str | None = None
    audience: str | None = None
    evidence: dict[str, Span] = field(default_factory=dict)
    undecided: dict[str, Reason] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)


@dataclass(slots=True)
class Draft:
    """The series as drafted from a text."""

    text: str
    title: str | None = None
    language: str | None = None
    published: str | None = None
    organisers: list[str] = field(default_factory=list)
    events: list[EventDraft] = field(default_factory=list)
    evidence: dict[str, list[Span]] = field(default_factory=dict)
    undecided: dict[str, Reason] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)

    @property
    def organiser(self) -> str | None:
        return ", ".join(self.organisers) or None

    def as_json(self) -> dict[str, Any]:
        """Return the draft in the shape `skaala draft --json` prints."""
        return {
            "title": self.title,
            "language": self.language,
            "published": self.published,
            "organiser": self.organiser,
            "events": [self._event(event) for event in self.events],
            "evidence": {
                name if at == 0 else f"{name}_{at + 1}": span.of(self.text)
                for name, spans in self.evidence.items()
                for at, span in enumerate(spans)
            },
            "undecided": {name: reason.value for name, reason in self.undecided.items()},
            "notes": [note.value for note in self.notes],
        }

    def _event(self, event: EventDraft) -> dict[str, Any]:
        return {
            "title": event.title,
            "number": event.number,
            "start": event.start,
            "end": event.end,
            "mode": event.mode,
            "venue": event.venue.words.text if event.venue else None,
            "registration_opens": event.registration_opens,
            "registration_deadline": event.registration_deadline,
            "audience": event.audience,
            "evidence": {name: span.of(self.text) for name, span in event.evidence.items()},
            "undecided": {name: reason.value for name, reason in event.undecided.items()},
            "notes": [note.value for note in event.notes],
        }
