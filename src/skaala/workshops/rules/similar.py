"""Finds statements that say nearly the same, so that one idea is weighed once and not three times."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

ALIKE = 0.38
"""From this likeness on, an existing statement is shown before a new one is sent."""
THE_SAME = 0.97
OPPOSITE = 0.35
"""By this a likeness shrinks where one of two sentences says no: below ALIKE, however alike their words are."""
_NO = frozenset(
    "ei eivät en emme et ette eikä älä älkää ilman inte ej aldrig utan ingen inget inga icke not no never nobody without cannot".split()  # noqa: SIM905
)
_STEM = 5  # Finnish and Swedish put their endings behind; the first letters carry the meaning


@dataclass(frozen=True)
class Alike:
    """An existing statement and how alike it is, from 0 to 1."""

    key: str
    text: str
    likeness: float


def likeness(one: str, other: str) -> float:
    """
    Return how alike two sentences are: the mean of shared runs of three letters and of shared word beginnings.

    Both are Dice coefficients, twice what is shared over what both have. One that says no to the other is not like it:

    >>> likeness("Yhteinen hankinta kannattaa", "Yhteinen hankinta ei kannata") < ALIKE
    True

    >>> round(likeness("Yhteinen hankinta säästää aikaa", "Yhteiset hankinnat säästävät aikaa"), 2) > ALIKE
    True
    >>> likeness("Yhteinen hankinta säästää aikaa", "Bussit ovat myöhässä") < ALIKE
    True
    >>> likeness("Sama", "sama!")
    1.0
    """
    shared = (_dice(_trigrams(one), _trigrams(other)) + _dice(_beginnings(one), _beginnings(other))) / 2
    return shared if _negates(one) == _negates(other) else shared * OPPOSITE


def find_similar(text: str, existing: Iterable[tuple[str, str]], *, at_most: int = 3) -> list[Alike]:
    """Return the existing statements (key, text) that are alike enough to be shown, the most alike first."""
    found = [Alike(key, other, likeness(text, other)) for key, other in existing]
    found = [each for each in found if each.likeness >= ALIKE]
    return sorted(found, key=lambda each: (-each.likeness, each.key))[:at_most]


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.casefold())


def _negates(text: str) -> bool:
    """Say whether a sentence says no, once or three times; what is denied twice is said."""
    words = text.casefold().replace("’", "'").split()
    return sum(word.strip(".,;:!?") in _NO or word.endswith("n't") for word in words) % 2 == 1


def _beginnings(text: str) -> Counter[str]:
    words = _words(text)
    distinctive = [word for word in words if len(word) > 2] or words
    return Counter(word[:_STEM] for word in distinctive)


def _trigrams(text: str) -> Counter[str]:
    found: Counter[str] = Counter()
    for word in _words(text):
        padded = f" {word} "
        found.update(padded[i : i + 3] for i in range(len(padded) - 2))
    return found


def _dice(one: Counter[str], other: Counter[str]) -> float:
    both = one.total() + other.total()
    return 2 * (one & other).total() / both if both else 0.0
