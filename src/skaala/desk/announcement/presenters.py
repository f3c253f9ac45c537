"""An announcement's text with the words marked that values were read from, each mark leading to its fields."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from skaala.announcement import Span


@dataclass(frozen=True)
class Source:
    """Where the value of one field was read from; ``target`` is the id of its input."""

    span: Span
    label: str
    target: str


@dataclass
class Piece:
    """A stretch of the text; with an ``anchor`` it is marked, and ``sources`` are the fields it gave."""

    text: str
    anchor: str = ""
    sources: list[Source] = field(default_factory=list)


@dataclass(frozen=True)
class MarkedText:
    """The whole text in pieces, and for the id of each input the anchors of its words."""

    pieces: list[Piece]
    anchors: dict[str, list[tuple[str, str]]]


def mark(text: str, sources: Sequence[Source]) -> MarkedText:
    """
    Cut ``text`` into marked and plain pieces. Stretches that overlap become one mark with all their fields.

    ``anchors`` pairs each mark's id with the very words of that field, which may be fewer than the mark holds.
    """
    pieces: list[Piece] = []
    anchors: dict[str, list[tuple[str, str]]] = {}
    at = 0
    for number, group in enumerate(_overlapping(sources), start=1):
        start, end = group[0].span.start, max(source.span.end for source in group)
        if start > at:
            pieces.append(Piece(text[at:start]))
        anchor = f"words-{number}"
        pieces.append(Piece(text[start:end], anchor, group))
        for source in group:
            anchors.setdefault(source.target, []).append((anchor, source.span.of(text)))
        at = end
    if at < len(text):
        pieces.append(Piece(text[at:]))
    return MarkedText(pieces, anchors)


def _overlapping(sources: Sequence[Source]) -> list[list[Source]]:
    groups: list[list[Source]] = []
    end = -1
    for source in sorted(sources, key=lambda each: (each.span.start, each.span.end)):
        if groups and source.span.start < end:
            groups[-1].append(source)
        else:
            groups.append([source])
        end = max(end, source.span.end)
    return groups
