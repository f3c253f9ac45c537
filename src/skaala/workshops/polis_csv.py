"""Reads and writes the public Polis export format, and says clearly what is wrong with a file.

Two files hold votes: `participants-votes.csv`, a row per participant and a column per statement, and
`votes.csv`, a row per vote in the order in which they were given. `comments.csv` holds the statements and
how they were moderated. In all of them 1 is agree, −1 disagree and 0 pass; an empty cell is no vote.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

import numpy as np

from skaala.insight.votes import Moderation, VoteMatrix, arrange_votes, gather_votes
from skaala.workshops.polis_words import ABOUT_THE_PARTICIPANT, VOTES

NO_VOTE = 99  # marks an empty cell while a row is read


class UnreadableExportError(ValueError):
    """A file is not what it should be; the message names the file, the line, and what was expected."""


@dataclass(frozen=True)
class Conversation:
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
class Comments:
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


def read_votes(path: Path) -> Conversation:
    """
    Read votes from either of the two files; which one it is shows in its first line.

    :raises UnreadableExportError: if a column is missing, a vote is none of 1, 0, −1, or a participant
    stands twice
    """
    lines = _lines(path)
    header = _header(path, lines)
    if "participant" in header:
        return _read_wide(path, header, lines)
    if {"voter-id", "comment-id", "vote"} & set(header):
        return _read_long(path, header, lines)
    raise UnreadableExportError(
        f"{path.name}: expected the columns of participants-votes.csv ('participant', then one per "
        f"statement) or of votes.csv ('comment-id', 'voter-id', 'vote'); found {_named(header)}."
    )


def read_comments(path: Path) -> Comments:
    """
    Read the statements' words and how they were moderated.

    :raises UnreadableExportError: if a column is missing or a statement stands twice
    """
    lines = _lines(path)
    header = _header(path, lines)
    _need(path, header, ("comment-id", "moderated"))
    at = {name: header.index(name) for name in header}
    meta_column = next((at[name] for name in ("is-meta", "is_meta") if name in at), None)
    texts: dict[str, str] = {}
    rejected, metadata = set(), set()
    for number, row in _rows(path, header, lines):
        statement = row[at["comment-id"]].strip()
        if statement in texts:
            raise UnreadableExportError(f"{path.name}, line {number}: statement '{statement}' stands twice.")
        texts[statement] = row[at["comment-body"]].strip() if "comment-body" in at else ""
        verdict = row[at["moderated"]].strip()
        if verdict not in ("", "1", "0", "-1", "1.0", "0.0", "-1.0"):
            raise UnreadableExportError(
                f"{path.name}, line {number}: 'moderated' is 1 (accepted), 0 (not moderated) "
                f"or -1 (rejected), not '{verdict}'."
            )
        if verdict.startswith("-1"):
            rejected.add(statement)
        if meta_column is not None and row[meta_column].strip().lower() in ("1", "true", "t", "yes"):
            metadata.add(statement)
    return Comments(texts, Moderation(frozenset(rejected), frozenset(metadata)))


def read_labels(path: Path) -> dict[str, str]:
    """
    Read a known perspective per participant from a file with the columns `participant` and `perspective`.

    :raises UnreadableExportError: if a column is missing or a participant stands twice
    """
    lines = _lines(path)
    header = _header(path, lines)
    _need(path, header, ("participant", "perspective"))
    who, what = header.index("participant"), header.index("perspective")
    labels: dict[str, str] = {}
    for number, row in _rows(path, header, lines):
        if row[who].strip() in labels:
            raise UnreadableExportError(
                f"{path.name}, line {number}: participant '{row[who].strip()}' stands twice."
            )
        if row[what].strip():
            labels[row[who].strip()] = row[what].strip()
    return labels


def write_votes(file: TextIO, votes: VoteMatrix, groups: Mapping[str, str | int] | None = None) -> None:
    """Write votes as `participants-votes.csv`; what `read_votes` reads back is the same matrix and groups."""
    out = csv.writer(file, lineterminator="\n")
    about = [name for name in ABOUT_THE_PARTICIPANT if name not in ("xid", "n-comments")]
    out.writerow([*about, *votes.statements])
    for i, who in enumerate(votes.participants):
        cells = slice(votes.row_starts[i], votes.row_starts[i + 1])
        values = votes.values[cells].tolist()
        row: list[int | str] = [""] * votes.n_statements
        for j, value in zip(votes.columns[cells].tolist(), values, strict=True):
            row[j] = value
        group = (groups or {}).get(who, "")
        out.writerow([who, group, len(values), values.count(1), values.count(-1), *row])


def _read_wide(path: Path, header: list[str], lines: Iterator[list[str]]) -> Conversation:
    who = header.index("participant")
    group_column = header.index("group-id") if "group-id" in header else None
    places = [i for i, name in enumerate(header) if name not in ABOUT_THE_PARTICIPANT]
    if not places:
        raise UnreadableExportError(f"{path.name}: there is no column for any statement.")
    participants: dict[str, int] = {}
    groups: dict[str, str] = {}
    rows, columns, values = [], [], []
    for number, row in _rows(path, header, lines):
        name = row[who].strip()
        if not name:
            raise UnreadableExportError(f"{path.name}, line {number}: the participant has no id.")
        if name in participants:
            raise UnreadableExportError(
                f"{path.name}, line {number}: participant '{name}' stands twice "
                f"(first on line {participants[name]}); one row each."
            )
        participants[name] = number
        if group_column is not None and row[group_column].strip():
            groups[name] = row[group_column].strip()
        try:
            votes = np.array([VOTES[row[i]] if row[i] else NO_VOTE for i in places], dtype=np.int8)
        except KeyError:
            votes = np.array(
                [_vote(path, number, row[i], f"statement '{header[i]}'", empty=NO_VOTE) for i in places],
                dtype=np.int8,
            )
        voted = np.flatnonzero(votes != NO_VOTE)
        columns.append(voted)
        values.append(votes[voted])
        rows.append(len(voted))
    matrix = arrange_votes(
        list(participants),
        [header[i] for i in places],
        rows=np.repeat(np.arange(len(rows)), rows),
        columns=np.concatenate(columns) if columns else np.zeros(0, dtype=np.int64),
        values=np.concatenate(values) if values else np.zeros(0, dtype=np.int8),
    )
    return Conversation(matrix, groups)


def _read_long(path: Path, header: list[str], lines: Iterator[list[str]]) -> Conversation:
    _need(path, header, ("comment-id", "voter-id", "vote"))
    what, who, vote = (header.index(name) for name in ("comment-id", "voter-id", "vote"))
    when = header.index("timestamp") if "timestamp" in header else None
    found: list[tuple[float, str, str, int]] = []
    for number, row in _rows(path, header, lines):
        if not row[who].strip() or not row[what].strip():
            raise UnreadableExportError(
                f"{path.name}, line {number}: a vote needs a voter-id and a comment-id."
            )
        moment = 0.0
        if when is not None:
            try:
                moment = float(row[when])
            except ValueError:
                moment = float("nan")
            if moment != moment:
                raise UnreadableExportError(
                    f"{path.name}, line {number}: the timestamp '{row[when]}' is not a number."
                )
        value = _vote(path, number, row[vote], f"statement '{row[what].strip()}'", empty=None)
        found.append((moment, row[who].strip(), row[what].strip(), value))
    found.sort(key=lambda item: item[0])  # stable: of two votes at the same instant the later line counts
    return Conversation(gather_votes((who, what, value) for _, who, what, value in found))


def _vote(path: Path, number: int, cell: str, on: str, *, empty: int | None) -> int:
    text = cell.strip()
    if not text and empty is not None:
        return empty
    if text not in VOTES:
        raise UnreadableExportError(
            f"{path.name}, line {number}, {on}: a vote is 1 (agree), 0 (pass) or -1 (disagree), not '{text}'."
        )
    return VOTES[text]


def _lines(path: Path) -> Iterator[list[str]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            yield from csv.reader(file)
    except UnicodeDecodeError as error:
        raise UnreadableExportError(f"{path.name} is not text in UTF-8.") from error
    except csv.Error as error:
        raise UnreadableExportError(f"{path.name} is not a CSV file: {error}.") from error
    except OSError as error:
        raise UnreadableExportError(f"{path.name} cannot be read: {error.strerror}.") from error


def _header(path: Path, lines: Iterator[list[str]]) -> list[str]:
    header = [name.strip() for name in next(lines, [])]
    if not any(header):
        raise UnreadableExportError(f"{path.name} is empty: its first line should name the columns.")
    twice = (
        sorted({name for name in header if header.count(name) > 1}) if len(set(header)) < len(header) else []
    )
    if twice:
        raise UnreadableExportError(f"{path.name}: these columns stand twice: {_named(twice)}.")
    return header


def _rows(path: Path, header: list[str], lines: Iterator[list[str]]) -> Iterator[tuple[int, list[str]]]:
    """Every row that is not blank, with the number of its record as an editor would count lines."""
    for number, row in enumerate(lines, start=2):
        if not any(cell.strip() for cell in row):
            continue
        if len(row) != len(header):
            raise UnreadableExportError(
                f"{path.name}, line {number}: {len(row)} cells, "
                f"but the first line names {len(header)} columns."
            )
        yield number, row


def _need(path: Path, header: list[str], columns: tuple[str, ...]) -> None:
    missing = [name for name in columns if name not in header]
    if missing:
        raise UnreadableExportError(f"{path.name}: missing {_named(missing)}; found {_named(header)}.")


def _named(columns: list[str]) -> str:
    shown = ", ".join(f"'{name}'" for name in columns[:8])
    return shown + (f" and {len(columns) - 8} more" if len(columns) > 8 else "")
