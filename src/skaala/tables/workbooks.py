"""Opens Excel workbooks to read their values; refuses quickly what was made to take long."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from skaala.tables.limits import Limits, Unreadable, UnreadableTable

_CODED = re.compile(r"_x(?![dD][89a-fA-F])([0-9A-Fa-f]{4})_")  # halves of pairs are no characters
TAGS_PER_CELL = 5
OTHER_TAGS = 200_000
"""Tags of a workbook besides its cells: styles and the like. Reading them takes long."""
EMPTY_ROWS = 10_000
"""So many empty rows may come between others; a sheet may go on for a million of them."""


def is_workbook(packed: zipfile.ZipFile) -> bool:
    """Say whether a ZIP file is an Excel workbook."""
    return "xl/workbook.xml" in packed.namelist()


@contextmanager
def open_workbook(
    content: bytes, *, unpacked: int, check: Callable[[zipfile.ZipFile], None] = lambda parts: None
) -> Iterator[Any]:
    """
    Open an Excel workbook to read its values (an openpyxl ``Workbook``); a fault deep inside shows while it is read.

    :param unpacked: most bytes that its parts may have together
    :param check: looks at its parts before it is opened
    :raises UnreadableTable: if it is too large or broken
    """
    # Loaded here, so that a web process that never reads a workbook does not carry it.
    from openpyxl import load_workbook

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            if sum(part.file_size for part in parts.infolist()) > unpacked:  # before anything is unpacked
                raise UnreadableTable(Unreadable.TOO_LARGE)
            check(parts)
        workbook = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        try:
            yield workbook
        finally:
            workbook.close()
    except UnreadableTable:
        raise
    except Exception as error:  # whatever a broken file brings about deep in two libraries
        raise UnreadableTable(Unreadable.BROKEN) from error


def cells_of(sheet: Any) -> Iterator[Iterable[Any]]:
    """Return the values of a sheet of :func:`open_workbook`, row by row, with characters that were written as codes."""
    sheet.reset_dimensions()  # some programs write wrong ones
    for row in sheet.iter_rows(values_only=True):
        yield [_uncoded(cell) if isinstance(cell, str) and "_x" in cell else cell for cell in row]


def _uncoded(text: str) -> str:
    """Return the text that a spreadsheet shows; a file has ``_x000D_`` for what XML cannot hold (ECMA-376, ST_Xstring)."""
    return _CODED.sub(lambda code: chr(int(code[1], 16)), text)


def check_weight(parts: zipfile.ZipFile, limits: Limits) -> None:
    """
    Check that a workbook does not take long to read, by unpacking it in pieces and counting tags, which is quick.

    :raises UnreadableTable: if it does
    """
    if "[Content_Types].xml" not in parts.namelist():
        raise UnreadableTable(Unreadable.NO_TABLE)
    most_in_cells = TAGS_PER_CELL * max(limits.all_cells, EMPTY_ROWS * limits.columns)
    in_cells = others = 0
    for part in parts.infolist():
        if not part.filename.endswith((".xml", ".rels")):
            continue
        has_cells = part.filename.startswith("xl/worksheets/") or part.filename.endswith("sharedStrings.xml")
        with parts.open(part) as unpacked:
            while piece := unpacked.read(1_000_000):
                if has_cells:
                    in_cells += piece.count(b"<")
                else:
                    others += piece.count(b"<")
                if in_cells > most_in_cells or others > OTHER_TAGS:
                    raise UnreadableTable(Unreadable.TOO_LARGE)
