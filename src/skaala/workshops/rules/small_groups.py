"""Splitting a room into small groups: sizes even, and towns of all sizes in each. Pure; the seed decides."""

from __future__ import annotations

import random
from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

Person = TypeVar("Person", bound=Hashable)


def split_room(people: Mapping[Person, str], count: int, *, seed: int) -> list[list[Person]]:
    """
    Deal people into ``count`` groups.

    Sizes differ by at most one, and so does the number of people of one kind in the groups. The same people and
    seed give the same groups, in whatever order the people come.

    :param people: each person with the kind to be mixed (the size class of their municipality)
    """
    chance = random.Random(seed)  # noqa: S311  not for secrets
    by_kind: dict[str, list[Person]] = {}
    for person in sorted(people, key=str):
        by_kind.setdefault(people[person], []).append(person)
    groups: list[list[Person]] = [[] for _ in range(count)]
    order = chance.sample(range(count), count)
    place = 0
    for kind in sorted(by_kind):
        for person in chance.sample(by_kind[kind], len(by_kind[kind])):
            groups[order[place % count]].append(person)
            place += 1
    return groups


def group_for(kind: str, groups: Sequence[Sequence[str]]) -> int:
    """Return to which group somebody who comes late goes: the smallest, among those the one with fewest of their kind."""
    return min(range(len(groups)), key=lambda at: (len(groups[at]), list(groups[at]).count(kind), at))
