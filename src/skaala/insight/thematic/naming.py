"""What a theme is called before a person names it: the words that people used in it and hardly elsewhere."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from skaala.insight.thematic.concepts import concepts_of_word
from skaala.insight.thematic.weights import StatementReading
from skaala.insight.thematic.words import LANGUAGES, Word

MAX_WORDS = 4
AS_LISTED = 1.25
"""A word that people wrote in its dictionary form reads better as a name, and is worth so much more."""
MIN_LENGTH = 3
PRIOR = 0.5


def name_themes(themes: Sequence[Sequence[StatementReading]]) -> list[dict[str, tuple[str, ...]]]:
    """
    Return for each theme up to four words by language, in their most frequent spelling there.

    A word is worth the number of statements of the theme that share its dictionary form, a part of its compound or a
    concept it names, times the share of all such statements that are in the theme. So `hulevesi` comes before a word
    that is frequent everywhere, and a compound counts for the words it is made of. A word that only one statement
    has is used only if the glossary knows it: what only one person wrote is no name for what many said, and it might
    be somebody's own name.

    >>> from skaala.insight.thematic.weights import read_statement
    >>> traffic = [read_statement(text, "en") for text in ("Buses are late", "More buses, please")]
    >>> water = [read_statement("The lake turns green", "en"), read_statement("A lake for bathing", "en")]
    >>> [words["en"][0] for words in name_themes([traffic, water])]
    ['buses', 'lake']
    """
    counts = [_count(readings) for readings in themes]
    total: Counter[str] = Counter()
    for counted in counts:
        total.update(counted)
    alone = Counter(
        f"{reading.language}:{lemma}"
        for readings in themes
        for reading in readings
        for lemma in {word.lemma for word in reading.words}
    )
    return [
        {
            language: words
            for language in LANGUAGES
            if (words := _best_words(readings, language, counted, total, alone))
        }
        for readings, counted in zip(themes, counts, strict=True)
    ]


def _keys(word: Word, language: str) -> tuple[set[str], set[str]]:
    forms = {f"{language}:{form}" for form in (word.lemma, *word.parts)}
    return forms, {f"concept:{name}" for name in concepts_of_word(word, language)}


def _count(readings: Sequence[StatementReading]) -> Counter[str]:
    counted: Counter[str] = Counter()
    for reading in readings:
        keys: set[str] = set()
        for word in reading.words:
            forms, concepts = _keys(word, reading.language)
            keys |= forms | concepts
        counted.update(keys)
    return counted


def _best_words(
    readings: Sequence[StatementReading],
    language: str,
    inside: Counter[str],
    total: Counter[str],
    alone: Counter[str],
) -> tuple[str, ...]:
    written: dict[str, Counter[str]] = defaultdict(Counter)
    worth: dict[str, float] = {}
    for word in (word for reading in readings if reading.language == language for word in reading.words):
        forms, concepts = _keys(word, language)
        lemma = f"{language}:{word.lemma}"
        if len(word.written) < MIN_LENGTH or (alone[lemma] < 2 and not concepts):
            continue
        written[word.lemma][word.written] += 1
        worth[word.lemma] = max(
            inside[key] ** 2 / (total[key] + PRIOR) * (1.0 if key.startswith("concept:") else 1.5)
            for key in forms | concepts
        ) + inside[lemma] ** 2 / (total[lemma] + PRIOR)
    for each, forms_written in written.items():
        if each in forms_written:
            worth[each] *= AS_LISTED
    return tuple(
        min(written[lemma], key=lambda form: (-written[lemma][form], form != lemma, len(form), form))
        for lemma in _most_worth(worth)
    )


def _most_worth(worth: Mapping[str, float]) -> list[str]:
    """Return the few words that are worth most, without one that is part of another: hulevesi beside hulevesimaksu."""
    chosen: list[str] = []
    for lemma in sorted(worth, key=lambda each: (-round(worth[each], 9), each)):
        if not any(lemma in other or other in lemma for other in chosen):
            chosen.append(lemma)
        if len(chosen) == MAX_WORDS:
            break
    return chosen
