"""
How much of a password is left when words that others would try are taken out of it. Pure.

Four words that do not belong together are a good password, and one word with a year is none, however long: so each known word counts
like two letters, and so do a year and a row of keys.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from skaala.people.rules.common_password_words import COMMON

LEAST = 8
"""Letters and digits that have to be left, a known word counted as two."""
A_WORD_COUNTS = 2
SHORTEST = 3  # of a name; of other words four
# Written for letters: signs wherever they are, digits unless they are a year or a row.
_SIGNS, _DIGITS = str.maketrans("@$!", "asi"), str.maketrans("01345789", "oieastbg")
_YEAR_OR_ROW = re.compile(
    r"(?:19|20)\d\d|0?123(?:4(?:5(?:6(?:7(?:8(?:90?)?)?)?)?)?)?|(?:9?8?7?6?5)?4321|(\w)\1{2,}"
)
_WORDS = re.compile(r"[^\W\d_]+")


def plain(text: str) -> str:
    """Return letters and digits alone, without accents and case."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in decomposed if letter.isalnum())


def words_of(*texts: str, shortest: int = 4) -> set[str]:
    """Return the words of names and titles that a password should not be made of."""
    found = {plain(word) for text in texts for word in _WORDS.findall(text)}
    return {word for word in found if len(word) >= shortest}


def known_word(password: str, around: Iterable[str]) -> str | None:
    """
    Return a word that a password is made of; None if enough is left without it.

    :param around: what is known of whoever chooses it: names, organisations, series, as :func:`words_of` gives them
    """
    listed = sorted(_common() | set(around), key=len, reverse=True)
    text = plain(password.translate(_SIGNS))
    rows = [one.group() for one in _YEAR_OR_ROW.finditer(text)]
    text = _YEAR_OR_ROW.sub(" ", text)
    for spelling in (text, text.translate(_DIGITS)):
        words, rest = _taken_out(spelling, listed)
        if (words or rows) and len(rest) + A_WORD_COUNTS * len(words + rows) < LEAST:
            return (words or rows)[0]
    return None


@cache
def _common() -> frozenset[str]:
    return frozenset(plain(word) for word in COMMON)


def _taken_out(text: str, listed: Iterable[str]) -> tuple[list[str], str]:
    found = []
    for word in listed:
        while word in text:
            found.append(word)
            text = text.replace(word, " ", 1)
    return found, text.replace(" ", "")
