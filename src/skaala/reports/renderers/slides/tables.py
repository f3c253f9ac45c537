"""Tables on slides: as many rows and columns a slide as can be read from the back of the room."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Inches

from skaala.reports.renderers.slides.deck import (
    ACCENT,
    INK,
    INNER,
    SIDE,
    SMALL,
    WHITE,
    Deck,
    Slide,
    describe,
)
from skaala.reports.renderers.slides.fit import BOLD_WIDTH, LINE, cut, height

MOST_COLUMNS = 6
NARROWEST, WIDEST = 2.4, 5.4
"""Of the first column, which names the rows, inches."""
MOST_LINES, FEWEST_LINES = 14, 2
"""Of a cell: more than the longest statement takes, where the slide has room."""
PADS = (0.1, 0.06, 0.03)
"""Room above and below the words of a row together, inches: the first with which the table stays on one slide, or the first."""
Look = Callable[[int, int], tuple[RGBColor, RGBColor] | None]
"""Row and column of a cell → its ground and ink, or None for the table's own."""


def add_tables(
    deck: Deck,
    title: str,
    kicker: str,
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    numbers: set[int],
    alternative: str,
    *,
    look: Look | None = None,
    notes: Sequence[str] = (),
    continued: str,
) -> None:
    """
    Add a table on as many slides as it needs; each begins with the heading row and the first column.

    :param numbers: columns whose cells stand at the right
    """
    pad = _pad(deck, title, kicker, columns, rows)
    first = True
    for picked in _column_groups(columns):
        widths = _widths([columns[column] for column in picked])
        heads = [
            cut(columns[c], SMALL, wide - 0.2, 3, bold=True) for c, wide in zip(picked, widths, strict=True)
        ]
        start = 0
        while start < len(rows) or first:
            slide = deck.slide(title if first else f"{title} ({continued})", kicker)
            cells = [[row[column] for column in picked] for row in rows[start:]]
            shown, talls = _fitting(heads, cells, widths, slide.room, pad)
            _draw(deck, slide, heads, shown, widths, talls, picked, numbers, start, look, pad)
            describe(slide.made.shapes[-1], alternative, title)
            slide.close(notes)
            first = False
            start += len(shown)


def _column_groups(columns: Sequence[str]) -> list[list[int]]:
    """Return the columns of each round of slides: the first one, and as many others as fit beside it with whole words."""
    groups: list[list[int]] = []
    for column in range(1, len(columns)):
        group = [*groups[-1], column] if groups else [0, column]
        needed = NARROWEST + sum(_least(columns[each]) for each in group[1:])
        if groups and (len(group) > MOST_COLUMNS or needed > INNER):
            groups.append([0, column])
        elif groups:
            groups[-1] = group
        else:
            groups.append(group)
    return groups or [[0]]


def _least(head: str) -> float:
    """Return how wide a column must be so that no word of its heading is broken, inches."""
    longest = max((len(word) for word in head.split(" ")), default=0)
    return min(4.0, longest * SMALL * BOLD_WIDTH / 72 + 0.3)


def _fitting(
    heads: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float], room: float, pad: float
) -> tuple[list[list[str]], list[float]]:
    """Return the first of ``rows`` that fit on a slide under ``heads``, at least one, and the heights of all of them."""
    shown: list[list[str]] = []
    talls = [_tall(heads, widths, bold=True) + pad]
    most = max(FEWEST_LINES, min(MOST_LINES, int((room - talls[0] - pad) / (SMALL * LINE / 72))))
    for row in rows:
        cells = [cut(cell, SMALL, wide - 0.2, most) for cell, wide in zip(row, widths, strict=True)]
        tall = _tall(cells, widths) + pad
        if shown and sum(talls) + tall > room:
            break
        shown.append(cells)
        talls.append(tall)
    return shown, talls


def _tall(cells: Sequence[str], widths: Sequence[float], *, bold: bool = False) -> float:
    return max(height(cell, SMALL, wide - 0.2, bold=bold) for cell, wide in zip(cells, widths, strict=True))


def _pad(deck: Deck, title: str, kicker: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> float:
    if len(columns) > MOST_COLUMNS:
        return PADS[0]
    widths = _widths(columns)
    talls = [
        max(
            height(cut(c, SMALL, w - 0.2, MOST_LINES, bold=at == 0), SMALL, w - 0.2, bold=at == 0)
            for c, w in zip(row, widths, strict=True)
        )
        for at, row in enumerate((columns, *rows))
    ]
    room = deck.room_under(title, kicker)
    return next((pad for pad in PADS if sum(talls) + pad * len(talls) <= room), PADS[0])


def _widths(heads: Sequence[str]) -> list[float]:
    if len(heads) == 1:
        return [INNER]
    others = [max(_least(head), 1.5) for head in heads[1:]]
    if sum(others) > INNER - NARROWEST:
        others = [(INNER - NARROWEST) / len(others)] * len(others)
    lead = min(WIDEST, INNER - sum(others))
    spare = (INNER - lead - sum(others)) / len(others)
    return [lead, *(wide + spare for wide in others)]


def _draw(
    deck: Deck,
    slide: Slide,
    heads: Sequence[str],
    rows: Sequence[Sequence[str]],
    widths: Sequence[float],
    talls: Sequence[float],
    picked: Sequence[int],
    numbers: set[int],
    start: int,
    look: Look | None,
    pad: float,
) -> None:
    frame = slide.made.shapes.add_table(
        len(rows) + 1, len(heads), Inches(SIDE), Inches(slide.top), Inches(INNER), Inches(sum(talls))
    )
    table: Any = frame.table
    table.horz_banding = False
    for column, wide in enumerate(widths):
        table.columns[column].width = Inches(wide)
    for at, (tall, cells) in enumerate(zip(talls, (heads, *rows), strict=True)):
        table.rows[at].height = Inches(tall)
        for column, words in enumerate(cells):
            cell = table.cell(at, column)
            ground, ink = (ACCENT, WHITE) if at == 0 else (WHITE, INK)
            own = look(start + at - 1, picked[column]) if look and at else None
            if own is not None:
                ground, ink = own
            cell.fill.solid()
            cell.fill.fore_color.rgb = ground
            cell.vertical_anchor = MSO_ANCHOR.MIDDLE
            cell.margin_left = cell.margin_right = Inches(0.1)
            cell.margin_top = cell.margin_bottom = Inches(pad / 2)
            paragraph = cell.text_frame.paragraphs[0]
            paragraph.alignment = PP_ALIGN.RIGHT if picked[column] in numbers else PP_ALIGN.LEFT
            deck.run(paragraph, words, SMALL, ink, bold=at == 0)
