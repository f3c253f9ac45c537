"""CSV as spreadsheets save it: several character sets, several separators."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from skaala.tables.limits import Unreadable, UnreadableTable

# If the first line with a separator has more than one kind, the most frequent one separates cells.
_SEPARATORS = (";", "\t", ",")
_QUOTED = re.compile(r'"[^"]*"')


def rows_of_csv(content: bytes) -> Iterator[list[str]]:
    """
    Return the rows of a CSV file as they are, empty ones too.

    :raises UnreadableTable: if it is no text, or a cell does not end
    """
    text = _decoded(content)
    if "\x00" in text or text.lstrip()[:1] in {"<", "%"}:
        raise UnreadableTable(Unreadable.NO_TABLE)
    first = next((line for line in io.StringIO(text) if line.strip()), "").strip("\r\n")
    if first.casefold().startswith("sep=") and len(first) == len("sep=;"):
        separator, text = first[-1], text.lstrip()[len(first) :].lstrip("\r\n")
    else:
        separator = _separator(text)
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    except csv.Error as error:
        raise UnreadableTable(Unreadable.BROKEN) from error


def _separator(text: str) -> str:
    """Find what separates cells; a title of one cell may come before the first row that shows it."""
    lines = (_QUOTED.sub("", line) for line in io.StringIO(text))
    first_with_separator = next((line for line in lines if any(each in line for each in _SEPARATORS)), "")
    return max(_SEPARATORS, key=first_with_separator.count)


def _decoded(content: bytes) -> str:
    """Excel saves CSV in UTF-8 with a byte-order mark, in UTF-16 as “Unicode text”, otherwise in the Windows code page."""
    try:
        if content[:2] in {b"\xff\xfe", b"\xfe\xff"}:
            return content.decode("utf-16")
    except UnicodeDecodeError as error:
        raise UnreadableTable(Unreadable.BROKEN) from error
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")
