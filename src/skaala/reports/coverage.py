"""Who took part, in numbers that tell nothing of fewer than five. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from skaala.reports.ballots import SMALLEST

REGISTERED = ("regions", "networks")
"""The tables of a report that are counted from registrations."""


@dataclass(frozen=True)
class Told:
    """What may be told of a count by kind: the large rows, and the rest together."""

    rows: tuple[tuple[str, int], ...]
    rest: int = 0
    rest_kinds: int = 0


def tell(counts: Mapping[str, int]) -> Told:
    """
    Return the rows of at least five, the largest first, and the others added up.

    Where the others are fewer than five together, the smallest row joins them, so that nothing can be worked out from
    the total; where nothing is large enough, nothing is told.
    """
    rows = sorted(
        ((name, count) for name, count in counts.items() if count), key=lambda row: (-row[1], row[0])
    )
    told = [row for row in rows if row[1] >= SMALLEST]
    hidden = rows[len(told) :]
    while told and 0 < sum(count for _, count in hidden) < SMALLEST:
        hidden = [told.pop(), *hidden]
    rest = sum(count for _, count in hidden)
    return Told(tuple(told), rest, len(hidden)) if rest == 0 or rest >= SMALLEST else Told(())


def counted(coverage: Mapping[str, Any], key: str) -> list[tuple[int, ...]]:
    """Return the numbers of the table ``key`` row by row, as they were counted from registrations."""
    if not coverage.get("people"):
        return []
    told = coverage[key]
    counts = [count for *_, count in told["rows"]] + ([told["rest"]] if told["rest"] else [])
    return [(count,) for count in counts]
