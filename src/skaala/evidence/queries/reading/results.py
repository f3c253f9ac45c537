"""What reading a table gives: rows that can be used, and what is wrong with the others."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from skaala.ui.texts import Texts


class RowAction(StrEnum):
    """What taking a row in would do."""

    ADD = "add"
    CHANGE = "change"
    NOTHING = "nothing"


@dataclass(frozen=True)
class Problem:
    """Why a row cannot be used: its number as a spreadsheet shows it, the column's head, and what to do."""

    row: int
    column: str
    text: str


@dataclass(frozen=True)
class Line:
    """A row that can be used: what it says, the record it means, and what would be done."""

    row: int
    says: dict[str, Any]
    record: Any
    action: RowAction

    @property
    def title(self) -> Texts:
        said: Texts = self.says["name"] if "name" in self.says else self.says["text"]
        return said


@dataclass
class Reading:
    """A whole table: the rows that can be used and those that cannot."""

    lines: list[Line] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    """Heads of columns without which no row can be used."""

    def count(self, action: RowAction) -> int:
        return sum(line.action == action for line in self.lines)

    @property
    def added(self) -> int:
        return self.count(RowAction.ADD)

    @property
    def changed(self) -> int:
        return self.count(RowAction.CHANGE)

    @property
    def unchanged(self) -> int:
        return self.count(RowAction.NOTHING)

    @property
    def bad_rows(self) -> int:
        return len({problem.row for problem in self.problems})
