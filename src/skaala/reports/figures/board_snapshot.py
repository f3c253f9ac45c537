"""One board as a report's votes are read from it. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class BoardSnapshot:
    """One board: which statements stand on it, which of them are new there, and what its opinion groups lean to."""

    event: int
    perspective: str
    shown: tuple[str, ...]
    new: tuple[str, ...]
    grade: str = ""
    """How firm its opinion groups are; empty where there are none."""
    leanings: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
