"""One list of findings, four files: read back with other programs, they say the same."""

from __future__ import annotations

import dataclasses
import hashlib
import io
import json
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
import pypdf
import pytest
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE, PP_PLACEHOLDER
from pptx.oxml.ns import qn
from pptx.util import Emu

from benchmarks.report_sample import LANGUAGES, sample_report
from skaala.config.catalogues import compile_stale
from skaala.reports.contents import (
    Alignment,
    AlignmentRow,
    Chart,
    Contents,
    Entry,
    Figure,
    Mark,
    Overview,
    Profile,
    Quote,
    Section,
    Table,
)
from skaala.reports.renderers import MEDIA_TYPES, RENDERERS, Step, UnableToRender, render, render_all
from skaala.reports.renderers.data import UnreadableReport, read
from skaala.reports.renderers.slides.fit import height
from skaala.reports.renderers.texts import clean
from tests.reports.hostile import LACKING, MARKUP, hostile_report

# The files are made once for the tests that read them, so these stay on one worker.
pytestmark = pytest.mark.xdist_group("renderers")

SIZES = {"fi": 60, "sv": 19, "en": 19}


@cache
def made(language: str) -> tuple[Contents, dict[str, bytes]]:
    compile_stale()
    contents = hostile_report(language, SIZES[language])
    return contents, {each: render(contents, each) for each in RENDERERS}


def entries(contents: Contents) -> list[Entry]:
    return [entry for section in contents.sections for entry in section.entries]


def figures(contents: Contents) -> list[Figure]:
    return [f for entry in entries(contents) for chart in entry.charts for f in chart.figures]


def squeezed(text: str) -> str:
    """Return a text without white space and without what cannot be seen, for comparing across line breaks."""
    lacking = re.compile("[" + "".join(LACKING) + "]")
    return re.sub(r"[\s\u200b\u200d\u200e\u200f]", "", lacking.sub("", clean(text)))


# ---- PDF ----


@cache
def pdf(language: str) -> tuple[Contents, pypdf.PdfReader, list[str]]:
    contents, files = made(language)
    reader = pypdf.PdfReader(io.BytesIO(files["pdf"]))
    return contents, reader, [squeezed(page.extract_text()) for page in reader.pages]


