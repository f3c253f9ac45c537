"""Folds a text for reading without moving a single character, and cuts it into lines and blocks.

Every offset found in the folded text is an offset in the text as written; that is what makes evidence exact.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from skaala.announcement.draft import Span
from skaala.announcement.layout.wrapping import continues

LONGEST_LINE = 4000

_FOLDED = {
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\uff0d", "-"),
    **dict.fromkeys(
        "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000", " "
    ),
    **dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad", " "),
    **dict.fromkeys("\u2018\u2019\u02bc\u00b4`", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb", '"'),
    **dict.fromkeys("\r\v\f\x1c\x1d\x1e\x85\u2028\u2029", "\n"),
}
_TABLE = str.maketrans(_FOLDED)


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of the text as a reader sees it: a paragraph wrapped by a mail program is one line."""

    start: int
    end: int
    index: int
    block: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Page:
    """A text, its folded twin of the same length, and its lines."""

    text: str
    folded: str
    lines: list[TextLine]
    plain: str  # the text as written, with spaces for line breaks and for spaces that do not break

    def line_at(self, position: int) -> TextLine:
        low, high = 0, len(self.lines) - 1
        while low < high:
            middle = (low + high + 1) // 2
            if self.lines[middle].start <= position:
                low = middle
            else:
                high = middle - 1
        return self.lines[low]

    def first_of_block(self, line: TextLine) -> TextLine:
        return self.lines[bisect_left(self.lines, line.block, key=lambda other: other.block)]

    def words(self, line: TextLine) -> str:
        return self.folded[line.start : line.end]


def fold(text: str) -> str:
    """Return the text in lower case with plain dashes, spaces and quotes, character for character."""
    plain = text.translate(_TABLE)
    lowered = plain.lower()
    if len(lowered) == len(plain):
        return lowered
    return "".join(c if len(c.lower()) != 1 else c.lower() for c in plain)


@dataclass(slots=True)
class _Piece:
    """A line in the making: its place and its block."""

    start: int
    end: int
    block: int


def lay_out(text: str) -> Page:
    """Return the page: folded, with wrapped lines joined and blank lines parting the blocks."""
    folded = fold(text)
    pieces: list[_Piece] = []
    block = 0
    position = 0
    blank = False
    widest = 0
    unwrapped = list(folded)
    for raw in folded.split("\n"):
        start = position + len(raw) - len(raw.lstrip())
        position += len(raw) + 1
        stripped = raw.strip()
        if not stripped:
            blank = True
            continue
        end = start + len(stripped)
        if blank and pieces:
            block += 1
            widest = 0
        if (
            pieces
            and not blank
            and continues(text, folded, _last_row(folded, pieces[-1]), Span(start, end), widest)
        ):
            unwrapped[pieces[-1].end : start] = " " * (start - pieces[-1].end)
            pieces[-1].end = end
        else:
            pieces.append(_Piece(start, end, block))
        widest = max(widest, len(stripped))
        blank = False
    folded = "".join(unwrapped)
    lines = [
        (span, piece.block)
        for piece in pieces
        for span in cut_long(folded, Span(piece.start, piece.end), LONGEST_LINE)
    ]
    plain = text.replace("\n", " ").replace("\u00a0", " ")
    numbered = [TextLine(span.start, span.end, at, block) for at, (span, block) in enumerate(lines)]
    return Page(text, folded, numbered, plain)


def _last_row(folded: str, piece: _Piece) -> Span:
    """Return the last row of a line that may be made of several wrapped rows already."""
    newline = folded.rfind("\n", piece.start, piece.end)
    return Span(max(piece.start, newline + 1), piece.end)


def cut_long(folded: str, span: Span, longest: int) -> Iterator[Span]:
    """Yield a passage in pieces that are not longer than anyone writes, so that reading stays linear."""
    start, end = span.start, span.end
    while end - start > longest:
        space = folded.rfind(" ", start + longest // 2, start + longest)
        cut = space if space > start else start + longest
        yield Span(start, cut)
        start = cut + 1 if space > start else cut
    yield Span(start, end)
