"""
Which fields of the tables are about people: how that is written down, and what of it concerns a series. Pure.

The rows themselves are in ``skaala/config/personal_fields.toml``, since they name the tables of every room.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

CONTEXT = "personal data"
"""The context of the rows' words in the catalogues."""

_ROOMS = frozenset({"mail", "series", "registration", "workshops", "reports"})
_TABLES = frozenset(
    {"people.AuditEntry", "people.AuditPersonal", "people.RateLimitCounter", "people.RateLimitKey"}
)


@dataclass(frozen=True)
class PersonalFields:
    """Fields of one table that are about the same people for the same reason."""

    table: str
    fields: tuple[str, ...]
    whose: str
    why: str
    until: str
    seen_by: str

    @property
    def words(self) -> tuple[str, str, str, str]:
        """What is said of them: whose they are, why they are kept, until when, and who sees them."""
        return self.whose, self.why, self.until, self.seen_by


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


def read(text: str) -> dict[str, Table]:
    """Return what is written down, by the label of the model."""
    return {
        label: Table(label, tuple(_rows(label, table.get("people", ()))), tuple(table["other"].split()))
        for label, table in tomllib.loads(text).items()
    }


def about_series(tables: Iterable[Table]) -> list[PersonalFields]:
    """Return the rows that concern the people of a series, for its data protection report."""
    return [
        row
        for table in tables
        if table.label.partition(".")[0] in _ROOMS or table.label in _TABLES
        for row in table.people
    ]


def _rows(label: str, rows: Iterable[dict[str, str]]) -> Iterator[PersonalFields]:
    for row in rows:
        yield PersonalFields(
            label, tuple(row["fields"].split()), row["whose"], row["why"], row["until"], row["seen_by"]
        )
