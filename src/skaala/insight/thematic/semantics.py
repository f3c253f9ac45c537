"""
Statements as sentence vectors: made comparable across languages, and joined with what the glossary finds.

A sentence encoder places what means the same near to each other, but it places a language even more clearly: without
subtracting each language's own mean, k-means finds languages and not subjects. The vectors are handed in, each text with its own;
nothing here knows what made them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from scipy import sparse
from scipy.sparse.csgraph import connected_components

from skaala.insight.thematic.results import Statement
from skaala.insight.thematic.subjects import SUBJECTS
from skaala.insight.thematic.words import LANGUAGES
from skaala.insight.votes import Floats, Whole

Vectors = Mapping[str, Floats]
"""By text the direction in which an encoder places it, of length one."""

REFERENCE_WEIGHT = 10
"""The headings' mean weighs as much in a language's mean as so many statements."""
SAME_THING = 0.42
"""Two statements in different languages, each the other's nearest and at least this near, say the same."""
NEIGHBOURS = 10
FROM_NEIGHBOURS = 0.7
GLOSSARY_SPARSE, GLOSSARY_DENSE = 0.15, 0.5
"""Concepts per word: at the first the glossary does not know the subject and is left out, at the second it counts in full."""
OWN_WORDS = 0.3
BLOCK = 1_000


def texts_to_encode(statements: Sequence[Statement], names: Sequence[str] = ()) -> list[str]:
    """Return every text whose vector is needed for themes of these statements, each once."""
    headings = [name for subject in SUBJECTS for name in subject.names.values()]
    return list(dict.fromkeys([*(each.text for each in statements), *names, *headings]))


def heading_vectors(vectors: Vectors) -> dict[str, Floats]:
    """Return by language the headings' vectors, a row for each, as the encoder gave them."""
    return {
        language: np.array([vectors[subject.names[language]] for subject in SUBJECTS], dtype=np.float64)
        for language in LANGUAGES
    }


def centred_headings(vectors: Vectors) -> Floats:
    """Return a row of length one for each heading, the mean of its languages."""
    rows = [unit(each - each.mean(axis=0)) for each in heading_vectors(vectors).values()]
    return unit(np.sum(rows, axis=0))


def centred_name(name: str, vectors: Vectors) -> Floats:
    """Return where a name that somebody typed is: the language whose headings are nearest is taken as its own."""
    headings = heading_vectors(vectors)
    vector = np.asarray(vectors[name], dtype=np.float64)
    nearest = max(headings, key=lambda language: round(float((headings[language] @ vector).max()), 6))
    found: Floats = unit((vector - headings[nearest].mean(axis=0))[None, :])[0]
    return found


def centred_statements(statements: Sequence[Statement], vectors: Vectors) -> Floats:
    """
    Return a row of length one for each statement, with its language's mean subtracted.

    A language in which little was said has no mean of its own worth the name; it is drawn towards the mean of the headings in
    that language, moved by how all statements differ from all headings.
    """
    rows = np.array([vectors[each.text] for each in statements], dtype=np.float64)
    languages = np.array([each.language for each in statements])
    references: dict[str, Floats] = {
        language: each.mean(axis=0) for language, each in heading_vectors(vectors).items()
    }
    general: Floats = np.mean(np.array(list(references.values())), axis=0)
    means: dict[str, Floats] = {
        str(language): rows[languages == language].mean(axis=0) for language in np.unique(languages)
    }
    counts = {language: int((languages == language).sum()) for language in means}
    shift: Floats = np.zeros(rows.shape[1])
    for language, mean in means.items():
        shift = shift + counts[language] / len(rows) * (mean - references.get(language, general))
    centred = rows.copy()
    for language, mean in means.items():
        expected = references.get(language, general) + shift
        share = counts[language] / (counts[language] + REFERENCE_WEIGHT)
        centred[languages == language] -= share * mean + (1 - share) * expected
    return unit(centred)


def pair_translations(rows: Floats, languages: Sequence[str]) -> Whole:
    """Return for each row a number that those share which say the same in different languages."""
    spoken = np.array(languages)
    pairs: list[tuple[int, int]] = []
    each_language = sorted(set(languages))
    for place, first in enumerate(each_language):
        for second in each_language[place + 1 :]:
            a, b = np.flatnonzero(spoken == first), np.flatnonzero(spoken == second)
            near = np.round(rows[a] @ rows[b].T, 6)
            there, back = near.argmax(axis=1), near.argmax(axis=0)
            pairs += [
                (int(a[i]), int(b[j]))
                for i, j in enumerate(there)
                if back[j] == i and near[i, j] >= SAME_THING
            ]
    ones = np.ones(len(pairs))
    links = sparse.coo_matrix(
        (ones, ([a for a, _ in pairs], [b for _, b in pairs])), shape=(len(rows), len(rows))
    )
    labels: Whole = connected_components(links, directed=False)[1].astype(int)
    return labels


def glossary_weight(density: float) -> float:
    """Return from 0 to 1 how much the glossary counts where a word names so many of its concepts at the mean."""
    return min(1.0, max(0.0, (density - GLOSSARY_SPARSE) / (GLOSSARY_DENSE - GLOSSARY_SPARSE)))


def join_views(rows: Floats, words: sparse.csr_matrix, concepts: sparse.csr_matrix, weight: float) -> Floats:
    """
    Return statements × features: the vectors, the concepts of the glossary and the words.

    What the glossary finds in a statement's nearest neighbours counts for the statement too, a little less: so the
    glossary reaches statements whose words it lacks. ``weight`` is from :func:`glossary_weight`.
    """
    if not weight:
        return rows
    near = nearest_neighbours(rows, NEIGHBOURS)
    known = concepts + FROM_NEIGHBOURS * (near @ concepts)
    return unit(np.hstack([rows, weight * unit(known.toarray()), OWN_WORDS * weight * words.toarray()]))


def nearest_neighbours(rows: Floats, number: int) -> sparse.csr_matrix:
    """Return for each row its nearest others, weighted by their nearness; the weights of a row make one."""
    number = min(number, len(rows) - 1)
    if number < 1:
        return sparse.csr_matrix((len(rows), len(rows)))
    places, weights = [], []
    for start in range(0, len(rows), BLOCK):
        near = rows[start : start + BLOCK] @ rows.T
        own = np.arange(len(near))
        near[own, start + own] = -1.0
        best = np.argpartition(-near, number - 1, axis=1)[:, :number]
        best.sort(axis=1)
        kept = np.maximum(np.take_along_axis(near, best, axis=1), 0.0)
        places.append(best)
        weights.append(kept / np.maximum(kept.sum(axis=1, keepdims=True), 1e-9))
    starts = np.arange(0, (len(rows) + 1) * number, number)
    return sparse.csr_matrix(
        (np.vstack(weights).ravel(), np.vstack(places).ravel(), starts), shape=(len(rows), len(rows))
    )


def pool(rows: Floats, labels: Whole) -> Floats:
    """Return one row of length one for each label: the mean direction of the rows that have it."""
    pooled = np.zeros((int(labels.max()) + 1, rows.shape[1]))
    np.add.at(pooled, labels, rows)
    return unit(pooled)


def unit(rows: Floats) -> Floats:
    """Return the rows scaled to length one; rows of zeros stay as they are."""
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    scaled: Floats = rows / np.where(lengths > 1e-9, lengths, 1.0)
    return scaled
