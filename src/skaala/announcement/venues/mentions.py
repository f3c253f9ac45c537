"""A place as written in the text, and how it was found."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from skaala.announcement.draft import Span, Venue, Words
from skaala.announcement.venues.notations import STREET


class Sign(Enum):
    """What says that the words are a place."""

    LABEL = "label"
    ADDRESS = "address"
    VERB = "verb"
    HALL = "hall"

    @property
    def rank(self) -> int:
        """The order of trust, the surest first; a label and an address are equally sure."""
        return _RANKS[self]


_RANKS = {Sign.LABEL: 0, Sign.ADDRESS: 0, Sign.VERB: 1, Sign.HALL: 2}


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place in the text: its words, and its name and address where they can be told apart."""

    span: Span
    sign: Sign
    name: Span | None
    address: Span | None

    @property
    def is_hall(self) -> bool:
        return self.sign is Sign.HALL

    def venue(self, text: str) -> Venue:
        return Venue(
            Words(self.span.of(text), self.span),
            self.name.of(text) if self.name else None,
            self.address.of(text) if self.address else None,
        )


def place_of(plain: str, span: Span, sign: Sign) -> PlaceMention:
    """Return the place in the words, with its street address apart if it has one."""
    street = STREET.search(plain, span.start, span.end)
    if not street:
        return PlaceMention(span, sign, span, None)
    words = plain[span.start : street.start()].rstrip(" ,(–-")
    name = Span(span.start, span.start + len(words)) if words else None
    return PlaceMention(span, sign, name, Span(street.start(), span.end))
