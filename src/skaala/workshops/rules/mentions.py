"""Where a text names somebody: names, addresses and numbers, found and masked. Pure."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from skaala.registration.rules.names import Known, name_places
from skaala.workshops.rules.attention import IDENTITY, PHONE

MASK = "[…]"
"""Stands in place of what was masked; no longer than the shortest name that is looked for, so that every text still fits its column."""

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_DIGITS_OF_A_NUMBER = 6
"""The last digits by which two ways of writing a telephone number are one: +358 40 123 4567 and 040-1234567."""


@dataclass(frozen=True)
class People:
    """Who is about to be forgotten, by what a text may say of them."""

    names: Known
    addresses: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()

    @classmethod
    def of(cls, names: Iterable[str], addresses: Iterable[str], said: Iterable[str] = ()) -> People:
        """
        Take what is known of people.

        :param said: other texts of theirs, in which telephone numbers and addresses may be
        """
        texts = list(said)
        return cls(
            Known(names),
            frozenset(each.casefold() for each in [*addresses, *_found(_EMAIL, texts)] if each),
            frozenset(_last_digits(each) for each in _found(PHONE, texts)),
        )


@dataclass(frozen=True, order=True)
class Place:
    """From where to where a text names somebody."""

    start: int
    end: int


@dataclass(frozen=True)
class Pieces:
    """A text cut where it names somebody: what stands between, and what is to be masked."""

    text: str
    is_mention: bool = field(default=False)


def places(
    text: str, people: People, *, any_contact: bool = False, spared: Collection[str] = ()
) -> list[Place]:
    """
    Return where ``text`` names one of ``people``, in order and without overlaps.

    :param any_contact: whether every address, telephone number and identity code counts, whosever it is: for texts of participants
    :param spared: surnames that are no names where they stand alone, such as those that are also towns
    """
    found = [Place(start, end) for start, end in name_places(text, people.names, spared=spared)]
    found += [
        Place(*match.span())
        for match in _EMAIL.finditer(text)
        if any_contact or match[0].casefold() in people.addresses
    ]
    found += [
        Place(*match.span())
        for match in PHONE.finditer(text)
        if any_contact or _last_digits(match[0]) in people.numbers
    ]
    if any_contact:
        found += [Place(*match.span()) for match in IDENTITY.finditer(text)]
    return _merged(found)


def pieces(text: str, found: Iterable[Place]) -> list[Pieces]:
    """Return ``text`` cut at ``found``, in order."""
    cut, last = [], 0
    for place in found:
        cut += [Pieces(text[last : place.start]), Pieces(text[place.start : place.end], is_mention=True)]
        last = place.end
    return [piece for piece in [*cut, Pieces(text[last:])] if piece.text]


def masked(text: str, found: Iterable[Place]) -> str:
    """
    Return ``text`` with :data:`MASK` wherever it names somebody.

    >>> masked("Kysy Maijalta tai Pekalta.", [Place(5, 13), Place(18, 25)])
    'Kysy […] tai […].'
    """
    return "".join(MASK if piece.is_mention else piece.text for piece in pieces(text, found))


def digest(text: str, found: Iterable[Place]) -> str:
    """
    Return by what it is remembered that ``text`` stays as it is.

    Another text, or one in which more people are named than when somebody looked at it, has another digest, and is masked.
    """
    said = [text, *(text[place.start : place.end] for place in found)]
    return hashlib.sha256("\0".join(said).encode()).hexdigest()


def _merged(found: Iterable[Place]) -> list[Place]:
    merged: list[Place] = []
    for place in sorted(set(found)):
        if merged and place.start < merged[-1].end:
            merged[-1] = Place(merged[-1].start, max(merged[-1].end, place.end))
        else:
            merged.append(place)
    return merged


def _found(pattern: re.Pattern[str], texts: Iterable[str]) -> list[str]:
    return [match[0] for text in texts for match in pattern.finditer(text)]


def _last_digits(number: str) -> str:
    return re.sub(r"\D", "", number)[-_DIGITS_OF_A_NUMBER:]
