"""What the votes of a series say, chosen by rule: the raw findings, before anybody has put them into words. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from skaala.insight.perspectives import LEVEL, Comparison, compare_perspectives
from skaala.insight.small_samples import majority_by_chance
from skaala.insight.votes import gather_votes
from skaala.reports.ballots import AFTER, ALL, BEFORE, Ballots, Share

MOST = {"shared_view": 10, "difference": 10, "moved": 6}
MOST_RANKED = {"good_practice": 8, "bottleneck": 8, "next_step": 8, "open_question": 6}
SMALLEST_MOVE = 10
"""Percentage points from which a change of views is a finding."""


@dataclass(frozen=True)
class Drafted:
    """
    One raw finding.

    :ivar rule: which rule made it: shared, most, difference, ranked or moved
    :ivar facts: what the words need besides the figures
    """

    kind: str
    rule: str
    statement: str
    shares: tuple[Share, ...]
    facts: Mapping[str, Any]

    @property
    def key(self) -> str:
        """Names the finding from one draft to the next."""
        return f"{self.kind}:{self.statement}"


def draft(ballots: Ballots) -> list[Drafted]:
    """
    Return the findings in the order in which they are to be read.

    Shared views and differences are those that the engine finds beyond chance, the surest and widest first; what is
    ranked stands by the lower bound of its agreement, so that a few happy votes do not beat many.
    """
    compared = {each.statement: each for each in _compare(ballots)}
    return [
        *_shared(ballots, compared),
        *_differences(ballots, compared),
        *(each for kind in MOST_RANKED for each in _ranked(ballots, kind)),
        *_moved(ballots),
    ]


def groups_of(ballots: Ballots, statement: str, side: str) -> dict[str, str]:
    """Say what the opinion groups of the board on which the statement is new lean to, and how firm they are."""
    for board in ballots.boards:
        if statement not in board.new or not board.grade:
            continue
        leanings = [each.get(statement, 0) for each in board.leanings.values()]
        wanted = 1 if side == "agree" else -1
        if leanings and all(each == wanted for each in leanings):
            return {"groups": "all", "grade": board.grade}
        if any(each == -wanted for each in leanings):
            return {"groups": "split", "grade": board.grade}
    return {}


def _compare(ballots: Ballots) -> tuple[Comparison, ...]:
    rows = [(who, what, value) for (who, what), value in ballots.current.items()]
    known = {who: name for who, name in ballots.perspectives.items() if name in ballots.names}
    return compare_perspectives(gather_votes(rows), known) if rows and known else ()


def _shared(ballots: Ballots, compared: Mapping[str, Comparison]) -> list[Drafted]:
    found = []
    for what, each in compared.items():
        side = each.common
        if side is None or each.differs or len(ballots.told(what)) < 2:
            continue
        shares = ballots.shares(what, side)
        found.append(Drafted("shared_view", "shared", what, shares, _facts(ballots, what, side)))
    found.sort(key=lambda each: (-min(share.low for share in each.shares), each.statement))
    by_most = _shared_by_most(ballots, {each.statement for each in found} | _differing(compared))
    return [*found, *by_most][: MOST["shared_view"]]


def _differing(compared: Mapping[str, Comparison]) -> set[str]:
    return {what for what, each in compared.items() if each.differs}


def _shared_by_most(ballots: Ballots, but: set[str]) -> list[Drafted]:
    """
    What surely more than half of all say, and more than half of each perspective that can be told.

    Where no two perspectives can be told, all together must do.
    """
    can_compare = any(len(ballots.told(what)) > 1 for what in ballots.counts)
    found = []
    for what in ballots.counts.keys() - but:
        for side in ("agree", "disagree"):
            shares = ballots.shares(what, side)
            if not shares or shares[0].low <= 50 or any(share.share <= 50 for share in shares):
                continue
            if len(shares) > 2 or not can_compare:
                found.append(Drafted("shared_view", "most", what, shares, _facts(ballots, what, side)))
    return sorted(found, key=lambda each: (-each.shares[0].low, each.statement))


def _differences(ballots: Ballots, compared: Mapping[str, Comparison]) -> list[Drafted]:
    found = []
    for what, each in compared.items():
        if not each.differs or each.gap is None:
            continue
        gap = ballots.share(what, f"{each.gap.more}-{each.gap.less}", "gap")
        if gap is None:
            continue
        facts = _facts(ballots, what, "agree") | {"more": each.gap.more, "less": each.gap.less}
        shares = (*ballots.shares(what), gap)
        found.append(Drafted("difference", "difference", what, shares, facts))
    found.sort(key=lambda each: (-each.shares[-1].share, each.statement))
    return found[: MOST["difference"]]


def _ranked(ballots: Ballots, kind: str) -> list[Drafted]:
    told = [(share, what) for what in ballots.counts if (share := ballots.share(what, ALL, "agree"))]
    rows = sorted(
        ((share, what) for share, what in told if ballots.kinds.get(what) == kind and share.share > 50),
        key=lambda row: (-row[0].low, -row[0].share, row[1]),
    )
    return [
        Drafted(kind, "ranked", what, ballots.shares(what), _facts(ballots, what, "agree") | {"rank": rank})
        for rank, (_share, what) in enumerate(rows[: MOST_RANKED[kind]], 1)
    ]


def _moved(ballots: Ballots) -> list[Drafted]:
    found = []
    for what in ballots.changes:
        before, after = ballots.share(what, BEFORE, "agree"), ballots.share(what, AFTER, "agree")
        if before is None or after is None or abs(after.share - before.share) < SMALLEST_MOVE:
            continue
        facts = {
            **_facts(ballots, what, "agree"),
            "change": after.share - before.share,
            "by_chance": _by_chance(ballots.pairs[what]) > LEVEL,
        }
        found.append(Drafted("moved", "moved", what, (before, after), facts))
    found.sort(key=lambda each: (-abs(each.facts["change"]), each.statement))
    return found[: MOST["moved"]]


def _by_chance(pairs: Sequence[tuple[int, int]]) -> float:
    """Say how likely so one-sided a change is if each person changed her mind at random (sign test, two-sided)."""
    to = sum(first != 1 and last == 1 for first, last in pairs)
    away = sum(first == 1 and last != 1 for first, last in pairs)
    return min(1.0, 2 * majority_by_chance(max(to, away), to + away))


def _facts(ballots: Ballots, statement: str, side: str) -> dict[str, Any]:
    return {
        "side": side,
        "boards": len(ballots.boards_of(statement)),
        **groups_of(ballots, statement, side),
    }
