"""Which rooms hold personal data about a series, and how each forgets them: rooms above join this list.

A room counts and forgets only what is its own. Rooms higher up forget first, since what they hold points down.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from skaala.series.models import Series

Counts = dict[str, int]
"""How many rows or files of each kind, as in ``{"registrations": 12}``; never a name or an address."""


@dataclass(frozen=True)
class Room:
    """
    One room that holds personal data of a series.

    :ivar count: returns what it holds of a series
    :ivar forget: removes all of that, within the caller's transaction, and returns what was removed
    """

    name: str
    count: Callable[[Series], Counts]
    forget: Callable[[Series, datetime], Counts]


_rooms: list[Room] = []
_sweeps: dict[str, Callable[[datetime, bool], Counts]] = {}


def holds_personal_data(room: Room) -> None:
    """Have ``room`` asked when a series' date has come; rooms join as they are loaded, from the ground up."""
    if all(known.name != room.name for known in _rooms):
        _rooms.append(room)


def rooms() -> list[Room]:
    """Return the rooms in the order in which they forget: the highest first."""
    return list(reversed(_rooms))


def sweeps(name: str) -> Callable[[Callable[[datetime, bool], Counts]], Callable[[datetime, bool], Counts]]:
    """Register the decorated function as nightly forgetting that waits for no series' date: ``(now, is_rehearsal)`` → counts."""

    def register(sweep: Callable[[datetime, bool], Counts]) -> Callable[[datetime, bool], Counts]:
        _sweeps[name] = sweep
        return sweep

    return register


def all_sweeps() -> dict[str, Callable[[datetime, bool], Counts]]:
    """Return the registered sweeps by name."""
    return dict(_sweeps)
