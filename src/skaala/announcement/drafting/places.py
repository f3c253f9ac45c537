"""Gives each event its place and its mode: from its own words, or from what is said of several or of all."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from skaala.announcement.draft import EventDraft, Span
from skaala.announcement.drafting.group import EventGroup
from skaala.announcement.drafting.scopes import clauses, events_meant
from skaala.announcement.events.occasion import LIST_GAP
from skaala.announcement.events.sections import EventSection
from skaala.announcement.layout.parts import TextPart
from skaala.announcement.roles.role import DateRole, Sentence
from skaala.announcement.titles.rows import is_kind_only, title_in_row
from skaala.announcement.venues.mentions import PlaceMention, Sign
from skaala.announcement.venues.places import find_places
from skaala.announcement.vocabulary.modes import ModeFinding, Modes, mode_name, modes_in
from skaala.announcement.vocabulary.purposes import TAKES_PLACE

LONGEST_NAME = 90
LONGEST_EVIDENCE = 160

_TOWN_BEHIND_DATE = re.compile(
    r"(?:\d|\d\.|[a-z]{3})[,:]?\s+(?P<town>[A-ZÅÄÖ][a-zåäö-]{2,}(?:ssa|ssä|lla|llä)|(?:i|in)\s+[A-ZÅÄÖ][a-zåäö-]{2,})(?![\w-])"
)
_BOTH = re.compile(r"(?:both|molemmat|kumpikin|båda|bägge)\b")
_SAME_PLACE = re.compile(
    r"(?:sama(?:ssa)?\s+paika\w*|sama\s+aika\s+ja\s+paikka|samma\s+(?:plats|ställe|tid\s+och\s+plats)|"
    r"same\s+(?:place|venue|location|time\s+and\s+(?:place|venue)))"
)
_NOT_ABOUT_THE_EVENT = re.compile(
    r"(?:materiaal\w*|aineisto\w*|tallen\w*|recording|inspelning|lisätietoja|mer\s+information|"
    r"more\s+information|lomak\w*|form\b|formulär)"
)


@dataclass(slots=True)
class Location:
    """Where one event is and how one attends it, as far as it has been read."""

    place: PlaceMention | None = None
    modes: Modes = Modes.NONE
    denied: Modes = Modes.NONE
    spans: list[Span] = field(default_factory=list)  # the words for the modes

    @property
    def is_empty(self) -> bool:
        return not (self.modes or self.denied or self.place)

    def add(self, finding: ModeFinding) -> None:
        self.modes |= finding.modes
        self.denied |= finding.denied
        self.spans.extend(finding.spans)

    def prefer(self, place: PlaceMention) -> None:
        """Take a place if it is surer than the one so far."""
        if self.place is None or place.sign.rank < self.place.sign.rank:
            self.place = place

    def take_over(self, other: Location) -> None:
        """Take the place of another event, and its modes beside one's own."""
        self.place = other.place
        self.modes |= other.modes
        self.denied |= other.denied
        if not self.spans and not self.place:
            self.spans = list(other.spans)


@dataclass(frozen=True, slots=True)
class SharedStatement:
    """What a sentence says of the place or mode of several events or of all."""

    events: set[int]
    place: PlaceMention | None
    finding: ModeFinding


def write_places_and_modes(group: EventGroup) -> None:
    """Fill in venue and mode of every event."""
    _PlaceWriter(group).write()


