"""The words of a statement: as written, in their dictionary form, and compounds in their parts.

Dictionary forms come from simplemma's word lists (A. Barbaresi, *Simplemma*, 2021,
https://doi.org/10.5281/zenodo.4673264). Finnish and Swedish write compounds as one word, so `hulevesimaksu`
(stormwater fee) and `hulevesi` (stormwater) share nothing unless they are taken apart. The rule is a simple form of
dictionary splitting (P. Koehn & K. Knight, *Empirical methods for compound splitting*, EACL 2003): the fewest parts
that the word list knows, each of at least four letters but for a few short ones; a part that is not the last
is in its dictionary form or with the letter that joins it to the next.

The word lists are large (three megabytes packed, 60 MB in memory) and slow to open, so nothing is opened before the
first word is read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from skaala.insight.thematic.small_words import SMALL_WORDS

LANGUAGES = ("fi", "sv", "en")
SHORTEST_PART = 4
MAX_PARTS = 4
LONGEST_WORD = 60
"""Longer rows of letters are no words; they are kept whole."""

_SHORT_PARTS = {
    "fi": frozenset(("suo", "puu", "työ", "maa", "tie", "jää", "koe", "yli", "ala")),
    "sv": frozenset(
        [
            "avi",
            "bad",
            "bil",
            "bio",
            "bok",
            "bor",
            "by",
            "bär",
            "dag",
            "el",
            "elev",
            "hav",
            "hus",
            "is",
            "mat",
            "nät",
            "sjö",
            "skog",
            "sol",
            "tåg",
            "torv",
            "vik",
            "väg",
            "å",
            "ö",
        ]
    ),
}
_JOINTS = {
    "fi": (("n", ""), ("is", "inen")),
    "sv": (("s", ""), ("", "a"), ("u", "a"), ("o", "a"), ("", "e")),
}
"""How a part may differ from its dictionary form where another follows: (ending written, ending in the list)."""

_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")


@dataclass(frozen=True)
class Word:
    """
    A word of a statement.

    Attributes
    ----------
    written
        As written, without capitals.
    lemma
        Its dictionary form; as written where the list does not know it.
    parts
        The dictionary forms of the parts of a compound, at least two; empty for other words.
    """

    written: str
    lemma: str
    parts: tuple[str, ...] = ()

    @property
    def forms(self) -> tuple[str, ...]:
        """All that a stem may be the beginning of."""
        return tuple(dict.fromkeys((self.written, self.lemma, *self.parts)))


def read_words(text: str, language: str) -> list[Word]:
    """
    Return the words of ``text`` in their order, small words and numbers too.

    In a language that has no word list here, words are as written.

    >>> [(word.lemma, word.parts) for word in read_words("Dagvattnet rinner", "sv")]
    [('dagvatten', ('dag', 'vatten')), ('rinna', ())]
    """
    return [read_word(found.casefold().replace("’", "'"), language) for found in _WORD.findall(text)]


def is_small_word(word: Word, language: str) -> bool:
    """Say whether a word is too common to show what a statement is about."""
    small = SMALL_WORDS.get(language, frozenset())
    return (
        len(word.written) < 2
        or word.written.isnumeric()
        or word.written in small
        or (word.lemma in small and not word.parts)
    )


@lru_cache(maxsize=50_000)
def read_word(written: str, language: str) -> Word:
    """Return the word ``written`` (in small letters) with its dictionary form and parts."""
    if language not in LANGUAGES or len(written) > LONGEST_WORD or written.isnumeric():
        return Word(written, written)
    known = _look_up(written, language)
    if known is None and "-" in written:
        first, _, last = written.rpartition("-")
        end = read_word(last, language)
        before = tuple(part for part in first.split("-") if len(part) > 1)
        return Word(
            written, f"{first}-{end.lemma}", (*before, *(end.parts or (end.lemma,))) if before else ()
        )
    if language == "en":
        return Word(written, known or written)
    if known:
        return Word(written, known, take_apart(known, language))
    if parts := split_compound(written, language):
        # the word as written with its last part in the dictionary form: kouluruokaraadit → kouluruokaraati
        for start in range(len(written) - SHORTEST_PART + 1):
            if _look_up(written[start:], language) == parts[-1]:
                return Word(written, written[:start] + parts[-1], take_apart(written, language))
    return Word(written, _guess_lemma(written, language), take_apart(written, language))


def split_compound(word: str, language: str) -> tuple[str, ...]:
    """
    Return the dictionary forms of the parts of a Finnish or Swedish compound; nothing for other words.

    >>> split_compound("jätevesijärjestelmä", "fi")
    ('jätevesi', 'järjestelmä')
    """
    if language not in _JOINTS or len(word) < 2 * SHORTEST_PART - 1 or len(word) > LONGEST_WORD:
        return ()

    @cache
    def best(start: int, parts_left: int) -> tuple[str, ...] | None:
        found: tuple[str, ...] | None = None
        if start and (last := _last_part(word[start:], language)):
            found = (last,)
        if parts_left < 2:
            return found
        for end in range(start + 2, len(word) - 1):
            first = _joined_part(word[start:end], language)
            if first is None:
                continue
            rest = best(end, parts_left - 1)
            if rest is not None and (found is None or _worth(first, rest) > _worth(None, found)):
                found = (first, *rest)
        return found

    return best(0, MAX_PARTS) or ()


def take_apart(word: str, language: str) -> tuple[str, ...]:
    """Return the parts of a compound and the parts of these: jätevesi and järjestelmä, but jäte and vesi as well."""
    found: dict[str, None] = {}
    for part in split_compound(word, language):
        found.setdefault(part)
        if len(part) < len(word):  # the dictionary form of a part may be longer than the whole word
            for smaller in take_apart(part, language):
                found.setdefault(smaller)
    return tuple(found)


def _worth(first: str | None, rest: tuple[str, ...]) -> tuple[int, int]:
    parts = rest if first is None else (first, *rest)
    return -len(parts), min(len(part) for part in parts)


def _last_part(part: str, language: str) -> str | None:
    if len(part) < SHORTEST_PART and part not in _SHORT_PARTS[language]:
        return None
    return _look_up(part, language)


def _joined_part(part: str, language: str) -> str | None:
    if part in _SHORT_PARTS[language]:
        return part
    if len(part) < SHORTEST_PART:
        return None
    if _look_up(part, language) == part:
        return part
    for written, listed in _JOINTS[language]:
        if part.endswith(written):
            stem = part[: len(part) - len(written)] + listed
            if len(stem) < SHORTEST_PART:
                continue
            if written == "n" and (lemma := _look_up(part, language)):
                return lemma
            if written != "n" and _look_up(stem, language) == stem:
                return stem
    return None


def _guess_lemma(written: str, language: str) -> str:
    return str(_lemmatizer().lemmatize(written, lang=language)).casefold()


@cache
def _lemmatizer() -> Any:
    from simplemma import Lemmatizer
    from simplemma.strategies import DefaultStrategy

    return Lemmatizer(lemmatization_strategy=DefaultStrategy(low_memory=True))


def _look_up(written: str, language: str) -> str | None:
    found = _word_list(language).get(written)
    return found.casefold() if found else None


@cache
def _word_list(language: str) -> Mapping[str, str]:
    # the packed form: slower to look in, but all three open take 60 MB instead of 480
    from simplemma.strategies.dictionaries import LOW_MEMORY_DICTIONARY_FACTORY

    return LOW_MEMORY_DICTIONARY_FACTORY.get_dictionary(language)
