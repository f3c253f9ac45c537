"""What changes from one text to another, word by word. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

Piece = tuple[str, str]
"""What happens to a text, "" for nothing, "out" or "in", and the text."""


def difference(before: Sequence[str], after: Sequence[str]) -> list[Piece]:
    """
    Return the words of two texts in one line.

    >>> difference(["It", "is", "so."], ["It", "was", "so."])
    [('', 'It'), ('out', 'is'), ('in', 'was'), ('', 'so.')]
    """
    found: list[Piece] = []
    for action, start, end, other_start, other_end in SequenceMatcher(
        None, before, after, False
    ).get_opcodes():
        if action == "equal":
            found.append(("", " ".join(before[start:end])))
            continue
        if end > start:
            found.append(("out", " ".join(before[start:end])))
        if other_end > other_start:
            found.append(("in", " ".join(after[other_start:other_end])))
    return found
