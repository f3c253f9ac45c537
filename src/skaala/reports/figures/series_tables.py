"""What the workshops of a series say together: the numbers of the report's tables, without a word. Pure."""

from __future__ import annotations

from skaala.insight.disclosure import combine_small, is_publishable
from skaala.reports.figures.vote_snapshot import AFTER, ALL, BEFORE, VoteSnapshot

Numbers = tuple[int | str | None, ...]
"""Of a row; a bound has its sign before it."""


def side_by_side(ballots: VoteSnapshot) -> list[tuple[str, Numbers]]:
    """Return, for each statement that stood on two boards or more, the share of each perspective and of all, and the votes."""
    found: list[tuple[int, str, Numbers]] = []
    for what in ballots.kinds:
        share = ballots.share(what, ALL, "agree")
        if share is None or len(ballots.boards_of(what)) < 2:
            continue
        cells = [ballots.share(what, name, "agree") for name in ballots.names]
        found.append(
            (share.share, what, (*(cell.cell if cell else None for cell in cells), share.share, share.votes))
        )
    return [(what, numbers) for _, what, numbers in sorted(found, key=lambda row: (-row[0], row[1]))]


def by_board(ballots: VoteSnapshot) -> list[tuple[int, Numbers]]:
    """Return, for each board, how many people voted, new and carried statements, and stands taken there."""
    found: list[tuple[int, Numbers]] = []
    for place, board in enumerate(ballots.boards):
        people, votes = ballots.turnout.boards[place]
        enough = is_publishable(people)
        carried = len(board.shown) - len(board.new)
        found.append(
            (place, (people if enough else None, len(board.new), carried, votes if enough else None))
        )
    return found


def best_new(ballots: VoteSnapshot, place: int) -> str:
    """Return the new statement of a board that finds the surest agreement; empty where none may be told."""
    disclosed = [
        (share.low, share.share, what)
        for what in ballots.boards[place].new
        if (share := ballots.share(what, ALL, "agree"))
    ]
    return max(disclosed)[2] if disclosed else ""


def moves(ballots: VoteSnapshot) -> list[tuple[str, Numbers]]:
    """Return, for each statement on which enough took a stand twice, first and last share, change and people."""
    found: list[tuple[int, str, Numbers]] = []
    for what in ballots.changes:
        before, after = ballots.share(what, BEFORE, "agree"), ballots.share(what, AFTER, "agree")
        if before is not None and after is not None:
            change = after.share - before.share
            shown = None if before.bound or after.bound else change
            found.append((change, what, (before.cell, after.cell, shown, after.votes)))
    return [(what, numbers) for _, what, numbers in sorted(found, key=lambda row: (-abs(row[0]), row[1]))]


def voters(ballots: VoteSnapshot) -> tuple[list[tuple[str, int]], int]:
    """Return how many of each perspective took a stand, the largest first, and the others together."""
    disclosed = combine_small(ballots.turnout.perspectives)
    return list(disclosed.rows), disclosed.rest


def table_numbers(ballots: VoteSnapshot, key: str) -> list[Numbers] | None:
    """Return the numbers of the table ``key`` row by row; None for a table that is not made of votes."""
    if key == "perspectives":
        return [numbers for _, numbers in side_by_side(ballots)]
    if key == "workshops":
        return [numbers for _, numbers in by_board(ballots)]
    if key == "moves":
        return [numbers for _, numbers in moves(ballots)]
    if key == "voters":
        rows, rest = voters(ballots)
        counts: list[int] = [count for _, count in rows] + ([rest] if rest else [])
        return [(count,) for count in counts]
    if key == "sizes":
        disclosed = combine_small(ballots.sizes)
        counts = [count for _, count in disclosed.rows] + ([disclosed.rest] if disclosed.rest else [])
        return [(count,) for count in counts]
    return None
