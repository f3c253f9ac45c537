"""What an analyst's decisions about claims come to, and which candidates are left. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

LARGEST_GROUP = 8
"""So many candidates are offered together at most."""

Pair = tuple[str, str, float]


@dataclass(frozen=True)
class Decision:
    """What was decided: join, name, split or apart; see :class:`skaala.reports.claims.models.ClaimDecision`."""

    kind: str
    claim: str
    statements: tuple[str, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)


@dataclass
class Arrangement:
    """
    The claims after all decisions.

    :ivar claim_of: by statement the claim it is in
    :ivar names: by claim what it was worded, by language
    :ivar apart: statements that were said not to be the same as one another
    """

    claim_of: dict[str, str] = field(default_factory=dict)
    names: dict[str, dict[str, str]] = field(default_factory=dict)
    apart: list[frozenset[str]] = field(default_factory=list)

    def members(self, shown: Collection[str]) -> dict[str, tuple[str, ...]]:
        """Return by claim its statements among ``shown``; a claim of fewer than two is none."""
        found: dict[str, list[str]] = {}
        for statement, claim in self.claim_of.items():
            if statement in shown:
                found.setdefault(claim, []).append(statement)
        return {claim: tuple(members) for claim, members in found.items() if len(members) > 1}


def arrange(decisions: Iterable[Decision]) -> Arrangement:
    """
    Apply decisions in their order.

    >>> made = arrange([Decision("join", "c", ("1", "2", "3")), Decision("split", "c", ("3",)), Decision("name", "c", names={"en": "x"})])
    >>> made.members({"1", "2", "3"}), made.names
    ({'c': ('1', '2')}, {'c': {'en': 'x'}})
    """
    made = Arrangement()
    for each in decisions:
        if each.kind == "join":
            made.claim_of |= dict.fromkeys(each.statements, each.claim)
        elif each.kind == "name":
            made.names[each.claim] = {**made.names.get(each.claim, {}), **each.names}
        elif each.kind == "split":
            for statement in each.statements:
                if made.claim_of.get(statement) == each.claim:
                    del made.claim_of[statement]
        else:
            made.apart.append(frozenset(each.statements))
    return made


def candidates(pairs: Sequence[Pair], made: Arrangement, shown: Collection[str]) -> list[tuple[str, ...]]:
    """
    Return groups of statements that may say the same, the nearest first; each statement is in one group.

    A group is a statement with those that are near to it. Left out are pairs within one claim, and those said not to be the same.
    """
    left = [
        (first, second, near)
        for first, second, near in pairs
        if first in shown and second in shown and not _is_settled(first, second, made)
    ]
    groups: list[list[str]] = []
    group_of: dict[str, list[str]] = {}
    for first, second, _near in sorted(left, key=lambda pair: (-pair[2], pair[0], pair[1])):
        here, there = group_of.get(first), group_of.get(second)
        if here is None and there is None:
            group_of[first] = group_of[second] = [first, second]
            groups.append(group_of[first])
        elif here is None or there is None:
            group, new = (there, first) if here is None else (here, second)
            if group is not None and len(group) < LARGEST_GROUP:
                group.append(new)
                group_of[new] = group
    return [tuple(group) for group in groups]


def _is_settled(first: str, second: str, made: Arrangement) -> bool:
    claim = made.claim_of.get(first)
    if claim is not None and claim == made.claim_of.get(second):
        return True
    return any({first, second} <= apart for apart in made.apart)
