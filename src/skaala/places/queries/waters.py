"""How much sea and fresh water a municipality has; read once, since it changes only with a new version of the program."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from skaala.places.rules.facts import facts


@dataclass(frozen=True, slots=True)
class Waters:
    """Square kilometres of sea and of fresh water."""

    sea: float
    lakes: float


@lru_cache(maxsize=1)
def waters() -> dict[str, Waters]:
    """Return the waters of each municipality by its code."""
    return {
        row["code"]: Waters(float(row["sea"]), float(row["lakes"])) for row in facts("municipalities.tsv")
    }
