"""Which concepts of the glossary a statement names, whatever its language."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from skaala.insight.thematic.glossary import CONCEPTS, NO_FIELD
from skaala.insight.thematic.words import LANGUAGES, LONGEST_WORD, Word

SHORTEST_INNER_STEM = 5
"""A stem this long is also looked for inside words that the word list could not take apart."""
LONGEST_STEM = 30
PHRASE_WEIGHT = 1.5
"""Two words together are surer evidence than one."""

FIELDS = {concept.name: concept.field for concept in CONCEPTS}


@dataclass(frozen=True)
class _Stems:
    """The stems of one language, ready for looking up: stem → names of concepts."""

    beginnings: dict[str, tuple[str, ...]]
    whole: dict[str, tuple[str, ...]]
    phrases: tuple[tuple[str, str], ...]


@cache
def _stems(language: str) -> _Stems:
    beginnings: dict[str, list[str]] = defaultdict(list)
    whole: dict[str, list[str]] = defaultdict(list)
    phrases: list[tuple[str, str]] = []
    for concept in CONCEPTS:
        for stem in concept.stems[language]:
            if "_" in stem:
                phrases.append((" " + stem.replace("_", " "), concept.name))
            elif stem.startswith("="):
                whole[stem[1:]].append(concept.name)
            else:
                beginnings[stem].append(concept.name)
    return _Stems(
        {stem: tuple(names) for stem, names in beginnings.items()},
        {stem: tuple(names) for stem, names in whole.items()},
        tuple(phrases),
    )


def find_concepts(words: Sequence[Word], language: str) -> dict[str, float]:
    """
    Return the concepts that ``words`` name, each with how often; nothing in a language without stems.

    >>> from skaala.insight.thematic.words import read_words
    >>> find_concepts(read_words("Hulevesimaksu", "fi"), "fi").keys() & {"stormwater"}
    {'stormwater'}
    """
    if language not in LANGUAGES:
        return {}
    found: dict[str, float] = defaultdict(float)
    for word in words:
        for name in concepts_of_word(word, language):
            found[name] += 1.0
    written = " " + " ".join(word.written for word in words)
    lemmas = " " + " ".join(word.lemma for word in words)
    for phrase, name in _stems(language).phrases:
        if phrase in written or phrase in lemmas:
            found[name] += PHRASE_WEIGHT
    return dict(sorted(found.items()))


@lru_cache(maxsize=50_000)
def concepts_of_word(word: Word, language: str) -> tuple[str, ...]:
    """Return the names of the concepts that one word names, each once; nothing in a language without stems."""
    if language not in LANGUAGES:
        return ()
    stems = _stems(language)
    found: set[str] = set()
    for form in word.forms:
        found.update(stems.whole.get(form, ()))
        for end in range(2, min(len(form), LONGEST_STEM) + 1):
            found.update(stems.beginnings.get(form[:end], ()))
    for form in (word.written, word.lemma):
        if len(form) > LONGEST_WORD:
            continue
        for start in range(2, len(form) - SHORTEST_INNER_STEM + 1):
            for end in range(start + SHORTEST_INNER_STEM, len(form) + 1):
                found.update(stems.beginnings.get(form[start:end], ()))
    return tuple(sorted(found))


def find_fields(concepts: dict[str, float]) -> dict[str, float]:
    """Return the fields of work that the concepts belong to, each with the sum of its concepts."""
    found: dict[str, float] = defaultdict(float)
    for name, count in concepts.items():
        if FIELDS[name] != NO_FIELD:
            found[FIELDS[name]] += count
    return dict(found)
