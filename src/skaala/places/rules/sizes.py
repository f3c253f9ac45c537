"""What follows from a municipality's figures."""

from __future__ import annotations

from typing import Literal

SizeClass = Literal["small", "medium", "large"]
SMALL_BELOW = 10_000
LARGE_FROM = 50_000


def size_class(population: int) -> SizeClass:
    """
    Return the size class used in choosing an event and in statistics.

    Small: fewer than 10,000 residents; medium: 10,000 to 49,999; large: 50,000 or more.
    """
    if population < SMALL_BELOW:
        return "small"
    return "medium" if population < LARGE_FROM else "large"


def holds_in(year: int, *, valid_from: int, valid_until: int | None) -> bool:
    """Say whether something that holds from one year to the end of another (or on and on) holds in ``year``."""
    return valid_from <= year and (valid_until is None or year <= valid_until)
