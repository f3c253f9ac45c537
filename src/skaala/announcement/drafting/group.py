"""The events of a text with all that tells them apart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from skaala.announcement.document.reading import TextReading
from skaala.announcement.draft import EventDraft, Span
from skaala.announcement.events.occasion import Occasion
from skaala.announcement.events.sections import EventSection, mark_sections
from skaala.announcement.vocabulary.kinds import kinds_of

NAME_STEM = 5  # letters that a name has in common in all its cases

_NAME = re.compile(r"(?<=[a-zåäö,]\s)[A-ZÅÄÖ][a-zåäö]{2,}")


@dataclass
class EventGroup:
    """The events of one text: the draft of each, and the sections that speak of it."""

    reading: TextReading
    occasions: list[Occasion]
    drafts: list[EventDraft]

    @cached_property
    def sections(self) -> list[EventSection]:
        reading = self.reading
        return mark_sections(reading.page, self.occasions, reading.title_span(), reading.parts)

    @cached_property
    def own_sections(self) -> list[list[EventSection]]:
        """The sections of each event."""
        own: list[list[EventSection]] = [[] for _ in self.occasions]
        for section in self.sections:
            own[section.occasion].append(section)
        return own

    @cached_property
    def titles(self) -> list[str]:
        """The titles in small letters; empty where the series' title is lent to the event."""
        return [self._own_title(draft) for draft in self.drafts]

    @cached_property
    def kinds(self) -> list[set[str]]:
        """The kinds of events that each answers to, by its title and heads."""
        folded = self.reading.page.folded
        return [
            kinds_of(" ".join([title, *(folded[section.head_start : section.head_end] for section in own)]))
            for title, own in zip(self.titles, self.own_sections, strict=True)
        ]

    @cached_property
    def names_in_heads(self) -> list[set[str]]:
        """The names in the heads of each event, without those in all of them."""
        text = self.reading.page.text
        heads = [
            {name for section in sections for name in names_in(text, section.head)}
            for sections in self.own_sections
        ]
        shared = set.intersection(*heads)
        return [head - shared for head in heads]

    @property
    def numbers(self) -> list[int | str | None]:
        return [draft.number for draft in self.drafts]

    @property
    def is_single(self) -> bool:
        return len(self.drafts) == 1

    @property
    def everyone(self) -> set[int]:
        return set(range(len(self.drafts)))

    def section_at(self, position: int) -> EventSection | None:
        """Return the first section that holds a place in the text."""
        return next((section for section in self.sections if section.holds(position)), None)

    def _own_title(self, draft: EventDraft) -> str:
        span, title = draft.evidence.get("title"), self.reading.title_span()
        is_lent = span is not None and title.start <= span.start < title.end and not self.is_single
        return "" if span is None or is_lent else (draft.title or "").lower()


def names_in(text: str, span: Span) -> set[str]:
    """Return the stems of the names in a passage."""
    return {match.group()[:NAME_STEM] for match in _NAME.finditer(text, span.start, span.end)}
