"""
Tells which events a passage speaks of: by number, by letter, by the word for the event, or all of them.
"""

from __future__ import annotations

import re
from itertools import pairwise

from skaala.announcement.dates.notations import MONTHS
from skaala.announcement.draft import Span
from skaala.announcement.drafting.group import EventGroup, names_in
from skaala.announcement.roles.role import Sentence
from skaala.announcement.vocabulary.kinds import ALL, KIND, KIND_INSIDE, kinds_in, kinds_of, numbers_in
from skaala.announcement.vocabulary.modes import EXCEPT

_MONTH_OF_EVENT = re.compile(
    rf"(?<!\d\s)(?<!\d\.\s)\b({'|'.join(sorted(MONTHS, key=len, reverse=True))})(?:kuun\s+|\s+|"
    rf"s\s+)?(?:{KIND_INSIDE.pattern}|möte|kokou|träff)"
)
_CLAUSES = re.compile(
    r"(?:,\s*(?:ja|och|and|mutta|men|but|kun\s+taas|medan|while|whereas)\s+|;\s*|\s(?:kun\s+taas|medan|"
    r"while|whereas)\s+|,\s+(?=\w+\s+(?:järjestetään|pidetään|hålls|ordnas|is|are)\b))"
)
_WORD = re.compile(r"[^\W\d_]{3,}")
_LONG_WORD = re.compile(r"[^\W\d_]{8,}")
STEM = 8  # letters that a word has in common in all its cases


def events_meant(group: EventGroup, span: Span) -> set[int]:
    """Return the events a passage speaks of: those whose number or kind it names, or else all."""
    return _Passage(group, span).events()


def clauses(group: EventGroup, sentence: Sentence) -> list[Span]:
    """
    Return the parts of a sentence that speak of different events (`1–3 are online, and 4 is in Turku`), or
    it whole.
    """
    start, end = sentence.span.start, sentence.span.end
    cuts = [match.end() for match in _CLAUSES.finditer(group.reading.page.folded, start, end)]
    if not cuts or group.is_single:
        return [sentence.span]
    parts = [Span(low, high) for low, high in pairwise([start, *cuts, end])]
    is_divided = any(len(events_meant(group, part)) < len(group.drafts) for part in parts)
    return parts if is_divided else [sentence.span]


class _Passage:
    """A passage of the text, up to an exception (`except the last one`), and the events that it names."""

    def __init__(self, group: EventGroup, span: Span) -> None:
        page = group.reading.page
        exception = EXCEPT.search(page.folded, span.start, span.end)
        self.group = group
        self.span = Span(span.start, exception.start()) if exception else span
        self.words = page.folded[self.span.start : self.span.end]
        self.text = self.span.of(page.text)
        self.says_all = bool(ALL.search(self.words))

    def events(self) -> set[int]:
        """Return the events by the surest sign there is, or else all."""
        for by_sign in (
            self._by_number,
            self._by_letter,
            self._by_title,
            self._by_month,
            self._by_place,
            self._by_kind,
        ):
            events = by_sign()
            if events:
                return events
        return self.group.everyone

    def _by_number(self) -> set[int]:
        """Return the events with the numbers named; of events without numbers, those that come so many-th."""
        named, numbers = numbers_in(self.words, self.text), self.group.numbers
        events = {at for at, number in enumerate(numbers) if number is not None and number in named}
        if events or any(number is not None for number in numbers):
            return events
        return {number - 1 for number in named if isinstance(number, int) and 1 <= number <= len(numbers)}

    def _by_letter(self) -> set[int]:
        return {
            at
            for at, number in enumerate(self.group.numbers)
            if isinstance(number, str) and re.search(rf"(?<!\w){number}(?!\w)", self.text)
        }

    def _by_title(self) -> set[int]:
        """Return the one event of whose title a word is in the passage, in whatever case: `Korjauspajaan`."""
        if self.group.is_single or self.says_all:
            return set()
        named = self._by_word_of_title() or self._by_words_of_title()
        return named if len(named) == 1 else set()

    def _by_word_of_title(self) -> set[int]:
        stems = {word[:STEM] for word in _LONG_WORD.findall(self.words)}
        titles = [
            {word[:STEM] for word in _LONG_WORD.findall(title) if not KIND.match(word)}
            for title in self.group.titles
        ]
        shared = set.intersection(*titles)
        return {at for at, title in enumerate(titles) if (title - shared) & stems}

    def _by_words_of_title(self) -> set[int]:
        """Return the events of whose title two neighbouring words are in the passage."""
        words = f" {self.words} "
        return {
            at
            for at, title in enumerate(self.group.titles)
            if any(f" {first} {second} " in words for first, second in pairwise(_WORD.findall(title)))
        }

    def _by_month(self) -> set[int]:
        """
        Return the events in the month that a word for an event begins with: `januarimötet`, `tammikuun
        tapaamiseen`.
        """
        months = {MONTHS[match.group(1)] for match in _MONTH_OF_EVENT.finditer(self.words)}
        return self._unless_all(
            {at for at, event in enumerate(self.group.occasions) if event.day and event.day.month in months}
        )

    def _by_place(self) -> set[int]:
        """Return the events in whose own line a name of the passage is written: `till mötena i Åbo och Vasa`."""
        names = names_in(self.group.reading.page.text, self.span)
        if not names or self.says_all:
            return set()
        own = self.group.names_in_heads
        return self._unless_all({at for at, head in enumerate(own) if head & names})

    def _by_kind(self) -> set[int]:
        """Return the events of the kinds named, unless the word is what all events of the series are called."""
        kinds = kinds_in(self.words)
        events = self._unless_all({at for at, own in enumerate(self.group.kinds) if own & kinds})
        if (
            len(events) == 1
            and len(self.group.drafts) > 2
            and (self.says_all or self._names_the_series(kinds))
        ):
            return set()
        return events

    def _names_the_series(self, kinds: set[str]) -> bool:
        title = self.group.reading.title_span()
        return bool(kinds_of(self.group.reading.page.folded[title.start : title.end]) & kinds)

    def _unless_all(self, events: set[int]) -> set[int]:
        return set() if events == self.group.everyone else events
