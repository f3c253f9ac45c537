"""What the words around a time say of it: that something starts, ends, or is only coffee or the doors."""

from __future__ import annotations

import re
from dataclasses import dataclass

from skaala.announcement.layout.page import Page
from skaala.announcement.times.mentions import TimeMention
from skaala.announcement.vocabulary.purposes import last_match

_SIDE_PROGRAMME = (
    r"(?:aamu-?\s*kahv\w*|kahv\w*|kaffe\w*|morgonkaffe|coffee|aamiai\w*|aamupala\w*|frukost\w*|breakfast|"
    r"ovet\b|dörrar\w*|doors?\b|lounas\w*|lunch\w*|tarjoilu\w*|ilmoittautuminen\s+(?:ja|paikan)|"
    r"registrering\b|registration\b|check-?in|"
    r"mingel|saapumi\w*|linja(?:t|lle)?\s+auk\w*|yhteys\s+auk\w*|arrival|refreshments|tilat\s+auk\w*|"
    r"kokoontuminen\s+auloihin|light\s+lunch|buffet|päivälli\w*|illalli\w*|dinner|middag\b)"
)
_SIDE_PROGRAMME_BEFORE = re.compile(_SIDE_PROGRAMME)
_SIDE_PROGRAMME_AFTER = re.compile(rf"\s*(?:alkaen\b|från\b|onwards)?\s*[-–:]?\s*{_SIDE_PROGRAMME}")
_STARTS = re.compile(
    r"(?:alkaa|alkaen|alkavat|aloitus|aloitamme|aloitetaan|käynnistyy|börjar|inleds|startar|starts?|"
    r"begins?|kick\s*off|ohjelma|tilaisuus|program)\b"
)
_ENDS = re.compile(
    r"(?:päätty\w*|päättyy|päättää|päätös\w*|päätetään|loppuu|lopetamme|lopetetaan|slutar|avslutas|"
    r"avslutar|avslutning\w*|slut\b|ends?\b|ending|finish\w*|closes?\b|closing|kotimatka|until|asti|"
    r"saakka|tilaisuus päättyy|\b(?:be|are|is)\s+(?:done|finished|over|through)\b|wrap(?:s|ping)?\s+up|"
    r"olemme\s+valmi\w+|är\s+(?:vi\s+)?(?:klara|färdiga))"
)
_SAME_TIME = re.compile(
    r"(?:samaan\s+aikaan|sama\s+(?:kellon)?aika|samma\s+tid|same\s+time|at\s+the\s+same\s+time|"
    r"samaan\s+kellonaikaan)"
)
_ENDS_AFTER = re.compile(
    r"[\s,:-]*(?:tilaisuus\s+|tillfället\s+|seminaari\s+|päivä\s+|event\s+)?(?:päättyy|päätös|"
    r"slut\b|avslut|ends|close|closing)"
)
_BREAKS = (",", ";", "(", ". ", " ja ", " och ", " and ", "|")


@dataclass(frozen=True, slots=True)
class TimeInWords:
    """A time with the words around it, those before it from ``floor`` on."""

    page: Page
    time: TimeMention
    floor: int

    @property
    def is_side_programme(self) -> bool:
        """Whether the time is that of coffee, lunch or the doors, before the event itself begins."""
        return bool(_SIDE_PROGRAMME_BEFORE.search(self._phrase_before())) or bool(
            _SIDE_PROGRAMME_AFTER.match(self._phrase_after())
        )

    @property
    def is_end(self) -> bool:
        after = self.page.folded[self.time.span.end : self.time.span.end + 40]
        return bool(_ENDS.search(self._before(40)) or _ENDS_AFTER.match(after))

    @property
    def is_start(self) -> bool:
        before = self._before(40)
        starts, ends = last_match(_STARTS, before), last_match(_ENDS, before)
        return starts is not None and (ends is None or ends.start() < starts.start())

    @property
    def is_only_an_end(self) -> bool:
        return self.time.end is None and self.is_end and not self.is_start

    def _before(self, length: int) -> str:
        start = self.time.span.start
        return self.page.folded[max(self.floor, start - length) : start]

    def _phrase_before(self) -> str:
        before = self._before(60)
        return before[max(before.rfind(mark) for mark in _BREAKS) + 1 :]

    def _phrase_after(self) -> str:
        """Return the words behind the time, unless another sentence begins: "until 2 p.m. Lunch is served"."""
        end = self.time.span.end
        if self.page.folded[end - 1] == "." and self.page.text[end : end + 2].strip().isupper():
            return ""
        return self.page.folded[end : end + 40]


def near(page: Page, time: TimeMention) -> TimeInWords:
    """Return the time with the words of its surroundings, wherever its sentence begins."""
    return TimeInWords(page, time, max(0, time.span.start - 60))


def on_line(page: Page, time: TimeMention) -> TimeInWords:
    """Return the time with the words before it on its line."""
    return TimeInWords(page, time, page.lines[time.line].start)


def repeats_the_time(page: Page, start: int, end: int) -> bool:
    """Return whether a passage says that the time is the same as that of the event before."""
    return bool(_SAME_TIME.search(page.folded, start, end))
