"""Which subject headings a theme gets: those that find its own statements, and hardly any others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from scipy.optimize import linear_sum_assignment

from skaala.insight.thematic.concepts import find_concepts, find_fields
from skaala.insight.thematic.results import Theme
from skaala.insight.thematic.subjects import MUNICIPAL, SUBJECTS
from skaala.insight.thematic.weights import StatementReading
from skaala.insight.thematic.words import LANGUAGES, read_words
from skaala.insight.votes import Floats

FIRST = 5
"""A heading is tried by the statements that it finds first."""
GOOD_ENOUGH = 0.8
"""The share of these that must be in the theme for one heading to do."""
CANDIDATES = 5
FOUND_FIRST = 0.7
"""How much it is worth to find the group's statements first, beside lying nearer to all of them."""
ELSEWHERE = 0.4
"""How much less the other headings are worth where municipal work is spoken of."""
Heading = tuple[int, ...]


def choose_headings(
    groups: Sequence[Sequence[int]], nearness: Floats, municipal: float = 1.0
) -> list[dict[str, str]]:
    """
    Return for each group of statements its name by language, all of them different; empty for an empty group.

    A heading is worth how much nearer it is to the group's statements than to all others, in standard deviations, and
    the share of the group among the statements that it finds first. Where one heading finds too many others, two of them
    together are tried.

    Parameters
    ----------
    groups
        The rows of each group.
    nearness
        Statements × headings, in the order of :data:`SUBJECTS`.
    municipal
        From 0 to 1 how surely the statements are about municipal work, whose headings then come first.
    """
    filled = [place for place, group in enumerate(groups) if len(group)]
    if not filled or not nearness.any():
        return [{} for _ in groups]
    worths = np.array([_worth(groups[place], nearness) for place in filled])
    worths[:, MUNICIPAL:] -= ELSEWHERE * municipal
    names: list[dict[str, str]] = [{} for _ in groups]
    for row, subject in zip(*linear_sum_assignment(-np.round(worths, 6)), strict=True):
        names[filled[row]] = _name(_improve(groups[filled[row]], int(subject), worths[row], nearness))
    return names


def name_of(theme: Theme) -> dict[str, str]:
    """Return what a theme is called by language: by a person, or its heading, or else the words people used."""
    if theme.names or theme.headings:
        return {**theme.headings, **theme.names}
    return {language: ", ".join(words[:3]).capitalize() for language, words in theme.words.items() if words}


def nearness_by_concepts(readings: Sequence[StatementReading]) -> Floats:
    """Return statements × headings by the concepts of the glossary that both name: for where there are no vectors."""
    headings = [_concepts_of_heading(subject.names) for subject in SUBJECTS]
    columns = {key: place for place, key in enumerate(sorted({key for each in headings for key in each}))}
    said = [_with_fields(reading.concepts) for reading in readings]
    rows, found = np.zeros((len(said), len(columns))), np.zeros((len(headings), len(columns)))
    for matrix, profiles in ((rows, said), (found, headings)):
        for row, profile in enumerate(profiles):
            for key, count in profile.items():
                if key in columns:
                    matrix[row, columns[key]] = count
        matrix /= np.maximum(np.linalg.norm(matrix, axis=1, keepdims=True), 1e-9)
    near: Floats = rows @ found.T
    return near


def _concepts_of_heading(names: Mapping[str, str]) -> dict[str, float]:
    found: dict[str, float] = {}
    for language in LANGUAGES:
        for key, count in _with_fields(
            find_concepts(read_words(names[language], language), language)
        ).items():
            found[key] = found.get(key, 0.0) + count
    return found


def _with_fields(concepts: Mapping[str, float]) -> dict[str, float]:
    fields = find_fields(dict(concepts))
    return {**concepts, **{f"field:{name}": count / 3 for name, count in fields.items()}}


def _worth(group: Sequence[int], nearness: Floats) -> Floats:
    inside = np.zeros(len(nearness), dtype=bool)
    inside[list(group)] = True
    outside = nearness[~inside].mean(axis=0) if not inside.all() else 0.0
    spread = nearness.std(axis=0)
    margin = (nearness[inside].mean(axis=0) - outside) / np.where(spread > 1e-9, spread, 1.0)
    worth: Floats = np.where(spread > 1e-9, margin, 0.0) + FOUND_FIRST * _precision(inside, nearness)
    return worth


def _precision(inside: np.ndarray, nearness: Floats) -> Floats:
    """Return for each column the share of the group among what it finds first."""
    number = min(FIRST, int(inside.sum()))
    first = np.argsort(-np.round(nearness, 6), axis=0, kind="stable")[:number]
    found: Floats = inside[first].mean(axis=0)
    return found


def _improve(group: Sequence[int], subject: int, worths: Floats, nearness: Floats) -> Heading:
    inside = np.zeros(len(nearness), dtype=bool)
    inside[list(group)] = True
    alone = float(_precision(inside, nearness[:, [subject]])[0])
    if alone >= GOOD_ENOUGH:
        return (subject,)
    others = [int(each) for each in np.argsort(-np.round(worths, 6), kind="stable") if each != subject]
    pairs = [(subject, other) for other in others[:CANDIDATES]]
    together = np.array([nearness[:, list(pair)].mean(axis=1) for pair in pairs]).T
    precisions = _precision(inside, together)
    best = int(precisions.argmax())
    return pairs[best] if precisions[best] > alone else (subject,)


def _name(heading: Heading) -> dict[str, str]:
    found = {}
    for language in LANGUAGES:
        name = ", ".join(SUBJECTS[each].names[language] for each in heading)
        found[language] = name[:1].upper() + name[1:]
    return found
