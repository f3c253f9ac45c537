"""How much room text takes, guessed on the safe side: no program that shows slides is at hand when they are made."""

from __future__ import annotations

from collections.abc import Sequence

# Mean width of a letter in the font's size; Finnish is wide, so is bold.
WIDTH = 0.52
BOLD_WIDTH = 0.57
LINE = 1.2


def lines(text: str, size: float, width: float, *, bold: bool = False) -> int:
    """Return how many lines a paragraph takes at ``size`` points in ``width`` inches."""
    room = max(1, int(width * 72 / (size * (BOLD_WIDTH if bold else WIDTH))))
    count, used = 1, 0
    for word in text.split(" "):
        length = len(word)
        if used and used + 1 + length > room:
            count, used = count + 1, 0
        if length > room:
            count, length = count + (length - 1) // room, (length - 1) % room + 1
        used += length + (1 if used else 0)
    return count


def height(text: str, size: float, width: float, *, bold: bool = False) -> float:
    """Return how many inches high a paragraph is."""
    return lines(text, size, width, bold=bold) * size * LINE / 72


def cut(text: str, size: float, width: float, most: int, *, bold: bool = False) -> str:
    """Return ``text``, or as many of its first words and a dotted end as ``most`` lines hold."""
    if lines(text, size, width, bold=bold) <= most:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if lines(text[:middle].rstrip() + "…", size, width, bold=bold) <= most:
            low = middle
        else:
            high = middle - 1
    shorter = text[:low]
    return (shorter.rsplit(" ", 1)[0] if " " in shorter else shorter).rstrip() + "…"


def split(paragraphs: Sequence[str], size: float, width: float, room: float, gap: float) -> list[list[str]]:
    """Return the paragraphs in as many helpings as ``room`` inches make needful; a long one is broken between words."""
    helpings: list[list[str]] = [[]]
    left = room
    for paragraph in paragraphs:
        words = paragraph.split(" ")
        while words:
            piece = " ".join(words)
            tall = height(piece, size, width)
            if tall <= left:
                helpings[-1].append(piece)
                left -= tall + gap
                words = []
                continue
            fitting = _words_that_fit(words, size, width, left)
            if fitting > 3 or not helpings[-1]:
                fitting = max(1, fitting)
                helpings[-1].append(" ".join(words[:fitting]))
                words = words[fitting:]
            helpings.append([])
            left = room
    return [helping for helping in helpings if helping]


def _words_that_fit(words: Sequence[str], size: float, width: float, room: float) -> int:
    low, high = 0, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        if height(" ".join(words[:middle]), size, width) <= room:
            low = middle
        else:
            high = middle - 1
    return low
