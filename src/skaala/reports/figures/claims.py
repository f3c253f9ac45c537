"""Claims: statements that say the same, counted by person, and how their shares are told. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from skaala.insight.disclosure import Bound, Majority, is_exact
from skaala.insight.pooled_votes import pool, pooled_share
from skaala.insight.shares import wilson_share
from skaala.reports.figures.counts import Count, Share
from skaala.reports.figures.intervals import of_bound

if TYPE_CHECKING:
    from skaala.reports.figures.vote_snapshot import VoteSnapshot

Members = Mapping[str, tuple[str, ...]]
"""By claim the statements that say it."""


def pooled(current: Mapping[tuple[str, str], int], claims: Members) -> dict[tuple[str, str], int]:
    """Return what each person says to each claim, and to each statement that is in none."""
    claim_of = {statement: claim for claim, members in claims.items() for statement in members}
    found: dict[tuple[str, str], list[int]] = {}
    for (who, statement), value in current.items():
        found.setdefault((who, claim_of.get(statement, statement)), []).append(value)
    return {key: pool(values) for key, values in found.items()}


def share_of(ballots: VoteSnapshot, claim: str, who: str, side: str, count: Count) -> Share | None:
    """Return one share of a claim, as it may be told beside the counts of its statements."""
    voters = max(
        (
            own.total
            for each in ballots.claims[claim]
            if (own := ballots.count_of(each, who)) and is_exact(own.total)
        ),
        default=0,
    )
    part = pooled_share(count.of(side), count.total, voters)
    if part.percent is None:
        return None
    if part.bound == Bound.ABOUT:
        near = round(part.percent * voters / 100)
        low, high = (round(100 * end) for end in wilson_share(near, voters))
    else:
        low, high = of_bound(part.bound, voters)
    return Share(claim, who, side, part.percent, low, high, voters, part.bound.value)


def kind_of(ballots: VoteSnapshot, what: str) -> str:
    """Return the kind of a statement; of a claim that of most of its statements, of equal ones the first."""
    kinds = [ballots.kinds.get(each, "") for each in ballots.claims.get(what, (what,))]
    return max(kinds, key=kinds.count)


def is_contested(ballots: VoteSnapshot, claim: str) -> bool:
    """Say whether most agree with one statement of a claim and most disagree with another."""
    sides = {ballots.majority(each, "all") for each in ballots.claims.get(claim, ())}
    return {Majority.AGREE, Majority.DISAGREE} <= sides


def keep_together(
    claims: Members, kept: Mapping[str, VoteSnapshot], earlier: Sequence[VoteSnapshot]
) -> tuple[dict[str, VoteSnapshot], dict[str, tuple[str, ...]]]:
    """
    Return which statements keep earlier votes, and which claims can be pooled.

    Votes of another version are stored under other ids, so that a person in both would count twice: the statements of a
    claim keep the votes of the latest version all together, or the claim is not pooled.
    """
    found, can_be_pooled = dict(kept), {}
    for claim, members in claims.items():
        sources = [kept[each] for each in members if each in kept]
        if not sources:
            can_be_pooled[claim] = members
        elif all(source is earlier[0] for source in sources) and all(
            each in earlier[0].counts for each in members
        ):
            found |= dict.fromkeys(members, earlier[0])
            can_be_pooled[claim] = members
    return found, can_be_pooled
