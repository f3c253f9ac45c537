"""The report as a workbook: every figure as a number, one sheet for each kind of thing."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from itertools import zip_longest
from typing import Any

from django.utils import translation
from openpyxl import Workbook
from openpyxl.formatting.rule import ColorScaleRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from skaala.reports.contents import Contents, Overview, Table
from skaala.reports.renderers import texts
from skaala.reports.renderers.texts import clean, interval, labels_of, language_tag, web_address
from skaala.tables.packages import without_clock
from skaala.tables.writing import FORBIDDEN_IN_SHEET_NAMES, LONGEST_SHEET_NAME, set_text

HEAD = PatternFill("solid", fgColor="0B4A3E")
NOTICE = PatternFill("solid", fgColor="FDF0D2")
PERCENT = '0" %"'
THIN = Border(bottom=Side(style="thin", color="CDD4CE"))

Cell = str | int | float | None


def render(contents: Contents) -> bytes:
    """Return the report as an XLSX workbook."""
    with translation.override(contents.language):
        book = Workbook()
        book.properties.title = clean(contents.title)
        book.properties.subject = clean(contents.subtitle)
        book.properties.creator = "; ".join(clean(each) for each in contents.publishers)
        book.properties.language = language_tag(contents.language, "en")
        book.properties.description = " · ".join(clean(each) for each in contents.notices)
        _Workbook(book, contents).fill()
        made = io.BytesIO()
        book.save(made)
    return without_clock(made.getvalue())


class _Workbook:
    """Fills a workbook sheet by sheet; the first lists what follows."""

    def __init__(self, book: Workbook, contents: Contents) -> None:
        self.book = book
        self.contents = contents
        self.words = labels_of(contents)
        self.listed: list[tuple[str, str]] = []

    def fill(self) -> None:
        words = self.words
        first = self.book.active
        assert isinstance(first, Worksheet)
        first.title = self._name(words["about_file"])
        self._findings()
        self._figures()
        self._quotes()
        if self.contents.overview is not None:
            self._overview(self.contents.overview)
        self._profiles()
        whole = (self.contents.statements,) if self.contents.statements else ()
        for table in (*self.contents.lists, *whole, *self.contents.tables):
            self._table(table)
        self._first(first)

    def _first(self, sheet: Worksheet) -> None:
        contents, words = self.contents, self.words
        sheet.column_dimensions["A"].width = 26
        sheet.column_dimensions["B"].width = 96
        at = 1
        self._write(sheet, at, 1, contents.title).font = Font(bold=True, size=18, color="0B5A4A")
        sheet.row_dimensions[at].height = 30
        at += 1
        if contents.subtitle:
            self._write(sheet, at, 1, contents.subtitle).font = Font(size=12, color="4A5853")
            at += 1
        for notice in contents.notices:
            for column in (1, 2):
                sheet.cell(at, column).fill = NOTICE
            self._write(sheet, at, 1, notice).font = Font(bold=True, color="7A4D00")
            at += 1
        at += 1
        facts = (
            (words["publishers"], " · ".join(contents.publishers)),
            (words["version"], contents.version or None),
            (words["date"], contents.date),
            (words["web"], web_address(contents.address)),
        )
        for name, value in facts:
            if value:
                self._write(sheet, at, 1, name).font = Font(bold=True)
                self._write(sheet, at, 2, value)
                if name == words["web"]:
                    self._link(sheet, at, 2, str(value))
                at += 1
        at += 1
        method = zip_longest((words["method"],), contents.method, fillvalue="")
        for title, paragraph in (*texts.titled_summary(contents, words["summary"]), *method):
            self._write(sheet, at, 1, title or None).font = Font(bold=True)
            self._write(sheet, at, 2, paragraph)
            at += 1
        at += 1
        self._write(sheet, at, 1, words["sheet"]).font = Font(bold=True)
        self._write(sheet, at, 2, words["holds"]).font = Font(bold=True)
        for name, held in self.listed:
            at += 1
            self._write(sheet, at, 1, name)
            # A place in this workbook, so not an address that a program opens.
            sheet.cell(at, 1).hyperlink = f"#'{name.replace(chr(39), chr(39) * 2)}'!A1"
            sheet.cell(at, 1).font = Font(color="0B5A4A", underline="single")
            self._write(sheet, at, 2, held)
        for row in sheet.iter_rows(min_row=4):
            for cell in row:
                cell.alignment = Alignment(wrap_text=cell.column == 2, vertical="top")

    def _findings(self) -> None:
        words = self.words
        rows = [
            (
                entry.number,
                section.title,
                entry.kind_label,
                entry.title,
                " ".join(entry.paragraphs),
                entry.firmness,
                entry.who,
                entry.when,
                entry.source,
                ", ".join(entry.themes),
                f"{web_address(self.contents.address)}#finding-{entry.id}"
                if web_address(self.contents.address)
                else "",
            )
            for section in self.contents.sections
            for entry in section.entries
        ]
        heads = ("number", "section", "kind", "finding", "paragraphs", "firmness", "takes", "when")
        names = [words[each] for each in (*heads, "source", "themes", "address")]
        sheet = self._sheet(words["findings"], words["findings"])
        self._rows(sheet, names, rows, (9, 24, 20, 60, 60, 36, 24, 16, 24, 24, 44))

    def _figures(self) -> None:
        words = self.words
        rows = [
            (
                figure.key,
                entry.number,
                entry.title,
                chart.title,
                figure.label,
                figure.about,
                figure.share,
                figure.low,
                figure.high,
                figure.votes,
            )
            for section in self.contents.sections
            for entry in section.entries
            for chart in entry.charts
            for figure in chart.figures
        ]
        heads = ("key", "number", "finding", "chart", "who", "about", "share", "low", "high", "votes")
        names = [f"{words[each]} (%)" if each in {"share", "low", "high"} else words[each] for each in heads]
        sheet = self._sheet(words["figures"], words["figures"] + ": " + words["interval"])
        self._rows(sheet, names, rows, (26, 9, 50, 36, 24, 18, 11, 14, 14, 10))

    def _quotes(self) -> None:
        words = self.words
        rows: list[tuple[str, ...]] = [
            (
                entry.number,
                quote.text,
                quote.language,
                quote.where,
                quote.note,
                web_address(quote.address),
            )
            for section in self.contents.sections
            for entry in section.entries
            for quote in entry.quotes
        ]
        heads: tuple[str, ...] = ("number", "statement", "language", "said_in", "note", "address")
        widths: tuple[int, ...] = (9, 80, 10, 24, 40, 50)
        translated = [
            clean(quote.translation)
            for section in self.contents.sections
            for entry in section.entries
            for quote in entry.quotes
        ]
        if any(translated):  # reports from before have none, and their sheets stay as they were
            heads, widths = (*heads, "translation"), (*widths, 80)
            rows = [(*row, text) for row, text in zip(rows, translated, strict=True)]
        sheet = self._sheet(words["quotes"], words["quotes"])
        self._rows(sheet, [words[each] for each in heads], rows, widths)

    def _overview(self, overview: Overview) -> None:
        sheet = self._sheet(self.words["overview"], overview.alternative or overview.title)
        rows = [(theme, *shares) for theme, shares in overview.rows]
        names = (self.words["theme"], *(f"{column} (%)" for column in overview.columns))
        self._rows(sheet, names, rows, (36, *(18 for _ in overview.columns)))
        if rows and overview.columns:
            area = f"B2:{get_column_letter(len(overview.columns) + 1)}{len(rows) + 1}"
            # The darkest is light enough for black figures on it.
            shade = ColorScaleRule(
                start_type="num",
                start_value=0,
                start_color="FFFFFF",
                end_type="num",
                end_value=100,
                end_color="5FB39D",
            )
            sheet.conditional_formatting.add(area, shade)
        at = len(rows) + 3
        self._write(sheet, at, 1, f"{self.words['steps']}: {interval(0, 100)}")

    def _profiles(self) -> None:
        words = self.words
        if rows := [
            (one.name, " ".join(one.paragraphs), len(one.statements)) for one in self.contents.profiles
        ]:
            sheet = self._sheet(words["themes"], words["profiles"])
            self._rows(sheet, (words["theme"], words["paragraphs"], words["statement"]), rows, (36, 120, 14))

    def _table(self, table: Table) -> None:
        note = f"{table.title}. {table.note}" if table.note else table.title
        sheet = self._sheet(table.title or table.key, note)
        widths = [30, *(18 for _ in table.columns[1:])]
        self._rows(sheet, table.columns, table.rows, widths)

    def _sheet(self, wanted: str, holds: str) -> Worksheet:
        sheet: Worksheet = self.book.create_sheet(self._name(wanted))
        self.listed.append((sheet.title, holds))
        return sheet

    def _name(self, wanted: str) -> str:
        """Return a name that sheets may have (31 signs, none of seven) and that no other sheet has."""
        base = (
            clean(FORBIDDEN_IN_SHEET_NAMES.sub(" ", wanted)).strip(" '")[:LONGEST_SHEET_NAME].strip(" '")
            or self.words["tables"]
        )
        taken = {sheet.title.casefold() for sheet in self.book.worksheets}
        name, number = base, 2
        while name.casefold() in taken:
            ending = f" {number}"
            name, number = base[: 31 - len(ending)] + ending, number + 1
        return name

    def _rows(
        self,
        sheet: Worksheet,
        names: Sequence[str],
        rows: Iterable[Sequence[Cell]],
        widths: Sequence[int],
    ) -> None:
        for column, name in enumerate(names, 1):
            cell = self._write(sheet, 1, column, name)
            cell.font = Font(bold=True, color="FFFFFF")
            cell.fill = HEAD
            cell.alignment = Alignment(wrap_text=True, vertical="center")
            sheet.column_dimensions[get_column_letter(column)].width = widths[column - 1]
        at = 1
        for at, row in enumerate(rows, 2):
            for column, value in enumerate(row, 1):
                cell = self._write(sheet, at, column, value)
                cell.border = THIN
                if isinstance(value, int | float) and str(names[column - 1]).rstrip(")").endswith("%"):
                    cell.number_format = PERCENT
                cell.alignment = Alignment(wrap_text=isinstance(value, str), vertical="top")
        sheet.freeze_panes = "B2"
        sheet.print_title_rows = "1:1"
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
        sheet.page_setup.fitToHeight = 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        # "&" starts a code in a sheet's header, so a literal one is doubled; 255 signs is what one may have.
        notices = " · ".join(clean(each) for each in self.contents.notices)
        assert sheet.oddHeader is not None
        sheet.oddHeader.center.text = notices[:120].replace("&", "&&")
        if names and at > 1:
            sheet.auto_filter.ref = f"A1:{get_column_letter(len(names))}{at}"

    def _write(self, sheet: Worksheet, row: int, column: int, value: Cell) -> Any:
        """Write a value as what it is: a number stays a number, and a text stays a text even where it begins like a formula."""
        cell = sheet.cell(row, column)
        if isinstance(value, str):
            set_text(cell, clean(value))
        else:
            cell.value = value
        return cell

    def _link(self, sheet: Worksheet, row: int, column: int, address: str) -> None:
        if web_address(address):
            sheet.cell(row, column).hyperlink = address
            sheet.cell(row, column).font = Font(color="0B5A4A", underline="single")
