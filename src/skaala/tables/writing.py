"""Writes rows as CSV or as an Excel workbook; the one place where the program makes a table for a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from skaala.tables.guard import guard, is_dangerous, unguard

if TYPE_CHECKING:
    from openpyxl.cell import Cell as OpenpyxlCell
    from openpyxl.cell import MergedCell

CSV_TYPE = "text/csv; charset=utf-8"
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LONGEST_CELL = 32_767
LONGEST_SHEET_NAME = 31

Cell = str | int | float | None
Row = Sequence[Cell]

# XML, and with it a workbook, holds no control characters; of surrogates that stand alone no file holds any.
_UNHOLDABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
# What a spreadsheet program would read as the code of a character, though it was typed so.
_LOOKS_CODED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
FORBIDDEN_IN_SHEET_NAMES = re.compile(r"[\[\]:*?/\\]")


@dataclass(frozen=True)
class Sheet:
    """
    One sheet of a workbook.

    :ivar rows: numbers stay numbers, everything else is text
    :ivar has_head: whether the first row names the columns; it is set in bold and stays in view
    :ivar frozen_columns: so many columns stay in view too
    :ivar column_width: in characters; None leaves it to the program
    """

    name: str
    rows: Iterable[Row]
    has_head: bool = True
    frozen_columns: int = 0
    column_width: int | None = None


def csv_for_programs(rows: Iterable[Row]) -> str:
    """Return rows as CSV with commas and plain line feeds, as other programs expect; texts are guarded."""
    return _csv(rows, delimiter=",", line_end="\n")


def csv_for_excel(rows: Iterable[Row]) -> bytes:
    """
    Return rows as CSV that Excel opens by a double click where it speaks Finnish or Swedish; texts are guarded.

    There the comma is the decimal sign, so cells are separated by semicolons; and without the byte-order mark
    Excel takes the file for Windows-1252 and breaks every ä and ö.
    """
    return b"\xef\xbb\xbf" + _csv(rows, delimiter=";", line_end="\r\n").encode()


def _csv(rows: Iterable[Row], *, delimiter: str, line_end: str) -> str:
    written = io.StringIO(newline="")
    writer = csv.writer(written, delimiter=delimiter, lineterminator=line_end)
    writer.writerows(
        [guard(holdable(cell)) if isinstance(cell, str) else cell for cell in row] for row in rows
    )
    return written.getvalue()


def workbook(sheets: Iterable[Sheet]) -> bytes:
    """Return ``sheets`` as an Excel workbook. Texts are cells of text, so nothing in it is calculated."""
    # Loaded here, because a web process that never exports should not carry it.
    from openpyxl import Workbook
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    for sheet in sheets:
        made = book.create_sheet(sheet_name(sheet.name))
        made.freeze_panes = _freeze(sheet)
        rows = iter(sheet.rows)
        first = next(rows, ())
        if sheet.column_width:
            for number in range(1, len(first) + 1):
                made.column_dimensions[get_column_letter(number)].width = sheet.column_width
        made.append([_written(made, cell, is_head=sheet.has_head) for cell in first])
        for row in rows:
            made.append([_written(made, cell) for cell in row])
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


def _freeze(sheet: Sheet) -> str | None:
    """Return the first cell that scrolls."""
    from openpyxl.utils import get_column_letter

    if not sheet.has_head and not sheet.frozen_columns:
        return None
    return f"{get_column_letter(sheet.frozen_columns + 1)}{2 if sheet.has_head else 1}"


def _written(sheet: Any, value: Cell, *, is_head: bool = False) -> Any:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    if not isinstance(value, str) and not is_head:
        return value
    cell = WriteOnlyCell(sheet)
    set_text(cell, str(value))
    if is_head:
        cell.font = Font(bold=True)
    return cell


def set_text(cell: OpenpyxlCell | MergedCell, text: str) -> None:
    """
    Write ``text`` into a cell of a workbook as text, also where it begins like a formula or looks like a code.

    An apostrophe that reading would take off for a guard (older files have some) is written twice.
    """
    held = holdable(text)
    if unguard(held) != held:
        held = f"'{held}"
    cell.value = _LOOKS_CODED.sub("_x005F_", held)[:LONGEST_CELL]
    cell.data_type = "s"
    cell.quotePrefix = is_dangerous(held)  # stays text when a person edits the cell, too


def holdable(text: str) -> str:
    """Return ``text`` without the characters that no table file can hold, each line ended by a line feed alone."""
    return _UNHOLDABLE.sub("", text).replace("\r\n", "\n").replace("\r", "\n")


def sheet_name(words: str) -> str:
    """Return ``words`` as the name of a sheet: no forbidden characters, and not too long."""
    return FORBIDDEN_IN_SHEET_NAMES.sub(" ", words)[:LONGEST_SHEET_NAME]
