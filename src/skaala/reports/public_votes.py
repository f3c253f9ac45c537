"""The boards' public votes that go out with a version: beside its figures and the earlier versions they tell of no fewer than five. Pure."""

from __future__ import annotations

import csv
import io
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from skaala.reports.ballots import ALL, Ballots, Count
from skaala.reports.differences import few_moved, is_small

Row = tuple[str, tuple[tuple[int, int], ...]]
"""The perspective of a participant, if it is told, and her votes by the number of the statement."""


@dataclass(frozen=True)
class PublicVotes:
    """What a board's public archive says: the statements by number, and a row a participant."""

    statements: frozenset[int]
    rows: tuple[Row, ...]


def read_archive(archive: bytes) -> PublicVotes:
    """Return what the archive that `workshops.export` made says."""
    with zipfile.ZipFile(io.BytesIO(archive)) as packed:
        perspectives = {row["participant"]: row["perspective"] for row in _table(packed, "perspectives.csv")}
        rows = [
            (
                perspectives.get(row["participant"], ""),
                tuple((int(what), int(value)) for what, value in row.items() if what.isdigit() and value),
            )
            for row in _table(packed, "participants-votes.csv")
        ]
        statements = frozenset(int(row["comment-id"]) for row in _table(packed, "comments.csv"))
    return PublicVotes(statements, tuple(rows))


def may_follow(before: PublicVotes, now: PublicVotes) -> bool:
    """Say whether so many rows are new, and so many gone, that nobody stands out: none, or at least five."""
    common = before.statements & now.statements
    was, is_ = _rows_on(before, common), _rows_on(now, common)
    return not (is_small((was - is_).total()) or is_small((is_ - was).total()))


def agree_with(now: PublicVotes, ballots: Ballots, roots: Mapping[int, str]) -> bool:
    """
    Say whether the votes may stand beside the figures that are made of ``ballots``.

    :param roots: the root of each statement by its number on this board
    """
    counted: dict[tuple[int, str], Count] = {}
    for perspective, votes in now.rows:
        for what, value in votes:
            for who in {ALL, perspective} - {""}:
                counted[what, who] = counted.get((what, who), Count()).plus(value)
    for (what, who), count in counted.items():
        figure = ballots.count_of(roots.get(what, ""), who)
        if figure is not None and few_moved(figure, count):
            return False
    return True


def _rows_on(votes: PublicVotes, statements: Iterable[int]) -> Counter[Row]:
    wanted = frozenset(statements)
    rows = (
        (perspective, tuple(sorted((what, value) for what, value in given if what in wanted)))
        for perspective, given in votes.rows
    )
    return Counter(row for row in rows if row[1])


def _table(packed: zipfile.ZipFile, name: str) -> Iterator[dict[str, str]]:
    return iter(csv.DictReader(io.StringIO(packed.read(name).decode())))
