"""Every statement with its votes in one of three lists: agreed, divisive or uncertain. Pure; only what may be told enters."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from skaala.insight.disclosure import Majority
from skaala.reports.figures.counts import Share
from skaala.reports.figures.vote_snapshot import ALL, VoteSnapshot

AGREED, DIVISIVE, UNCERTAIN, QUESTION = "agreed", "divisive", "uncertain", "question"
LISTS = (AGREED, DIVISIVE, UNCERTAIN)
"""Nobody agrees with a question: those are in none of the three."""
MOST_IN_A_LIST = 10
BOTH_SIDES = 30
"""Per cent of the voters from which a side is one of two."""

Numbers = tuple[int | str | None, ...]


@dataclass(frozen=True)
class Tally:
    """
    What is told of one statement.

    :ivar number: its number in the report, by which texts refer to it
    :ivar agree: what all say; None like all numbers of all where fewer than ten voted
    :ivar low: the lower bound of the larger side, by which agreed statements are sorted
    :ivar parts: the share that agrees of each perspective; None where it is told in words or not at all
    :ivar most: what most of each perspective say, where only that is told
    """

    statement: str
    number: int
    listed: str
    agree: int | None
    disagree: int | None
    passed: int | None
    votes: int | None
    low: int
    parts: tuple[Share | None, ...]
    most: tuple[Majority | None, ...]

    @property
    def is_for(self) -> bool:
        """More agree than disagree."""
        return (self.agree or 0) > (self.disagree or 0)

    @property
    def division(self) -> int:
        """From 0, all on one side, to 100, half on either."""
        return 2 * min(self.agree or 0, self.disagree or 0)

    @property
    def numbers(self) -> Numbers:
        """The row of the full table behind the statement's text, without words."""
        parts = [
            part.cell if part else None for part, most in zip(self.parts, self.most, strict=True) if not most
        ]
        return (self.number, self.agree, self.disagree, self.passed, self.votes, *parts)


@dataclass(frozen=True)
class Tallies:
    """All statements of a report, by their number."""

    rows: tuple[Tally, ...]

    @cached_property
    def by_statement(self) -> dict[str, Tally]:
        return {row.statement: row for row in self.rows}

    def listed(self, name: str) -> list[Tally]:
        """Return the statements of one list in its order: the surest, the most divided, the most passed."""
        order = {
            AGREED: lambda row: (-row.low, row.number),
            DIVISIVE: lambda row: (-row.division, row.number),
            UNCERTAIN: lambda row: (row.votes is None, -(row.passed or 0), row.number),
        }[name]
        return sorted((row for row in self.rows if row.listed == name), key=order)


def tally_statements(ballots: VoteSnapshot) -> Tallies:
    """Return every statement that at least five voted on; numbered by how many agree, those told in words last."""
    rows = [row for what in ballots.kinds if (row := _tally(ballots, what)) is not None]
    rows.sort(key=lambda row: (row.agree is None, -(row.agree or 0), -(row.votes or 0), row.statement))
    return Tallies(tuple(_numbered(row, number) for number, row in enumerate(rows, 1)))


def _numbered(row: Tally, number: int) -> Tally:
    return Tally(**{**row.__dict__, "number": number})


def _tally(ballots: VoteSnapshot, what: str) -> Tally | None:
    agree, disagree = ballots.share(what, ALL, "agree"), ballots.share(what, ALL, "disagree")
    if ballots.count_of(what, ALL) is None:
        return None
    is_question = ballots.kinds[what] == "open_question"
    parts = tuple(ballots.share(what, name, "agree") for name in ballots.names)
    most = tuple(
        None if part else ballots.majority(what, name)
        for part, name in zip(parts, ballots.names, strict=True)
    )
    if agree is None or disagree is None:
        return Tally(what, 0, QUESTION if is_question else UNCERTAIN, None, None, None, None, 0, parts, most)
    passed = ballots.share(what, ALL, "pass")
    return Tally(
        what,
        0,
        QUESTION if is_question else _list_of(agree, disagree),
        agree.share,
        disagree.share,
        passed.share if passed else None,
        agree.votes,
        max(agree.low, disagree.low),
        parts,
        most,
    )


def _list_of(agree: Share, disagree: Share) -> str:
    if max(agree.low, disagree.low) > 50:
        return AGREED
    return DIVISIVE if min(agree.share, disagree.share) >= BOTH_SIDES else UNCERTAIN


def list_numbers(ballots: VoteSnapshot, key: str) -> list[Numbers] | None:
    """Return the numbers of a list, or of the table of all statements, row by row; None for another table."""
    if key == "statements":
        return [row.numbers for row in tally_statements(ballots).rows]
    if key not in LISTS:
        return None
    rows = tally_statements(ballots).listed(key)[:MOST_IN_A_LIST]
    return [(row.number, row.agree, row.disagree, row.passed, row.votes) for row in rows]
