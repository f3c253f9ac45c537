"""The votes that a report's figures come from, as they stood at one moment, and every figure that is made of them.

Pure: the same votes under the same rule give the same figures, today and in ten years. Nothing is told about fewer than five
people, nor can it be worked out by taking one figure from another.
"""

from __future__ import annotations

import hashlib
import random
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from functools import cached_property
from typing import Any

from skaala.insight.disclosure import (
    Majority,
    PartShare,
    exact_share,
    is_part_publishable,
    is_publishable,
    majority,
    publishable_cells,
    publishable_shares,
    published_share,
)
from skaala.insight.shares import newcombe_difference, wilson_share
from skaala.reports.figures import claims
from skaala.reports.figures.board_snapshot import BoardSnapshot
from skaala.reports.figures.counts import Count, Share, Turnout
from skaala.reports.figures.intervals import of_bound

ALL, BEFORE, AFTER = "all", "before", "after"
EVERYONE = "everyone"
"""The perspective of those who have none of their own; they count among all, and are not compared."""

FIRST_RULE, RULE = 1, 2
"""
By which rule shares are told: at first all of five voters or more; since then as :mod:`skaala.insight.disclosure` has it, of all
from ten voters, of a part with bounds, and in words below. What was published stays as its own rule had it.
"""

Row = tuple[str, str, int, int]
"""Who, on which root statement, on which board, what: 1 agrees, −1 disagrees, 0 passes."""


