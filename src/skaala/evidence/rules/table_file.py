"""A table whose first row names the columns, as it is read from a file and carried along while it is looked at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from skaala.tables.reading import Limits, Unreadable, UnreadableTable, read_rows

LIMITS = Limits(bytes=1_000_000, rows=1_000, columns=60)
MOST_CHARACTERS = 400_000


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
            numbered = [
                (0, _words(plain["heads"])),
                *((int(row[0]), _words(row[1:])) for row in plain["rows"]),
            ]
        except (TypeError, KeyError, ValueError, IndexError) as error:
            raise UnreadableTable(Unreadable.BROKEN) from error
        return _sheet(numbered)


def read_table(content: bytes) -> Sheet:
    """
    Return heads and rows of a file's content.

    :raises UnreadableTable: if it is empty, too large, broken, or no table
    """
    return _sheet(read_rows(content, LIMITS))


def _sheet(numbered: Sequence[tuple[int, list[str]]]) -> Sheet:
    if len(numbered) > LIMITS.rows:
        raise UnreadableTable(Unreadable.TOO_MANY_ROWS)
    if sum(len(cell) for _number, cells in numbered for cell in cells) > MOST_CHARACTERS:
        raise UnreadableTable(Unreadable.TOO_LARGE)
    if len(numbered) == 1:
        raise UnreadableTable(Unreadable.ONLY_HEADS)
    return Sheet(numbered[0][1], list(numbered[1:]))


def _words(cells: Any) -> list[str]:
    found = [str(cell) for cell in list(cells)]
    if not any(found) or len(found) > LIMITS.columns or any("\x00" in cell for cell in found):
        raise ValueError
    return found
