"""Statements assigned to themes that somebody named before looking: a name is enough to find them by."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from skaala.insight.thematic import semantics
from skaala.insight.thematic.concepts import find_concepts
from skaala.insight.thematic.results import GLOSSARY, VECTORS, Member, Statement, Theme, Themes
from skaala.insight.thematic.semantics import Vectors
from skaala.insight.thematic.weights import concepts_per_word, read_statement
from skaala.insight.thematic.words import LANGUAGES, Word, read_words
from skaala.insight.votes import Floats

ROUNDS = 5
NAME_WEIGHT = 0.5
"""How much the name itself keeps counting where its statements have moved a theme's centre."""
BY_CONCEPTS = 0.5


def assign_to_names(
    statements: Sequence[Statement], names: Sequence[str], *, vectors: Vectors | None = None
) -> Themes:
    """
    Return a theme for each name, in their order, with the statements that it finds.

    With vectors each statement goes to the nearest name, and a name's centre then moves towards its statements for a few
    rounds. Without them a statement goes to the name with which it shares words and concepts of the glossary, and to none
    where it shares none.

    >>> said = [Statement("a", "Hulevedet tulvivat", "fi"), Statement("b", "The bus is late", "en"), Statement("c", "Hei", "fi")]
    >>> found = assign_to_names(said, ["stormwater", "buses"])
    >>> [[member.id for member in theme.members] for theme in found.themes], found.outliers
    ([['a'], ['b']], ('c',))
    """
    ordered = sorted(statements, key=lambda each: each.id)
    near = nearness_to_names(ordered, names, vectors=vectors)
    if not len(near) or not near.shape[1]:
        return Themes(_themes(names, ordered, near, np.full(len(ordered), -1)), _ids(ordered))
    if vectors is not None:
        near = _move_centres(semantics.centred_statements(ordered, vectors), near)
    best = np.where(near.max(axis=1) > 1e-6, np.round(near, 6).argmax(axis=1), -1)
    return Themes(
        _themes(names, ordered, near, best),
        tuple(each.id for each, place in zip(ordered, best, strict=True) if place < 0),
        method=GLOSSARY if vectors is None else VECTORS,
    )


def nearness_to_names(
    statements: Sequence[Statement], names: Sequence[str], *, vectors: Vectors | None = None
) -> Floats:
    """Return statements × names: how near each statement is to each name."""
    readings = [read_statement(each.text, each.language) for each in statements]
    concepts = [{**reading.concepts, **_own_words(reading.words, reading.language)} for reading in readings]
    typed = [_profile(name) for name in names]
    shared = np.array(
        [[_cosine(said, name) for name in typed] for said in concepts], dtype=np.float64
    ).reshape(len(statements), len(names))
    if vectors is None or not len(statements) or not len(names):
        return shared
    placed = semantics.centred_statements(statements, vectors)
    named = np.array([semantics.centred_name(name, vectors) for name in names])
    weight = semantics.glossary_weight(concepts_per_word(readings))
    near: Floats = placed @ named.T + BY_CONCEPTS * weight * shared
    return near


def _move_centres(placed: Floats, near: Floats) -> Floats:
    labels = near.argmax(axis=1)
    moved = near
    for _ in range(ROUNDS):
        centres = np.zeros((near.shape[1], placed.shape[1]))
        np.add.at(centres, labels, placed)
        moved = NAME_WEIGHT * _standard(near) + (1 - NAME_WEIGHT) * _standard(
            placed @ semantics.unit(centres).T
        )
        again = np.round(moved, 6).argmax(axis=1)
        if (again == labels).all():
            break
        labels = again
    return np.asarray(moved - moved.min() + 1e-3, dtype=np.float64)


def _standard(near: Floats) -> Floats:
    spread = near.std(axis=0)
    scaled: Floats = (near - near.mean(axis=0)) / np.where(spread > 1e-9, spread, 1.0)
    return scaled


def _profile(name: str) -> dict[str, float]:
    """Return the concepts and words of a name, read in every language."""
    found: dict[str, float] = {}
    for language in LANGUAGES:
        words = read_words(name, language)
        found |= find_concepts(words, language)
        found |= _own_words(words, language)
    return found


def _own_words(words: Sequence[Word], language: str) -> dict[str, float]:
    return {f"{language}:{form}": 1.0 for word in words for form in (word.lemma, *word.parts)}


def _cosine(first: dict[str, float], second: dict[str, float]) -> float:
    shared = sum(count * second[key] for key, count in first.items() if key in second)
    lengths = sum(v * v for v in first.values()) * sum(v * v for v in second.values())
    return shared / lengths**0.5 if lengths else 0.0


def _ids(statements: Sequence[Statement]) -> tuple[str, ...]:
    return tuple(each.id for each in statements)


def _themes(
    names: Sequence[str], statements: Sequence[Statement], near: Floats, best: np.ndarray
) -> tuple[Theme, ...]:
    themes = []
    for place, name in enumerate(names):
        members = [
            Member(statements[int(row)].id, round(float(near[row, place]), 3))
            for row in np.flatnonzero(best == place)
        ]
        members.sort(key=lambda member: (-member.strength, member.id))
        themes.append(Theme(f"name-{place + 1}", {}, tuple(members), dict.fromkeys(LANGUAGES, name)))
    return tuple(themes)
