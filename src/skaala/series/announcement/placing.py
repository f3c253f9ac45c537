"""Gives each event its place and its mode: from its own words, or from what is said of several or of all."""

from __future__ import annotations

import re

from skaala.series.announcement.draft import EventDraft, Span
from skaala.series.announcement.events import LIST_GAP, Occasion
from skaala.series.announcement.headings import Part
from skaala.series.announcement.modes import Way, WayFound, mode_of, ways_in
from skaala.series.announcement.reading import SAYS_IT_HAPPENS, Reading
from skaala.series.announcement.roles import Role, Sentence
from skaala.series.announcement.scopes import Cast, clauses, events_meant
from skaala.series.announcement.stretches import Stretch
from skaala.series.announcement.titles import is_kind_only, title_in_row
from skaala.series.announcement.venues import Place, find_places


def write_places_and_modes(reading: Reading, cast: Cast) -> None:
    """Fill in venue and mode of every event."""
    _Placer(reading, cast).write()


class _Placer:
    """The placing of one text's events."""

    def __init__(self, reading: Reading, cast: Cast) -> None:
        self.reading = reading
        self.page = reading.page
        self.result = reading.result
        self.cast = cast
        self.taken = reading.taken
        self.sentences = reading.sentences
        self.parts = reading.parts
        self.roles = reading.roles

    def write(self) -> None:
        cast = self.cast
        drafts, own, stretches, only = cast.drafts, cast.own, cast.stretches, cast.only
        general = self._general_sentences(stretches, only)
        places: list[Place | None] = []
        ways: list[Way] = []
        denied: list[Way] = []
        spans: list[list[Span]] = []
        for its in own:
            place: Place | None = None
            way, no = Way.NONE, Way.NONE
            found: list[Span] = []
            if not only:
                for stretch in its:
                    candidates = find_places(self.page, stretch.start, stretch.end, self.taken)
                    if candidates and (
                        place is None or (place.kind == "hall" and candidates[0].kind != "hall")
                    ):
                        place = candidates[0]
                    for sentence_span in self.reading.sentences_between(stretch.start, stretch.end):
                        here = ways_in(self.page.folded, sentence_span.start, sentence_span.end)
                        way |= here.way
                        no |= here.denied
                        found.extend(here.spans)
                        if ways and here.spans and _BOTH.match(self.page.folded, sentence_span.start):
                            ways[-1] |= here.way
                            denied[-1] |= here.denied
                            spans[-1].extend(here.spans)
            if place is None and not only and not (way & Way.ONLINE):
                place = self._place_in_the_rest(drafts[len(places)], its)
            places.append(place)
            ways.append(way)
            denied.append(no)
            spans.append(found)
        shared: list[tuple[set[int], Place | None, WayFound]] = []
        for sentence, clause in ((s, c) for s in general for c in clauses(self.reading, cast, s)):
            here = ways_in(self.page.folded, clause.start, clause.end)
            found_places = find_places(self.page, clause.start, clause.end, self.taken)
            found_places = [
                p
                for p in found_places
                if p.kind != "hall"
                or only
                or SAYS_IT_HAPPENS.search(self.reading.words(sentence))
                or here.way
            ]
            if not here.spans and not found_places:
                continue
            if (
                only
                and here.spans
                and not found_places
                and _NOT_ABOUT_THE_EVENT.search(self.reading.words(sentence))
                and not SAYS_IT_HAPPENS.search(self.reading.words(sentence))
            ):
                continue
            shared.append(
                (events_meant(self.reading, cast, clause), found_places[0] if found_places else None, here)
            )
        self._share_in_lists(places, ways, denied, spans)
        for number, draft in enumerate(drafts):
            mine = [(scope, p, w) for scope, p, w in shared if number in scope]
            specific = [entry for entry in mine if len(entry[0]) < len(drafts)] or mine
            has_own = bool(ways[number]) or bool(denied[number]) or places[number] is not None
            if not has_own:
                said = ways[number]
                for _, _, here in specific:
                    said |= here.way
                for _, place, here in specific:
                    if place and said == Way.ONLINE and self._is_of_the_sender(place):
                        continue
                    if place and (places[number] is None or _rank(place) < _rank(places[number])):
                        places[number] = place
                    ways[number] |= here.way
                    denied[number] |= here.denied
                    spans[number].extend(here.spans)
            elif places[number] is None and ways[number] and Way.ONSITE in ways[number]:
                for _, place, _ in specific:
                    places[number] = places[number] or place
            if (
                number
                and places[number] is None
                and any(
                    _SAME_PLACE.search(self.page.folded, s.start, s.end)
                    or _SAME_PLACE.search(self.page.folded, *self._line_span(cast.occasions[number]))
                    for s in own[number]
                )
            ):
                places[number] = places[number - 1]
                ways[number] |= ways[number - 1]
                denied[number] |= denied[number - 1]
            self._set_mode_and_venue(draft, places[number], ways[number], denied[number], spans[number])

    def _share_in_lists(
        self, places: list[Place | None], ways: list[Way], denied: list[Way], spans: list[list[Span]]
    ) -> None:
        """Give the days of one list (`5.3., 12.3. ja 19.3. Espoossa`) what stands behind the last of them."""
        occasions = self.cast.occasions
        for number in range(len(occasions) - 2, -1, -1):
            one, other = occasions[number].mention, occasions[number + 1].mention
            gap = self.page.folded[one.span.end : max(one.span.end, other.span.start)]
            if one.line == other.line and LIST_GAP.fullmatch(gap) and not (ways[number] or places[number]):
                places[number] = places[number + 1]
                ways[number], denied[number] = ways[number + 1], denied[number + 1]
                spans[number] = list(spans[number + 1])

    def _place_in_the_rest(self, draft: EventDraft, its: list[Stretch]) -> Place | None:
        """
        Return what else stands on the date's line where the title stands above it: `15.–16.1.2026, Majvik,
        Kirkkonummi`.
        """
        title = draft.evidence.get("title")
        for stretch in its:
            if not stretch.under_title or title is None or title.start >= stretch.head_start:
                continue
            rest = title_in_row(
                self.page, stretch.head_start, stretch.head_end, self.reading.taken_in(stretch)
            )
            if (
                rest
                and self.page.text[rest.start].isupper()
                and rest.end - rest.start <= 90
                and not is_kind_only(self.page, rest)
            ):
                return Place(rest, "hall", rest, None)
        return None

    def _set_mode_and_venue(
        self, draft: EventDraft, place: Place | None, way: Way, denied: Way, spans: list[Span]
    ) -> None:
        if place:
            way |= Way.ONSITE
            draft.venue = place.venue(self.page.text)
            draft.evidence["venue"] = place.span
        # what is said to be impossible is denied even where another sentence names it
        draft.mode = mode_of(way, denied)
        if draft.mode:
            words = sorted(spans) or ([place.span] if place else [])
            draft.evidence["mode"] = words[0]
            if draft.mode == "hybrid" and place and len(words) >= 1:
                whole = place.span.joined(words[0])
                if whole.end - whole.start <= 160 and "\n" not in whole.of(self.page.text):
                    draft.evidence["mode"] = whole

    def _is_of_the_sender(self, place: Place) -> bool:
        """
        Return whether an address is where the sender sits: alone on its line, or in a footer, below all events.
        """
        if place.kind == "label" or place.kind == "verb":
            return False
        line = self.page.line_at(place.span.start)
        if line.index <= max(occasion.mention.line for occasion in self.cast.occasions):
            return False
        words = self.page.text[line.start : line.end]
        alone = place.span.end - place.span.start >= 0.85 * len(words.strip(" *-•"))
        return alone or words.count("|") >= 2 or words.count("·") >= 2

    def _line_span(self, occasion: Occasion) -> tuple[int, int]:
        line = self.page.lines[occasion.mention.line]
        return line.start, line.end

    def _general_sentences(self, stretches: list[Stretch], only: bool) -> list[Sentence]:
        found = []
        for sentence in self.sentences:
            if self.parts[sentence.line.index] in (Part.PAST, Part.OTHER):
                continue
            if any(self.roles.get(m) is Role.PAST for m in sentence.dates):
                continue
            if self.reading.is_about_registering(sentence):
                continue
            if only or not any(s.start <= sentence.span.start < s.end for s in stretches):
                found.append(sentence)
        return found


_BOTH = re.compile(r"(?:both|molemmat|kumpikin|båda|bägge)\b")


_SAME_PLACE = re.compile(
    r"(?:sama(?:ssa)?\s+paika\w*|sama\s+aika\s+ja\s+paikka|samma\s+(?:plats|ställe|tid\s+och\s+plats)|"
    r"same\s+(?:place|venue|location|time\s+and\s+(?:place|venue)))"
)


_NOT_ABOUT_THE_EVENT = re.compile(
    r"(?:materiaal\w*|aineisto\w*|tallen\w*|recording|inspelning|lisätietoja|mer\s+information|"
    r"more\s+information|lomak\w*|form\b|formulär)"
)


def _rank(place: Place | None) -> int:
    return {"label": 0, "address": 0, "verb": 1, "hall": 2}[place.kind] if place else 9