@dataclass(frozen=True)
class VoteSnapshot:
    """All votes of a series on what still stands, each person's in the order in which they gave them."""

    votes: tuple[Row, ...]
    perspectives: Mapping[str, str]
    kinds: Mapping[str, str]
    boards: tuple[BoardSnapshot, ...]
    sizes: Mapping[str, int] = field(default_factory=dict)
    """How many voters of each size class."""
    kept: tuple[str, ...] = ()
    """The statements whose votes are those of an earlier version, see :mod:`skaala.reports.figures.differences`."""
    counted: Turnout | None = None
    """How many took a stand, where that cannot be counted from the votes, since some of these are kept."""
    keeps_turnout: bool = False
    """Turnout and sizes are those of an earlier version."""
    rule: int = RULE
    """By which rule its shares are told."""
    claims: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What an analyst has put together: by the claim's id, the statements that say it."""

    @property
    def identity(self) -> str:
        """A fingerprint: the same as long as nobody has voted and nothing has been moderated."""
        rows = [" ".join(map(str, ("v", *row))) for row in self.votes]
        rows += [f"p {who} {name}" for who, name in self.perspectives.items()]
        rows += [f"k {what} {kind}" for what, kind in self.kinds.items()]
        rows += [f"b {board.event} {' '.join(sorted(board.shown))}" for board in self.boards]
        rows += [f"c {claim} {' '.join(sorted(members))}" for claim, members in self.claims.items()]
        return hashlib.sha256("\n".join(sorted(rows)).encode()).hexdigest()

    def under_fresh_ids(self, chance: random.Random) -> VoteSnapshot:
        """
        Return the same votes under new random ids, in the order of these.

        :param chance: one that cannot be foreseen
        """
        fresh = {who: f"{chance.getrandbits(64):016x}" for who in self.perspectives}
        votes = [(fresh[who], what, board, value) for who, what, board, value in self.votes]
        return replace(
            self,
            votes=tuple(sorted(votes, key=lambda row: row[0])),  # stable: each person's stay in their order
            perspectives=dict(sorted((fresh[who], name) for who, name in self.perspectives.items())),
        )

    def as_data(self) -> dict[str, Any]:
        """Return the ballots as plain data for JSON."""
        data = {**asdict(self), "votes": [list(row) for row in self.votes]}
        return data if self.claims else {name: each for name, each in data.items() if name != "claims"}

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> VoteSnapshot:
        """Return the ballots that :meth:`as_data` wrote."""
        boards = tuple(
            BoardSnapshot(**{**board, "shown": tuple(board["shown"]), "new": tuple(board["new"])})
            for board in data["boards"]
        )
        counted = data.get("counted")
        return cls(
            votes=tuple((who, what, board, value) for who, what, board, value in data["votes"]),
            perspectives=data["perspectives"],
            kinds=data["kinds"],
            boards=boards,
            sizes=data["sizes"],
            kept=tuple(data.get("kept", ())),
            counted=Turnout(**{**counted, "boards": tuple(tuple(each) for each in counted["boards"])})
            if counted
            else None,
            keeps_turnout=data.get("keeps_turnout", False),
            rule=data.get("rule", FIRST_RULE),
            claims={claim: tuple(members) for claim, members in data.get("claims", {}).items()},
        )

    # --- Counting ------------------------------------------------------------------------------------------

    @cached_property
    def current(self) -> dict[tuple[str, str], int]:
        """Each person's latest vote on each statement."""
        return {(who, what): value for who, what, _board, value in self.votes}

    @cached_property
    def counts(self) -> dict[str, dict[str, Count]]:
        """By statement, what all and what each perspective say."""
        return self._counted(self.current)

    def _counted(self, votes: Mapping[tuple[str, str], int]) -> dict[str, dict[str, Count]]:
        found: dict[str, dict[str, Count]] = {}
        for (who, what), value in votes.items():
            here = found.setdefault(what, {})
            for name in (ALL, self.perspectives.get(who, EVERYONE)):
                here[name] = here.get(name, Count()).plus(value)
        return found

    @cached_property
    def unit_votes(self) -> dict[tuple[str, str], int]:
        """Each person's vote on each unit: a claim, or a statement that is in none."""
        return claims.pooled(self.current, self.claims)

    @cached_property
    def unit_counts(self) -> dict[str, dict[str, Count]]:
        """The same as :attr:`counts`, by unit."""
        return self._counted(self.unit_votes)

    def _counts_of(self, what: str) -> dict[str, Count]:
        return (self.unit_counts if what in self.claims else self.counts).get(what, {})

    @cached_property
    def changes(self) -> dict[str, tuple[Count, Count]]:
        """By statement, what those who took a stand on it on two boards or more said first, and last."""
        found: dict[str, tuple[Count, Count]] = {}
        for what, pairs in self.pairs.items():
            before, after = Count(), Count()
            for first, last in pairs:
                before, after = before.plus(first), after.plus(last)
            found[what] = before, after
        return found

    @cached_property
    def pairs(self) -> dict[str, list[tuple[int, int]]]:
        """By statement, what each of those who took a stand on it on two boards or more said first, and last."""
        given: dict[tuple[str, str], dict[int, int]] = {}
        for who, what, board, value in self.votes:
            given.setdefault((who, what), {})[board] = value
        found: dict[str, list[tuple[int, int]]] = {}
        for (_who, what), by_board in given.items():
            if len(by_board) > 1:
                first, *_, last = by_board.values()
                found.setdefault(what, []).append((first, last))
        return found

    @cached_property
    def turnout(self) -> Turnout:
        """How many took a stand."""
        if self.counted is not None:
            return self.counted
        here: list[set[tuple[str, str]]] = [set() for _ in self.boards]
        for who, what, board, _value in self.votes:
            here[board].add((who, what))
        return Turnout(
            people=len({who for who, _ in self.current}),
            votes=len(self.current),
            perspectives=dict(Counter(name or EVERYONE for name in self.perspectives.values())),
            boards=tuple((len({who for who, _ in pairs}), len(pairs)) for pairs in here),
        )

    @property
    def people(self) -> int:
        return self.turnout.people

    @cached_property
    def names(self) -> list[str]:
        """The perspectives that can be compared, in one order."""
        order = ["receiver", "pioneer", "network"]
        known = set(self.perspectives.values()) - {EVERYONE, ""}
        return sorted(known, key=lambda name: (order.index(name) if name in order else len(order), name))

    def disclosed(self, statement: str) -> list[str]:
        """Return the perspectives whose votes on ``statement`` may be published beside those of all, in the order of the names."""
        counts = self._counts_of(statement)
        voters = {name: counts[name].total for name in self.names if name in counts}
        shown = publishable_cells(voters, total=counts.get(ALL, Count()).total)
        return [name for name in self.names if name in shown]

    def count_of(self, statement: str, who: str) -> Count | None:
        """Return what ``who`` (all, a perspective, before, after) say to ``statement``; None where it may not be told."""
        total = self._counts_of(statement).get(ALL, Count())
        if who == ALL:
            found = total
        elif who in {BEFORE, AFTER}:
            before, after = self.changes.get(statement, (Count(), Count()))
            found = before if who == BEFORE else after
            if not is_part_publishable(found.total, total.total):
                return None
        else:
            if who not in self.disclosed(statement):
                return None
            found = self._counts_of(statement)[who]
        return found if is_publishable(found.total) else None

    def share(self, statement: str, who: str, side: str) -> Share | None:
        """Return one figure; None where it is about fewer than five people, would lead to them, or is told in words."""
        if side == "gap":
            return self._gap(statement, who)
        count = self.count_of(statement, who)
        if count is None:
            return None
        if statement in self.claims:
            return claims.share_of(self, statement, who, side, count)
        part = self._publishable(statement, who, side, count)
        if part.percent is None:
            return None
        if part.bound:
            low, high = of_bound(part.bound, count.total)
        else:
            low, high = (round(100 * end) for end in wilson_share(count.of(side), count.total))
        return Share(statement, who, side, part.percent, low, high, count.total, part.bound.value)

    def _publishable(self, statement: str, who: str, side: str, count: Count) -> PartShare:
        """Of parts only who agrees is told in numbers: with who disagrees, it would tell how many passed."""
        if self.rule == FIRST_RULE:
            return PartShare(published_share(count.of(side), count.total))
        if who == ALL:
            return PartShare(exact_share(count.of(side), count.total))
        if side != "agree":
            return PartShare(None)
        total = self.counts[statement][ALL]
        if who in {BEFORE, AFTER}:
            if who == BEFORE:  # beside what all said when these had voted once
                total = total.less(self.changes[statement][1]).joined(count)
            return publishable_shares({who: (count.agree, count.total)}, total=(total.agree, total.total))[
                who
            ]
        return self._part_shares(statement)[who]

    def _part_shares(self, statement: str) -> dict[str, PartShare]:
        if statement not in self._parts:
            counts = self.counts[statement]
            parts = {name: (counts[name].agree, counts[name].total) for name in self.names if name in counts}
            total = counts[ALL]
            self._parts[statement] = publishable_shares(parts, total=(total.agree, total.total))
        return self._parts[statement]

    @cached_property
    def _parts(self) -> dict[str, dict[str, PartShare]]:
        return {}

    def majority(self, statement: str, who: str) -> Majority | None:
        """Return what more than half of ``who`` say, which words may tell of five voters or more."""
        count = self.count_of(statement, who)
        return majority(count.agree, count.disagree, count.total) if count else None

    def _gap(self, statement: str, who: str) -> Share | None:
        """How many percentage points more of one agree than of the other: who is “one-other”."""
        more, _, less = who.partition("-")
        one, other = self.count_of(statement, more), self.count_of(statement, less)
        shares = [self.share(statement, name, "agree") for name in (more, less)]
        if one is None or other is None or any(share is None or share.bound for share in shares):
            return None
        low, high = newcombe_difference(one.agree, one.total, other.agree, other.total)
        gap = round(100 * (one.agree / one.total - other.agree / other.total))
        return Share(statement, who, "gap", gap, round(100 * low), round(100 * high), one.total + other.total)

    def shares(self, statement: str, side: str = "agree") -> tuple[Share, ...]:
        """Return the figure of all and of each perspective that may be told in numbers."""
        found = [self.share(statement, who, side) for who in (ALL, *self.disclosed(statement))]
        return tuple(share for share in found if share is not None)

    def boards_of(self, statement: str) -> list[int]:
        """Return on which boards a statement, or one of a claim's, stands, by their place in the series."""
        members = set(self.claims.get(statement, (statement,)))
        return [place for place, board in enumerate(self.boards) if members & set(board.shown)]
