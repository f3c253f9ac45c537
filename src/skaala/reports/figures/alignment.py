"""For each theme: what each perspective agrees with most, and the statement on which they part. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations

from skaala.insight.disclosure import Majority
from skaala.reports.figures.statement_lists import QUESTION, Tallies, Tally

Differing = Mapping[str, tuple[str, str]]
"""By statement, the perspective that agrees more often than another beyond chance, and that other: what the findings say."""


@dataclass(frozen=True)
class Parting:
    """A statement with which one perspective agrees more often than another, beyond chance."""

    row: Tally
    more: str
    less: str


def favourite(rows: Sequence[Tally], place: int) -> Tally | None:
    """Return the statement that a perspective agrees with most: told in numbers if any is, else one that most of it agree with."""
    rows = [row for row in rows if row.listed != QUESTION]
    counted = [
        (share.low, share.share, -row.number, row)
        for row in rows
        if (share := row.parts[place]) and share.share > 50
    ]
    if counted:
        return max(counted)[-1]
    return next((row for row in rows if row.most[place] == Majority.AGREE), None)


def parting(rows: Sequence[Tally], differing: Differing) -> Parting | None:
    """Return what a finding says of these statements, or else the widest difference between shares whose intervals do not meet."""
    for row in rows:
        if row.statement in differing:
            return Parting(row, *differing[row.statement])
    found = [
        (more.share - less.share, -row.number, Parting(row, more.who, less.who))
        for row in rows
        if row.listed != QUESTION
        for more, less in permutations([share for share in row.parts if share], 2)
        if more.low > less.high
    ]
    return max(found, key=lambda each: each[:2])[-1] if found else None


def rows_of_theme(tallies: Tallies, members: Sequence[str]) -> list[Tally]:
    """Return the statements of a theme by their number."""
    return sorted(
        (tallies.by_statement[each] for each in members if each in tallies.by_statement),
        key=lambda row: row.number,
    )
