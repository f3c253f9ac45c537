"""Who learned from whom: a table, and the same as lines on a map."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from skaala.catalogue.models import Adoption
from skaala.places.queries import shapes

SMALLEST, LARGEST = 4, 14


@dataclass(frozen=True)
class Line:
    """From whoever taught to whoever learned, as SVG writes a curve, with words for it."""

    curve: str
    words: str


@dataclass(frozen=True)
class Dot:
    """A municipality on the map; larger the more it has taught."""

    x: int
    y: int
    radius: int
    words: str
    has_taught: bool


@dataclass(frozen=True)
class Learning:
    """Who has taught whom, those with most pupils first; lines and dots draw it, the table names everybody."""

    teachers: list[tuple[Any, list[Any]]] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    dots: list[Dot] = field(default_factory=list)

    @property
    def land(self) -> str:
        """All municipalities as one shape, beneath the lines."""
        return " ".join(shapes.shapes().values())


def learning(found: Sequence[Adoption]) -> Learning:
    """Return who learned from whom in these adoptions; of several actions, each pair once."""
    pupils: dict[Any, list[Any]] = {}
    for one in found:
        if one.learned_from is not None and one.municipality not in pupils.get(one.learned_from, []):
            pupils.setdefault(one.learned_from, []).append(one.municipality)
    teachers = sorted(pupils.items(), key=lambda pair: (-len(pair[1]), str(pair[0])))
    centres = shapes.centres()
    pairs = [
        (teacher, pupil)
        for teacher, some in teachers
        for pupil in some
        if teacher.pk in centres and pupil.pk in centres
    ]
    return Learning(teachers, [_line(*pair, centres) for pair in pairs], _dots(pairs, pupils, centres))


def _line(teacher: Any, pupil: Any, centres: dict[str, tuple[int, int]]) -> Line:
    (x, y), (u, v) = centres[teacher.pk], centres[pupil.pk]
    # Bent to one side, so that there and back are two lines.
    bent = (x + u) // 2 + (v - y) // 6, (y + v) // 2 - (u - x) // 6
    words = _("%(pupil)s learned from %(teacher)s") % {"pupil": pupil, "teacher": teacher}
    return Line(f"M{x} {y}Q{bent[0]} {bent[1]} {u} {v}", words)


def _dots(
    pairs: Sequence[tuple[Any, Any]], pupils: dict[Any, list[Any]], centres: dict[str, tuple[int, int]]
) -> list[Dot]:
    places = dict.fromkeys(place for pair in pairs for place in pair)
    return [
        Dot(
            *centres[place.pk],
            min(LARGEST, SMALLEST + 2 * len(pupils.get(place, []))),
            str(place),
            place in pupils,
        )
        for place in places
    ]