class _PlaceWriter:
    """The places and modes of one text's events."""

    def __init__(self, group: EventGroup) -> None:
        self.group = group
        self.reading = group.reading
        self.page = group.reading.page
        self.taken = group.reading.taken
        self.locations: list[Location] = []

    def write(self) -> None:
        for draft, sections in zip(self.group.drafts, self.group.own_sections, strict=True):
            self.locations.append(self._own_location(draft, sections))
        shared = [
            statement for sentence in self._general_sentences() for statement in self._statements(sentence)
        ]
        self._share_in_lists()
        for number, draft in enumerate(self.group.drafts):
            self._add_shared(number, shared)
            if number and self.locations[number].place is None and self._says_same_place(number):
                self.locations[number].take_over(self.locations[number - 1])
            self._write_location(draft, self.locations[number])

    # --- what the event's own sections say

    def _own_location(self, draft: EventDraft, sections: list[EventSection]) -> Location:
        """Return what the sections of an event say; a text's only event has no words of its own."""
        location = Location()
        if self.group.is_single:
            return location
        for section in sections:
            places = find_places(self.page, section.start, section.end, self.taken)
            if places and (location.place is None or (location.place.is_hall and not places[0].is_hall)):
                location.place = places[0]
            for span in self.reading.sentences_between(section.start, section.end):
                self._add_modes(location, span)
        if location.place is None and not location.modes & Modes.ONLINE:
            location.place = self._place_in_the_rest(draft, sections)
        if location.is_empty:
            self._add_town(location, sections)
        return location

    def _add_town(self, location: Location, sections: list[EventSection]) -> None:
        """Take a town behind the date for a sign that the event is there: `Opintomatka 20.–21.4. Tallinnassa`."""
        for section in sections:
            town = _TOWN_BEHIND_DATE.search(self.page.text, section.head_start, section.head_end)
            if town:
                location.modes |= Modes.ONSITE
                location.spans.append(Span(*town.span("town")))
                return

    def _add_modes(self, location: Location, sentence: Span) -> None:
        """Add the modes that a sentence names; one that begins with `both` speaks of the event before, too."""
        finding = modes_in(self.page.folded, sentence.start, sentence.end)
        location.add(finding)
        if self.locations and finding.spans and _BOTH.match(self.page.folded, sentence.start):
            self.locations[-1].add(finding)

    def _place_in_the_rest(self, draft: EventDraft, sections: list[EventSection]) -> PlaceMention | None:
        """
        Return what else is on the date's line if the title is above it: `15.–16.1.2026, Majvik,
        Kirkkonummi`.
        """
        title = draft.evidence.get("title")
        for section in sections:
            if not section.under_title or title is None or title.start >= section.head_start:
                continue
            taken = self.reading.taken_between(section.head_start, section.head_end)
            rest = title_in_row(self.page, section.head_start, section.head_end, taken)
            if rest and self._is_name_of_place(rest):
                return PlaceMention(rest, Sign.HALL, rest, None)
        return None

    def _is_name_of_place(self, span: Span) -> bool:
        is_name = self.page.text[span.start].isupper() and span.end - span.start <= LONGEST_NAME
        return is_name and not is_kind_only(self.page, span)

    # --- what is said of several events

    def _general_sentences(self) -> list[Sentence]:
        """Return the sentences that are in no event's section, and not about the past or registering."""
        return [
            sentence
            for sentence in self.reading.sentences
            if self.reading.parts[sentence.line.index] not in (TextPart.PAST, TextPart.OTHER)
            and not any(self.reading.roles.get(mention) is DateRole.PAST for mention in sentence.dates)
            and not self.reading.is_about_registering(sentence)
            and (self.group.is_single or self.group.section_at(sentence.span.start) is None)
        ]

    def _statements(self, sentence: Sentence) -> list[SharedStatement]:
        words = self.reading.words(sentence)
        takes_place = bool(TAKES_PLACE.search(words))
        statements: list[SharedStatement] = []
        for clause in clauses(self.group, sentence):
            finding = modes_in(self.page.folded, clause.start, clause.end)
            place = self._place_in_clause(clause, accept_halls=takes_place or bool(finding.modes))
            is_beside_the_point = not takes_place and bool(_NOT_ABOUT_THE_EVENT.search(words))
            if place or (finding.spans and not (self.group.is_single and is_beside_the_point)):
                statements.append(SharedStatement(events_meant(self.group, clause), place, finding))
        return statements

    def _place_in_clause(self, clause: Span, *, accept_halls: bool) -> PlaceMention | None:
        places = find_places(self.page, clause.start, clause.end, self.taken)
        accept_halls = accept_halls or self.group.is_single
        return next((place for place in places if accept_halls or not place.is_hall), None)

    def _share_in_lists(self) -> None:
        """Give the days of one list (`5.3., 12.3. ja 19.3. Espoossa`) what is written behind the last of them."""
        mentions = [occasion.mention for occasion in self.group.occasions]
        for number in range(len(mentions) - 2, -1, -1):
            first, second = mentions[number], mentions[number + 1]
            gap = self.page.folded[first.span.end : max(first.span.end, second.span.start)]
            location, following = self.locations[number], self.locations[number + 1]
            if (
                first.line == second.line
                and LIST_GAP.fullmatch(gap)
                and not (location.modes or location.place)
            ):
                self.locations[number] = Location(
                    following.place, following.modes, following.denied, list(following.spans)
                )

    def _add_shared(self, number: int, shared: list[SharedStatement]) -> None:
        """Add to an event what is said of it with others: all of it, or only a place if the event lacks one."""
        location = self.locations[number]
        statements = [statement for statement in shared if number in statement.events]
        narrow = [statement for statement in statements if len(statement.events) < len(self.group.drafts)]
        statements = narrow or statements
        if location.is_empty:
            self._add_all(location, statements)
        elif location.place is None and Modes.ONSITE in location.modes:
            places = (statement.place for statement in statements)
            location.place = next((place for place in places if place), None)

    def _add_all(self, location: Location, statements: list[SharedStatement]) -> None:
        modes = Modes.NONE
        for statement in statements:
            modes |= statement.finding.modes
        for statement in statements:
            place = statement.place
            if place and modes == Modes.ONLINE and self._is_of_the_sender(place):
                continue
            if place:
                location.prefer(place)
            location.add(statement.finding)

    def _is_of_the_sender(self, place: PlaceMention) -> bool:
        """
        Return whether an address is the sender's: alone on its line, or in a footer, below all events.
        """
        if place.sign in (Sign.LABEL, Sign.VERB):
            return False
        line = self.page.line_at(place.span.start)
        if line.index <= max(occasion.mention.line for occasion in self.group.occasions):
            return False
        words = line.span.of(self.page.text)
        is_alone = place.span.end - place.span.start >= 0.85 * len(words.strip(" *-•"))
        return is_alone or words.count("|") >= 2 or words.count("·") >= 2

    def _says_same_place(self, number: int) -> bool:
        """Return whether the event's section or line says that its place is that of the event before."""
        sections = self.group.own_sections[number]
        line = self.page.lines[self.group.occasions[number].mention.line]
        passages = (
            [line.span, *(Span(section.start, section.end) for section in sections)] if sections else []
        )
        return any(_SAME_PLACE.search(self.page.folded, passage.start, passage.end) for passage in passages)

    # --- into the draft

    def _write_location(self, draft: EventDraft, location: Location) -> None:
        place, modes = location.place, location.modes
        if place:
            modes |= Modes.ONSITE
            draft.venue = place.venue(self.page.text)
            draft.evidence["venue"] = place.span
        # what is said to be impossible is denied even where another sentence names it
        draft.mode = mode_name(modes, location.denied)
        words = sorted(location.spans) or ([place.span] if place else [])
        if draft.mode and words:
            draft.evidence["mode"] = words[0]
            whole = place.span.joined(words[0]) if place and draft.mode == "hybrid" else None
            if whole and whole.end - whole.start <= LONGEST_EVIDENCE and "\n" not in whole.of(self.page.text):
                draft.evidence["mode"] = whole
