"""What a reader of published sums can find by adding and subtracting them."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Mapping
from itertools import product

import numpy as np

from skaala.insight.disclosure import is_disclosive


def recoverable(
    people: Mapping[Hashable, int], published: Iterable[Collection[Hashable]]
) -> list[tuple[set[Hashable], int]]:
    """
    Return each set of cells whose sum follows from the published sums and is about one to four people.

    A sum follows if its indicator vector lies in the row space of those of the published sums.

    :param people: how many people are in each cell; the cells are the smallest that can be thought of
    :param published: the sets of cells whose sums are published
    """
    cells = list(people)
    if not cells:
        return []
    rows = [[cell in wanted for cell in cells] for wanted in published]
    sums = np.array(rows, dtype=float).reshape(-1, len(cells))
    known = np.linalg.pinv(sums) @ sums
    subsets = np.array(list(product([0.0, 1.0], repeat=len(cells)))).reshape(-1, len(cells))
    follows = np.abs(subsets @ known - subsets).max(axis=1, initial=0.0) < 1e-9
    found = []
    for subset in subsets[follows]:
        named = {cell for cell, is_in in zip(cells, subset, strict=True) if is_in}
        count = sum(people[cell] for cell in named)
        if is_disclosive(count):
            found.append((named, count))
    return found
