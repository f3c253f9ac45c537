"""Themes as results: what was found, without what it takes to find it, so that a page can show it lightly."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

GLOSSARY = "glossary"
VECTORS = "vectors and glossary"


@dataclass(frozen=True)
class Statement:
    """One statement: its id, what it says and in which language (`fi`, `sv`, `en`; others are read as written)."""

    id: str
    text: str
    language: str


@dataclass(frozen=True)
class Member:
    """
    A statement in a theme.

    Attributes
    ----------
    id
        Of the statement.
    strength
        How much of it the theme accounts for, 0 to 1.
    by_hand
        Whether a person put it there.
    """

    id: str
    strength: float
    by_hand: bool = False


@dataclass(frozen=True)
class Theme:
    """
    A theme.

    Attributes
    ----------
    id
        Stays the same when statements are added; see `earlier` in :func:`skaala.insight.thematic.themes.find_themes`.
    words
        By language up to four words that people used in it; a language without a statement is missing.
    members
        The strongest first.
    names
        By language what a person called it; empty before that.
    headings
        By language the subject heading that finds its members best: a noun phrase, to begin with; empty if none fits.
    """

    id: str
    words: Mapping[str, tuple[str, ...]]
    members: tuple[Member, ...]
    names: Mapping[str, str] = field(default_factory=dict)
    headings: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Themes:
    """
    All themes of a set of statements.

    Attributes
    ----------
    themes
        The largest first.
    outliers
        Statements that are in none: remarks about the meeting itself, and what has nothing in common with others.
    tried
        The mean silhouette of every number of themes that was looked at and its standard error; empty where the number
        was given or earlier themes were kept.
    method
        What they were found with: :data:`GLOSSARY` or :data:`VECTORS`.
    """

    themes: tuple[Theme, ...]
    outliers: tuple[str, ...]
    tried: Mapping[int, tuple[float, float]] = field(default_factory=dict)
    method: str = GLOSSARY
