"""How many have taken an action up: one count, which all pages, files and the API give."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from skaala.catalogue.rules.stages import BEFORE_RUNNING, ENDED, RUNNING


@dataclass(frozen=True)
class SpreadCount:
    """
    How many municipalities have come how far with an action; its owner is in none of these numbers.

    :ivar doing: who does it today: tries it, has it in use or does it as ordinary work
    :ivar on_the_way: who considers it, or has decided on it
    :ivar ended: who has declined or stopped
    :ivar begun: who has ever begun, whether or not they still do it
    """

    doing: int = 0
    on_the_way: int = 0
    ended: int = 0
    begun: int = 0

    @property
    def no_longer(self) -> int:
        """How many have begun and do it no more."""
        return self.begun - self.doing


def count_spread(adoptions: Iterable[tuple[str, bool]]) -> SpreadCount:
    """
    Count adoptions of one action by others than its owner, each as its stage and whether it has ever begun.

    >>> count_spread([("in_use", True), ("piloting", True), ("stopped", True), ("declined", False), ("decided", False)])
    SpreadCount(doing=2, on_the_way=1, ended=2, begun=3)
    """
    found = list(adoptions)
    return SpreadCount(
        sum(stage in RUNNING for stage, _has_begun in found),
        sum(stage in BEFORE_RUNNING for stage, _has_begun in found),
        sum(stage in ENDED for stage, _has_begun in found),
        sum(has_begun for _stage, has_begun in found),
    )
