"""All statements as dots, from those on which all are on one side to those that divide in halves. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from skaala.reports.contents import Table

WIDE, RADIUS, GAP = 600, 6, 1
MARGIN = 12


@dataclass(frozen=True)
class Dot:
    """One statement: where its dot is, in the picture's own units, and what it is."""

    x: float
    y: float
    number: int
    text: str
    agree: int
    disagree: int


def beeswarm(table: Table) -> list[Dot]:
    """Return a dot for each statement of the table of all, beside each other where they would overlap."""
    rows = [row for row in table.rows if isinstance(row[2], int) and isinstance(row[3], int)]
    taken: list[tuple[float, float]] = []
    dots = []
    for row in sorted(rows, key=lambda row: (2 * min(int(row[2] or 0), int(row[3] or 0)), int(row[1] or 0))):
        agree, disagree, number = int(row[2] or 0), int(row[3] or 0), int(row[1] or 0)
        x = MARGIN + (WIDE - 2 * MARGIN) * 2 * min(agree, disagree) / 100
        y = _free(x, taken)
        taken.append((x, y))
        dots.append(Dot(round(x, 1), y, number, str(row[0]), agree, disagree))
    return dots


def _free(x: float, taken: list[tuple[float, float]]) -> float:
    """Return the height nearest the middle at which a dot at ``x`` touches no other."""
    step = 2 * RADIUS + GAP
    near = [y for other, y in taken if abs(other - x) < step]
    for way in range(len(taken) + 1):
        for y in (way * step, -way * step):
            if all(abs(y - each) >= step for each in near):
                return float(y)
    return 0.0
