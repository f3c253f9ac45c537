"""
What each perspective agrees with most, theme by theme, laid out as a picture: where its bars, signs and words are. Pure.

One layout for the web and the PDF, tall and narrow so that a phone can show it. A perspective is known by its sign and not by a colour;
a bar that is a lower bound has an arrow at its end, and where only words may be told there is no bar.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.template.loader import render_to_string

from skaala.reports.contents import Alignment

WIDE = 420
LEFT, RIGHT = 26, 276
"""Where 0 and 100 per cent are."""
LINE, GAP = 20, 12
LETTERS = 54
"""How many letters fit on a line."""
SIGNS = (
    "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0z",
    "M-5-5h10v10h-10z",
    "M0-6l6 11h-12z",
    "M0-7l7 7l-7 7l-7-7z",
    "M0 6l6-11h-12z",
    "M-6-2h4v-4h4v4h4v4h-4v4h-4v-4h-4z",
)
"""A disc, a square, a triangle, a diamond, a triangle on its head and a cross, around their middle."""


@dataclass(frozen=True)
class Words:
    """A text and where its line begins."""

    x: float
    y: float
    text: str
    is_head: bool = False


@dataclass(frozen=True)
class Sign:
    """The sign of a perspective and where its middle is."""

    x: float
    y: float
    path: str


@dataclass(frozen=True)
class Bar:
    """A share: where it begins, and how long it is; None where only words tell it."""

    y: float
    wide: float | None
    is_bound: bool = False

    @property
    def end(self) -> float:
        return LEFT + (self.wide or 0)


@dataclass(frozen=True)
class Picture:
    """All that is drawn."""

    title: str
    tall: float
    words: list[Words] = field(default_factory=list)
    signs: list[Sign] = field(default_factory=list)
    bars: list[Bar] = field(default_factory=list)

    wide = WIDE
    left, whole, middle = LEFT, RIGHT - LEFT, (LEFT + RIGHT) // 2


def picture(alignment: Alignment) -> Picture:
    """Lay the alignment out."""
    words: list[Words] = []
    signs: list[Sign] = []
    bars: list[Bar] = []
    y = float(LINE)
    for place, name in enumerate(alignment.perspectives):
        signs.append(Sign(12, y - 4, sign(place)))
        for line in _lines(name):
            words.append(Words(LEFT, y, line))
            y += LINE
    for row in alignment.rows:
        y += GAP
        for line in _lines(row.theme):
            words.append(Words(6, y, line, is_head=True))
            y += LINE
        for place, mark in enumerate(row.marks):
            signs.append(Sign(12, y - 4, sign(place)))
            share = mark.share if mark is not None else None
            wide = round((RIGHT - LEFT) * share / 100, 1) if share is not None else None
            bars.append(Bar(y - 9, wide, mark is not None and mark.bound == "at_least"))
            words.append(Words(RIGHT + 10, y, mark.label if mark is not None else "–"))
            y += LINE
        for line in _lines(row.parting) if row.parting else ():
            words.append(Words(LEFT, y, line))
            y += LINE
    return Picture(alignment.alternative, y - LINE / 2, words, signs, bars)


def svg(alignment: Alignment) -> str:
    """Return the picture as a file of its own, in colours of its own."""
    return render_to_string("reports/alignment.svg", {"picture": picture(alignment), "is_alone": True})


def sign(place: int) -> str:
    """Return the outline of a perspective's sign."""
    return SIGNS[place % len(SIGNS)]


def _lines(text: str) -> list[str]:
    """Return a text in lines that fit; a word that is longer than a line is broken."""
    lines: list[str] = []
    for word in _pieces(text):
        if lines and len(lines[-1]) + 1 + len(word) <= LETTERS:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines or [""]


def _pieces(text: str) -> Iterator[str]:
    for word in text.split():
        yield from (word[start : start + LETTERS] for start in range(0, len(word), LETTERS))
