"""Takes the rows out of an uploaded table, by its content and not by its name: Excel workbooks and CSV as spreadsheets write it."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import Any

LARGEST_FILE = 5_000_000
LARGEST_UNPACKED = 100_000_000
MOST_ROWS, MOST_COLUMNS, LONGEST_CELL = 10_000, 60, 1_000

# What separates cells, where more than one kind stands in the first line: the one that is found most often.
_SEPARATORS = (";", "\t", ",")
_INVISIBLE = re.compile(r"[\x00-\x1f\x7f\u200b-\u200f\u2060\ufeff]+")
# Before what a spreadsheet would take for a formula, our own downloads put an apostrophe.
_SHIELDED = re.compile(r"'(?=[=+@\-])")

FIELDS = ("name", "first_name", "last_name", "email", "municipality", "organisation", "role", "language")
_HEADS = {
    "name": "nimi|osallistuja|osallistujan nimi|etu- ja sukunimi|namn|deltagare|för- och efternamn|name|full name|participant|attendee",
    "first_name": "etunimi|etunimet|förnamn|first name|given name|forename",
    "last_name": "sukunimi|efternamn|last name|surname|family name",
    "email": "sähköposti|sähköpostiosoite|s-posti|sposti|email-osoite|e-post|epost|e-postadress|epostadress|mejl|email|e-mail|"
    "e-mail address|email address|mail",
    "municipality": "kunta|kaupunki|paikkakunta|kotikunta|kommun|stad|hemkommun|municipality|town|city",
    "organisation": "organisaatio|organisaatio tai yksikkö|yksikkö|työpaikka|taho|yritys|organisation|organisation eller enhet|"
    "enhet|arbetsplats|företag|organization|organisation or unit|company|unit|employer|affiliation",
    "role": "tehtävä|rooli|titteli|nimike|tehtävänimike|ammattinimike|roll|titel|uppgift|befattning|role|title|job title|position",
    "language": "kieli|asiointikieli|kirjeiden kieli|språk|brevspråk|language|language of letters",
}
_FIELD_OF = {head: field for field, heads in _HEADS.items() for head in heads.split("|")}


class Unreadable(StrEnum):
    """Why a file is not read."""

    EMPTY = "empty"
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


def read_table(content: bytes) -> list[list[str]]:
    """
    Return the cells of a file, row by row as it has them, empty rows too, so that a row's number is the one people see.

    Of a workbook it is the first sheet that has anything; of a formula, what it came to when the file was saved.

    :raises UnreadableTable: if it is empty, too large, broken, or no table
    """
    if len(content) > LARGEST_FILE:
        raise UnreadableTable(Unreadable.TOO_LARGE)
    if not content.strip(b" \t\r\n\x00\xef\xbb\xbf;,"):
        raise UnreadableTable(Unreadable.EMPTY)
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise UnreadableTable(Unreadable.OLD_EXCEL)
    rows = _from_workbook(content) if content.startswith(b"PK\x03\x04") else _from_text(content)
    while rows and not any(rows[-1]):
        rows.pop()
    if not rows:
        raise UnreadableTable(Unreadable.EMPTY)
    return rows


def _take(found: Iterable[Iterable[Any]]) -> list[list[str]]:
    rows: list[list[str]] = []
    for row in found:
        cells = [_words(cell) for cell in row]
        while cells and not cells[-1]:
            cells.pop()
        if len(cells) > MOST_COLUMNS:
            raise UnreadableTable(Unreadable.TOO_MANY_COLUMNS)
        rows.append(cells)
        # A sheet may go on for a million empty rows.
        if cells and len(rows) > MOST_ROWS:
            raise UnreadableTable(Unreadable.TOO_MANY_ROWS)
        if len(rows) > 2 * MOST_ROWS:
            break
    return rows


def _words(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "1" if cell else "0"
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    text = cell.isoformat() if isinstance(cell, datetime | date) else str(cell)
    text = " ".join(_INVISIBLE.sub(" ", text).split())
    return _SHIELDED.sub("", text, count=1)[:LONGEST_CELL] if text.startswith("'") else text[:LONGEST_CELL]


def _from_workbook(content: bytes) -> list[list[str]]:
    from openpyxl import load_workbook  # large, and needed where somebody imports alone

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            if sum(part.file_size for part in parts.infolist()) > LARGEST_UNPACKED:
                raise UnreadableTable(Unreadable.TOO_LARGE)
        workbook = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        try:
            for sheet in workbook.worksheets:
                sheet.reset_dimensions()  # some programs write wrong ones
                rows = _take(sheet.iter_rows(values_only=True))
                if any(any(row) for row in rows):
                    return rows
        finally:
            workbook.close()
    except UnreadableTable:
        raise
    except Exception as error:  # whatever a broken file brings about deep in two libraries
        raise UnreadableTable(Unreadable.BROKEN) from error
    return []


def _from_text(content: bytes) -> list[list[str]]:
    text = _decoded(content)
    if "\x00" in text or text.lstrip()[:1] in {"<", "%"}:
        raise UnreadableTable(Unreadable.NO_TABLE)
    first = next((line for line in text.splitlines() if line.strip()), "")
    separator = max(_SEPARATORS, key=first.count)
    if first.casefold().startswith("sep=") and len(first) == len("sep=;"):
        separator, text = first[-1], text.lstrip()[len(first) :].lstrip("\r\n")
    try:
        return _take(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
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


def guess_columns(rows: Sequence[Sequence[str]]) -> dict[str, int]:
    """
    Return which column holds what, as far as heads in Finnish, Swedish or English tell, or addresses by themselves.

    Under ``start`` stands the place of the first row with a person.
    """
    first = next((place for place, row in enumerate(rows) if any(row)), 0)
    found: dict[str, int] = {}
    for column, head in enumerate(rows[first]):
        field = _FIELD_OF.get(head.casefold().rstrip(":*. "))
        if field and field not in found:
            found[field] = column
    has_heads = bool(found) or not any("@" in cell for cell in rows[first])
    found["start"] = first + 1 if has_heads else first
    if "email" not in found:
        counts: dict[int, int] = {}
        for row in rows[found["start"] :]:
            for column, cell in enumerate(row):
                counts[column] = counts.get(column, 0) + ("@" in cell)
        best = max(counts, key=lambda column: counts[column], default=-1)
        if counts.get(best):
            found["email"] = best
    return found
