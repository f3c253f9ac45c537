"""A file of actions as the page shows it before the import."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from skaala.catalogue.messages.files import fault_message, field_name, note_message
from skaala.catalogue.models import ActionFile
from skaala.catalogue.queries.action_files import FoundRow
from skaala.catalogue.rules.action_rows import RowFault
from skaala.catalogue.rules.likeness import LIKELY


@dataclass(frozen=True)
class BadRow:
    """A row that is left out: where, what was written there, and what to do."""

    number: int
    name: str
    field: str
    value: str
    words: str


@dataclass(frozen=True)
class GoodRow:
    """
    A row that can be taken in.

    :ivar decided: "new", "skip" or the key of the action that is the same
    :ivar is_doubtful: whether it may be in the catalogue, or in the file, already
    """

    row: FoundRow
    notes: list[str]
    decided: str
    is_doubtful: bool

    @property
    def number(self) -> int:
        return self.row.number


def bad_rows(found: Sequence[FoundRow], *, year: int, most: int | None = None) -> list[BadRow]:
    """Return a line for each fault, or for so many of them, in the order of the rows; hints at names are looked for once each."""
    words: dict[RowFault, str] = {}
    faults = [(row, fault) for row in found for fault in row.read.faults][:most]
    for _row, fault in faults:
        if fault not in words:
            words[fault] = fault_message(fault, year=year)
    return [
        BadRow(
            row.number,
            row.read.name,
            field_name(fault.field) if fault.field else "",
            fault.value,
            words[fault],
        )
        for row, fault in faults
    ]


def good_rows(found: Sequence[FoundRow], file: ActionFile) -> list[GoodRow]:
    """Return the rows that can be taken in, those first that may be there already."""
    likely = LIKELY.get(file.compared_with, 0.0)
    rows = [
        GoodRow(
            row,
            [note_message(note, value) for note, value in row.read.notes],
            file.decisions.get(str(row.number), "new"),
            bool(row.twice) or any(score >= likely for _key, score in file.alike.get(str(row.number), [])),
        )
        for row in found
        if row.is_good
    ]
    return sorted(rows, key=lambda one: (not one.is_doubtful, one.number))


def heads(file: ActionFile) -> list[tuple[str, str, Any]]:
    """Return each column: its place, its head, and its first cell that says something, as an example."""
    examples = [
        next((cells[place] for _number, cells in file.rows if place < len(cells) and cells[place]), "")
        for place in range(len(file.heads))
    ]
    return [
        (str(place), head or f"#{place + 1}", example[:80])
        for place, (head, example) in enumerate(zip(file.heads, examples, strict=True))
    ]
