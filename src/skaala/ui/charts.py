"""Where the bars and lines of a chart go. Pure functions: numbers in, places in per cent out.

Drawn with SVG attributes in per cent, so that words keep their size on every screen and no inline style is
needed.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from skaala.ui import dates


@dataclass(frozen=True, slots=True)
class Bar:
    """One row of a bar chart; a row without a second number has None there."""

    label: Any
    value: float
    percent: str
    second: float | None = None
    second_percent: str = "0"


@dataclass(frozen=True, slots=True)
class Bars:
    rows: list[Bar]
    total: float
    second_total: float | None


@dataclass(frozen=True, slots=True)
class Point:
    label: Any
    value: float
    x: str
    y: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line over time. ``x`` and ``y`` run from 0 to 100, ``y`` downwards as in SVG."""

    points: list[Point]
    path: str
    area: str
    ticks: list[Point]
    x_labels: list[Any]
    lowest: Point | None
    highest: Point | None


def ceiling(largest: float) -> int:
    """Return the smallest of 4, 8, 12, 16, 20, 24, 32, 40 … not below ``largest``: its quarters are whole."""
    if largest <= 8:
        return 4 if largest <= 4 else 8
    power = 10 ** (math.floor(math.log10(largest / 8)) + 1)
    return next(
        int(step * power) for step in (0.8, 1.2, 1.6, 2, 2.4, 3.2, 4, 6, 8) if step * power >= largest
    )


def place(share: float) -> str:
    """Write a share of the whole in per cent as SVG wants it, with a point in every language."""
    return f"{round(100 * max(0.0, share), 2):g}"


def bars(rows: Sequence[Sequence[Any]]) -> Bars:
    """
    Lay out rows of `(label, number)` or `(label, number, second number)`; the largest number fills the width.
    Numbers below zero count as zero.
    """
    largest = max((max(row[1:]) for row in rows), default=0)

    def percent(number: float) -> str:
        return place(number / largest if largest > 0 else 0)

    laid_out = [
        Bar(row[0], row[1], percent(row[1]), row[2], percent(row[2]))
        if len(row) > 2
        else Bar(row[0], row[1], percent(row[1]))
        for row in rows
    ]
    has_second = any(bar.second is not None for bar in laid_out)
    return Bars(
        laid_out,
        sum(bar.value for bar in laid_out),
        sum(bar.second or 0 for bar in laid_out) if has_second else None,
    )


def line(points: Sequence[tuple[Any, float]], language: str) -> Line:
    """
    Lay out points of `(day or label, number)`. Days keep their true distance; other labels stand evenly.
    The axis begins at zero.
    """
    if not points:
        return Line([], "", "", [], [], None, None)
    top = ceiling(max(number for _label, number in points))
    labels = [label for label, _number in points]
    under_the_axis = labels[:1] if len(labels) == 1 else [labels[0], labels[-1]]
    if all(isinstance(label, date) for label in labels):
        span = (labels[-1] - labels[0]).days or 1
        if span > 1:
            under_the_axis.insert(1, labels[0] + timedelta(days=span // 2))
        under_the_axis = [dates.day(label, language) for label in under_the_axis]
        places = [(label - labels[0]).days / span for label in labels]
        labels = [dates.day(label, language) for label in labels]
    else:
        places = [index / max(1, len(points) - 1) for index in range(len(points))]
    laid_out = [
        Point(label, number, place(x), place(1 - max(0, number) / top))
        for label, x, (_label, number) in zip(labels, places, points, strict=True)
    ]
    path = " ".join(f"{point.x},{point.y}" for point in laid_out)
    area = f"{laid_out[0].x},100 {path} {laid_out[-1].x},100"
    ticks = [
        Point(f"{top * step / 4:g}", top * step / 4, "0", place(1 - step / 4)) for step in (4, 3, 2, 1, 0)
    ]
    by_value = sorted(laid_out, key=lambda point: point.value)
    return Line(laid_out, path, area, ticks, under_the_axis, by_value[0], by_value[-1])
