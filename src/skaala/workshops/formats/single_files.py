"""
One file of a Polis set at a time, read exactly: for the command line, where a wrong row stops everything.

What is wrong is said in a sentence that names the file, the line and what was expected.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from skaala.insight.votes import Moderation, VoteMatrix, gather_votes
from skaala.tables.reading import Limits, Unreadable, UnreadableTable, read_rows
from skaala.tables.reading import Table as PlainTable
from skaala.workshops.formats import polis_reading
from skaala.workshops.formats.conversation import Conversation, Fault, Problem, UnreadableConversation
from skaala.workshops.formats.polis_tables import (
    ABOUT_THE_PARTICIPANT,
    NamedTable,
    TableKind,
    kind_of,
    with_columns,
)

LIMITS = Limits(
    bytes=2_000_000_000, rows=50_000_000, columns=100_000, cells=500_000_000, unpacked=2_000_000_000
)


class UnreadableExport(ValueError):
    """A file is not what it should be; the message names the file, the line, and what was expected."""


@dataclass(frozen=True)
class VoteFile:
    """
    What a vote file says.

    Attributes
    ----------
    votes
        The vote matrix.
    published_groups
        Participant → group as published in the file's `group-id` column, for those who have one.
    """

    votes: VoteMatrix
    published_groups: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class CommentFile:
    """
    What a comments file says.

    Attributes
    ----------
    texts
        Statement → its words.
    moderation
        Rejected statements (`moderated` = −1) and metadata (`is-meta`).
    """

    texts: dict[str, str]
    moderation: Moderation


def read_votes(path: Path) -> VoteFile:
    """
    Read votes from `votes.csv` or `participants-votes.csv`; which one it is shows in its first line.

    :raises UnreadableExport: if a column is missing, a vote is none of 1, 0, −1, or a participant is there twice
    """
    table = _table(path)
    conversation = Conversation()
    kind = TableKind.MATRIX if "participant" in table.columns else kind_of(table)
    if kind == TableKind.MATRIX:
        if all(column in ABOUT_THE_PARTICIPANT for column in table.columns):
            raise UnreadableExport(f"{path.name}: there is no column for any statement.")
        _read(polis_reading.read_matrix, table, conversation)
    elif kind == TableKind.VOTES:
        _need(table, ("comment-id", "voter-id", "vote"))
        _read(polis_reading.read_votes, table, conversation)
    else:
        raise UnreadableExport(
            f"{path.name}: expected the columns of participants-votes.csv ('participant', then one per "
            f"statement) or of votes.csv ('comment-id', 'voter-id', 'vote'); found {_quoted(table.columns)}."
        )
    matrix = gather_votes(
        ((who, vote.statement, vote.value) for who, vote in conversation.votes()),
        participants=conversation.participants,
        statements=conversation.statements,
    )
    groups = {who: person.group for who, person in conversation.participants.items() if person.group}
    return VoteFile(matrix, groups)


def read_comments(path: Path) -> CommentFile:
    """
    Read the statements' words and how they were moderated.

    :raises UnreadableExport: if a column is missing or a statement is there twice
    """
    table = _table(path)
    _need(table, ("comment-id", "moderated"))
    conversation = Conversation()
    _read(polis_reading.read_comments, table, conversation)
    statements = conversation.statements.items()
    return CommentFile(
        {key: statement.text for key, statement in statements},
        Moderation(
            frozenset(key for key, statement in statements if statement.state == "hidden"),
            frozenset(key for key, statement in statements if statement.is_metadata),
        ),
    )


def read_labels(path: Path) -> dict[str, str]:
    """
    Read a known perspective per participant from a file with the columns `participant` and `perspective`.

    :raises UnreadableExport: if a column is missing or a participant is there twice
    """
    table = _table(path)
    _need(table, ("participant", "perspective"))
    conversation = Conversation()
    _read(polis_reading.read_perspectives, table, conversation)
    return {who: person.perspective for who, person in conversation.participants.items()}


def _table(path: Path) -> NamedTable:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableExport(f"{path.name} cannot be read: {error.strerror}.") from error
    try:
        return with_columns(path.name, PlainTable("", read_rows(content, LIMITS)))
    except UnreadableTable as error:
        said = {
            Unreadable.EMPTY: "is empty: its first line should name the columns.",
            Unreadable.OLD_EXCEL: "is an old Excel file; save it as XLSX or CSV.",
            Unreadable.BROKEN: "is broken, or not a CSV file.",
        }.get(error.reason, f"cannot be read as a table ({error.reason.value}).")
        raise UnreadableExport(f"{path.name} {said}") from error
    except UnreadableConversation as error:
        raise UnreadableExport(
            f"{path.name}: these columns stand twice: {_quoted(error.detail.split(', '))}."
        ) from error


def _need(table: NamedTable, columns: tuple[str, ...]) -> None:
    missing = [name for name in columns if name not in table.columns]
    if missing:
        raise UnreadableExport(f"{table.name}: missing {_quoted(missing)}; found {_quoted(table.columns)}.")


def _read(
    read: Callable[[NamedTable, Conversation], None], table: NamedTable, conversation: Conversation
) -> None:
    with suppress(UnreadableConversation):  # its rows have been noted, and the first of them says why
        read(table, conversation)
    for problem in conversation.problems:
        if said := _said(problem, table):
            raise UnreadableExport(said)


def _said(problem: Problem, table: NamedTable) -> str:
    """Return what is wrong with a row; empty for what is no fault here."""
    where = f"{problem.file}, line {problem.line}"
    if problem.fault == Fault.CELLS:
        cells = problem.detail.split(" / ")[0]
        return f"{where}: {cells} cells, but the first line names {len(table.columns)} columns."
    if problem.fault == Fault.NO_ID:
        what = (
            "the participant has no id"
            if "participant" in table.columns
            else "a vote needs a voter-id and a comment-id"
        )
        return f"{where}: {what}."
    if problem.fault == Fault.TWICE:
        who = "participant" if "participant" in table.columns else "statement"
        first = f" (first on line {problem.where}); one row each" if problem.where else ""
        return f"{where}: {who} '{problem.detail}' stands twice{first}."
    if problem.fault == Fault.NO_VOTE:
        return f"{where}, statement '{problem.where}': a vote is 1 (agree), 0 (pass) or -1 (disagree), not '{problem.detail}'."
    if problem.fault == Fault.NO_TIME:
        return f"{where}: the timestamp '{problem.detail}' is not a number."
    if problem.fault == Fault.UNKNOWN_VALUE and problem.where == "moderated":
        return f"{where}: 'moderated' is 1 (accepted), 0 (not moderated) or -1 (rejected), not '{problem.detail}'."
    return ""


def _quoted(columns: Iterable[str]) -> str:
    names = list(columns)
    shown = ", ".join(f"'{name}'" for name in names[:8])
    return shown + (f" and {len(names) - 8} more" if len(names) > 8 else "")
