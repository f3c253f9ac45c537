"""Takes the tables out of an Excel workbook as CSV, a sheet each, so that they are read like the files of a Polis set."""

from __future__ import annotations

import csv
import io
import zipfile
from typing import Any


class BrokenWorkbook(ValueError):
    """The file is no workbook that can be read."""


class TooLarge(ValueError):
    """What is in the workbook is more than may be read."""


def is_workbook(packed: zipfile.ZipFile) -> bool:
    """Say whether a ZIP file is an Excel workbook."""
    return "xl/workbook.xml" in packed.namelist()


def sheets_of(content: bytes, *, most_bytes: int) -> dict[str, bytes]:
    """
    Return the sheets of a workbook as CSV by their names. A formula counts as the value that was saved with it.

    Rows are made as wide as the first one, since a workbook does not keep what is empty at the end of a row.

    :raises BrokenWorkbook: if it cannot be read
    :raises TooLarge: if there is more in it than ``most_bytes``
    """
    from openpyxl import load_workbook  # large, and needed where somebody imports alone

    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        if sum(part.file_size for part in packed.infolist()) > most_bytes:  # before anything is unpacked
            raise TooLarge
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        try:
            return {sheet.title: _as_csv(sheet) for sheet in book.worksheets}
        finally:
            book.close()
    except Exception as error:  # whatever a broken file brings about deep in two libraries
        raise BrokenWorkbook from error


def _as_csv(sheet: Any) -> bytes:
    sheet.reset_dimensions()  # some programs write wrong ones
    width = 0
    with io.StringIO(newline="") as table:
        writer = csv.writer(table, lineterminator="\n")
        for row in sheet.iter_rows(values_only=True):
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
