"""What a label or a verb calls the place: `Paikka: Kuntatalo, Toinen linja 14`, `the venue is`."""

from __future__ import annotations

import re

from skaala.announcement.draft import Span
from skaala.announcement.layout.page import Page
from skaala.announcement.venues.notations import NO_PLACE, STOPPERS, STREET
from skaala.announcement.vocabulary.modes import Modes, modes_in

LONGEST_PLACE = 160
MOST_WORDS_OF_MODE = 6

_COMMA = re.compile(r",\s*")


def labelled_place(page: Page, start: int, end: int, taken: list[Span]) -> Span | None:
    """Return the place whose label ends at ``start``, or none if what follows is no place."""
    stop = _before_mode(page, start, _before_taken(start, _stopper(page, start, end), taken))
    if _is_online_only(page, start, stop):
        return None
    words = page.text[start:stop].rstrip(" ,.;:(–-/\t")
    if not words.strip() or len(words) > LONGEST_PLACE:
        return None
    if NO_PLACE.fullmatch(page.folded[start : start + len(words)]):
        return None
    return Span(start, start + len(words))


def _stopper(page: Page, start: int, end: int) -> int:
    """Return where the place ends at the latest: at the end of its sentence, or at another way of attending."""
    match = STOPPERS.search(page.folded, start, end)
    while match and _is_inside_the_place(page, match, end):
        match = STOPPERS.search(page.folded, match.end(), end)
    return match.start() if match else end


def _is_inside_the_place(page: Page, stopper: re.Match[str], end: int) -> bool:
    """Return whether a dash or a full stop belongs to the place: `Kuntatalo - sali 2`, `P.Rauhankatu`."""
    mark = stopper.group().strip()
    if mark == "-":
        return not modes_in(page.folded, stopper.end(), end).modes
    return mark == "." and stopper.end() < len(page.folded) and not page.folded[stopper.end()].isspace()


def _before_taken(start: int, stop: int, taken: list[Span]) -> int:
    for span in taken:
        if start <= span.start < stop:
            stop = span.start
    return stop


def _before_mode(page: Page, start: int, stop: int) -> int:
    """Return where a way of attending behind a comma begins, which is no part of the place: `Kuntatalo, tai Teams`."""
    for comma in _COMMA.finditer(page.folded[start:stop]):
        begin = start + comma.end()
        piece = page.folded[begin:stop].split(",")[0].strip()
        finding = modes_in(page.folded, begin, begin + len(piece))
        if (
            finding.modes
            and len(piece.split()) <= MOST_WORDS_OF_MODE
            and finding.spans[0].start - begin <= 14
        ):
            return start + comma.start()
    return stop


def _is_online_only(page: Page, start: int, stop: int) -> bool:
    finding = modes_in(page.folded, start, stop)
    return (
        finding.modes is Modes.ONLINE
        and finding.spans[0].start - start <= 12
        and not STREET.search(page.text, start, stop)
    )
