"""Who took part, in numbers that tell nothing of fewer than five. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

REGISTERED = ("regions", "networks")
"""The tables of a report that are counted from registrations."""


def counted(coverage: Mapping[str, Any], key: str) -> list[tuple[int, ...]]:
    """Return the numbers of the table ``key`` row by row, as they were counted from registrations."""
    if not coverage.get("people"):
        return []
    disclosed = coverage[key]
    counts = [count for *_, count in disclosed["rows"]] + ([disclosed["rest"]] if disclosed["rest"] else [])
    return [(count,) for count in counts]
