"""Statements as rows of numbers: their words, the concepts they name and the fields these belong to."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse

from skaala.insight.thematic.concepts import find_concepts, find_fields
from skaala.insight.thematic.glossary import OCCASION
from skaala.insight.thematic.words import Word, is_small_word, read_words
from skaala.insight.votes import Floats

WORDS, CONCEPTS, FIELDS = 0.7, 1.0, 1.0
"""How much a statement's own words, its concepts and their fields weigh, each being a row of length one."""


@dataclass(frozen=True)
class StatementReading:
    """
    A statement read.

    Attributes
    ----------
    language
        Of the statement.
    words
        Those that say something, in their order.
    concepts, fields
        What they name, with how often; see :mod:`skaala.insight.thematic.concepts`.
    """

    language: str
    words: tuple[Word, ...]
    concepts: Mapping[str, float]
    fields: Mapping[str, float]

    @property
    def is_about_occasion(self) -> bool:
        """Whether it is about the meeting itself more than about anything else."""
        most = max(self.fields.values(), default=0.0)
        return most > 0 and self.fields.get(OCCASION, 0.0) == most


def read_statement(
    text: str, language: str, *, compounds: bool = True, glossary: bool = True
) -> StatementReading:
    """Return the statement read; ``compounds`` and ``glossary`` can be left out to measure what they are worth."""
    words = read_words(text, language)
    if not compounds:
        words = [Word(word.written, word.lemma) for word in words]
    concepts = find_concepts(words, language) if glossary else {}
    return StatementReading(
        language,
        tuple(word for word in words if not is_small_word(word, language)),
        concepts,
        find_fields(concepts),
    )


def weigh(readings: Sequence[StatementReading]) -> sparse.csr_matrix:
    """
    Return statements × features, each row of length one; a row of zeros has nothing in common with the others.

    Within each of the three kinds of features a count c weighs (1 + ln c) · ln((n + 1) / (d + ½)), d being the number
    of statements that have the feature (K. Spärck Jones, *A statistical interpretation of term specificity*, J. Doc.
    1972): what all statements mention distinguishes none. Words that only one statement has are left out.
    """
    blocks = [
        WORDS * weigh_words(readings),
        CONCEPTS * _weigh_block([reading.concepts for reading in readings], least=1),
        FIELDS * _weigh_block([reading.fields for reading in readings], least=1),
    ]
    return to_length_one(sparse.hstack(blocks, format="csr"))


def weigh_words(readings: Sequence[StatementReading]) -> sparse.csr_matrix:
    """Return statements × words and parts of compounds, each row of length one."""
    words = [
        Counter(
            f"{reading.language}:{form}"
            for word in reading.words
            for form in dict.fromkeys((word.lemma, *word.parts))
        )
        for reading in readings
    ]
    return _weigh_block(words, least=2)


def weigh_concepts(readings: Sequence[StatementReading]) -> sparse.csr_matrix:
    """Return statements × concepts and fields of the glossary, each row of length one."""
    blocks = [
        _weigh_block([reading.concepts for reading in readings], least=1),
        _weigh_block([reading.fields for reading in readings], least=1),
    ]
    return to_length_one(sparse.hstack(blocks, format="csr"))


def concepts_per_word(readings: Sequence[StatementReading]) -> float:
    """Return how many concepts of the glossary a word names at the mean: how well it knows what is spoken of."""
    shares = [sum(reading.concepts.values()) / max(1, len(reading.words)) for reading in readings]
    return sum(shares) / max(1, len(shares))


def to_length_one(rows: sparse.csr_matrix) -> sparse.csr_matrix:
    """Return the rows scaled to length one; rows of zeros stay as they are."""
    lengths = np.sqrt(np.asarray(rows.multiply(rows).sum(axis=1)).ravel())
    scale: Floats = np.where(lengths > 0, 1.0 / np.where(lengths > 0, lengths, 1.0), 0.0)
    return sparse.csr_matrix(sparse.diags(scale) @ rows)


def _weigh_block(bags: Sequence[Mapping[str, float]], *, least: int) -> sparse.csr_matrix:
    found = Counter(key for bag in bags for key in bag)
    columns = {key: number for number, key in enumerate(sorted(k for k, n in found.items() if n >= least))}
    total = len(bags)
    rows, places, values = [], [], []
    for row, bag in enumerate(bags):
        for key in sorted(bag):
            if key in columns:
                rows.append(row)
                places.append(columns[key])
                rarity = max(0.0, math.log((total + 1) / (found[key] + 0.5)))
                values.append((1.0 + math.log(bag[key])) * rarity)
    return to_length_one(
        sparse.csr_matrix((values, (rows, places)), shape=(total, len(columns)), dtype=np.float64)
    )
