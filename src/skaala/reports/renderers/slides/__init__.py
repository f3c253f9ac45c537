"""
The report as slides: one finding a slide, its chart editable in the slide program, its evidence in the notes.

Made to be read at the back of the room: nothing is smaller than 18 points, and what does not fit goes to the next
slide or to the notes.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from django.utils import translation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Inches, Pt

from skaala.reports.contents import Chart, Contents, Entry, Overview, Quote, Section, Table
from skaala.reports.figures.counts import is_figure
from skaala.reports.renderers.slides.alignment import add_alignment
from skaala.reports.renderers.slides.chart import MOST_BARS, add_chart
from skaala.reports.renderers.slides.deck import (
    ACCENT,
    BODY,
    INK,
    INNER,
    SIDE,
    SMALL,
    SOFT,
    WHITE,
    Deck,
    Slide,
    Words,
)
from skaala.reports.renderers.slides.fit import cut, height, split
from skaala.reports.renderers.slides.lists import GAP, add_whole, lists_of, statements_of
from skaala.reports.renderers.slides.tables import add_tables
from skaala.reports.renderers.texts import (
    cell_text,
    clean,
    foreign_texts,
    interval,
    labels_of,
    language_tag,
    percent,
    web_address,
)
from skaala.tables.packages import without_clock

CHART_WIDE = 7.3
# Strength in five steps; what is written on the last two is white.
SHADES = ("EDF5F1", "CFE5DC", "9FCCBC", "2C7A67", "0B4A3E")


def render(contents: Contents) -> bytes:
    """Return the report as a PPTX."""
    with translation.override(contents.language):
        return without_clock(Slides(contents).make())


class Slides:
    """Lays one report out on slides."""

    def __init__(self, contents: Contents) -> None:
        self.contents = contents
        self.words = labels_of(contents)
        self.language = language_tag(contents.language, "en")
        self.deck = Deck(self.language, [clean(each) for each in contents.notices])
        self.deck.foreign = tuple((clean(text), code) for text, code in foreign_texts(contents))

    def make(self) -> bytes:
        contents = self.contents
        self.add_cover()
        self._summary()
        self._agenda()
        if contents.overview is not None and contents.overview.columns:
            self._overview(contents.overview)
        for section in contents.sections:
            for entry in section.entries:
                self._finding(section, entry)
        for table in lists_of(contents):
            add_whole(self.deck, clean(table.title), statements_of(table))
        if contents.alignment is not None:
            add_alignment(self.deck, contents.alignment)
        for table in contents.tables:
            if table.columns:
                self._table(table)
        self._last()
        return self.deck.save()

    def add_cover(self) -> None:
        """Add the first slide, and say in the file what it is."""
        contents, words = self.contents, self.words
        properties = self.deck.presentation.core_properties
        properties.title = clean(contents.title)[:255]
        properties.subject = clean(contents.subtitle)[:255]
        properties.author = "; ".join(clean(each) for each in contents.publishers)[:255]
        properties.language = self.language
        properties.last_modified_by = properties.keywords = ""
        dated = [f"{words['version']} {contents.version}"] if contents.version else []
        cover = self.deck.cover(
            clean(contents.title),
            clean(contents.subtitle),
            " · ".join(clean(each) for each in contents.publishers),
            "  ·  ".join([*dated, clean(contents.date)]),
        )
        self.deck.notes(cover, [web_address(contents.address)])

    def _prose(self, title: str, paragraphs: tuple[str, ...], address: str = "") -> None:
        """Add running text on as many slides as it needs, and an address to follow at its end."""
        room = self.deck.room_under(f"{title} ({self.words['continued']})", "")
        disclosed = [clean(each) for each in paragraphs if clean(each)]
        ending = f"{self.words['web']}: {address}" if address else ""
        helpings = split([*disclosed, *([ending] if ending else [])], BODY, INNER, room, GAP)
        for at, helping in enumerate(helpings):
            slide = self.deck.slide(title if at == 0 else f"{title} ({self.words['continued']})")
            box = slide.text(helping, gap=GAP)
            if address and at == len(helpings) - 1:
                box.text_frame.paragraphs[-1].runs[0].hyperlink.address = address
            slide.close()

    def _summary(self) -> None:
        """Add the summary, a slide for each of its headings."""
        titles, paragraphs = self.contents.summary_titles, self.contents.summary
        if not titles:
            return self._prose(self.words["summary"], paragraphs)
        starts = [at for at, title in enumerate(titles) if title]
        for start, end in zip(starts, [*starts[1:], len(titles)], strict=True):
            self._prose(titles[start], paragraphs[start:end])
        return None

    def _agenda(self) -> None:
        sections = [section for section in self.contents.sections if section.entries]
        self._prose(
            self.words["contents"],
            tuple(f"{clean(section.title)} ({len(section.entries)})" for section in sections),
        )

    def _finding(self, section: Section, entry: Entry) -> None:
        kicker = f"{clean(entry.number)}  ·  {clean(entry.kind_label)}"
        title = clean(entry.title)
        notes = list(self._evidence(section, entry))
        charts = [
            dataclasses.replace(chart, figures=chart.figures[start : start + MOST_BARS])
            for chart in entry.charts
            for start in range(0, len(chart.figures), MOST_BARS)
        ]
        slide = self.deck.slide(title, kicker)
        facts = [
            cut(f"{self.words[name]}: {clean(value)}", BODY, INNER, 2, bold=True)
            for name, value in (("takes", entry.who), ("when", entry.when))
            if clean(value)
        ]
        if facts:
            tall = sum(height(fact, BODY, INNER, bold=True) for fact in facts)
            slide.text(facts, tall=tall, colour=ACCENT, bold=True)
            slide.top += tall + GAP
        quote = _in_own_language(entry.quotes[0], self.contents.language) if entry.quotes else None
        left_over: Quote | None = None
        if charts:
            beside = bool(quote) and self._quote_fits(quote, INNER - CHART_WIDE - 0.3, slide.room)
            self._chart(slide, charts[0], CHART_WIDE if beside else INNER)
            if quote and beside:
                self._quote(slide, quote, SIDE + CHART_WIDE + 0.3, slide.top, INNER - CHART_WIDE - 0.3)
            left_over = None if beside else quote
            slide.close(notes)
        else:
            left_over = self._disclosed(slide, entry, notes)
        for chart in charts[1:]:
            slide = self.deck.slide(f"{title} ({self.words['continued']})", kicker)
            self._chart(slide, chart, INNER)
            slide.close(notes)
        if left_over is not None:
            self._quote_alone(title, kicker, left_over, notes)

    def _disclosed(self, slide: Slide, entry: Entry, notes: list[Words]) -> Quote | None:
        """Fill a slide without a chart with what the finding says; returns the quotation if there was no room for it."""
        quote = _in_own_language(entry.quotes[0], self.contents.language) if entry.quotes else None
        paragraphs = [clean(each) for each in entry.paragraphs if clean(each)]
        helping = split(paragraphs, BODY, INNER, slide.room, GAP)[:1]
        used = 0.0
        if helping:
            shown = helping[0]
            if shown != paragraphs and quote is None:
                shown = (
                    [*shown[:-1], shown[-1] + " …"]
                    if len(shown[-1]) < len(paragraphs[len(shown) - 1])
                    else shown
                )
            used = sum(height(each, BODY, INNER) + GAP for each in shown)
            slide.text(shown, gap=GAP, tall=used)
        if quote and self._quote_fits(quote, INNER, slide.room - used - GAP):
            self._quote(slide, quote, SIDE, slide.top + used + GAP, INNER)
            quote = None
        slide.close(notes)
        return quote

    def _quote_alone(self, title: str, kicker: str, quote: Quote, notes: list[Words]) -> None:
        language = language_tag(quote.language, self.language)
        room = self.deck.slide  # the title's height is only known once the slide is there
        text = clean(quote.text)
        while text:
            slide = room(f"{title} ({self.words['continued']})", kicker)
            helpings = split([text], BODY, INNER - 0.3, slide.room - 0.5, GAP)
            piece, text = helpings[0][0], " ".join(part for helping in helpings[1:] for part in helping)
            self._quote(
                slide, dataclasses.replace(quote, text=piece, language=language), SIDE, slide.top, INNER
            )
            slide.close(notes)

    def _quote_fits(self, quote: Quote | None, width: float, room: float) -> bool:
        return quote is not None and self._quote_height(quote, width) <= room

    def _quote_height(self, quote: Quote, width: float) -> float:
        inner = width - 0.3
        return height(clean(quote.text), BODY, inner) + height(clean(quote.where) or "–", SMALL, inner) + 0.2

    def _quote(self, slide: Slide, quote: Quote, left: float, top: float, width: float) -> None:
        inner, tall = width - 0.3, self._quote_height(quote, width)
        rule = slide.made.shapes.add_shape(
            MSO_SHAPE.RECTANGLE, Inches(left), Inches(top), Inches(0.07), Inches(tall)
        )
        rule.fill.solid()
        rule.fill.fore_color.rgb = RGBColor.from_string("9FCCBC")
        rule.line.fill.background()
        self.deck.decorative(rule)
        language = language_tag(quote.language, self.language)
        box = slide.text(
            [(clean(quote.text), language)], left=left + 0.25, top=top, width=inner, tall=tall, italic=True
        )
        if clean(quote.where):
            paragraph = box.text_frame.add_paragraph()
            paragraph.space_before = Pt(6)
            self.deck.run(paragraph, clean(quote.where), SMALL, SOFT, address=quote.address)

    def _chart(self, slide: Slide, chart: Chart, width: float) -> None:
        title = cut(clean(chart.title), SMALL, width, 2, bold=True)
        tall = height(title, SMALL, width, bold=True)
        slide.text([title], width=width, tall=tall, size=SMALL, colour=INK, bold=True)
        abouts = {clean(figure.about) for figure in chart.figures} - {""}
        series = self.words["share"] + (f": {', '.join(sorted(abouts))}" if abouts else "")
        room = slide.room - tall - 0.05
        wanted = 0.75 + 0.85 * len(chart.figures)
        add_chart(
            slide.made.shapes,
            chart,
            series,
            self.language,
            (SIDE, slide.top + tall + 0.05, width, min(room, max(2.0, wanted))),
        )

    def _evidence(self, section: Section, entry: Entry) -> Iterator[Words]:
        """Yield what stands behind a finding, for the speaker's notes."""
        words = self.words
        yield f"{clean(section.title)} – {clean(entry.number)} {clean(entry.title)}"
        yield from (clean(each) for each in entry.paragraphs)
        for chart in entry.charts:
            yield clean(chart.title)
            for figure in chart.figures:
                named = " – ".join(each for each in (clean(figure.label), clean(figure.about)) if each)
                yield (
                    f"{named}: {percent(figure.share)} ({words['interval']} {interval(figure.low, figure.high)}; "
                    f"{words['votes']}: {cell_text(figure.votes)})"
                )
        for quote in entry.quotes:
            if quote.translation:
                yield f"”{clean(quote.translation)}”"
            yield (f"”{clean(quote.text)}”", language_tag(quote.language, self.language))
            where = [clean(quote.where), clean(quote.note), web_address(quote.address)]
            yield " – ".join(each for each in where if each)
        facts = (
            ("firmness", entry.firmness),
            ("takes", entry.who),
            ("when", entry.when),
            ("source", entry.source),
        )
        yield from (f"{words[name]}: {clean(value)}" for name, value in facts if clean(value))
        if entry.themes:
            yield f"{words['themes']}: {', '.join(clean(each) for each in entry.themes)}"
        if web_address(self.contents.address):
            yield f"{self.contents.address}#finding-{entry.id}"

    def _overview(self, overview: Overview) -> None:
        shares = [share for _theme, row in overview.rows for share in row]
        wide = len(overview.columns)

        def look(row: int, column: int) -> tuple[RGBColor, RGBColor] | None:
            share = shares[row * wide + column - 1] if column else None
            if share is None:
                return None
            step = _step(share)
            return RGBColor.from_string(SHADES[step]), WHITE if step > 2 else INK

        rows = [
            [
                clean(theme),
                *("–" if share is None else f"{percent(share)}  {_meter(share)}" for share in row),
            ]
            for theme, row in overview.rows
        ]
        columns = [self.words["theme"], *(clean(each) for each in overview.columns)]
        add_tables(
            self.deck,
            clean(overview.title),
            "",
            columns,
            rows,
            set(),
            clean(overview.alternative) or clean(overview.title),
            look=look,
            notes=[clean(overview.alternative), f"–: {self.words['few']}"],
            continued=self.words["continued"],
        )

    def _table(self, table: Table) -> None:
        numbers = {
            column
            for column in range(len(table.columns))
            if table.rows and all(is_figure(row[column]) for row in table.rows)
        }
        add_tables(
            self.deck,
            clean(table.title),
            "",
            [clean(each) for each in table.columns],
            [[cell_text(cell) for cell in row] for row in table.rows],
            numbers,
            f"{clean(table.title)}. {clean(table.note)}",
            notes=[clean(table.note)],
            continued=self.words["continued"],
        )

    def _last(self) -> None:
        self._prose(self.words["method"], self.contents.method, web_address(self.contents.address))


def _in_own_language(quote: Quote, language: str) -> Quote:
    """Return a quotation as a slide shows it: translated where it is; the original is in the notes."""
    if not quote.translation:
        return quote
    return dataclasses.replace(quote, text=quote.translation, language=language)


def _step(share: int) -> int:
    return min(4, max(0, share) // 20)


def _meter(share: int) -> str:
    step = _step(share)
    return "■" * (step + 1) + "□" * (4 - step)
