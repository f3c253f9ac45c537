"""A plain deck of our own look, made in code from the library's empty one: colours, sizes, footers, languages."""

from __future__ import annotations

import copy
import io
import re
from collections.abc import Sequence
from typing import Any

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE, PP_PLACEHOLDER
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.util import Inches, Pt

from skaala.reports.renderers.slides.fit import cut, height, lines
from skaala.reports.renderers.texts import runs, web_address

WIDE, TALL = 13.333, 7.5
SIDE = 0.6
INNER = WIDE - 2 * SIDE
SMALL, BODY, BIG = 18, 24, 30
"""Points: nothing is smaller than the first; running text is at least the second."""

MOST_TITLE_LINES = 5
TITLE = 20
"""Points of a title that would take more than four lines otherwise: a statement stands whole."""
MOST_NOTICE_LINES = 4
UNDER_TITLE = OVER_FOOT = 0.2

INK = RGBColor(0x16, 0x21, 0x1D)
SOFT = RGBColor(0x4A, 0x58, 0x53)
ACCENT = RGBColor(0x0B, 0x5A, 0x4A)
BAND = RGBColor(0x0B, 0x4A, 0x3E)
TINT = RGBColor(0xE2, 0xEF, 0xE9)
BAR = RGBColor(0x4C, 0x9A, 0x86)
LINE = RGBColor(0xCD, 0xD4, 0xCE)
WARM = RGBColor(0x7A, 0x4D, 0x00)
WARM_TINT = RGBColor(0xFD, 0xF0, 0xD2)
WHITE = RGBColor(0xFF, 0xFF, 0xFF)

FONT = "Arial"
THEME_COLOURS = {
    "dk2": "0B4A3E",
    "lt2": "F3F5F1",
    "accent1": "0B5A4A",
    "accent2": "4C9A86",
    "accent3": "9FCCBC",
    "accent4": "7A4D00",
    "accent5": "A4211B",
    "accent6": "6F7D76",
    "hlink": "0B5A4A",
    "folHlink": "4A5853",
}
REGIONS = {"fi": "fi-FI", "sv": "sv-FI", "en": "en-GB"}

Words = str | tuple[str, str]
"""A text, or a text and its language where it is not the deck's."""


