"""
Tells which events a passage speaks of: by number, by letter, by the word for the occasion, or all of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from skaala.series.announcement.date_words import MONTHS
from skaala.series.announcement.draft import EventDraft, Span
from skaala.series.announcement.events import Occasion
from skaala.series.announcement.kinds import ALL, KIND, KIND_INSIDE, kinds_in, kinds_of, numbers_in
from skaala.series.announcement.modes import EXCEPT
from skaala.series.announcement.reading import Reading
from skaala.series.announcement.roles import Sentence
from skaala.series.announcement.stretches import Stretch


@dataclass(slots=True)
class Cast:
    """The events of a text with all that tells them apart."""

    drafts: list[EventDraft]
    occasions: list[Occasion]
    stretches: list[Stretch]
    own: list[list[Stretch]]
    kinds: list[set[str]]
    titles: list[str]  # in small letters; empty where the series' title is lent to the event
    names_in_heads: list[set[str]] | None = None  # worked out when first asked for

    @property
    def numbers(self) -> list[int | str | None]:
        return [draft.number for draft in self.drafts]

    @property
    def only(self) -> bool:
        return len(self.drafts) == 1


def events_meant(reading: Reading, cast: Cast, span: Span) -> set[int]:
    """Return the events a passage speaks of: those whose number or kind it names, or else all."""
    kinds, numbers = cast.kinds, cast.numbers
    everyone = set(range(len(kinds)))
    exception = EXCEPT.search(reading.page.folded, span.start, span.end)
    if exception:
        span = Span(span.start, exception.start())
    words = reading.page.folded[span.start : span.end]
    named = numbers_in(words, reading.page.text[span.start : span.end])
    by_number = {n for n in everyone if numbers[n] is not None and numbers[n] in named}
    if not by_number and named and all(number is None for number in numbers):
        by_number = {n - 1 for n in named if isinstance(n, int) and n <= len(kinds)}
    if by_number:
        return by_number
    if not any(isinstance(n, str) for n in numbers):
        letters: set[int] = set()
    else:
        letters = {
            n
            for n in everyone
            if isinstance(numbers[n], str)
            and re.search(rf"(?<!\w){numbers[n]}(?!\w)", reading.page.text[span.start : span.end])
        }
    if letters:
        return letters
    by_title = _named_by_title(cast, words)
    if len(by_title) == 1 and len(kinds) > 1 and not ALL.search(words):
        return by_title
    by_month = _named_by_month(cast, words)
    if by_month and by_month != everyone:
        return by_month
    by_place = _named_by_place(reading, cast, span)
    if by_place and by_place != everyone and not ALL.search(words):
        return by_place
    its_kinds = kinds_in(words)
    matching = {n for n in everyone if kinds[n] & its_kinds}
    if matching and matching != everyone:
        generic = kinds_of(reading.page.folded[slice(*reading.title_span())]) & its_kinds
        if not (len(matching) < 2 and len(kinds) > 2 and (ALL.search(words) or generic)):
            return matching
    return everyone


def _named_by_title(cast: Cast, words: str) -> set[int]:
    """Return the events of whose title a word stands in the passage, in whatever case: `Korjauspajaan`."""
    passage = {word[:8] for word in re.findall(r"[^\W\d_]{8,}", words)}
    titles = [
        {w[:8] for w in re.findall(r"[^\W\d_]{8,}", title) if not KIND.match(w)} for title in cast.titles
    ]
    shared = set.intersection(*titles) if titles else set()
    named = {number for number, own in enumerate(titles) if (own - shared) & passage}
    return named or {
        number
        for number, title in enumerate(cast.titles)
        if any(f" {one} {two} " in f" {words} " for one, two in pairwise(re.findall(r"[^\W\d_]{3,}", title)))
    }


def _named_by_month(cast: Cast, words: str) -> set[int]:
    """
    Return the events in the month a word for an occasion begins with: `januarimötet`, `tammikuun
    tapaamiseen`.
    """
    months = {MONTHS[m.group(1)] for m in _MONTH_OF_EVENT.finditer(words)}
    return {n for n, o in enumerate(cast.occasions) if o.day and o.day.month in months}


def _named_by_place(reading: Reading, cast: Cast, span: Span) -> set[int]:
    """Return the events in whose own line a name of the passage stands: `till mötena i Åbo och Vasa`."""
    text = reading.page.text
    names = {m.group()[:5] for m in _NAME.finditer(text, span.start, span.end)}
    if not names:
        return set()
    if cast.names_in_heads is None:
        heads = [
            {m.group()[:5] for s in its for m in _NAME.finditer(text, s.head_start, s.head_end)}
            for its in cast.own
        ]
        shared = set.intersection(*heads) if heads else set()
        cast.names_in_heads = [head - shared for head in heads]
    return {number for number, head in enumerate(cast.names_in_heads) if head & names}


def clauses(reading: Reading, cast: Cast, sentence: Sentence) -> list[Span]:
    """
    Return the parts of a sentence that speak of different events (`1–3 are online, and 4 is in Turku`), or
    it whole.
    """
    cuts = [m.end() for m in _CLAUSES.finditer(reading.page.folded, sentence.span.start, sentence.span.end)]
    if not cuts or len(cast.drafts) < 2:
        return [sentence.span]
    spans = [
        Span(a, b) for a, b in zip([sentence.span.start, *cuts], [*cuts, sentence.span.end], strict=True)
    ]
    narrow = [s for s in spans if len(events_meant(reading, cast, s)) < len(cast.drafts)]
    return spans if len(narrow) >= 1 else [sentence.span]


_MONTH_OF_EVENT = re.compile(
    rf"(?<!\d\s)(?<!\d\.\s)\b({'|'.join(sorted(MONTHS, key=len, reverse=True))})(?:kuun\s+|\s+|"
    rf"s\s+)?(?:{KIND_INSIDE.pattern}|möte|kokou|träff)"
)
_NAME = re.compile(r"(?<=[a-zåäö,]\s)[A-ZÅÄÖ][a-zåäö]{2,}")
_CLAUSES = re.compile(
    r"(?:,\s*(?:ja|och|and|mutta|men|but|kun\s+taas|medan|while|whereas)\s+|;\s*|\s(?:kun\s+taas|medan|"
    r"while|whereas)\s+|,\s+(?=\w+\s+(?:järjestetään|pidetään|hålls|ordnas|is|are)\b))"
)
