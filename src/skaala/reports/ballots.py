"""The votes that a report's figures come from, as they stood at one moment, and every figure that is made of them.

Pure: the same votes give the same figures, today and in ten years. Nothing is told about fewer than five people, nor
can it be worked out by taking one figure from another.
"""

from __future__ import annotations

import hashlib
import random
from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from functools import cached_property
from typing import Any
from uuid import UUID

from skaala.insight.shares import newcombe_difference, wilson_share

SMALLEST = 5
"""Nothing is told about fewer people than these."""
ALL, BEFORE, AFTER = "all", "before", "after"
EVERYONE = "everyone"
"""The perspective of those who have none of their own; they count among all, and are not compared."""

Row = tuple[str, str, int, int]
"""Who, on which root statement, on which board, what: 1 agrees, −1 disagrees, 0 passes."""


@dataclass(frozen=True)
class BoardHeld:
    """One board: which statements stand on it, which of them are new there, and what its opinion groups lean to."""

    event: int
    perspective: str
    shown: tuple[str, ...]
    new: tuple[str, ...]
    grade: str = ""
    """How firm its opinion groups are; empty where there are none."""
    leanings: Mapping[str, Mapping[str, int]] = field(default_factory=dict)


@dataclass(frozen=True)
class Share:
    """One figure: how many per cent of these people say that of this statement, within which bounds."""

    statement: str
    who: str
    side: str
    share: int
    low: int
    high: int
    votes: int

    @property
    def key(self) -> str:
        """What names the figure within its finding."""
        return f"{self.statement.replace('-', '')}.{self.who}.{self.side}"


@dataclass(frozen=True)
class Count:
    """How many agree, disagree and took a stand at all."""

    agree: int = 0
    disagree: int = 0
    total: int = 0

    def plus(self, value: int) -> Count:
        return Count(self.agree + (value == 1), self.disagree + (value == -1), self.total + 1)

    def less(self, other: Count) -> Count:
        return Count(self.agree - other.agree, self.disagree - other.disagree, self.total - other.total)

    def of(self, side: str) -> int:
        return self.agree if side == "agree" else self.disagree