class Deck:
    """Slides in one language, each with a title, the notices and its number."""

    def __init__(self, language: str, notices: Sequence[str]) -> None:
        self.language = language
        self.foreign: tuple[tuple[str, str], ...] = ()
        """Texts in another language than the deck's, each with its language."""
        self.notices = "  ·  ".join(notices)
        self.presentation: Any = Presentation()
        self.presentation.slide_width, self.presentation.slide_height = Inches(WIDE), Inches(TALL)
        self._look()
        self.notices = cut(self.notices, SMALL, INNER - 1.7, MOST_NOTICE_LINES, bold=True)
        tall = height(self.notices, SMALL, INNER - 1.7, bold=True) if self.notices else 0.3
        self.foot = TALL - 0.3 - tall - 0.1
        """Where the footer begins, inches from the top."""

    def save(self) -> bytes:
        made = io.BytesIO()
        self.presentation.save(made)
        return made.getvalue()

    def _look(self) -> None:
        presentation = self.presentation
        master = presentation.slide_master
        title_only = presentation.slide_layouts.get_by_name("Title Only")
        for layout in list(presentation.slide_layouts):
            if layout.name not in {"Title Slide", "Title Only"}:
                presentation.slide_layouts.remove(layout)
        for holder in (master, *presentation.slide_layouts):
            for shape in holder.shapes:
                shape.left, shape.width = (
                    int(shape.left * WIDE / 10),
                    int(shape.width * WIDE / 10),
                )
        for holder in (master, title_only):
            for shape in holder.placeholders:
                if shape.placeholder_format.type == PP_PLACEHOLDER.TITLE:
                    place(shape, SIDE, 0.85, INNER, 1.4)
        for relation in master.part.rels.values():
            if relation.reltype == RELATIONSHIP_TYPE.THEME:
                theme = relation.target_part
                theme._blob = _own_theme(theme.blob)
        # The library's picture of an empty deck would be shown as a preview of ours.
        package = presentation.part.package
        for key, relation in list(package._rels.items()):
            if relation.reltype == RELATIONSHIP_TYPE.THUMBNAIL:
                package._rels.pop(key)

    def room_under(self, title: str, kicker: str) -> float:
        """Return how many inches a slide with this title leaves."""
        shown = cut(title, TITLE, INNER, MOST_TITLE_LINES, bold=True)
        _size, start, tall = _title(shown, kicker)
        return self.foot - OVER_FOOT - start - tall - UNDER_TITLE

    def slide(self, title: str, kicker: str = "") -> Slide:
        """Return a new slide with its title set; what comes below it begins at its `top`."""
        made = self.presentation.slides.add_slide(self.presentation.slide_layouts.get_by_name("Title Only"))
        return Slide(self, made, title, kicker)

    def cover(self, title: str, subtitle: str, publishers: str, date: str) -> Any:
        """Return the first slide."""
        made = self.presentation.slides.add_slide(self.presentation.slide_layouts.get_by_name("Title Slide"))
        made.background.fill.solid()
        made.background.fill.fore_color.rgb = BAND
        title = cut(title, BODY, INNER - 1, 5, bold=True)
        subtitle = cut(subtitle, BODY, INNER - 1, 2)
        publishers = cut(publishers, SMALL + 2, INNER, 1)
        size = next((each for each in (44, 38, 32, 28) if lines(title, each, INNER - 1, bold=True) <= 3), 24)
        title_shape, subtitle_shape = made.placeholders[0], made.placeholders[1]
        place(title_shape, SIDE, 1.5, INNER - 1, 2.3)
        self.fill(title_shape.text_frame, [title], size, WHITE, bold=True, anchor=MSO_ANCHOR.BOTTOM)
        place(subtitle_shape, SIDE, 4.0, INNER - 1, 1.1)
        self.fill(subtitle_shape.text_frame, [subtitle], BODY, TINT)
        box = made.shapes.add_textbox(Inches(SIDE), Inches(5.2), Inches(INNER), Inches(0.9))
        self.fill(box.text_frame, [publishers, date], SMALL + 2, TINT)
        for step in range(9):
            bar = made.shapes.add_shape(
                MSO_SHAPE.RECTANGLE,
                Inches(WIDE - 3.0 + step * 0.27),
                Inches(1.3 - (0.12 + 0.1 * step)),
                Inches(0.16),
                Inches(0.12 + 0.1 * step),
            )
            bar.fill.solid()
            bar.fill.fore_color.rgb = RGBColor(0x2C, 0x7A, 0x67)
            bar.line.fill.background()
            self.decorative(bar)
        self.footer(made)
        return made

    def footer(self, made: Any) -> None:
        """Put the notices and the slide's number at its foot, as the placeholders that programs know."""
        for holder in made.slide_layout.placeholders:
            kind = holder.placeholder_format.type
            if kind == PP_PLACEHOLDER.FOOTER and self.notices:
                shape = self._cloned(made, holder)
                place(shape, SIDE, self.foot, INNER - 1.2, TALL - 0.3 - self.foot)
                shape.fill.solid()
                shape.fill.fore_color.rgb = WARM_TINT
                self.fill(
                    shape.text_frame,
                    [self.notices],
                    SMALL,
                    WARM,
                    bold=True,
                    anchor=MSO_ANCHOR.MIDDLE,
                    inset=0.1,
                )
            elif kind == PP_PLACEHOLDER.SLIDE_NUMBER:
                shape = self._cloned(made, holder)
                place(shape, WIDE - SIDE - 1.1, TALL - 0.75, 1.1, 0.42)
                dark = made.slide_layout.name == "Title Slide"
                self._number(shape, WHITE if dark else SOFT, len(self.presentation.slides))

    def _cloned(self, made: Any, holder: Any) -> Any:
        element = copy.deepcopy(holder._element)
        made.shapes._spTree.append(element)
        element.nvSpPr.cNvPr.set("id", str(made.shapes._next_shape_id))
        return next(shape for shape in made.shapes if shape._element is element)

    def _number(self, shape: Any, colour: RGBColor, number: int) -> None:
        frame = shape.text_frame
        self.fill(frame, [str(number)], SMALL, colour, align=PP_ALIGN.RIGHT)
        run = frame.paragraphs[0].runs[0]._r
        field = run.makeelement(
            qn("a:fld"), {"id": "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}", "type": "slidenum"}
        )
        for child in list(run):
            field.append(child)
        run.getparent().replace(run, field)

    def fill(
        self,
        frame: Any,
        paragraphs: Sequence[Words],
        size: float,
        colour: RGBColor,
        *,
        bold: bool = False,
        italic: bool = False,
        align: Any = PP_ALIGN.LEFT,
        anchor: Any = MSO_ANCHOR.TOP,
        inset: float = 0.0,
        gap: float = 0.0,
    ) -> None:
        """Write paragraphs into a frame, each run with its language."""
        frame.word_wrap = True
        frame.auto_size = None
        frame.vertical_anchor = anchor
        frame.margin_left = frame.margin_right = Inches(inset)
        frame.margin_top = frame.margin_bottom = Inches(min(inset, 0.04))
        frame.clear()
        for at, words in enumerate(paragraphs):
            paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
            paragraph.alignment = align
            if gap:
                paragraph.space_after = Pt(gap * 72)
            self.run(paragraph, words, size, colour, bold=bold, italic=italic)

    def run(
        self,
        paragraph: Any,
        words: Words,
        size: float,
        colour: RGBColor,
        *,
        bold: bool = False,
        italic: bool = False,
        address: str = "",
    ) -> None:
        """Add words as runs, each in its language; with an address they are a link."""
        for text, language in self._pieces(words):
            run = paragraph.add_run()
            run.text = text
            run.font.size, run.font.bold, run.font.italic = Pt(size), bold, italic
            run.font.color.rgb = colour
            run._r.get_or_add_rPr().set("lang", REGIONS.get(language, language))
            if web_address(address):
                run.hyperlink.address = address

    def _pieces(self, words: Words) -> list[tuple[str, str]]:
        if not isinstance(words, str):
            return [words]
        return [(text, code or self.language) for text, code in runs(words, self.foreign)] or [
            (words, self.language)
        ]

    def notes(self, made: Any, paragraphs: Sequence[Words]) -> None:
        """Write what the speaker sees beside the slide."""
        frame = made.notes_slide.notes_text_frame
        frame.clear()
        for at, words in enumerate(each for each in paragraphs if each):
            paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
            for text, language in self._pieces(words):
                run = paragraph.add_run()
                run.text = text
                run._r.get_or_add_rPr().set("lang", REGIONS.get(language, language))

    @staticmethod
    def decorative(shape: Any) -> None:
        """Say that a shape carries no meaning, so that no reader stops at it."""
        properties = shape._element.nvSpPr.cNvPr
        space = "http://schemas.microsoft.com/office/drawing/2017/decorative"
        listing = properties.makeelement(qn("a:extLst"), {})
        extension = listing.makeelement(qn("a:ext"), {"uri": "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"})
        mark = extension.makeelement(f"{{{space}}}decorative", {"val": "1"}, nsmap={"adec": space})
        extension.append(mark)
        listing.append(extension)
        properties.append(listing)


