"""
What a new version of a report may say beside the earlier ones: no difference between two is about fewer than five people. Pure.

Whoever lays two versions side by side sees how many have come to a cell and how many have gone. Where that is between one
and four, the cell's statement keeps the votes of the earlier version; when enough have come, it is renewed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from skaala.reports.ballots import AFTER, ALL, BEFORE, SMALLEST, Ballots, Count, Turnout
from skaala.reports.coverage import tell

TABLES = ("regions", "sizes", "networks")


def settle(new: Ballots, earlier: Sequence[Ballots]) -> Ballots:
    """
    Return the votes of which the next version may be made, and which of them are those of an earlier one.

    :param earlier: the votes of what has been published, the latest first
    """
    kept: dict[str, Ballots] = {}
    for what in new.kinds:
        told = [each for each in earlier if each.count_of(what, ALL) is not None]
        if not all(_may_follow(each, new, what) for each in told):
            kept[what] = told[0]
    keeps_turnout = not all(_turnout_may_follow(each, new) for each in earlier)
    if not kept and not keeps_turnout:
        return new
    votes = [row for row in new.votes if row[1] not in kept]
    perspectives = {who: new.perspectives[who] for who, *_ in votes if who in new.perspectives}
    for what, source in kept.items():
        for who, on, board, value in source.votes:
            if on == what:
                votes.append((who, what, _place(source, board, new, what), value))
                perspectives[who] = source.perspectives[who]
    return replace(
        new,
        votes=tuple(sorted(votes, key=lambda row: row[0])),  # stable: each person's stay in her order
        perspectives=perspectives,
        sizes=earlier[0].sizes if keeps_turnout else new.sizes,
        kept=tuple(sorted(kept)),
        counted=_kept_turnout(earlier[0], new) if keeps_turnout else new.turnout,
        keeps_turnout=keeps_turnout,
    )


def settle_coverage(new: Mapping[str, Any], earlier: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Return who registered, in numbers: as it is now, or as it was published where the difference is too small to be told."""
    told = [each for each in earlier if each.get("people")]
    if all(_coverage_may_follow(each, new) for each in told):
        return dict(new)
    return {**told[0], "is_kept": True}


def is_small(change: int) -> bool:
    """Say whether a change of this size is about somebody, and about fewer than five."""
    return 0 < abs(change) < SMALLEST


def few_moved(before: Count, now: Count) -> bool:
    """Say whether fewer than five have come to one of the stands taken, or have gone from it."""
    changes = [
        now.agree - before.agree,
        now.disagree - before.disagree,
        (now.total - now.agree - now.disagree) - (before.total - before.agree - before.disagree),
    ]
    return is_small(sum(one for one in changes if one > 0)) or is_small(
        sum(one for one in changes if one < 0)
    )


def _may_follow(before: Ballots, now: Ballots, what: str) -> bool:
    return not any(few_moved(*cell) for cell in _cells(before, now, what))


def _cells(before: Ballots, now: Ballots, what: str) -> Iterator[tuple[Count, Count]]:
    """Yield each count that ``before`` tells of a statement or that can be worked out from it, with the same one ``now``."""
    was, is_ = before.counts[what], now.counts.get(what, {})
    told = before.told(what)
    yield was[ALL], is_.get(ALL, Count())
    for name in told:
        yield was[name], is_.get(name, Count())
    yield _rest(was, told), _rest(is_, told)
    if before.count_of(what, AFTER) is not None:
        nobody = (Count(), Count())
        for at, _who in enumerate((BEFORE, AFTER)):
            twice, then = before.changes[what][at], now.changes.get(what, nobody)[at]
            yield twice, then
        yield was[ALL].less(twice), is_.get(ALL, Count()).less(then)


def _rest(counts: Mapping[str, Count], told: Iterable[str]) -> Count:
    rest = counts.get(ALL, Count())
    for name in told:
        rest = rest.less(counts.get(name, Count()))
    return rest


def _turnout_may_follow(before: Ballots, now: Ballots) -> bool:
    was, is_ = before.turnout, now.turnout
    if was.people < SMALLEST:
        return True
    pairs = [(was.people, is_.people), (was.votes, is_.votes)]
    pairs += _pairs(was.perspectives, is_.perspectives) + _pairs(before.sizes, now.sizes)
    events = {board.event: here for board, here in zip(now.boards, is_.boards, strict=True)}
    for board, (people, stands) in zip(before.boards, was.boards, strict=True):
        if people >= SMALLEST and board.event in events:
            pairs += zip((people, stands), events[board.event], strict=True)
    return not any(is_small(now_ - before_) for before_, now_ in pairs)


def _pairs(was: Mapping[str, int], is_: Mapping[str, int]) -> list[tuple[int, int]]:
    """Return what is told of a count by kind, and the rest together, before and now."""
    told = dict(tell(was).rows)
    found = [(count, is_.get(name, 0)) for name, count in told.items()]
    return [
        *found,
        (sum(was.values()) - sum(told.values()), sum(is_.values()) - sum(now for _, now in found)),
    ]


def _coverage_may_follow(before: Mapping[str, Any], now: Mapping[str, Any]) -> bool:
    pairs = [(before["people"], now.get("people", 0))]
    for key in TABLES:
        told = {code: count for code, _names, count in before[key]["rows"]}
        here = {code: count for code, _names, count in now[key]["rows"]}
        if told.keys() - here.keys():
            return False  # so few are left there that it is not told any more
        pairs += [(count, here[code]) for code, count in told.items()]
        if told:
            rest = now["people"] - sum(here[code] for code in told)
            pairs.append((before["people"] - sum(told.values()), rest))
    return not any(is_small(now_ - before_) for before_, now_ in pairs)


def _place(source: Ballots, board: int, new: Ballots, what: str) -> int:
    """Return where a board of an earlier version stands now; one that is gone is stood for by the statement's first."""
    event = source.boards[board].event
    here = [place for place, each in enumerate(new.boards) if each.event == event]
    return (here or new.boards_of(what))[0]


def _kept_turnout(before: Ballots, now: Ballots) -> Turnout:
    """Return the turnout as it was published; of boards that were not there then, as it is."""
    known = {board.event: here for board, here in zip(before.boards, before.turnout.boards, strict=True)}
    here = tuple(
        known.get(board.event, fresh) for board, fresh in zip(now.boards, now.turnout.boards, strict=True)
    )
    return replace(before.turnout, boards=here)
