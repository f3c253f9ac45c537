"""Which bottlenecks are met how often, by whom, and what answers them."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

B = TypeVar("B", bound=Hashable)


M = TypeVar("M")


@dataclass(frozen=True)
class Answered(Generic[B, M]):
    """One bottleneck: how often it was met and from which perspectives, and what is offered against it."""

    bottleneck: B
    times: int
    perspectives: tuple[tuple[str, int], ...]
    """Those that met it, the one that met it most often first."""
    measures: tuple[M, ...]

    @property
    def is_gap(self) -> bool:
        """Nothing is offered against it."""
        return not self.measures


def answered(
    bottlenecks: Sequence[B], *, counts: Mapping[B, Mapping[str, int]], measures: Mapping[B, Sequence[M]]
) -> list[Answered[B, M]]:
    """
    Put together, in the order of ``bottlenecks``, how often each was met and what answers it.

    :param counts: how often each perspective (or source) met a bottleneck; the caller counts, and hides what is too few
    :param measures: what is offered against each
    """
    rows = []
    for bottleneck in bottlenecks:
        met = [(who, number) for who, number in counts.get(bottleneck, {}).items() if number > 0]
        met.sort(key=lambda pair: -pair[1])
        rows.append(
            Answered(
                bottleneck,
                sum(number for _who, number in met),
                tuple(met),
                tuple(measures.get(bottleneck, ())),
            )
        )
    return rows


def gaps(rows: Sequence[Answered[B, M]]) -> list[Answered[B, M]]:
    """Return the rows without a measure, those met most often first; equally often, in their own order."""
    return sorted((row for row in rows if row.is_gap), key=lambda row: -row.times)
