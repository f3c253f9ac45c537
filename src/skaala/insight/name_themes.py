"""What a theme is called before a person names it: the words that people used in it and hardly elsewhere."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from skaala.insight.find_concepts import concepts_of_word
from skaala.insight.read_words import LANGUAGES, Word
from skaala.insight.weigh_words import Reading

MOST_WORDS = 4
AS_LISTED = 1.25
"""A word that people wrote in its dictionary form reads better as a name, and is worth so much more."""
LEAST_LENGTH = 3
PRIOR = 0.5


def name_themes(themes: Sequence[Sequence[Reading]]) -> list[dict[str, tuple[str, ...]]]:
    """
    Return for each theme up to four words by language, as they are most often written there.

    A word is worth the number of statements of the theme that share its dictionary form, a part of its compound or a
    concept it names, times the share of all such statements that are in the theme. So `hulevesi` comes before a word
    that is frequent everywhere, and a compound stands for the words it is made of. A word that one statement alone
    has is used only if the glossary knows it: what only one person wrote is no name for what many said, and it might
    be somebody's own name.

    >>> from skaala.insight.weigh_words import read_statement
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


def _count(readings: Sequence[Reading]) -> Counter[str]:
    counted: Counter[str] = Counter()
    for reading in readings:
        keys: set[str] = set()
        for word in reading.words:
            forms, concepts = _keys(word, reading.language)
            keys |= forms | concepts
        counted.update(keys)
    return counted


def _best_words(
    readings: Sequence[Reading], language: str, inside: Counter[str], total: Counter[str], alone: Counter[str]
) -> tuple[str, ...]:
    written: dict[str, Counter[str]] = defaultdict(Counter)
    worth: dict[str, float] = {}
    concepts_of: dict[str, set[str]] = {}
    for reading in readings:
        if reading.language != language:
            continue
        for word in reading.words:
            forms, concepts = _keys(word, language)
            if len(word.written) < LEAST_LENGTH or (alone[f"{language}:{word.lemma}"] < 2 and not concepts):
                continue
            written[word.lemma][word.written] += 1
            concepts_of[word.lemma] = concepts
            worth[word.lemma] = max(
                inside[key] ** 2 / (total[key] + PRIOR) * (1.0 if key.startswith("concept:") else 1.5)
                for key in forms | concepts
            ) + inside[f"{language}:{word.lemma}"] ** 2 / (total[f"{language}:{word.lemma}"] + PRIOR)
    for lemma, forms_written in written.items():
        if lemma in forms_written:
            worth[lemma] *= AS_LISTED
    chosen: list[str] = []
    for lemma in sorted(worth, key=lambda each: (-round(worth[each], 9), each)):
        if any(lemma in other or other in lemma for other in chosen):
            continue  # hulevesi says no more beside hulevesimaksu
        chosen.append(lemma)
        if len(chosen) == MOST_WORDS:
            break
    return tuple(
        min(written[lemma], key=lambda form: (-written[lemma][form], form != lemma, len(form), form))
        for lemma in chosen
    )
