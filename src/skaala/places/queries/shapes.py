"""The municipalities as shapes for a small map; read once, since they change only with a new version of the program."""

from __future__ import annotations

import csv
from functools import lru_cache
from importlib.resources import files

WIDTH, HEIGHT = 361, 640
"""The grid on which the shapes are drawn."""


@lru_cache(maxsize=1)
def shapes() -> dict[str, str]:
    """Return the shape of each municipality by its code, as SVG writes a path."""
    with (files("skaala.places") / "facts" / "shapes.tsv").open(encoding="utf-8") as lines:
        rows = csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t")
        return {row["code"]: row["shape"] for row in rows}
