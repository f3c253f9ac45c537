"""
Takes the rows out of an uploaded table, by its content and not by its name: CSV as spreadsheets write it, or an Excel workbook.

Nothing is calculated: a formula counts as the value that was saved with it.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

# What separates cells, where more than one kind stands in the first line that has any: the one that is found most often.
_SEPARATORS = (";", "\t", ",")
_QUOTED = re.compile(r'"[^"]*"')
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff]")
# Our own files put an apostrophe before what a spreadsheet would take for a formula; here it comes off again.
_GUARD = re.compile(r"'(?=[\s\u200b-\u200f\u2060]*[=+@\-＝＋＠－])")

UNPACKED = 40_000_000
"""Bytes of an unpacked workbook. A packed file of a few kilobytes may unpack to gigabytes."""
TAGS_A_CELL = 5
TAGS_ASIDE = 200_000
"""Tags of a workbook beside its cells: styles and the like. Reading them takes long."""
EMPTY_ROWS = 10_000
"""So many rows without anything may stand between others; a sheet may go on for a million of them."""


class Unreadable(StrEnum):
    """Why a file is not read."""

    EMPTY = "empty"
    ONLY_HEADS = "only_heads"
    TOO_LARGE = "too_large"
    TOO_MANY_ROWS = "too_many_rows"
    TOO_MANY_COLUMNS = "too_many_columns"
    OLD_EXCEL = "old_excel"
    BROKEN = "broken"
    NO_TABLE = "no_table"


class UnreadableTable(ValueError):
    """The file cannot be read as a table; ``reason`` says why."""

    def __init__(self, reason: Unreadable) -> None:
        super().__init__(reason.value)
        self.reason = reason


@dataclass(frozen=True)
class Limits:
    """How much is read: bytes of the file, rows with something in them (heads too), columns."""

    bytes: int
    rows: int
    columns: int


def read_rows(content: bytes, limits: Limits) -> list[tuple[int, list[str]]]:
    """
    Return the rows that say anything, each with the number a spreadsheet shows beside it; no empty cells at their ends.

    Of a workbook it is the first sheet that has anything. Whatever the file is, it is refused quickly.

    :raises UnreadableTable: if it is empty, too large, broken, or no table
    """
    if len(content) > limits.bytes:
        raise UnreadableTable(Unreadable.TOO_LARGE)
    if not content.strip(b" \t\r\n\x00\xef\xbb\xbf;,"):
        raise UnreadableTable(Unreadable.EMPTY)
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise UnreadableTable(Unreadable.OLD_EXCEL)
    if content.startswith(b"PK\x03\x04"):
        rows = _of_workbook(content, limits)
    else:
        rows = _take(_of_text(_decoded(content)), limits)
    if not rows:
        raise UnreadableTable(Unreadable.EMPTY)
    return rows


def _take(found: Iterable[Iterable[Any]], limits: Limits) -> list[tuple[int, list[str]]]:
    rows: list[tuple[int, list[str]]] = []
    for number, row in enumerate(found, 1):
        cells = [_words(cell) for cell in row]
        while cells and not cells[-1]:
            cells.pop()
        if len(cells) > limits.columns:
            raise UnreadableTable(Unreadable.TOO_MANY_COLUMNS)
        if number - len(rows) > EMPTY_ROWS:
            break
        if not cells:
            continue
        if len(rows) == limits.rows:
            raise UnreadableTable(Unreadable.TOO_MANY_ROWS)
        rows.append((number, cells))
    return rows


def _words(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "1" if cell else "0"
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    text = cell.isoformat() if isinstance(cell, datetime | date) else str(cell)
    text = _CONTROL.sub("", text).replace("\r\n", "\n").replace("\r", "\n").strip()
    return _GUARD.sub("", text, count=1).strip() if text.startswith("'") else text


def _of_text(text: str) -> Iterator[list[str]]:
    if "\x00" in text or text.lstrip()[:1] in {"<", "%"}:
        raise UnreadableTable(Unreadable.NO_TABLE)
    first = next((line for line in text.splitlines() if line.strip()), "")
    if first.casefold().startswith("sep=") and len(first) == len("sep=;"):
        separator, text = first[-1], text.lstrip()[len(first) :].lstrip("\r\n")
    else:
        # A title of one cell may stand above the rest, with nothing after it.
        lines = (_QUOTED.sub("", line) for line in text.splitlines())
        telling = next((line for line in lines if any(one in line for one in _SEPARATORS)), "")
        separator = max(_SEPARATORS, key=telling.count)
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    except csv.Error as error:
        raise UnreadableTable(Unreadable.BROKEN) from error


def _decoded(content: bytes) -> str:
    """Excel saves CSV in UTF-8 with a mark, in UTF-16 as “Unicode text”, and else in the Windows code page."""
    if content[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _of_workbook(content: bytes, limits: Limits) -> list[tuple[int, list[str]]]:
    with open_workbook(content, unpacked=UNPACKED, check=lambda parts: _weigh(parts, limits)) as workbook:
        for sheet in workbook.worksheets:
            rows = _take(cells_of(sheet), limits)
            if rows:
                return rows
    return []


@contextmanager
def open_workbook(
    content: bytes, *, unpacked: int, check: Callable[[zipfile.ZipFile], None] = lambda parts: None
) -> Iterator[Any]:
    """
    Open an Excel workbook to read its values (an openpyxl ``Workbook``); what is broken deep inside is told while it is read.

    :param unpacked: most bytes that its parts may have together
    :param check: looks at its parts before it is opened
    :raises UnreadableTable: if it is too large or broken
    """
    # Loaded here, because a web process in which nobody brings a workbook should not carry it.
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
    """Return the values of a sheet of :func:`open_workbook`, row by row."""
    sheet.reset_dimensions()  # some programs write wrong ones
    yield from sheet.iter_rows(values_only=True)


def _weigh(parts: zipfile.ZipFile, limits: Limits) -> None:
    """Refuse a workbook that would take long to read, by unpacking it in pieces and counting tags, which is quick."""
    if "[Content_Types].xml" not in parts.namelist():
        raise UnreadableTable(Unreadable.NO_TABLE)
    most_in_cells = TAGS_A_CELL * max(limits.rows, EMPTY_ROWS) * limits.columns
    in_cells = aside = 0
    for part in parts.infolist():
        if not part.filename.endswith((".xml", ".rels")):
            continue
        holds_cells = part.filename.startswith("xl/worksheets/") or part.filename.endswith(
            "sharedStrings.xml"
        )
        with parts.open(part) as unpacked:
            while piece := unpacked.read(1_000_000):
                if holds_cells:
                    in_cells += piece.count(b"<")
                else:
                    aside += piece.count(b"<")
                if in_cells > most_in_cells or aside > TAGS_ASIDE:
                    raise UnreadableTable(Unreadable.TOO_LARGE)
