"""Statements and notes as they are kept: tidy, not empty, not too long."""

from __future__ import annotations

import unicodedata

from skaala.tables.characters import tidy
from skaala.workshops.rules.refusals import Refusal, UnableToAct

LONGEST = 280
"""The most characters a statement may have: one idea."""
LONGEST_NOTE = 1000
FEWEST_LETTERS = 3
MOST_AT_ONCE = 500
"""How many statements are entered, shown or hidden in one go."""

_BREAKS = frozenset({"Cc", "Zl", "Zp"})


def clean_statement(text: str, *, longest: int = LONGEST) -> str:
    """
    Return a statement as it is kept: one line, no invisible characters, at most 280 characters.

    :param longest: another limit, for translations, which run longer
    :raises UnableToAct: if it has no word in it, or is longer
    """
    if len(text) > LONGEST * 40:
        raise UnableToAct(Refusal.TOO_LONG)
    shown = one_line(text)
    if sum(letter.isalpha() for letter in shown) < FEWEST_LETTERS:
        raise UnableToAct(Refusal.EMPTY)
    if len(shown) > longest:
        raise UnableToAct(Refusal.TOO_LONG)
    return shown


def one_line(text: str) -> str:
    """Return ``text`` in one line, with single spaces and without invisible characters."""
    return " ".join(tidy("".join(" " if _breaks(letter) else letter for letter in text)).split())


def clean_note(text: str) -> str:
    """
    Return a group's note as it is kept: lines, no invisible characters.

    :raises UnableToAct: if it is empty or longer than a note may be
    """
    if len(text) > LONGEST_NOTE * 10:
        raise UnableToAct(Refusal.NOTE_TOO_LONG)
    lines = text.replace("\r\n", "\n")
    shown = tidy("".join(letter for letter in lines if letter == "\n" or not _breaks(letter))).strip()
    if not shown:
        raise UnableToAct(Refusal.EMPTY)
    if len(shown) > LONGEST_NOTE:
        raise UnableToAct(Refusal.NOTE_TOO_LONG)
    return shown


def _breaks(letter: str) -> bool:
    return unicodedata.category(letter) in _BREAKS
