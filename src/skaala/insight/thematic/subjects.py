"""
Subject headings: what a theme may be called, as noun phrases in their base form in each language.

They are our own, and deliberately general: the work of municipalities, how good practice spreads, and what else people
speak of. A theme gets the heading that finds its statements best (:mod:`skaala.insight.thematic.headings`), so a name is never an
inflected word or a bare verb, and it exists in every language at once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from skaala.insight.thematic.subjects_of_life import LIFE
from skaala.insight.thematic.subjects_of_towns import TOWNS
from skaala.insight.thematic.words import LANGUAGES


@dataclass(frozen=True)
class Subject:
    """A heading, by language."""

    names: Mapping[str, str]


def read_subjects(text: str) -> tuple[Subject, ...]:
    """
    Return the headings written in ``text``, one per line: `fi | sv | en`.

    >>> read_subjects("linnut | fåglar | birds")[0].names["sv"]
    'fåglar'
    """
    return tuple(
        Subject(dict(zip(LANGUAGES, (each.strip() for each in line.split("|")), strict=True)))
        for line in text.strip().splitlines()
    )


SUBJECTS = read_subjects(TOWNS) + read_subjects(LIFE)
"""Every heading; their order decides between two that fit equally well."""
MUNICIPAL = len(read_subjects(TOWNS))
"""So many of them, the first, are of municipal work."""
