"""Who is interested in a statement and who can help, as a line each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from skaala.catalogue.models import Interest


@dataclass(frozen=True)
class InterestLine:
    """What some municipalities said alike."""

    kind: Any
    names: list[str]


def interest_lines(found: Iterable[Interest]) -> list[InterestLine]:
    """Return what was said in words, each municipality once a kind."""
    names: dict[str, list[str]] = {}
    for one in found:
        names.setdefault(one.kind, []).append(str(one.municipality))
    labels = dict(Interest.Kind.choices)
    return [InterestLine(labels[kind], sorted(set(each))) for kind, each in names.items()]
