"""The municipalities as shapes for a small map; read once, since they change only with a new version of the program."""

from __future__ import annotations

import csv
import re
from functools import lru_cache
from importlib.resources import files
from itertools import accumulate

WIDTH, HEIGHT = 361, 640
"""The grid on which the shapes are drawn."""


@lru_cache(maxsize=1)
def shapes() -> dict[str, str]:
    """Return the shape of each municipality by its code, as SVG writes a path."""
    with (files("skaala.places") / "facts" / "shapes.tsv").open(encoding="utf-8") as lines:
        rows = csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t")
        return {row["code"]: row["shape"] for row in rows}


@lru_cache(maxsize=1)
def centres() -> dict[str, tuple[int, int]]:
    """Return the middle of each municipality's largest piece by its code, on the same grid."""
    return {code: centre_of(shape) for code, shape in shapes().items()}


def centre_of(shape: str) -> tuple[int, int]:
    """
    Return the middle of a shape's largest piece.

    >>> centre_of("M10 20l10 0 0 10-10 0z"), centre_of("M0 0l1 0 0 1zM10 20l10 0 0 10-10 0z")
    ((15, 25), (15, 25))
    """
    pieces = [_points(piece) for piece in re.findall(r"[Mm][^Mm]+", shape)]
    best = max(pieces, key=lambda points: abs(_area(points)))
    return (
        round((min(x for x, _y in best) + max(x for x, _y in best)) / 2),
        round((min(y for _x, y in best) + max(y for _x, y in best)) / 2),
    )


def _points(piece: str) -> list[tuple[int, int]]:
    """Return the corners of a piece that begins at a place and goes on in steps."""
    numbers = [int(number) for number in re.findall(r"-?\d+", piece)]
    steps = list(zip(numbers[::2], numbers[1::2], strict=False))
    return list(accumulate(steps, lambda here, step: (here[0] + step[0], here[1] + step[1])))


def _area(points: list[tuple[int, int]]) -> float:
    after = [*points[1:], points[0]]
    return sum(x * v - u * y for (x, y), (u, v) in zip(points, after, strict=True)) / 2
