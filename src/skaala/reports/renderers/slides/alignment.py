"""The alignment of perspectives on one slide: a bar and a share for each theme and perspective, as shapes that can be changed."""

from __future__ import annotations

from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Inches

from skaala.reports.contents import Alignment, AlignmentRow
from skaala.reports.renderers.slides.deck import ACCENT, BAR, INK, INNER, LINE, SIDE, SMALL, Deck, Slide
from skaala.reports.renderers.slides.fit import cut, height
from skaala.reports.renderers.texts import clean

THEME, WORDS, PAD = 3.7, 1.85, 0.12
"""Inches: the column of themes, the words of a share, the room beside them."""
NARROWEST_BAR = 0.4
MOST_LINES = 2


def add_alignment(deck: Deck, alignment: Alignment) -> None:
    """Add the slide; themes for which there is no room are in the notes, as everything is."""
    slide = deck.slide(clean(alignment.title))
    wide = (INNER - THEME) / len(alignment.perspectives)
    heads = [cut(clean(name), SMALL, wide - PAD, MOST_LINES, bold=True) for name in alignment.perspectives]
    tall = max(height(head, SMALL, wide - PAD, bold=True) for head in heads) + PAD / 2
    for place, head in enumerate(heads):
        slide.text(
            [head],
            left=SIDE + THEME + place * wide,
            width=wide - PAD,
            tall=tall,
            size=SMALL,
            colour=ACCENT,
            bold=True,
        )
    top = slide.top + tall
    for row in alignment.rows:
        theme = cut(clean(row.theme), SMALL, THEME - PAD, MOST_LINES)
        # “over half” with a statement's number takes two lines in some languages.
        room = min(WORDS, wide - PAD)
        labels = [cut(mark.label if mark is not None else "–", SMALL, room, MOST_LINES) for mark in row.marks]
        line = (
            max(height(theme, SMALL, THEME - PAD), *(height(each, SMALL, room) for each in labels)) + PAD / 2
        )
        if top + line > slide.bottom:
            break
        slide.text([theme], left=SIDE, top=top, width=THEME - PAD, tall=line, size=SMALL)
        for place, (mark, words) in enumerate(zip(row.marks, labels, strict=True)):
            left = SIDE + THEME + place * wide
            share = mark.share if mark is not None else None
            _bar(slide, left, top, wide - WORDS - PAD, share)
            slide.text(
                [words],
                left=left + wide - PAD - WORDS,
                top=top,
                width=WORDS,
                tall=line,
                size=SMALL,
                colour=INK,
            )
        top += line
    slide.close([clean(alignment.alternative), *(_in_words(alignment, row) for row in alignment.rows)])


def _in_words(alignment: Alignment, row: AlignmentRow) -> str:
    shares = (
        f"{clean(name)} {mark.label if mark is not None else '–'}"
        for name, mark in zip(alignment.perspectives, row.marks, strict=True)
    )
    return " ".join(
        part for part in (f"{clean(row.theme)}: {'; '.join(shares)}.", clean(row.parting)) if part
    )


def _bar(slide: Slide, left: float, top: float, wide: float, share: int | None) -> None:
    if wide < NARROWEST_BAR:
        return
    for part, colour in ((100, LINE), (share or 0, BAR)):
        if part:
            shape = slide.made.shapes.add_shape(
                MSO_SHAPE.RECTANGLE, Inches(left), Inches(top + 0.07), Inches(wide * part / 100), Inches(0.18)
            )
            shape.fill.solid()
            shape.fill.fore_color.rgb = colour
            shape.line.fill.background()
            slide.deck.decorative(shape)
