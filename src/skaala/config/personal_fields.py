"""
Which fields of the tables are about people: whose they are, why they are kept, until when, and who sees them.

Written down in ``personal_fields.toml`` and drawn into docs/personal-data.md. A test compares it with the tables, so that no new
field of any table goes without an answer.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_suffix(".toml")


@dataclass(frozen=True)
class PersonalFields:
    """Fields of one table that are about the same people for the same reason."""

    table: str
    fields: tuple[str, ...]
    whose: str
    why: str
    until: str
    seen_by: str


@dataclass(frozen=True)
class Table:
    """One table of ours: its fields about people, and all others."""

    label: str
    people: tuple[PersonalFields, ...]
    other: tuple[str, ...]

    @property
    def fields(self) -> list[str]:
        """All that has been written down of the table."""
        return [*self.other, *(name for row in self.people for name in row.fields)]


@cache
def tables() -> dict[str, Table]:
    """Return what is written down, by the label of the model."""
    with FILE.open("rb") as file:
        found = tomllib.load(file)
    return {
        label: Table(label, tuple(_rows(label, table.get("people", ()))), tuple(table["other"].split()))
        for label, table in found.items()
    }


def _rows(label: str, rows: list[dict[str, str]]) -> Iterator[PersonalFields]:
    for row in rows:
        yield PersonalFields(
            label, tuple(row["fields"].split()), row["whose"], row["why"], row["until"], row["seen_by"]
        )


def personal_data() -> str:
    """Return docs/personal-data.md."""
    lines = [
        "# Personal data",
        "",
        "Drawn by `skaala documents` from `src/skaala/config/personal_fields.toml`; a test fails when a field of a table has no row there.",
        "“The series' date” is the day that each series' privacy notice names: so many months after its last event. Then the rows go, and the night's",
        "forgetting writes the tables anew. Whoever asks for it is removed before. Backups and logs: [operator's guide](operators-guide.md).",
        "",
        "| table | fields | whose | why | until | seen by |",
        "|---|---|---|---|---|---|",
    ]
    for table in tables().values():
        for row in table.people:
            fields = ", ".join(f"`{name}`" for name in row.fields)
            lines.append(
                f"| `{row.table}` | {fields} | {row.whose} | {row.why} | {row.until} | {row.seen_by} |"
            )
    lines += [
        "",
        "Beside the tables of our rooms: sessions of organisers (`django_session`, two weeks after the last use), the queue of jobs, which",
        "names rows by number alone, uploaded files in `SKAALA_DATA_DIR/files`, keys of series in `SKAALA_SERIES_KEYS_DIR` until the series' date, and in the",
        "browser the cookie with the key of the workspaces. Tables without a row here hold nothing about people.",
        "",
    ]
    return "\n".join(lines)
