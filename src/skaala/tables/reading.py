"""
Takes the rows out of an uploaded table, by its content and not by its name: CSV as spreadsheets write it, or an Excel workbook.

Nothing is calculated: a formula counts as the value that was saved with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from skaala.tables.characters import tidy
from skaala.tables.csv_text import rows_of_csv
from skaala.tables.guard import unguard
from skaala.tables.limits import Limits, Unreadable, UnreadableTable
from skaala.tables.workbooks import EMPTY_ROWS, cells_of, check_weight, open_workbook

__all__ = ["Limits", "Row", "Table", "Unreadable", "UnreadableTable", "read_rows", "read_tables"]

Row = tuple[int, list[str]]
"""The number that a spreadsheet shows beside the row, and its cells; no empty cells at the end."""


@dataclass(frozen=True)
class Table:
    """One table of a file: rows that are not empty. ``name`` is that of the sheet, empty for CSV."""

    name: str
    rows: list[Row]


def read_rows(content: bytes, limits: Limits) -> list[Row]:
    """
    Return the rows of the first table of a file that has any.

    :raises UnreadableTable: if it is empty, too large, broken, or no table
    """
    for table in read_tables(content, limits):
        if table.rows:
            return table.rows
    raise UnreadableTable(Unreadable.EMPTY)


def read_tables(content: bytes, limits: Limits) -> Iterator[Table]:
    """
    Return the tables of a file, one after the other: one of CSV, one per sheet of a workbook.

    Whatever the file is, it is refused quickly.

    :raises UnreadableTable: if it is empty, too large, broken, or no table
    """
    if len(content) > limits.bytes:
        raise UnreadableTable(Unreadable.TOO_LARGE)
    if not content.strip(b" \t\r\n\x00\xef\xbb\xbf;,"):
        raise UnreadableTable(Unreadable.EMPTY)
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise UnreadableTable(Unreadable.OLD_EXCEL)
    if not content.startswith(b"PK\x03\x04"):
        yield Table("", _take(rows_of_csv(content), limits))
        return
    with open_workbook(
        content, unpacked=limits.unpacked, check=lambda parts: check_weight(parts, limits)
    ) as workbook:
        for sheet in workbook.worksheets:
            yield Table(sheet.title, _take(cells_of(sheet), limits))


def _take(found: Iterable[Iterable[Any]], limits: Limits) -> list[Row]:
    rows: list[Row] = []
    left = limits.all_cells
    for number, row in enumerate(found, 1):
        cells = [cell_text(cell) for cell in row]
        while cells and not cells[-1]:
            cells.pop()
        left -= len(cells)
        if len(cells) > limits.columns:
            raise UnreadableTable(Unreadable.TOO_MANY_COLUMNS)
        if number - len(rows) > EMPTY_ROWS:
            break
        if not cells:
            continue
        if len(rows) == limits.rows:
            raise UnreadableTable(Unreadable.TOO_MANY_ROWS)
        if left < 0:
            raise UnreadableTable(Unreadable.TOO_LARGE)
        rows.append((number, cells))
    return rows


# Tables of votes are millions of these; each is then one text in memory.
_FREQUENT = {text: text for text in ("", "-1", "0", "1")}


def cell_text(cell: Any) -> str:
    """Return what a cell says, as a tidy text; a whole number without decimals, a day as 2026-11-29."""
    if isinstance(cell, str):
        return _FREQUENT[cell] if cell in _FREQUENT else _tidy(cell)
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "1" if cell else "0"
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return _tidy(cell.isoformat() if isinstance(cell, datetime | date) else str(cell))


def _tidy(text: str) -> str:
    # The guard first: invisible characters are part of what it guards against.
    return tidy(unguard(text).replace("\r\n", "\n").replace("\r", "\n")).strip()
