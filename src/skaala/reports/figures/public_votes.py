"""The boards' public votes that go out with a version: beside its figures and the earlier versions they tell of no fewer than five. Pure."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from skaala.insight.disclosure import may_follow
from skaala.reports.figures.counts import Count
from skaala.reports.figures.vote_snapshot import ALL, VoteSnapshot
from skaala.workshops.formats import polis
from skaala.workshops.formats.conversation import Conversation
from skaala.workshops.formats.files import unpack

Row = tuple[str, tuple[tuple[int, int], ...]]
"""The perspective of a participant, if it is told, and their votes by the number of the statement."""


@dataclass(frozen=True)
class PublicVotes:
    """
    What a board's public archive says.

    :ivar statements: their numbers
    :ivar rows: a row a participant, where there are such
    :ivar counts: the votes on each statement that are told in numbers; worked out where there are rows
    """

    statements: frozenset[int]
    rows: tuple[Row, ...] = ()
    disclosed: Mapping[int, Count] | None = None

    @property
    def counts(self) -> Mapping[int, Count]:
        if self.disclosed is not None:
            return self.disclosed
        found: dict[int, Count] = {}
        for _perspective, votes in self.rows:
            for what, value in votes:
                found[what] = found.get(what, Count()).plus(value)
        return found


def votes_of(conversation: Conversation) -> PublicVotes:
    """Return the public votes of a conversation whose statements have numbers for ids."""
    statements = frozenset(map(int, conversation.statements))
    if conversation.counts is not None:
        counts = {int(what): Count(*tally) for what, tally in conversation.counts.items()}
        return PublicVotes(statements, disclosed=counts)
    rows = (
        (person.perspective, tuple(sorted((int(what), value) for what, value in person.latest.items())))
        for person in conversation.participants.values()
    )
    return PublicVotes(statements, tuple(rows))


def read_archive(archive: bytes) -> PublicVotes:
    """Return the votes in a Polis set that was published earlier, with a row a person or with counts alone."""
    files = unpack({"votes.zip": archive})
    if any(name.endswith("votes.csv") for name in files):
        return votes_of(polis.read(files, turned=False))
    comments = next(data for name, data in files.items() if name.endswith("comments.csv"))
    table = list(csv.DictReader(io.StringIO(comments.decode())))
    counts = {
        int(row["comment-id"]): Count(int(row["agrees"]), int(row["disagrees"]), int(row["voters"]))
        for row in table
        if row["agrees"]
    }
    return PublicVotes(frozenset(int(row["comment-id"]) for row in table), disclosed=counts)


def public_votes_may_follow(before: PublicVotes, now: PublicVotes) -> bool:
    """
    Say whether nobody stands out beside what was published.

    Of rows none or at least five are new, and none or at least five gone; so of the votes on each statement.
    """
    common = before.statements & now.statements
    counts = ((before.counts.get(what), now.counts.get(what)) for what in common)
    if not all(may_follow(was.cells, is_.cells) for was, is_ in counts if was and is_):
        return False
    if not (before.rows and now.rows):
        return True
    return may_follow(_rows_on(before, common), _rows_on(now, common))


def agree_with(now: PublicVotes, ballots: VoteSnapshot, roots: Mapping[int, str]) -> bool:
    """
    Say whether the votes may stand beside the figures that are made of ``ballots``.

    :param roots: the root of each statement by its number on this board
    """
    counted: dict[tuple[int, str], Count] = {(what, ALL): count for what, count in now.counts.items()}
    for perspective, votes in now.rows:
        for what, value in votes if perspective else ():
            counted[what, perspective] = counted.get((what, perspective), Count()).plus(value)
    for (what, who), count in counted.items():
        figure = ballots.count_of(roots.get(what, ""), who)
        if figure is not None and not may_follow(figure.cells, count.cells):
            return False
    return True


def _rows_on(votes: PublicVotes, statements: Iterable[int]) -> Counter[Row]:
    wanted = frozenset(statements)
    rows = (
        (perspective, tuple(sorted((what, value) for what, value in given if what in wanted)))
        for perspective, given in votes.rows
    )
    return Counter(row for row in rows if row[1])
