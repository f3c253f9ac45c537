"""Finds places: labelled ones, street addresses with the name before them, and known kinds of halls."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import islice

from skaala.announcement.draft import Span
from skaala.announcement.layout.page import Page
from skaala.announcement.titles.lines import is_prose
from skaala.announcement.venues.labelled import labelled_place
from skaala.announcement.venues.mentions import PlaceMention, Sign, place_of
from skaala.announcement.venues.names import name_before
from skaala.announcement.venues.notations import AFTER_STREET, HALL, LABEL, PLACE_VERB, STREET

_PLACE_ENDING = re.compile(r"(?:ssa|ssä|lla|llä|lle|seen|hin|an|än)$")
_PLACE_PREPOSITION = re.compile(r"\b(?:i|på|vid|in|at)\s+(?:the\s+)?$")


def find_places(page: Page, start: int, end: int, dates_and_times: list[Span]) -> list[PlaceMention]:
    """
    Return the places named between two points, the surest first: labelled, with an address, a known kind of
    hall.
    """
    places: list[PlaceMention] = []
    for line in islice(page.lines, page.line_at(start).index, None):
        if line.start >= end:
            break
        if line.end <= start:
            continue
        # only what can matter on this line; going through all of them would take long in a long list
        low = bisect_right(dates_and_times, line.start - 200, key=lambda span: span.start)
        high = bisect_right(dates_and_times, line.end, key=lambda span: span.start)
        passage = Span(max(start, line.start), min(end, line.end))
        places.extend(_PassageSearch(page, passage, dates_and_times[low:high]).find())
    return sorted(places, key=lambda place: (place.sign.rank, place.span.start))


class _PassageSearch:
    """The search for places in one line or a part of it, kind by kind: a later kind leaves the earlier finds alone."""

    def __init__(self, page: Page, passage: Span, taken: list[Span]) -> None:
        self.page, self.passage, self.taken = page, passage, taken
        self.plain = page.plain
        self.places: list[PlaceMention] = []

    def find(self) -> list[PlaceMention]:
        self._find_labelled()
        self._find_addresses()
        self._find_behind_verbs()
        self._find_halls()
        return self.places

    def _is_free(self, span: Span) -> bool:
        return not any(place.span.overlaps(span) for place in self.places)

    def _find_labelled(self) -> None:
        for label in LABEL.finditer(self.page.folded, self.passage.start, self.passage.end):
            span = labelled_place(self.page, label.end(), self.passage.end, self.taken)
            if span:
                self.places.append(place_of(self.plain, span, Sign.LABEL))

    def _find_addresses(self) -> None:
        for street in STREET.finditer(self.plain, self.passage.start, self.passage.end):
            tail = AFTER_STREET.match(self.plain, street.end(), self.passage.end)
            address = Span(street.start(), tail.end() if tail else street.end())
            if self._is_free(address):
                self.places.append(self._with_name(address))

    def _with_name(self, address: Span) -> PlaceMention:
        """Return the place at the address, with the name before it if it has one."""
        ends = [span.end for span in self.taken if span.end <= address.start]
        ends += [place.span.end for place in self.places if place.span.end <= address.start]
        name = name_before(self.plain, max([self.passage.start, *ends]), address.start)
        if name is None:
            return PlaceMention(address, Sign.ADDRESS, None, address)
        is_in_brackets = (
            self.plain[name.end : address.start].strip().startswith("(")
            and self.plain[address.end : address.end + 1] == ")"
        )
        whole = Span(name.start, address.end + 1 if is_in_brackets else address.end)
        return PlaceMention(whole, Sign.ADDRESS, name, address)

    def _find_behind_verbs(self) -> None:
        for verb in PLACE_VERB.finditer(self.page.folded, self.passage.start, self.passage.end):
            span = labelled_place(self.page, verb.end(), self.passage.end, self.taken)
            if span and self.page.text[span.start].isupper() and self._is_free(span):
                self.places.append(place_of(self.plain, span, Sign.VERB))

    def _find_halls(self) -> None:
        in_running_text = self._is_running_text()
        for hall in HALL.finditer(self.plain, self.passage.start, self.passage.end):
            span = Span(hall.start(), hall.end())
            if not self._is_free(span) or any(span.overlaps(other) for other in self.taken):
                continue
            if not in_running_text or self._is_where_something_happens(span):
                self.places.append(PlaceMention(span, Sign.HALL, span, None))

    def _is_running_text(self) -> bool:
        start, end = self.passage.start, self.passage.end
        words = self.page.folded[start : end + 1].rstrip()
        return is_prose(self.page, start, end) or (len(words.split()) > 8 and words.endswith("."))

    def _is_where_something_happens(self, hall: Span) -> bool:
        """Return whether a hall in running text is a place, and not the name of an organisation."""
        folded = self.page.folded
        before = folded[max(self.passage.start, hall.start - 12) : hall.start]
        return bool(_PLACE_ENDING.search(folded[hall.start : hall.end]) or _PLACE_PREPOSITION.search(before))