def elements(node: Any) -> Iterator[Any]:
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        for each in node:
            yield from elements(each)
    elif isinstance(node, dict):
        if "/S" in node:
            yield node
        if "/K" in node:
            yield from elements(node["/K"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pdf_is_tagged_and_says_what_it_is(language):
    contents, reader, pages = pdf(language)
    root = reader.trailer["/Root"]
    assert root["/Lang"] == language
    assert root["/MarkInfo"]["/Marked"] is True or root["/MarkInfo"]["/Marked"].value
    assert reader.metadata.title == clean(contents.title)
    assert b"pdfuaid:part>1<" in root["/Metadata"].get_data()
    assert len(pages) == len(reader.pages) >= 8
    tags = list(elements(root["/StructTreeRoot"]))
    kinds = {tag["/S"] for tag in tags}
    assert {"/H1", "/H2", "/P", "/Figure", "/Table", "/TH", "/TD", "/BlockQuote", "/TOC", "/Link"} <= kinds
    # Each chart has its alternative text, each sign that the fonts lack is one, each quotation names its language.
    alternatives = {str(tag["/Alt"]) for tag in tags if "/Alt" in tag}
    assert {chart.alternative for entry in entries(contents) for chart in entry.charts} <= alternatives
    assert set(LACKING) <= alternatives
    assert {"de", "sv", "en", "fi"} - {language} <= {str(tag["/Lang"]) for tag in tags if "/Lang" in tag}
    assert all("/Alt" in tag for tag in tags if tag["/S"] == "/Figure")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pdf_says_every_word_and_number_literally(language):
    contents, reader, pages = pdf(language)
    whole = "".join(pages)
    for number, page in enumerate(pages[1:], 2):
        assert f"{number}/{len(pages)}" in page
    for page in pages:
        assert all(squeezed(notice) in page for notice in contents.notices)
    # A finding may go on over a page's foot, where header and footer stand between its words.
    for entry in entries(contents):
        assert squeezed(f"{entry.number} {entry.title}") in whole
        for said in (*entry.paragraphs, *(quote.text for quote in entry.quotes)):
            assert squeezed(said)[:20] in whole
    for text in MARKUP:
        assert squeezed(text) in whole
    for figure in figures(contents):
        assert (
            squeezed(
                f"{figure.label} – {figure.about} {figure.share}% {figure.low}–{figure.high}% {figure.votes}"
            )
            in whole
        ), figure
    targets = {
        str(note.get_object()["/A"]["/URI"])
        for page in reader.pages
        for note in page.get("/Annots", [])
        if "/A" in note.get_object() and "/URI" in note.get_object()["/A"]
    }
    assert contents.address in targets
    assert not any(target.startswith("javascript") for target in targets)


# ---- slides ----


@cache
def deck(language: str) -> tuple[Contents, Any]:
    contents, files = made(language)
    return contents, Presentation(io.BytesIO(files["pptx"]))


def charts(presentation: Any) -> list[Any]:
    return [shape.chart for slide in presentation.slides for shape in slide.shapes if shape.has_chart]


def fits(slide: Any, wide: int, tall: int) -> None:
    """Everything stands inside the slide, says what it shows, and has room for its words."""
    for shape in slide.shapes:
        assert shape.left >= 0 and shape.left + shape.width <= wide
        assert shape.top >= 0 and shape.top + shape.height <= tall, slide.shapes.title.text_frame.text
        if shape.shape_type in (MSO_SHAPE_TYPE.CHART, MSO_SHAPE_TYPE.TABLE, MSO_SHAPE_TYPE.PICTURE):
            assert shape._element.nvGraphicFramePr.cNvPr.get("descr")
        if shape.has_text_frame and shape.text_frame.text:
            room = shape.width - shape.text_frame.margin_left - shape.text_frame.margin_right
            needed = sum(
                height(paragraph.text, paragraph.runs[0].font.size.pt, Emu(room).inches)
                for paragraph in shape.text_frame.paragraphs
                if paragraph.runs
            )
            assert needed <= Emu(shape.height).inches + 0.15, shape.text_frame.text


def test_every_finding_has_a_slide_with_its_chart_and_evidence():
    contents, presentation = deck("fi")
    slides = {}
    for slide in presentation.slides:
        assert slide.shapes.title.text_frame.text.strip()
        slides.setdefault(slide.shapes.title.text_frame.text, slide)
    for entry in entries(contents):
        slide = slides[clean(entry.title)]
        [frame] = [shape for shape in slide.shapes if shape.has_chart]
        assert frame._element.nvGraphicFramePr.cNvPr.get("descr") == entry.charts[0].alternative
        assert list(frame.chart.plots[0].series[0].values) == [f.share for f in entry.charts[0].figures]
        notes = slide.notes_slide.notes_text_frame.text
        for figure in entry.charts[0].figures:
            assert f"{clean(figure.label)} – {figure.about}: {figure.share}\u00a0%" in notes
            assert f"{figure.low}–{figure.high}\u00a0%" in notes and str(figure.votes) in notes
        for quote in entry.quotes:
            assert clean(quote.text) in notes
        assert all(clean(paragraph) in notes for paragraph in entry.paragraphs)
        assert f"{contents.address}#finding-{entry.id}" in notes


def test_intervals_are_drawn_as_error_bars_and_no_label_is_a_formula():
    contents, presentation = deck("fi")
    for chart, entry in zip(charts(presentation), entries(contents), strict=True):
        bars = chart.plots[0].series[0]._element.find(qn("c:errBars"))
        plus, minus = (
            [int(value.text) for value in bars.find(qn(f"c:{side}")).iter(qn("c:v"))]
            for side in ("plus", "minus")
        )
        assert plus == [f.high - f.share for f in entry.charts[0].figures]
        assert minus == [f.share - f.low for f in entry.charts[0].figures]
        behind = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
        assert {cell.data_type for row in behind.active.iter_rows() for cell in row} <= {"s", "n"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_slides_can_be_read_from_the_back_and_by_ear(language):
    contents, presentation = deck(language)
    wide, tall = presentation.slide_width, presentation.slide_height
    assert wide / tall == pytest.approx(16 / 9, abs=0.001)
    spoken = set()
    for slide in presentation.slides:
        words = " ".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
        assert all(notice in words for notice in contents.notices)
        kinds = [shape.placeholder_format.type for shape in slide.placeholders]
        assert PP_PLACEHOLDER.SLIDE_NUMBER in kinds and PP_PLACEHOLDER.FOOTER in kinds
        assert slide._element.find(f".//{qn('a:fld')}") is not None
        fits(slide, wide, tall)
        for run in slide._element.iter(qn("a:rPr")):
            assert int(run.get("sz")) >= 1800
            spoken.add(run.get("lang"))
    assert None not in spoken
    assert {"fi-FI", "sv-FI", "en-GB"} <= spoken
    for chart in charts(presentation):
        assert chart.font.size.pt >= 18


def test_tables_and_the_whole_are_on_slides():
    contents, presentation = deck("en")
    cells = [
        cell.text
        for slide in presentation.slides
        for shape in slide.shapes
        if shape.has_table
        for row in shape.table.rows
        for cell in row.cells
    ]
    assert contents.overview is not None
    for theme, shares in contents.overview.rows:
        assert theme in cells
        assert all(
            share is None or any(cell.startswith(f"{share}%  ■") for cell in cells) for share in shares
        )
    for table in contents.tables:
        assert {clean(str(row[0])) for row in table.rows} <= set(cells)


# ---- sheet ----


@cache
def book(language: str) -> tuple[Contents, Any]:
    contents, files = made(language)
    return contents, openpyxl.load_workbook(io.BytesIO(files["xlsx"]))


def rows(sheet: Any) -> list[tuple[Any, ...]]:
    return list(sheet.iter_rows(min_row=2, values_only=True))


def test_the_sheet_holds_every_figure_as_a_number_and_no_formula():
    contents, workbook = book("fi")
    by_key = {row[0]: row for row in rows(workbook["Luvut"])}
    assert len(by_key) == len(figures(contents))
    for figure in figures(contents):
        row = by_key[figure.key]
        assert row[4].replace("_x005F_", "_") == clean(figure.label)
        assert row[6:] == (figure.share, figure.low, figure.high, figure.votes)
    cells = [
        cell
        for sheet in workbook.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    ]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    texts = {str(cell.value).replace("_x005F_", "_") for cell in cells}
    assert {clean(text) for text in MARKUP} <= texts
    assert all(clean(entry.title) in texts for entry in entries(contents))
    assert all(cell.quotePrefix for cell in cells if isinstance(cell.value, str) and cell.value[0] in "=+-@")


def test_the_sheet_says_what_it_is():
    contents, workbook = book("sv")
    assert (workbook.properties.title, workbook.properties.language) == (clean(contents.title), "sv")
    first = [cell.value for row in workbook.worksheets[0].iter_rows() for cell in row]
    assert {*contents.notices, *contents.summary, *contents.method} <= set(first)
    for sheet in workbook.worksheets[1:]:
        assert sheet.freeze_panes == "B2"
        assert sheet.title in first
        assert contents.notices[0] in sheet.oddHeader.center.text
        assert all(sheet.column_dimensions[cell.column_letter].width >= 9 for cell in sheet[1])
    coverage = workbook["Vilka som deltog"]
    assert rows(coverage) == [tuple(row) for row in contents.tables[0].rows]
    whole = workbook["Överblick"]
    assert contents.overview is not None
    assert rows(whole)[: len(contents.overview.rows)] == [
        (t, *shares) for t, shares in contents.overview.rows
    ]
    assert whole.conditional_formatting


# ---- JSON, and all of them ----


@pytest.mark.parametrize("language", LANGUAGES)
def test_json_gives_the_contents_back(language):
    contents, files = made(language)
    assert read(files["json"]) == contents
    names = list(json.loads(files["json"])["contents"])
    assert names == sorted(names)
    for bad in (b"", b"[]", b"{}", files["json"].replace(b'"schema": 1', b'"schema": 2'), files["pdf"]):
        with pytest.raises(UnreadableReport):
            read(bad)


def test_the_same_report_gives_the_same_bytes():
    """No clock: two runs in processes of their own, where hashes fall out otherwise, agree with ours."""
    contents = sample_report("fi", 3)
    ours = render_all([contents], RENDERERS)
    code = (
        "import os, sys, hashlib; os.environ['DJANGO_SETTINGS_MODULE'] = 'tests.typing_settings'\n"
        "import django; django.setup()\n"
        "from benchmarks.report_sample import sample_report\n"
        "from skaala.reports.renderers import RENDERERS, render\n"
        "assert not {'typst', 'pptx', 'openpyxl'} & set(sys.modules)\n"
        "for f in RENDERERS: print(f, hashlib.sha256(render(sample_report('fi', 3), f)).hexdigest())\n"
    )
    disclosed = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={**environment(), "PYTHONHASHSEED": "7"},
    ).stdout
    assert disclosed.split() == [
        word for (_l, f), b in ours.items() for word in (f, hashlib.sha256(b).hexdigest())
    ]
    for each in ("pptx", "xlsx"):
        with zipfile.ZipFile(io.BytesIO(ours["fi", each])) as package:
            assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
            assert b"dcterms" not in package.read("docProps/core.xml").partition(b"<dc:")[2]


def environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}


def test_files_come_one_after_another_or_none_at_all(monkeypatch):
    steps: list[Step] = []
    reports = [sample_report(language, 2) for language in LANGUAGES]
    files = render_all(reports, ("json", "xlsx"), steps.append)
    assert list(files) == [(language, each) for language in LANGUAGES for each in ("json", "xlsx")]
    assert [(step.done, step.total) for step in steps] == [(number, 6) for number in range(1, 7)]
    assert set(MEDIA_TYPES) == set(RENDERERS)
    monkeypatch.setattr("skaala.reports.renderers.sheet.render", lambda contents: 1 / 0)
    with pytest.raises(UnableToRender, match=r"xlsx \(fi\)"):
        render_all(reports, ("json", "xlsx"))
    with pytest.raises(KeyError):
        render(reports[0], "docx")


def test_a_report_with_nothing_in_it_still_opens():
    """Before anything is drafted: no findings, no figures, no texts, tables without rows."""
    chart = Chart(title="", alternative="", figures=())
    one = Figure(key="k", label="", share=0, low=0, high=0, votes=5)
    entry = Entry(
        "1", "1", "shared", "", "", charts=(chart, Chart("", "", (one,))), quotes=(Quote("", "", ""),)
    )
    empty = Contents(
        language="fi", title="", subtitle="", publishers=(), version=1, date="", is_draft=False, is_simulated=False,
        notices=(), address="", summary=(), sections=(Section("none", "", "", ()), Section("one", "", "", (entry,))),
        overview=Overview("", "", (), ()), tables=(Table("t", "", "", ("A",), ()), Table("t", "", "", (), ())),
    )  # fmt: skip
    files = render_all([empty], RENDERERS)
    assert len(pypdf.PdfReader(io.BytesIO(files["fi", "pdf"])).pages) >= 3
    assert len(Presentation(io.BytesIO(files["fi", "pptx"])).slides) >= 2
    assert len(openpyxl.load_workbook(io.BytesIO(files["fi", "xlsx"])).worksheets) >= 4
    assert read(files["fi", "json"]) == empty


def test_a_report_with_too_much_in_it_stays_whole():
    """What does not fit on a slide goes on the next or into the notes; nothing is lost from the PDF."""
    disclosed = "Kestävyystoimien skaalaaminen vaatii aikaa, rahaa ja ihmisiä. "
    sample = sample_report("fi", 1)
    entry = sample.sections[0].entries[0]
    figures = tuple(
        dataclasses.replace(entry.charts[0].figures[0], key=str(number), label=f"{number} {disclosed * 2}")
        for number in range(20)
    )
    chart = dataclasses.replace(entry.charts[0], title=disclosed * 6, figures=figures)
    much = dataclasses.replace(
        entry, title=disclosed * 12, kind_label=disclosed * 3, who=disclosed * 5, when=disclosed, quotes=(Quote(disclosed * 40, "fi", disclosed),),
        paragraphs=(disclosed * 100,) * 3, charts=(chart, chart), firmness=disclosed * 9, themes=(disclosed,) * 5,
    )  # fmt: skip
    bare = dataclasses.replace(much, charts=())
    contents = dataclasses.replace(
        sample, title=disclosed * 5, subtitle=disclosed * 8, summary=(disclosed * 80,), notices=(disclosed * 2, disclosed),
        publishers=(disclosed,) * 4, sections=(dataclasses.replace(sample.sections[0], title=disclosed * 4, entries=(much, bare)),),
        tables=(Table("t", disclosed * 3, disclosed, (disclosed * 4,) * 4, ((disclosed * 9, disclosed * 20, 1, 2.5),) * 9),),
    )  # fmt: skip
    files = render_all([contents], ("pdf", "pptx"))
    whole = "".join(
        squeezed(page.extract_text()) for page in pypdf.PdfReader(io.BytesIO(files["fi", "pdf"])).pages
    )
    assert whole.count(squeezed(disclosed)) > 800
    presentation = Presentation(io.BytesIO(files["fi", "pptx"]))
    for slide in presentation.slides:
        fits(slide, presentation.slide_width, presentation.slide_height)
    drawn = [list(made.plots[0].series[0].values) for made in charts(presentation)]
    assert [share for values in drawn for share in values] == [figure.share for figure in figures * 2]
    said = [p.text for s in presentation.slides for p in paragraphs(s) if p.runs and p.runs[0].font.italic]
    assert " ".join(said).count("Kestävyystoimien") == 80


def paragraphs(slide: Any) -> list[Any]:
    return [p for shape in slide.shapes if shape.has_text_frame for p in shape.text_frame.paragraphs]


def test_the_document_of_the_json_names_every_field():
    disclosed = (Path(__file__).parents[3] / "docs" / "report-data.md").read_text(encoding="utf-8")
    for shape in (
        Contents,
        Section,
        Entry,
        Quote,
        Chart,
        Figure,
        Overview,
        Profile,
        Table,
        Alignment,
        AlignmentRow,
        Mark,
    ):
        assert {field.name for field in dataclasses.fields(shape)} <= set(
            re.findall(r"`(\w+)`", disclosed)
        ), shape
