"""What is looked for: the words somebody typed, and the concepts in them, which are the same in every language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from skaala.insight.thematic.concepts import find_concepts
from skaala.insight.thematic.words import LANGUAGES, LONGEST_WORD, Word

MOST_CHARACTERS = 200
MOST_WORDS = 10
CONFIGURATIONS = {"fi": "finnish", "sv": "swedish", "en": "english"}
"""PostgreSQL's text search configuration of each language; "simple" for any other."""
_STRONGER = (
    ("mm", "mp"), ("nn", "nt"), ("ll", "lt"), ("rr", "rt"), ("ng", "nk"), ("hd", "ht"), ("v", "p"), ("d", "t"),
)  # fmt: skip
"""Consonants that weaken in Finnish before an ending, and what they are in the word itself."""
_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")


@dataclass(frozen=True)
class SearchWord:
    """A word as typed, forms it may stand for, and the keys of the concepts that it names in any language."""

    word: str
    variants: tuple[str, ...]
    concepts: tuple[str, ...]


@dataclass(frozen=True)
class Search:
    """
    What is looked for.

    :ivar is_cut: whether only the beginning of what was typed is looked for
    :ivar text: what links to the same search say; of a long text its beginning, since a page has many links
    """

    words: tuple[SearchWord, ...]
    is_cut: bool
    text: str


def read_search(text: str) -> Search:
    """
    Return what to look for; of a very long text its beginning only.

    >>> [word.word for word in read_search("  Kaukolämpö, a heat-pump ").words]
    ['kaukolämpö', 'heat-pump']
    """
    text = text.strip()
    typed = (
        text
        if len(text) <= MOST_CHARACTERS
        else text[:MOST_CHARACTERS].rpartition(" ")[0] or text[:MOST_CHARACTERS]
    )
    found = [word.casefold() for word in _WORD.findall(typed) if len(word) <= LONGEST_WORD]
    words = list(dict.fromkeys([word for word in found if len(word) > 1] or found))
    words, is_cut = words[:MOST_WORDS], len(typed) < len(text) or len(words) > MOST_WORDS
    of_all = _concepts(" ".join(words))
    return Search(
        tuple(SearchWord(word, _variants(word), _concepts_of(word, of_all)) for word in words),
        is_cut=is_cut,
        text=typed,
    )


def concept_keys(texts: Iterable[tuple[str, str]]) -> list[str]:
    """
    Return the keys of the concepts that texts name, each text with its language.

    The word lists stay unopened: the beginnings of words as written are enough for this.

    >>> set(concept_keys([("fi", "Hulevedet imeytetään")])) & set(concept_keys([("en", "Stormwater is retained")])) != set()
    True
    """
    keys: set[str] = set()
    for language, text in texts:
        keys |= {concept_key(name) for name in find_concepts(_as_written(text), language)}
    return sorted(keys)


def concept_key(name: str) -> str:
    """
    Return a concept's name as one word that no language has.

    >>> concept_key("public transport")
    'cxpublictransport'
    """
    return "cx" + re.sub(r"\W", "", name)


def _concepts(text: str) -> dict[str, None]:
    return dict.fromkeys(concept_keys((language, text) for language in LANGUAGES))


def _concepts_of(word: str, of_all: dict[str, None]) -> tuple[str, ...]:
    """Return what a word names alone, and what it names together with the others: “district heating”."""
    own = dict.fromkeys(key for form in (word, *_variants(word)) for key in _concepts(form))
    others = [key for key in of_all if key not in own]
    return (*own, *others) if not own else tuple(own)


def _variants(word: str) -> tuple[str, ...]:
    """
    Return the Finnish word with its consonants in the strong grade, as dictionaries have it.

    >>> _variants("kaukolämmöstä"), _variants("hankinnat"), _variants("bus")
    (('kaukolämpöstä',), ('hankintat',), ())
    """
    found = []
    for weak, strong in _STRONGER:
        place = word.rfind(weak, max(2, len(word) - 9))
        if place > 1:
            found.append(word[:place] + strong + word[place + len(weak) :])
    return tuple(found[:2])


def _as_written(text: str) -> list[Word]:
    words = [word.casefold() for word in _WORD.findall(text) if len(word) <= LONGEST_WORD]
    return [Word(word, word) for word in words]