class Slide:
    """One slide under its title."""

    def __init__(self, deck: Deck, made: Any, title: str, kicker: str) -> None:
        self.deck, self.made = deck, made
        # The whole of a title that is too long stands in the notes.
        title = cut(title, TITLE, INNER, MOST_TITLE_LINES, bold=True)
        size, start, tall = _title(title, kicker)
        shape = made.shapes.title
        place(shape, SIDE, start, INNER, tall)
        deck.fill(shape.text_frame, [title], size, ACCENT, bold=True)
        if kicker:
            box = made.shapes.add_textbox(Inches(SIDE), Inches(0.4), Inches(INNER), Inches(0.4))
            deck.fill(box.text_frame, [cut(kicker, SMALL, INNER, 1, bold=True)], SMALL, SOFT, bold=True)
        self.top = start + tall + UNDER_TITLE
        self.bottom = deck.foot - OVER_FOOT

    @property
    def room(self) -> float:
        return self.bottom - self.top

    def text(
        self,
        paragraphs: Sequence[Words],
        *,
        left: float = SIDE,
        top: float | None = None,
        width: float = INNER,
        tall: float | None = None,
        size: float = BODY,
        colour: RGBColor = INK,
        **look: Any,
    ) -> Any:
        """Add a box of text; its place is in inches."""
        start = self.top if top is None else top
        box = self.made.shapes.add_textbox(
            Inches(left), Inches(start), Inches(width), Inches(self.bottom - start if tall is None else tall)
        )
        self.deck.fill(box.text_frame, paragraphs, size, colour, **look)
        return box

    def close(self, notes: Sequence[Words] = ()) -> None:
        """Put the footer last, where it is read last, and the notes."""
        self.deck.footer(self.made)
        if notes:
            self.deck.notes(self.made, notes)


def _title(title: str, kicker: str) -> tuple[float, float, float]:
    """Return a title's size in points, and where it begins and how tall it is in inches."""
    small = BODY if lines(title, BODY, INNER, bold=True) <= 4 else TITLE
    size = next((each for each in (BIG, 28, 26) if lines(title, each, INNER, bold=True) <= 2), small)
    return size, 0.85 if kicker else 0.4, height(title, size, INNER, bold=True) + 0.1


def place(shape: Any, left: float, top: float, width: float, tall: float) -> None:
    """Put a shape where it belongs, in inches."""
    shape.left, shape.top, shape.width, shape.height = Inches(left), Inches(top), Inches(width), Inches(tall)


def describe(frame: Any, words: str, title: str = "") -> None:
    """Set a graphic's alternative text."""
    properties = frame._element.nvGraphicFramePr.cNvPr
    properties.set("descr", words)
    if title:
        properties.set("title", title)


def _own_theme(blob: bytes) -> bytes:
    theme = blob.decode("utf-8")
    for name, colour in THEME_COLOURS.items():
        theme = re.sub(
            rf"(<a:{name}>)<a:s\w+Clr [^>]*/>(</a:{name}>)", rf'\1<a:srgbClr val="{colour}"/>\2', theme
        )
    return re.sub(r'(<a:(?:major|minor)Font>\s*<a:latin typeface=")[^"]*"', rf'\1{FONT}"', theme).encode(
        "utf-8"
    )
