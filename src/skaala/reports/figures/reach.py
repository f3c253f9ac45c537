"""What share of each perspective's people and votes the findings of a report rest on, and what they leave out. Pure."""

from __future__ import annotations

from collections.abc import Collection

from skaala.insight.disclosure import Bound, PartShare, is_exact, lone_share
from skaala.reports.figures.counts import SIGNS
from skaala.reports.figures.statement_lists import AGREED, Tally, tally_statements
from skaala.reports.figures.vote_snapshot import ALL, EVERYONE, VoteSnapshot

STEP = 5
"""Shares are rounded to so many percentage points: beside the votes on single statements an exact one would tell too much."""
MOST_LEFT_OUT = 5

Row = tuple[str, str | None, str]
"""Who, the share of their people, and of their votes, per cent."""


def reach(ballots: VoteSnapshot, rests_on: Collection[str]) -> list[Row]:
    """
    Return for each perspective what share of its people and votes the statements in ``rests_on`` have; for all of the votes alone.

    Beside the share of all people those of the perspectives would lead to the last of them.
    """
    people: dict[str, set[str]] = {}
    heard: dict[str, set[str]] = {}
    votes: dict[str, list[int]] = {}
    for who, what in ballots.current:
        for name in (ALL, ballots.perspectives.get(who) or EVERYONE):
            people.setdefault(name, set()).add(who)
            given = votes.setdefault(name, [0, 0])
            given[1] += 1
            if what in rests_on:
                heard.setdefault(name, set()).add(who)
                given[0] += 1
    counted = {name: (len(heard.get(name, ())), len(found)) for name, found in people.items()}
    return [
        (
            name,
            _cell(lone_share(*counted[name])) if name != ALL else None,
            f"{SIGNS[Bound.ABOUT]}{STEP * round(100 * votes[name][0] / votes[name][1] / STEP)}",
        )
        for name in (ALL, *ballots.names)
        if name in counted and is_exact(counted[name][1])
    ]


def _cell(share: PartShare) -> str | None:
    if share.percent is None:
        return None
    if share.bound:
        return f"{SIGNS[share.bound]}{share.percent}"
    return f"{SIGNS[Bound.ABOUT]}{STEP * round(share.percent / STEP)}"


def left_out(ballots: VoteSnapshot, rests_on: Collection[str]) -> list[Tally]:
    """Return the strongest statements on which no finding rests."""
    agreed = tally_statements(ballots).listed(AGREED)
    return [row for row in agreed if row.statement not in rests_on][:MOST_LEFT_OUT]


def reach_numbers(
    ballots: VoteSnapshot, rests_on: Collection[str], key: str
) -> list[tuple[int | str | None, ...]] | None:
    """Return the numbers of the tables made of this row by row; None for another table."""
    if key == "reach":
        return [(people, votes) for _name, people, votes in reach(ballots, rests_on)]
    if key == "left_out":
        return [
            (row.number, row.agree, row.disagree, row.passed, row.votes)
            for row in left_out(ballots, rests_on)
        ]
    return None
