"""Writes what an event is called, and its number in the series."""

from __future__ import annotations

import re
from collections.abc import Iterator

from skaala.announcement.document.reading import TextReading, one_line
from skaala.announcement.draft import EventDraft, Span
from skaala.announcement.events.sections import EventSection
from skaala.announcement.layout.page import Page, TextLine
from skaala.announcement.titles.lines import is_prose, is_prose_line
from skaala.announcement.titles.rows import (
    is_kind_only,
    title_in_prose,
    title_in_row,
    title_line,
    topic_in,
    without_kind,
)
from skaala.announcement.venues.places import find_places
from skaala.announcement.vocabulary.kinds import KIND_INSIDE, EventNumber, number_in_head
from skaala.announcement.vocabulary.purposes import REGISTRATION

LONGEST_PROSE_TITLE = 90

_HEADLINE_VERB = re.compile(
    r"\s(?:kokoaa|kokoavat|kutsuu|kutsuvat|tuo|tuovat|tulee|tulevat|palaa|palaavat|kerää|keräävät|saapuu|saapuvat|"
    r"järjestetään|pidetään|alkaa|alkavat|samlar|kommer|återvänder|bjuder|lockar|ordnas|hålls|börjar|"
    r"returns?|comes?|brings?|gathers?|invites?|draws?|begins?|starts?)\s(?=\S)"
)
_OCCASION_AT_END = re.compile(
    r"(?:päivät|päivä|ilta|illat|viikko|treffit|kiertue|messut|dagar(?:na)?|dagen|kväll(?:en)?|vecka(?:n)?|turné(?:n)?|mässa(?:n)?|"
    r"days?|night|week|fair|tour|festival\w*)$"
)
_KIND_AND_MARK = re.compile(r"(?P<kind>(?:[^\s:|]+\s+){0,4}[^\s:|]+)\s*[:|]\s+(?=\S+\s+\S)")
_MEAL = re.compile(r"(?:lunch|lounas|kahvit|kahvila|kaffe|aamiainen|frukost|breakfast|coffee)$")
_LIST_NUMBER = re.compile(r"\s*\d{1,2}[.)]\s")


def write_number(
    reading: TextReading, draft: EventDraft, sections: list[EventSection], *, only: bool
) -> None:
    """Fill in the event's number; a text's ``only`` event has one only if it is in a numbered list."""
    for section in sections:
        head = reading.page.folded[section.head_start : section.head_end]
        number = None if only and not _LIST_NUMBER.match(head) else _number(reading, section)
        if number:
            draft.number = number.value
            draft.evidence["number"] = number.span
            return


def _number(reading: TextReading, section: EventSection) -> EventNumber | None:
    taken = reading.taken_between(section.head_start, section.head_end)
    number = number_in_head(reading.page, section.head, taken)
    if number is None and section.title_above:
        return number_in_head(reading.page, section.title_above.span)
    return number


def write_title(reading: TextReading, draft: EventDraft, sections: list[EventSection], *, only: bool) -> None:
    """Fill in the title: the event's own, or else its kind, or else the title of the text."""
    kind: Span | None = None
    title: Span | None = None
    for section in sections:
        search = _TitleSearch(reading, section, only=only)
        title = search.title()
        kind = kind or search.kind_only
        if title:
            break
    title = title or kind or _series_title(reading)
    if title:
        draft.title = one_line(title.of(reading.page.text))
        draft.evidence["title"] = title


def _series_title(reading: TextReading) -> Span | None:
    """
    Return the text's title without a date or a time at its end, for an event that has no title of its
    own.
    """
    if "title" not in reading.result.evidence:
        return None
    span = reading.title_span()
    row = title_in_row(reading.page, span.start, span.end, [t for t in reading.taken if t.overlaps(span)])
    return _before_verb(reading.page, without_kind(reading.page, _behind_kind(reading.page, row or span)))


def _behind_kind(page: Page, title: Span) -> Span:
    """Return what an occasion is about, without what kind of occasion it is: `Forskarfrukost: Vem äger havet?`"""
    kind = _KIND_AND_MARK.match(page.folded, title.start, title.end)
    if kind is None or not (KIND_INSIDE.search(kind.group("kind")) or _MEAL.search(kind.group("kind"))):
        return title
    return Span(kind.end(), title.end)


def _before_verb(page: Page, title: Span) -> Span:
    """Return what a headline names, without what it does: `Kiertotalouspäivät kokoavat kunnat Ouluun`."""
    verb = _HEADLINE_VERB.search(page.folded, title.start, title.end)
    if verb is None:
        return title
    subject = page.folded[title.start : verb.start()]
    if not (KIND_INSIDE.search(subject) or _OCCASION_AT_END.search(subject)):
        return title
    return Span(title.start, verb.start())


class _TitleSearch:
    """The search for an event's title in one of its sections; ``kind_only`` is a title that says only the kind."""

    def __init__(self, reading: TextReading, section: EventSection, *, only: bool) -> None:
        self.reading, self.page, self.section, self.only = reading, reading.page, section, only
        self.kind_only: Span | None = None
        self.is_prose = is_prose(self.page, section.head_start, section.head_end) or is_prose_line(
            self.page, self._line()
        )

    def _line(self) -> TextLine:
        return self.page.line_at(self.section.head_start)

    def title(self) -> Span | None:
        """Return the title, or none if there is none or only a kind."""
        section = self.section
        if self.is_prose:
            named = title_in_prose(self.page, section.head_start, section.head_end)
            if named:
                return named
        if self.only and "title" in self.reading.result.evidence:
            return None
        topic = None if self.only else topic_in(self.page, section.head_start, section.end)
        if topic:
            return topic
        for title in self._candidates():
            if not is_kind_only(self.page, title):
                return title
            self.kind_only = self.kind_only or title
        return None

    def _candidates(self) -> Iterator[Span]:
        """Yield what may be the title: the heading over the event, its row, the lines above and below."""
        section = self.section
        candidates: list[Span | None] = []
        heading = section.title_above if section.under_title else None
        if heading:
            candidates.append(title_line(self.page, heading, self.reading.taken_on(heading)))
        if not self.is_prose:
            candidates.append(self._title_in_row())
        if not self.is_prose or not heading:
            candidates.extend(self._title_near(line) for line in self._lines_near())
        yield from (candidate for candidate in candidates if candidate)

    def _title_in_row(self) -> Span | None:
        start, end = self.section.head_start, self.section.head_end
        places = find_places(self.page, start, end, self.reading.taken)
        taken = [place.span for place in places if not place.is_hall or not self.only]
        return title_in_row(self.page, start, end, [*self.reading.taken_between(start, end), *taken])

    def _lines_near(self) -> list[TextLine]:
        """Return the lines that may hold the title: the one above first, if it is in the block of the date."""
        above, below = self.section.title_above, self.section.title_below
        same_block = above is not None and above.block == self._line().block
        return [line for line in ((above, below) if same_block else (below, above)) if line]

    def _title_near(self, line: TextLine) -> Span | None:
        if (self.only and line.index == 0) or line.start == self.reading.title_span().start:
            return None
        words = self.page.words(line)
        if (is_prose_line(self.page, line) and len(words) > LONGEST_PROSE_TITLE) or REGISTRATION.match(words):
            return None
        places = find_places(self.page, line.start, line.end, self.reading.taken)
        taken = [place.span for place in places if not place.is_hall]
        return title_line(self.page, line, [*self.reading.taken_on(line), *taken])
