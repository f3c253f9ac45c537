"""
What statements in Finnish, Swedish and English are about: themes, each with its statements, and a pile of outliers.

Four steps, each in a module of its own: the words of a statement in their dictionary form with compounds taken apart
(:mod:`skaala.insight.thematic.words`); the concepts of a trilingual glossary that they name, which make one theme of one
thing said in three languages (:mod:`skaala.insight.thematic.concepts`); rows of weights
(:mod:`skaala.insight.thematic.weights`); themes and how many there are (:mod:`skaala.insight.thematic.gathering`), named by the
words people used (:mod:`skaala.insight.thematic.naming`).

Where the caller hands in sentence vectors, they are the first thing statements are compared by, and the glossary the
second (:mod:`skaala.insight.thematic.semantics`). Names to begin with are subject headings
(:mod:`skaala.insight.thematic.headings`).

There is no chance in it: the same statements give the same themes to the last digit, in whatever order they come.
What an analyst then decides is laid over the result by :mod:`skaala.insight.thematic.decisions`.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy import sparse
from scipy.optimize import linear_sum_assignment

from skaala.insight.thematic import semantics
from skaala.insight.thematic.gathering import Gathering, find_directions, gather
from skaala.insight.thematic.headings import choose_headings, nearness_by_concepts
from skaala.insight.thematic.naming import name_themes
from skaala.insight.thematic.results import GLOSSARY, VECTORS, Member, Statement, Theme, Themes
from skaala.insight.thematic.semantics import Vectors
from skaala.insight.thematic.weights import (
    StatementReading,
    concepts_per_word,
    read_statement,
    weigh,
    weigh_concepts,
    weigh_words,
)
from skaala.insight.votes import Floats, Whole

__all__ = ["Member", "Statement", "Theme", "Themes", "find_themes"]

MIN_STRENGTH = 0.3
"""A statement of which its theme accounts for less than this is an outlier."""
MIN_STRENGTH_OF_VECTORS = 0.05
"""The same for vectors, where nearly everything has something in common with something."""
TRUSTED_GLOSSARY = 0.5
"""So much must the glossary count for its remarks about the meeting to be left out."""
LEAST_THEMES = 7
"""With vectors the silhouette is often best at two: true, and of no use. Half the root of what was said, at most this, is the least."""
BY_CONCEPTS = 0.5
"""How much the glossary's concepts count beside vectors where a heading is chosen."""
MAX_NEW_SHARE = 1 / 3
"""Where a larger share of the statements is new, the number of themes is chosen again."""


@dataclass(frozen=True)
class _View:
    """
    Statements as they are compared.

    :ivar usable: the rows that can be in a theme
    :ivar units: for each usable row the number of what it says; translations of each other share one
    :ivar rows: a row of features for each unit
    :ivar nearness: statements × subject headings
    """

    usable: list[int]
    units: Whole
    rows: sparse.csr_matrix
    nearness: Floats
    min_strength: float
    method: str
    least_number: int = 2
    glossary_weight: float = 1.0


def find_themes(
    statements: Sequence[Statement],
    *,
    number: int | None = None,
    earlier: Themes | None = None,
    vectors: Vectors | None = None,
) -> Themes:
    """
    Find the themes of statements.

    Parameters
    ----------
    statements
        In any order; ids must differ.
    number
        How many themes, if somebody has decided that; otherwise see :func:`skaala.insight.thematic.gathering.gather`.
    earlier
        The themes of an earlier run. As long as at most a third of the statements are new, these themes are kept:
        new statements join them, old ones move only to a theme that is clearly nearer. Otherwise the number is
        chosen again, and a theme gets the id and the words of the earlier one with which it shares most statements,
        if that is at least half of the smaller of the two.
    vectors
        By text, for each of :func:`skaala.insight.thematic.semantics.texts_to_encode`; without them the glossary alone is used.

    Returns
    -------
    Themes

    Raises
    ------
    ValueError
        If two statements have the same id.

    Examples
    --------
    >>> said = [
    ...     ("a", "Hulevedet tulvivat kellariin", "fi"), ("b", "Dagvattnet rinner till sjön", "sv"),
    ...     ("c", "Stormwater floods the park", "en"), ("d", "Bussi kulkee liian harvoin", "fi"),
    ...     ("e", "Tåg och buss borde ha samma biljett", "sv"), ("f", "The bus timetable is a mystery", "en"),
    ...     ("g", "Kiitos kahvista!", "fi"),
    ... ]
    >>> found = find_themes([Statement(*each) for each in said], number=2)
    >>> sorted(sorted(member.id for member in theme.members) for theme in found.themes), found.outliers
    ([['a', 'b', 'c'], ['d', 'e', 'f']], ('g',))
    """
    ordered = sorted(statements, key=lambda each: each.id)
    every_id = [each.id for each in ordered]
    if len(set(every_id)) < len(every_id):
        raise ValueError("two statements have the same id")
    readings = [read_statement(each.text, each.language) for each in ordered]
    view = _view_by_glossary(readings) if vectors is None else _view_by_vectors(ordered, readings, vectors)
    if not view.usable:
        return Themes((), tuple(every_id), method=view.method)
    ids = [every_id[row] for row in view.usable]
    before = _earlier_places(ids, earlier) if earlier and number is None else None
    gathering = _gather_units(view, number, before)
    groups = _strong_members(gathering, view.min_strength)
    words = name_themes([[readings[view.usable[place]] for place in group] for group in groups])
    headings = choose_headings(
        [[view.usable[place] for place in group] for group in groups], view.nearness, view.glossary_weight
    )
    themes = [
        replace(_make_theme(ids, group, gathering, theme_words), headings=heading)
        for group, theme_words, heading in zip(groups, words, headings, strict=True)
    ]
    if earlier:
        keep = _match if before is None else _keep_order
        themes = keep(themes, earlier)
    return replace(_collect(every_id, themes, gathering), method=view.method)


