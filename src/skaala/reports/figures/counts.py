"""What the figures of a report consist of: shares and counts. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from skaala.insight.disclosure import Bound
from skaala.insight.pooled_votes import MIXED

SIGNS = {Bound.AT_LEAST.value: "≥ ", Bound.AT_MOST.value: "≤ ", Bound.ABOUT.value: "≈ "}
"""What stands before a share in a table's cell where it is a bound."""


def is_figure(cell: object) -> bool:
    """
    Say whether a table's cell is a figure and not a text.

    >>> is_figure(3), is_figure("≥ 88"), is_figure("Networks")
    (True, True, False)
    """
    return not isinstance(cell, str) or cell.startswith(tuple(SIGNS.values()))


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
    bound: str = ""
    """Whether the share is a bound (at_least, at_most), since fewer than five are on one side, or rounded (about)."""

    @property
    def cell(self) -> int | str:
        """The share in a table: a number, or a bound with its sign."""
        return f"{SIGNS[self.bound]}{self.share}" if self.bound else self.share

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
    mixed: int = 0
    """Of a claim: who agree with one of its statements and disagree with another."""

    def plus(self, value: int) -> Count:
        return Count(
            self.agree + (value == 1),
            self.disagree + (value == -1),
            self.total + 1,
            self.mixed + (value == MIXED),
        )

    def less(self, other: Count) -> Count:
        return Count(self.agree - other.agree, self.disagree - other.disagree, self.total - other.total)

    def joined(self, other: Count) -> Count:
        return Count(self.agree + other.agree, self.disagree + other.disagree, self.total + other.total)

    def of(self, side: str) -> int:
        if side == "pass":
            return self.total - self.agree - self.disagree - self.mixed
        return {"agree": self.agree, "mixed": self.mixed}.get(side, self.disagree)

    @property
    def cells(self) -> dict[str, int]:
        """The voters as disjoint cells, as :func:`skaala.insight.disclosure.may_follow` compares them."""
        return {
            "agree": self.agree,
            "disagree": self.disagree,
            "pass": self.total - self.agree - self.disagree,
        }


@dataclass(frozen=True)
class Turnout:
    """How many took a stand: in all, by perspective, and on each board (people, stands taken)."""

    people: int
    votes: int
    perspectives: Mapping[str, int]
    boards: tuple[tuple[int, int], ...]
