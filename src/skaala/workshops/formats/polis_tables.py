"""The tables of a Polis set: their columns, how a vote is written, and how a table is known by its columns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from skaala.tables.reading import Row, Table
from skaala.workshops.formats.conversation import Conversation, Fault, UnreadableConversation

VOTES = {
    written: value
    for value, forms in {
        1: ("1", "1.0", "1,0", "+1"),
        0: ("0", "0.0", "0,0", "-0.0"),
        -1: ("-1", "-1.0", "-1,0", "−1"),
    }.items()
    for written in forms
}
ABOUT_THE_PARTICIPANT = ("participant", "xid", "group-id", "n-comments", "n-votes", "n-agree", "n-disagree")


class TableKind(StrEnum):
    """What the rows of a table are."""

    COMMENTS = "comments"
    VOTES = "votes"
    MATRIX = "participants-votes"
    PERSPECTIVES = "perspectives"
    QUICK_QUESTIONS = "quick-questions"
    CONCLUSIONS = "conclusions"
    SUMMARY = "summary"


NEEDED: dict[TableKind, tuple[str, ...]] = {
    TableKind.COMMENTS: ("comment-id",),
    TableKind.VOTES: ("comment-id", "voter-id", "vote"),
    TableKind.MATRIX: ("participant",),
    TableKind.PERSPECTIVES: ("participant", "perspective"),
}


@dataclass(frozen=True)
class NamedTable:
    """A table with the names of its columns; ``name`` is what a person knows it by."""

    name: str
    columns: list[str]
    rows: list[Row]


def with_columns(name: str, table: Table) -> NamedTable:
    """
    Take the first row of a table for the names of its columns.

    :raises UnreadableConversation: if two columns have the same name
    """
    head = table.rows[0][1] if table.rows else []
    twice = sorted({column for column in head if column and head.count(column) > 1})
    if len(set(head)) < len(head) and twice:
        raise UnreadableConversation(Fault.COLUMN_TWICE, name, ", ".join(twice[:6]))
    return NamedTable(name, head, table.rows[1:])


def kind_of(table: NamedTable) -> TableKind | None:
    """Return what a table is by its columns; None if it is no table of a Polis set."""
    columns = set(table.columns)
    if "quick-question" in columns:
        return TableKind.QUICK_QUESTIONS
    if "conclusion" in columns:
        return TableKind.CONCLUSIONS
    if "participant" in columns:
        return TableKind.PERSPECTIVES if columns == {"participant", "perspective"} else TableKind.MATRIX
    if len(columns & {"comment-id", "voter-id", "vote"}) > 1:
        return TableKind.VOTES
    if "comment-id" in columns and columns & {"comment-body", "moderated"}:
        return TableKind.COMMENTS
    return TableKind.SUMMARY if "summary" in table.name else None


def check_columns(table: NamedTable, kind: TableKind) -> None:
    """
    Check that a table has the columns without which it says nothing.

    :raises UnreadableConversation: naming those that are missing
    """
    missing = [column for column in NEEDED.get(kind, ()) if column not in table.columns]
    if missing:
        raise UnreadableConversation(Fault.MISSING_COLUMN, table.name, ", ".join(missing))


def named_cells(
    table: NamedTable, conversation: Conversation, *, needed: tuple[str, ...] = ()
) -> Iterator[tuple[int, dict[str, str]]]:
    """
    Return the rows of a table as cells by column; a row that ends early has empty cells at its end.

    Spreadsheets leave out empty cells at the end of a row, so only a row without its ``needed`` ones is left out,
    and one with more cells than columns.
    """
    width = len(table.columns)
    shortest = max((table.columns.index(column) + 1 for column in needed), default=0)
    for line, cells in table.rows:
        conversation.rows[table.name] += 1
        if len(cells) > width or len(cells) < shortest:
            conversation.note(Fault.CELLS, table.name, line, f"{len(cells)} / {width}")
            continue
        yield line, dict(zip(table.columns, cells + [""] * (width - len(cells)), strict=True))
