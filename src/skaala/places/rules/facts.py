"""The project's own tables of facts about places."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from importlib.resources import files

FACTS = files("skaala.places") / "facts"


def facts(name: str) -> Iterator[dict[str, str]]:
    """Yield the rows of one table, by the names of its columns."""
    with (FACTS / name).open(encoding="utf-8") as lines:
        yield from csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t")
