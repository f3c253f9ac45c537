"""What the workshops of a series say together: the numbers of the report's tables, without a word. Pure."""

from __future__ import annotations

from skaala.reports.ballots import AFTER, ALL, BEFORE, SMALLEST, Ballots
from skaala.reports.coverage import tell

Numbers = tuple[int | None, ...]


def side_by_side(ballots: Ballots) -> list[tuple[str, Numbers]]:
    """Return, for each statement that stood on two boards or more, the share of each perspective and of all, and the votes."""
    found = []
    for what in ballots.kinds:
        share = ballots.share(what, ALL, "agree")
        if share is None or len(ballots.boards_of(what)) < 2:
            continue
        cells = [ballots.share(what, name, "agree") for name in ballots.names]
        found.append((what, (*(cell.share if cell else None for cell in cells), share.share, share.votes)))
    return sorted(found, key=lambda row: (-(row[1][-2] or 0), row[0]))


def by_board(ballots: Ballots) -> list[tuple[int, Numbers]]:
    """Return, for each board, how many people voted, new and carried statements, and stands taken there."""
    found: list[tuple[int, Numbers]] = []
    for place, board in enumerate(ballots.boards):
        people, stands = ballots.turnout.boards[place]
        enough = people >= SMALLEST
        carried = len(board.shown) - len(board.new)
        found.append(
            (place, (people if enough else None, len(board.new), carried, stands if enough else None))
        )
    return found


def best_new(ballots: Ballots, place: int) -> str:
    """Return the new statement of a board that finds the surest agreement; empty where none may be told."""
    told = [
        (share.low, share.share, what)
        for what in ballots.boards[place].new
        if (share := ballots.share(what, ALL, "agree"))
    ]
    return max(told)[2] if told else ""


def moves(ballots: Ballots) -> list[tuple[str, Numbers]]:
    """Return, for each statement on which enough took a stand twice, first and last share, change and people."""
    found = []
    for what in ballots.changes:
        before, after = ballots.share(what, BEFORE, "agree"), ballots.share(what, AFTER, "agree")
        if before is not None and after is not None:
            found.append((what, (before.share, after.share, after.share - before.share, after.votes)))
    return sorted(found, key=lambda row: (-abs(row[1][2] or 0), row[0]))


def voters(ballots: Ballots) -> tuple[list[tuple[str, int]], int]:
    """Return how many of each perspective took a stand, the largest first, and the others together."""
    told = tell(ballots.turnout.perspectives)
    return list(told.rows), told.rest


def table_numbers(ballots: Ballots, key: str) -> list[Numbers] | None:
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
        told = tell(ballots.sizes)
        counts = [count for _, count in told.rows] + ([told.rest] if told.rest else [])
        return [(count,) for count in counts]
    return None
