"""How one participant's votes compare with those of the others."""

from __future__ import annotations

from dataclasses import dataclass

from skaala.insight.disclosure import is_publishable


@dataclass(frozen=True)
class VoteComparison:
    """Where somebody stands: with how many of the statements they took a stand on most others agree with them."""

    compared: int
    with_most: int
    group: str = ""
    in_group: int = 0
    differs_from_group: int = 0


def with_most(own: int, agree: int, disagree: int, total: int) -> bool | None:
    """
    Say whether most of the *others* hold what they hold; None where it cannot be said.

    The counts may include their own vote. Passing is no side, and fewer than five others are not spoken of.
    """
    if own == 0:
        return None
    others = total - 1
    if not is_publishable(others):
        return None
    # The counts move in steps of five people, so their own vote may be among them or not: it must not decide.
    ahead = (agree - disagree) * own
    if ahead in (0, 1):
        return None
    return ahead > 0
