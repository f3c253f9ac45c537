"""
What a new version of a report may say beside the earlier ones: no difference between two is about fewer than five people. Pure.

Whoever lays two versions side by side sees how many have come to a cell and how many have gone. Where that is between one
and four, the cell's statement keeps the votes of the earlier version; when enough have come, it is renewed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from skaala.insight.disclosure import (
    combine_small,
    is_publishable,
    may_follow,
    parts_may_follow,
    totals_may_follow,
)
from skaala.reports.figures.claims import keep_together
from skaala.reports.figures.counts import Count, Turnout
from skaala.reports.figures.vote_snapshot import AFTER, ALL, BEFORE, Row, VoteSnapshot

TABLES = ("regions", "sizes", "networks")


def settle(new: VoteSnapshot, earlier: Sequence[VoteSnapshot]) -> VoteSnapshot:
    """
    Return the votes of which the next version may be made, and which of them are those of an earlier one.

    :param earlier: the votes of what has been published, the latest first
    """
    kept, claims = keep_together(new.claims, _kept_statements(new, earlier), earlier)
    new = replace(new, claims=claims)
    keeps_turnout = not all(_turnout_may_follow(each, new) for each in earlier)
    if not kept and not keeps_turnout:
        return new
    renewed = [row for row in new.votes if row[1] not in kept]
    votes = renewed + [row for what, source in kept.items() for row in _kept_votes(source, new, what)]
    perspectives = {who: new.perspectives[who] for who, *_ in renewed if who in new.perspectives}
    for what, source in kept.items():
        perspectives |= {who: source.perspectives[who] for who, on, *_ in source.votes if on == what}
    return replace(
        new,
        votes=tuple(sorted(votes, key=lambda row: row[0])),  # stable: each person's stay in their order
        perspectives=perspectives,
        sizes=earlier[0].sizes if keeps_turnout else new.sizes,
        kept=tuple(sorted(kept)),
        counted=_kept_turnout(earlier[0], new) if keeps_turnout else new.turnout,
        keeps_turnout=keeps_turnout,
    )


def _kept_statements(new: VoteSnapshot, earlier: Sequence[VoteSnapshot]) -> dict[str, VoteSnapshot]:
    """Return the statements that keep earlier votes, and the votes they keep: the latest that were published."""
    kept: dict[str, VoteSnapshot] = {}
    for what in new.kinds:
        disclosed = [each for each in earlier if each.count_of(what, ALL) is not None]
        if not all(_may_follow(each, new, what) for each in disclosed):
            kept[what] = disclosed[0]
    return kept


def _kept_votes(source: VoteSnapshot, new: VoteSnapshot, what: str) -> Iterator[Row]:
    for who, on, board, value in source.votes:
        if on == what:
            yield who, what, _place(source, board, new, what), value


def settle_coverage(new: Mapping[str, Any], earlier: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Return who registered, in numbers: as it is now, or as it was published where the difference is too small to be told."""
    disclosed = [each for each in earlier if each.get("people")]
    if all(_coverage_may_follow(each, new) for each in disclosed):
        return dict(new)
    return {**disclosed[0], "is_kept": True}


def _may_follow(before: VoteSnapshot, now: VoteSnapshot, what: str) -> bool:
    """Say whether no count that ``before`` tells of a statement, or that can be worked out from it, has changed by a few people."""
    was, is_ = _parts(before, what), _parts(now, what)
    if not parts_may_follow(was, is_, before.disclosed(what)):
        return False
    if before.count_of(what, AFTER) is None:
        return True
    return all(
        may_follow(now_shown.cells, then.cells)
        for now_shown, then in _those_who_voted_twice(before, now, what)
    )


def _parts(votes: VoteSnapshot, what: str) -> dict[str, dict[str, int]]:
    return {name: count.cells for name, count in votes.counts.get(what, {}).items() if name != ALL}


def _those_who_voted_twice(
    before: VoteSnapshot, now: VoteSnapshot, what: str
) -> Iterator[tuple[Count, Count]]:
    nobody = (Count(), Count())
    for at, _who in enumerate((BEFORE, AFTER)):
        twice, then = before.changes[what][at], now.changes.get(what, nobody)[at]
        yield twice, then
    all_before, all_now = before.counts[what][ALL], now.counts.get(what, {}).get(ALL, Count())
    yield all_before.less(twice), all_now.less(then)


def _turnout_may_follow(before: VoteSnapshot, now: VoteSnapshot) -> bool:
    was, is_ = before.turnout, now.turnout
    if not is_publishable(was.people):
        return True
    pairs = [(was.people, is_.people), (was.votes, is_.votes)]
    pairs += _pairs(was.perspectives, is_.perspectives) + _pairs(before.sizes, now.sizes)
    events = {board.event: here for board, here in zip(now.boards, is_.boards, strict=True)}
    for board, (people, votes) in zip(before.boards, was.boards, strict=True):
        if is_publishable(people) and board.event in events:
            pairs += zip((people, votes), events[board.event], strict=True)
    return totals_may_follow(pairs)


def _pairs(was: Mapping[str, int], is_: Mapping[str, int]) -> list[tuple[int, int]]:
    """Return what is told of a count by kind, and the rest together, before and now."""
    disclosed = dict(combine_small(was).rows)
    found = [(count, is_.get(name, 0)) for name, count in disclosed.items()]
    return [
        *found,
        (sum(was.values()) - sum(disclosed.values()), sum(is_.values()) - sum(now for _, now in found)),
    ]


def _coverage_may_follow(before: Mapping[str, Any], now: Mapping[str, Any]) -> bool:
    pairs = [(before["people"], now.get("people", 0))]
    for key in TABLES:
        disclosed = {code: count for code, _names, count in before[key]["rows"]}
        here = {code: count for code, _names, count in now[key]["rows"]}
        if disclosed.keys() - here.keys():
            return False  # so few are left there that it is not told any more
        pairs += [(count, here[code]) for code, count in disclosed.items()]
        if disclosed:
            rest = now["people"] - sum(here[code] for code in disclosed)
            pairs.append((before["people"] - sum(disclosed.values()), rest))
    return totals_may_follow(pairs)


def _place(source: VoteSnapshot, board: int, new: VoteSnapshot, what: str) -> int:
    """Return where a board of an earlier version stands now; one that is gone is stood for by the statement's first."""
    event = source.boards[board].event
    here = [place for place, each in enumerate(new.boards) if each.event == event]
    return (here or new.boards_of(what))[0]


def _kept_turnout(before: VoteSnapshot, now: VoteSnapshot) -> Turnout:
    """Return the turnout as it was published; of boards that were not there then, as it is."""
    known = {board.event: here for board, here in zip(before.boards, before.turnout.boards, strict=True)}
    here = tuple(
        known.get(board.event, fresh) for board, fresh in zip(now.boards, now.turnout.boards, strict=True)
    )
    return replace(before.turnout, boards=here)
