"""
What statements in Finnish, Swedish and English are about: themes, each with its statements, and a pile of outliers.

Four steps, each in a module of its own: the words of a statement in their dictionary form with compounds taken apart
(:mod:`skaala.insight.read_words`); the concepts of a trilingual glossary that they name, which make one theme of one
thing said in three languages (:mod:`skaala.insight.find_concepts`); rows of weights
(:mod:`skaala.insight.weigh_words`); themes and how many there are (:mod:`skaala.insight.gather_themes`), named by the
words people used (:mod:`skaala.insight.name_themes`).

There is no chance in it: the same statements give the same themes to the last digit, in whatever order they come.
What an analyst then decides is laid over the result by :mod:`skaala.insight.decide_themes`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

import numpy as np
from scipy.optimize import linear_sum_assignment

from skaala.insight.gather_themes import find_directions, gather
from skaala.insight.name_themes import name_themes
from skaala.insight.themed import Member, Statement, Theme, Themes
from skaala.insight.votes import Whole
from skaala.insight.weigh_words import read_statement, weigh

__all__ = ["Member", "Statement", "Theme", "Themes", "find_themes"]

LEAST_STRENGTH = 0.3
"""Of a statement that its theme accounts for less than this, we cannot say what it is about."""
MOST_NEW = 1 / 3
"""Where more of the statements are new, the number of themes is chosen anew."""


def find_themes(
    statements: Sequence[Statement], *, number: int | None = None, earlier: Themes | None = None
) -> Themes:
    """
    Find the themes of statements.

    Parameters
    ----------
    statements
        In any order; ids must differ.
    number
        How many themes, if somebody has decided that; otherwise see :func:`skaala.insight.gather_themes.gather`.
    earlier
        The themes of an earlier run. As long as at most a third of the statements are new, these themes are kept:
        new statements join them, old ones move only to a theme that is clearly nearer. Otherwise the number is
        chosen anew, and a theme gets the id and the words of the earlier one with which it shares most statements,
        if that is at least half of the smaller of the two.

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
    if len({each.id for each in ordered}) < len(ordered):
        raise ValueError("two statements have the same id")
    readings = [read_statement(each.text, each.language) for each in ordered]
    weights = weigh(readings)
    told = [
        row
        for row, reading in enumerate(readings)
        if not reading.is_about_occasion and weights.indptr[row + 1] > weights.indptr[row]
    ]
    if not told:
        return Themes((), tuple(each.id for each in ordered))
    ids = [ordered[row].id for row in told]
    before = _before(ids, earlier) if earlier and number is None else None
    found = gather(find_directions(weights[told]), number=number, before=before)
    inside = np.round(found.strengths, 4) >= LEAST_STRENGTH
    groups = [
        [place for place in np.flatnonzero(found.labels == label) if inside[place]]
        for label in range(int(found.labels.max()) + 1)
    ]
    words = name_themes([[readings[told[place]] for place in group] for group in groups])
    themes = [
        Theme(
            _new_id(ids[place] for place in group),
            words[label],
            tuple(
                sorted(
                    (Member(ids[place], round(float(found.strengths[place]), 3)) for place in group),
                    key=lambda member: (-member.strength, member.id),
                )
            ),
        )
        for label, group in enumerate(groups)
    ]
    if earlier and before is not None:
        themes = [
            _as_earlier(theme, earlier.themes[label]) if label < len(earlier.themes) else theme
            for label, theme in enumerate(themes)
        ]
    elif earlier:
        themes = _match(themes, earlier)
    themes = [theme for theme in themes if theme.members]
    in_themes = {member.id for theme in themes for member in theme.members}
    return Themes(
        tuple(sorted(themes, key=lambda theme: (-len(theme.members), theme.id))),
        tuple(each.id for each in ordered if each.id not in in_themes),
        {k: (round(mean, 4), round(error, 4)) for k, (mean, error) in found.tried.items()},
    )


def _before(ids: Sequence[str], earlier: Themes) -> Whole | None:
    """Return for each statement the place of its earlier theme or −1; None if too many are new to keep themes."""
    place = {member.id: number for number, theme in enumerate(earlier.themes) for member in theme.members}
    known = place.keys() | set(earlier.outliers)
    if sum(each not in known for each in ids) > MOST_NEW * len(ids) or not any(each in place for each in ids):
        return None
    return np.array([place.get(each, -1) for each in ids])


def _as_earlier(theme: Theme, earlier: Theme) -> Theme:
    return Theme(earlier.id, {**theme.words, **earlier.words}, theme.members)


def _match(themes: list[Theme], earlier: Themes) -> list[Theme]:
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
