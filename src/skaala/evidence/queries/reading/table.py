"""Reads a whole table row by row, once it has the columns it needs."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from skaala.evidence.messages.columns import Column, Recognised, recognise
from skaala.evidence.queries.reading.results import Line, Reading
from skaala.evidence.queries.reading.rows import Row
from skaala.evidence.rules.table_file import Sheet
from skaala.ui.languages import LANGUAGES


def read_rows(
    sheet: Sheet, known: Sequence[Column], needed: Sequence[str], read: Callable[[Row], Line | None]
) -> Reading:
    """
    Read the rows of ``sheet`` with ``read``, or none where a column is missing.

    :param needed: keys of columns, or the beginning of keys of which one in any language will do
    """
    recognised = recognise(sheet.heads, known)
    reading = Reading(unknown=recognised.unknown + recognised.twice)
    reading.missing = _missing_heads(known, needed, recognised)
    if reading.missing:
        return reading
    heads = {
        column.key: sheet.heads[recognised.at[column.key]]
        if column.key in recognised.at
        else str(column.head)
        for column in known
    }
    for number, cells in sheet.rows:
        row = Row(number, cells, recognised.at, heads)
        line = read(row)
        reading.problems += row.problems
        if line is not None:
            reading.lines.append(line)
    return reading


def _missing_heads(known: Sequence[Column], needed: Sequence[str], recognised: Recognised) -> list[str]:
    head_of = {column.key: str(column.head) for column in known}
    missing = []
    for key in needed:
        keys = [key] if key in head_of else [f"{key}_{language}" for language in LANGUAGES]
        if not set(keys) & recognised.at.keys():
            missing.append(" / ".join(head_of[one] for one in keys))
    return missing