def _view_by_glossary(readings: Sequence[StatementReading]) -> _View:
    weights = weigh(readings)
    usable = _usable_rows(readings, weights)
    return _View(
        usable,
        np.arange(len(usable)),
        weights[usable],
        nearness_by_concepts(readings),
        MIN_STRENGTH,
        GLOSSARY,
    )


def _view_by_vectors(
    statements: Sequence[Statement], readings: Sequence[StatementReading], vectors: Vectors
) -> _View:
    weight = semantics.glossary_weight(concepts_per_word(readings))
    # where the glossary hardly knows what is spoken of, a camera or a session is no remark about the meeting
    usable = [
        row
        for row, reading in enumerate(readings)
        if not (reading.is_about_occasion and weight >= TRUSTED_GLOSSARY)
    ]
    if not usable:
        return _View([], np.zeros(0, dtype=int), sparse.csr_matrix((0, 1)), np.zeros((0, 0)), 0.0, VECTORS)
    placed = semantics.centred_statements(statements, vectors)
    units = semantics.pair_translations(placed[usable], [statements[row].language for row in usable])
    about = [readings[row] for row in usable]
    joined = semantics.join_views(placed[usable], weigh_words(about), weigh_concepts(about), weight)
    return _View(
        usable,
        units,
        sparse.csr_matrix(semantics.pool(joined, units)),
        placed @ semantics.centred_headings(vectors).T
        + BY_CONCEPTS * weight * nearness_by_concepts(readings),
        MIN_STRENGTH_OF_VECTORS,
        VECTORS,
        least_number=max(2, min(LEAST_THEMES, math.isqrt(int(units.max()) + 1) // 2)),
        glossary_weight=weight,
    )


def _gather_units(view: _View, number: int | None, before: Whole | None) -> Gathering:
    """Gather what was said into themes, and give each statement the theme of what it says."""
    placed_before = None
    if before is not None:
        placed_before = np.full(view.rows.shape[0], -1)
        np.maximum.at(placed_before, view.units, before)
    gathering = gather(
        find_directions(view.rows), number=number, before=placed_before, least=view.least_number
    )
    return Gathering(gathering.labels[view.units], gathering.strengths[view.units], gathering.tried)


def _usable_rows(readings: Sequence[StatementReading], weights: sparse.csr_matrix) -> list[int]:
    """Return the rows that have something in common with others and are about more than the meeting itself."""
    return [
        row
        for row, reading in enumerate(readings)
        if not reading.is_about_occasion and weights.indptr[row + 1] > weights.indptr[row]
    ]


def _strong_members(gathering: Gathering, min_strength: float) -> list[list[int]]:
    """Return by theme the places of the rows for which it accounts well enough."""
    is_strong = np.round(gathering.strengths, 4) >= min_strength
    return [
        np.flatnonzero((gathering.labels == label) & is_strong).tolist()
        for label in range(int(gathering.labels.max()) + 1)
    ]


def _make_theme(
    ids: Sequence[str], group: Sequence[int], gathering: Gathering, words: Mapping[str, tuple[str, ...]]
) -> Theme:
    members = [Member(ids[place], round(float(gathering.strengths[place]), 3)) for place in group]
    members.sort(key=lambda member: (-member.strength, member.id))
    return Theme(_new_id(member.id for member in members), words, tuple(members))


def _collect(ids: Sequence[str], themes: Iterable[Theme], gathering: Gathering) -> Themes:
    """Return the themes that have members, the largest first, and every other statement as an outlier."""
    left = [theme for theme in themes if theme.members]
    in_themes = {member.id for theme in left for member in theme.members}
    return Themes(
        tuple(sorted(left, key=lambda theme: (-len(theme.members), theme.id))),
        tuple(each for each in ids if each not in in_themes),
        {k: (round(mean, 4), round(error, 4)) for k, (mean, error) in gathering.tried.items()},
    )


def _earlier_places(ids: Sequence[str], earlier: Themes) -> Whole | None:
    """Return for each statement the place of its earlier theme or −1; None if too many are new to keep themes."""
    place = {member.id: number for number, theme in enumerate(earlier.themes) for member in theme.members}
    known = place.keys() | set(earlier.outliers)
    if sum(each not in known for each in ids) > MAX_NEW_SHARE * len(ids) or not any(
        each in place for each in ids
    ):
        return None
    return np.array([place.get(each, -1) for each in ids])


def _as_earlier(theme: Theme, earlier: Theme) -> Theme:
    return replace(theme, id=earlier.id, words={**theme.words, **earlier.words})


def _keep_order(themes: Sequence[Theme], earlier: Themes) -> list[Theme]:
    """Give each theme the id and words of the one it was made from; a theme's place is that of the earlier one."""
    return [
        _as_earlier(theme, earlier.themes[place]) if place < len(earlier.themes) else theme
        for place, theme in enumerate(themes)
    ]


def _match(themes: Sequence[Theme], earlier: Themes) -> list[Theme]:
    """Give each theme the id and words of the earlier one with which it shares most, if they share enough."""
    now = [{member.id for member in theme.members} for theme in themes]
    then = [{member.id for member in theme.members} for theme in earlier.themes]
    shared = np.array([[len(a & b) for b in then] for a in now]).reshape(len(now), len(then))
    matched = list(themes)
    for a, b in zip(*linear_sum_assignment(-shared), strict=True):
        if 2 * shared[a, b] >= min(len(now[a]), len(then[b])) > 0:
            matched[a] = _as_earlier(themes[a], earlier.themes[b])
    return matched


def _new_id(ids: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(sorted(ids)).encode()).hexdigest()[:10]