@dataclass(frozen=True)
class Turnout:
    """How many took a stand: in all, by perspective, and on each board (people, stands taken)."""

    people: int
    votes: int
    perspectives: Mapping[str, int]
    boards: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Ballots:
    """All votes of a series on what still stands, each person's in the order in which she gave them."""

    votes: tuple[Row, ...]
    perspectives: Mapping[str, str]
    kinds: Mapping[str, str]
    boards: tuple[BoardHeld, ...]
    sizes: Mapping[str, int] = field(default_factory=dict)
    """How many voters of each size class."""
    kept: tuple[str, ...] = ()
    """The statements whose votes are those of an earlier version, see :mod:`skaala.reports.differences`."""
    counted: Turnout | None = None
    """How many took a stand, where that cannot be counted from the votes, since some of these are kept."""
    keeps_turnout: bool = False
    """Turnout and sizes are those of an earlier version."""

    @property
    def identity(self) -> str:
        """A fingerprint: the same as long as nobody has voted and nothing has been moderated."""
        rows = [" ".join(map(str, ("v", *row))) for row in self.votes]
        rows += [f"p {who} {name}" for who, name in self.perspectives.items()]
        rows += [f"k {what} {kind}" for what, kind in self.kinds.items()]
        rows += [f"b {board.event} {' '.join(sorted(board.shown))}" for board in self.boards]
        return hashlib.sha256("\n".join(sorted(rows)).encode()).hexdigest()

    def under_fresh_ids(self, chance: random.Random) -> Ballots:
        """
        Return the same votes under new random ids, in the order of these.

        :param chance: one that cannot be foreseen
        """
        fresh = {who: f"{chance.getrandbits(64):016x}" for who in self.perspectives}
        votes = [(fresh[who], what, board, value) for who, what, board, value in self.votes]
        return replace(
            self,
            votes=tuple(sorted(votes, key=lambda row: row[0])),  # stable: each person's stay in her order
            perspectives=dict(sorted((fresh[who], name) for who, name in self.perspectives.items())),
        )

    def as_data(self) -> dict[str, Any]:
        """Return the ballots as plain data for JSON."""
        return {**asdict(self), "votes": [list(row) for row in self.votes]}

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Ballots:
        """Return the ballots that :meth:`as_data` wrote."""
        boards = tuple(
            BoardHeld(**{**board, "shown": tuple(board["shown"]), "new": tuple(board["new"])})
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
        )

    # --- Counting ------------------------------------------------------------------------------------------

    @cached_property
    def current(self) -> dict[tuple[str, str], int]:
        """Each person's latest vote on each statement."""
        return {(who, what): value for who, what, _board, value in self.votes}

    @cached_property
    def counts(self) -> dict[str, dict[str, Count]]:
        """By statement, what all and what each perspective say."""
        found: dict[str, dict[str, Count]] = {}
        for (who, what), value in self.current.items():
            here = found.setdefault(what, {})
            for name in (ALL, self.perspectives.get(who, EVERYONE)):
                here[name] = here.get(name, Count()).plus(value)
        return found

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
            boards=tuple((len({who for who, _ in stands}), len(stands)) for stands in here),
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

    def told(self, statement: str) -> list[str]:
        """
        Return the perspectives whose votes on ``statement`` may be told beside those of all.

        As long as those not told add up to fewer than five, the smallest goes with them.
        """
        counts = self.counts.get(statement, {})
        total = counts.get(ALL, Count()).total
        shown = [name for name in self.names if counts.get(name, Count()).total >= SMALLEST]
        by_size = sorted(shown, key=lambda name: (-counts[name].total, name))
        hidden = total - sum(counts[name].total for name in by_size)
        while by_size and 0 < hidden < SMALLEST:
            hidden += counts[by_size.pop()].total
        return [name for name in shown if name in by_size]

    def count_of(self, statement: str, who: str) -> Count | None:
        """Return what ``who`` (all, a perspective, before, after) say to ``statement``; None where it may not be told."""
        total = self.counts.get(statement, {}).get(ALL, Count())
        if who == ALL:
            found = total
        elif who in {BEFORE, AFTER}:
            before, after = self.changes.get(statement, (Count(), Count()))
            found = before if who == BEFORE else after
            if 0 < total.total - found.total < SMALLEST:
                return None
        else:
            if who not in self.told(statement):
                return None
            found = self.counts[statement][who]
        return found if found.total >= SMALLEST else None

    def share(self, statement: str, who: str, side: str) -> Share | None:
        """Return one figure; None where it is about fewer than five people or would lead to them."""
        if side == "gap":
            return self._gap(statement, who)
        count = self.count_of(statement, who)
        if count is None:
            return None
        low, high = wilson_share(count.of(side), count.total)
        share = round(100 * count.of(side) / count.total)
        return Share(statement, who, side, share, round(100 * low), round(100 * high), count.total)

    def _gap(self, statement: str, who: str) -> Share | None:
        """How many percentage points more of one agree than of the other: who is “one-other”."""
        more, _, less = who.partition("-")
        one, other = self.count_of(statement, more), self.count_of(statement, less)
        if one is None or other is None:
            return None
        low, high = newcombe_difference(one.agree, one.total, other.agree, other.total)
        gap = round(100 * (one.agree / one.total - other.agree / other.total))
        return Share(statement, who, "gap", gap, round(100 * low), round(100 * high), one.total + other.total)

    def shares(self, statement: str, side: str = "agree") -> tuple[Share, ...]:
        """Return the figure of all and of each perspective that may be told."""
        found = [self.share(statement, who, side) for who in (ALL, *self.told(statement))]
        return tuple(share for share in found if share is not None)

    def boards_of(self, statement: str) -> list[int]:
        """Return on which boards a statement stands, by their place in the series."""
        return [place for place, board in enumerate(self.boards) if statement in board.shown]


def read_key(key: str) -> tuple[str, str, str, str]:
    """
    Return finding, statement, who and side of a figure's key.

    :raises ValueError: if it is not such a key
    """
    finding, statement, who, side = key.split(".")
    with suppress(ValueError):
        statement = str(UUID(statement))  # statements of the boards; in a test they may have other names
    return finding, statement, who, side
