"""
Which entries of two catalogues may describe the same thing, in whatever languages: candidates for a person to decide on.

Three views are added: how near their sentence vectors are, where there are any; which concepts of the glossary both name; and,
in the same language, how many runs of letters both have. Of several languages the pair that fits best counts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse

from skaala.insight.thematic.concepts import find_concepts
from skaala.insight.thematic.results import Statement
from skaala.insight.thematic.semantics import Vectors, centred_statements, texts_to_encode
from skaala.insight.thematic.words import read_words
from skaala.insight.votes import Floats

LETTERS = 4
GLOSSARY_BESIDE_VECTORS, LETTERS_BESIDE_VECTORS = 0.15, 0.15
BLOCK = 200


@dataclass(frozen=True)
class Entry:
    """What an entry says, by language: its name and what it is in a sentence."""

    texts: Mapping[str, str]


def statements_of(entries: Sequence[Entry]) -> list[Statement]:
    """Return every text of the entries with its language."""
    return [
        Statement(str(number), text, language)
        for number, entry in enumerate(entries)
        for language, text in entry.texts.items()
    ]


def texts_of(theirs: Sequence[Entry], ours: Sequence[Entry]) -> list[str]:
    """Return the texts whose vectors :func:`find_same` can use."""
    return texts_to_encode(statements_of([*theirs, *ours]))


def find_same(
    theirs: Sequence[Entry], ours: Sequence[Entry], *, vectors: Vectors | None = None, count: int = 3
) -> list[list[tuple[int, float]]]:
    """
    Return for each of theirs the places of those of ours that are likeliest the same, with how likely, the likeliest first.

    The figure only orders, and compares pairs of one run. Entries that share nothing are no candidates.

    Examples
    --------
    >>> ours = [Entry({"en": "Solar panels on schools"}), Entry({"en": "Meadows instead of lawns"})]
    >>> [[place for place, _ in found] for found in find_same([Entry({"fi": "Koulun katolle aurinkopaneelit"})], ours)]
    [[0]]
    """
    if not theirs or not ours:
        return [[] for _ in theirs]
    both = statements_of([*theirs, *ours])
    starts = np.cumsum([0, *(len(entry.texts) for entry in theirs)])
    split = int(starts[-1])
    owner_of = np.array([int(one.id) - len(theirs) for one in both[split:]], dtype=np.int64)
    views = [_unit(_concepts(both)), _unit(_letters(both))]
    rows = centred_statements(both, vectors) if vectors is not None else None
    found: list[list[tuple[int, float]]] = []
    for block in range(0, len(theirs), BLOCK):
        last = min(block + BLOCK, len(theirs))
        near = _near(views, rows, int(starts[block]), int(starts[last]), split)
        for entry in range(block, last):
            scores = np.full(len(ours), -np.inf)
            for line in near[starts[entry] - starts[block] : starts[entry + 1] - starts[block]]:
                np.maximum.at(scores, owner_of, line)
            order = np.argsort(-scores, kind="stable")[:count]
            found.append(
                [(int(place), round(float(scores[place]), 4)) for place in order if scores[place] > 0]
            )
    return found


def _near(
    views: Sequence[sparse.csr_matrix], rows: Floats | None, start: int, end: int, split: int
) -> Floats:
    concepts, letters = (np.asarray((one[start:end] @ one[split:].T).todense()) for one in views)
    if rows is None:
        return np.asarray(concepts + letters)
    near = rows[start:end] @ rows[split:].T
    return np.asarray(near + GLOSSARY_BESIDE_VECTORS * concepts + LETTERS_BESIDE_VECTORS * letters)


def _concepts(statements: Sequence[Statement]) -> sparse.csr_matrix:
    return _weighted([find_concepts(read_words(one.text, one.language), one.language) for one in statements])


def _letters(statements: Sequence[Statement]) -> sparse.csr_matrix:
    return _weighted([_runs(one) for one in statements])


def _runs(statement: Statement) -> dict[str, float]:
    plain = f" {' '.join(statement.text.casefold().split())} "
    runs = (plain[place : place + LETTERS] for place in range(len(plain) - LETTERS + 1))
    return {f"{statement.language}:{run}": float(count) for run, count in Counter(runs).items()}


def _weighted(counted: Sequence[Mapping[str, float]]) -> sparse.csr_matrix:
    """Return a row for each text; what many texts have counts less (the logarithm of their share)."""
    names = sorted({name for one in counted for name in one})
    column_of = {name: column for column, name in enumerate(names)}
    has = Counter(name for one in counted for name in one)
    places = [
        (row, column_of[name], np.log1p(times) * np.log(1 + len(counted) / has[name]))
        for row, one in enumerate(counted)
        for name, times in one.items()
    ]
    if not places:
        return sparse.csr_matrix((len(counted), 1))
    which, what, weight = zip(*places, strict=True)
    return sparse.csr_matrix((weight, (which, what)), shape=(len(counted), len(names)))


def _unit(rows: sparse.csr_matrix) -> sparse.csr_matrix:
    lengths = np.sqrt(np.asarray(rows.multiply(rows).sum(axis=1)).ravel())
    return sparse.csr_matrix(sparse.diags(1 / np.maximum(lengths, 1e-9)) @ rows)
