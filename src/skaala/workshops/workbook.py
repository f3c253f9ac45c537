"""Takes the tables out of an Excel workbook as CSV, a sheet each, so that they are read like the files of a Polis set."""

from __future__ import annotations

import csv
import io
import zipfile
from typing import Any

from skaala.tables.reading import cells_of, open_workbook


def is_workbook(packed: zipfile.ZipFile) -> bool:
    """Say whether a ZIP file is an Excel workbook."""
    return "xl/workbook.xml" in packed.namelist()


def sheets_of(content: bytes, *, most_bytes: int) -> dict[str, bytes]:
    """
    Return the sheets of a workbook as CSV by their names. A formula counts as the value that was saved with it.

    Rows are made as wide as the first one, since a workbook does not keep what is empty at the end of a row.

    :raises UnreadableTable: if it is broken, or there is more in it than ``most_bytes``
    """
    with open_workbook(content, unpacked=most_bytes) as book:
        return {sheet.title: _as_csv(sheet) for sheet in book.worksheets}


def _as_csv(sheet: Any) -> bytes:
    width = 0
    with io.StringIO(newline="") as table:
        writer = csv.writer(table, lineterminator="\n")
        for row in cells_of(sheet):
            cells = _trimmed([_words(cell) for cell in row])
            width = width or len(cells)
            writer.writerow(cells + [""] * (width - len(cells)))
        return table.getvalue().encode()


def _trimmed(cells: list[str]) -> list[str]:
    end = len(cells)
    while end and not cells[end - 1]:
        end -= 1
    return cells[:end]


def _words(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return str(cell)
