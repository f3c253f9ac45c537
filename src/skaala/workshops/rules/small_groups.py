"""Splitting a room into small groups: sizes even, and towns of all sizes in each. Pure; the seed decides."""

from __future__ import annotations

import random
from collections.abc import Collection, Hashable, Mapping, Sequence
from typing import TypeVar

Person = TypeVar("Person", bound=Hashable)

LONGEST_PLACE = 500
"""Characters of where a group meets: addresses of calls are long."""


def split_room(
    people: Mapping[Person, str],
    count: int,
    *,
    seed: int,
    placed: Mapping[Person, int] | None = None,
) -> list[list[Person]]:
    """
    Deal people into ``count`` groups.

    Sizes differ by at most one, and so does the number of people of one kind in the groups. The same people and
    seed give the same groups, in whatever order the people come.

    :param people: each person with the kind to be mixed (the size class of their municipality)
    :param placed: those who have their group already, by its place; the others fill the smallest ones

    >>> split_room({"a": "", "b": "", "c": "", "d": ""}, 2, seed=1, placed={"a": 0, "b": 0})[0]
    ['a', 'b']
    """
    fixed = {person: at for person, at in (placed or {}).items() if person in people and at < count}
    if fixed:
        return _around(people, count, fixed, seed=seed)
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


def _around(
    people: Mapping[Person, str], count: int, fixed: Mapping[Person, int], *, seed: int
) -> list[list[Person]]:
    chance = random.Random(seed)  # noqa: S311  not for secrets
    groups: list[list[Person]] = [[] for _ in range(count)]
    for person in sorted(fixed, key=str):
        groups[fixed[person]].append(person)
    others = sorted(set(people) - set(fixed), key=str)
    for person in chance.sample(others, len(others)):
        kinds = [[people[each] for each in group] for group in groups]
        groups[group_for(people[person], kinds)].append(person)
    return groups


def group_for(kind: str, groups: Sequence[Sequence[str]]) -> int:
    """Return to which group somebody who comes late goes: the smallest, among those the one with fewest of their kind."""
    return min(range(len(groups)), key=lambda at: (len(groups[at]), list(groups[at]).count(kind), at))


def free_marks(count: int, taken: Collection[int], *, seed: int) -> list[int]:
    """Return ``count`` numbers for phones, of two digits as long as they last, none of them ``taken``; drawn, so that they tell nothing."""
    chance = random.Random(seed)  # noqa: S311  not for secrets
    found: list[int] = []
    for numbers in (range(10, 100), range(100, 1000), range(1000, 10_000)):
        free = [number for number in numbers if number not in taken]
        found += chance.sample(free, min(count - len(found), len(free)))
    return found


def place_link(place: str) -> str:
    """Return the address if a group meets in a call; empty if it meets in a room."""
    return place if place.lower().startswith("https://") and " " not in place else ""


def clean_place(place: str) -> str:
    """Return where a group meets on one line, as long as is kept."""
    return " ".join(place.split())[:LONGEST_PLACE]
