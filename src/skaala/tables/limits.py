"""How much of a table file is read, and why a file is refused."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


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
    """
    How much is read of a file.

    :ivar bytes: of the file
    :ivar rows: rows that are not empty, the heads too
    :ivar columns: cells in a row
    :ivar cells: cells in all; as many as rows times columns if None
    :ivar unpacked: bytes of an unpacked workbook; a packed file of a few kilobytes may unpack to gigabytes
    """

    bytes: int
    rows: int
    columns: int
    cells: int | None = None
    unpacked: int = 40_000_000

    @property
    def all_cells(self) -> int:
        """How many cells may be read in all."""
        return self.rows * self.columns if self.cells is None else self.cells
