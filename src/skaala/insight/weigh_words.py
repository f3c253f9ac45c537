"""Statements as rows of numbers: their words, the concepts they name and the fields these belong to."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse

from skaala.insight.find_concepts import find_concepts, find_fields
from skaala.insight.glossary import OCCASION
from skaala.insight.read_words import Word, is_small_word, read_words
from skaala.insight.votes import Floats

WORDS, CONCEPTS, FIELDS = 0.7, 1.0, 1.0
"""How much a statement's own words, its concepts and their fields weigh, each being a row of length one."""


@dataclass(frozen=True)
class Reading:
    """
    A statement read.

    Attributes
    ----------
    language
        Of the statement.
    words
        Those that say something, in their order.
    concepts, fields
        What they name, with how often; see :mod:`skaala.insight.find_concepts`.
    """

    language: str
    words: tuple[Word, ...]
    concepts: Mapping[str, float]
    fields: Mapping[str, float]

    @property
    def is_about_occasion(self) -> bool:
        """Whether it speaks of the meeting itself more than of anything else."""
        most = max(self.fields.values(), default=0.0)
        return most > 0 and self.fields.get(OCCASION, 0.0) == most


def read_statement(text: str, language: str, *, compounds: bool = True, glossary: bool = True) -> Reading:
    """Return the statement read; ``compounds`` and ``glossary`` can be left out to measure what they are worth."""
    words = read_words(text, language)
    if not compounds:
        words = [Word(word.written, word.lemma) for word in words]
    concepts = find_concepts(words, language) if glossary else {}
    return Reading(
        language,
        tuple(word for word in words if not is_small_word(word, language)),
        concepts,
        find_fields(concepts),
    )


def weigh(readings: Sequence[Reading]) -> sparse.csr_matrix:
    """
    Return statements × features, each row of length one; a row of zeros has nothing in common with the others.

    Within each of the three kinds of features a count c weighs (1 + ln c) · ln((n + 1) / (d + ½)), d being the number
    of statements that have the feature (K. Spärck Jones, *A statistical interpretation of term specificity*, J. Doc.
    1972): what everybody speaks of tells nothing apart. Words that one statement alone has are left out.
    """
    words = [
        Counter(
            f"{reading.language}:{form}"
            for word in reading.words
            for form in dict.fromkeys((word.lemma, *word.parts))
        )
        for reading in readings
    ]
    blocks = [
        WORDS * _weigh_block(words, least=2),
        CONCEPTS * _weigh_block([reading.concepts for reading in readings], least=1),
        FIELDS * _weigh_block([reading.fields for reading in readings], least=1),
    ]
    return to_length_one(sparse.hstack(blocks, format="csr"))


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
