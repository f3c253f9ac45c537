"""What the templates of a workspace's screens are given."""

from __future__ import annotations

from typing import Any, TypedDict

from skaala.desk.board.presenters import Screen
from skaala.workshops.models import Statement


class ShownNow(TypedDict):
    """What projector and remote both need: the screens, the one shown, and the statement that is shown large instead."""

    screens: list[Screen]
    screen: Screen
    number: int
    following: Screen | None
    presented: Statement | None
    place: tuple[int, int] | None
    """Which of how many statements."""
    bars: dict[str, Any] | None
