"""
Takes the rows out of an uploaded table: CSV as any spreadsheet writes it, or the first sheet of an Excel workbook.

Pure: bytes in, words out. Nothing is calculated: a formula counts as the value that was saved with it.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from xml.etree.ElementTree import ParseError

LARGEST_FILE = 1_000_000
UNPACKED = 20_000_000
MOST_ROWS = 1_000
MOST_COLUMNS = 60
MOST_CHARACTERS = 400_000

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
# Our own files put an apostrophe before what a spreadsheet would take for a formula; here it comes off again.
_GUARD = re.compile(r"'(?=[\s\u200b-\u200f\u2060\ufeff]*[=+@\-＝＋＠－])")


class Unreadable(StrEnum):
    """Why a table is refused."""

    EMPTY = "empty"
    NO_ROWS = "no_rows"
    TOO_LARGE = "too_large"
    TOO_MANY_ROWS = "too_many_rows"
    NOT_A_TABLE = "not_a_table"
    BROKEN = "broken"


class UnreadableTable(ValueError):
    """The file cannot be read as a table; ``reason`` says why."""

    def __init__(self, reason: Unreadable) -> None:
        super().__init__(reason.value)
        self.reason = reason


@dataclass(frozen=True)
class Sheet:
    """The first row that says something, and those after it with the numbers a spreadsheet shows beside them."""

    heads: list[str]
    rows: list[tuple[int, list[str]]]

    def plain(self) -> dict[str, Any]:
        """Return it for :mod:`json`; :meth:`from_plain` takes it back."""
        return {"heads": self.heads, "rows": [[number, *cells] for number, cells in self.rows]}

    @classmethod
    def from_plain(cls, plain: Any) -> Sheet:
        """
        Take back what :meth:`plain` gave.

        :raises UnreadableTable: if it is anything else
        """
        try:
            numbered = [(0, list(plain["heads"])), *((int(row[0]), list(row[1:])) for row in plain["rows"])]
        except (TypeError, KeyError, ValueError, IndexError) as error:
            raise UnreadableTable(Unreadable.BROKEN) from error
        return _sheet(numbered)


def read_table(content: bytes) -> Sheet:
    """
    Return heads and rows of a file's content, known by what it is and not by its name.

    :raises UnreadableTable: if it is empty, too large, broken, or no table
    """
    if len(content) > LARGEST_FILE:
        raise UnreadableTable(Unreadable.TOO_LARGE)
    if not content.strip(b" \t\r\n\x00\xef\xbb\xbf"):
        raise UnreadableTable(Unreadable.EMPTY)
    if content[:4] == b"PK\x03\x04":
        return _sheet(_of_workbook(content))
    if content[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" or content[:5] == b"%PDF-":
        raise UnreadableTable(Unreadable.NOT_A_TABLE)
    return _sheet(_of_csv(_decode(content)))


def _sheet(numbered: Iterable[tuple[int, Iterable[Any]]]) -> Sheet:
    kept: list[tuple[int, list[str]]] = []
    characters = 0
    for number, row in numbered:
        cells = [_clean(cell) for cell in row]
        if not any(cells):
            continue
        while not cells[-1]:
            cells.pop()
        characters += sum(map(len, cells))
        if len(kept) > MOST_ROWS:
            raise UnreadableTable(Unreadable.TOO_MANY_ROWS)
        if characters > MOST_CHARACTERS or len(cells) > MOST_COLUMNS:
            raise UnreadableTable(Unreadable.TOO_LARGE)
        kept.append((number, cells))
    if not kept:
        raise UnreadableTable(Unreadable.EMPTY)
    if len(kept) == 1:
        raise UnreadableTable(Unreadable.NO_ROWS)
    return Sheet(kept[0][1], kept[1:])


def _clean(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    text = _CONTROL.sub("", str(cell)).replace("\r\n", "\n").replace("\r", "\n")
    return _GUARD.sub("", text, count=1).strip() if text.startswith("'") else text.strip()


def _decode(content: bytes) -> str:
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        encodings = ["utf-16"]  # what Excel calls “Unicode text”
    elif b"\x00" in content:
        raise UnreadableTable(Unreadable.NOT_A_TABLE)
    else:
        encodings = ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadableTable(Unreadable.NOT_A_TABLE)


def _of_csv(text: str) -> Iterable[tuple[int, list[str]]]:
    first = next((line for line in text.splitlines() if line.strip()), "")
    if first.startswith("sep=") and len(first) == len("sep=;"):
        separator, text = first[-1], text.replace(first, "", 1)
    else:
        outside_quotes = re.sub(r'"[^"]*"', "", first)
        separator = max(";\t,", key=outside_quotes.count)
    try:
        yield from enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=separator), 1)
    except csv.Error as error:
        raise UnreadableTable(Unreadable.BROKEN) from error


def _of_workbook(content: bytes) -> list[tuple[int, tuple[Any, ...]]]:
    # Loaded here, because a web process that never reads a workbook should not carry it.
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if "[Content_Types].xml" not in packed.namelist():
                raise UnreadableTable(Unreadable.NOT_A_TABLE)
            if sum(part.file_size for part in packed.infolist()) > UNPACKED:
                raise UnreadableTable(Unreadable.TOO_LARGE)
        workbook = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        try:
            rows = workbook.worksheets[0].iter_rows(
                max_row=20 * MOST_ROWS, max_col=MOST_COLUMNS, values_only=True
            )
            return [(number, row) for number, row in enumerate(rows, 1) if any(row)]
        finally:
            workbook.close()
    except UnreadableTable:
        raise
    except (
        InvalidFileException,
        zipfile.BadZipFile,
        ParseError,
        OSError,
        EOFError,
        KeyError,
        IndexError,
        ValueError,
        TypeError,
        AttributeError,
        NotImplementedError,
        RuntimeError,
    ) as error:
        raise UnreadableTable(Unreadable.BROKEN) from error
