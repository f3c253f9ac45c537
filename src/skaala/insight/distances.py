"""Distances along the surface of the earth; light, because pages measure too: it loads no numpy."""

from __future__ import annotations

import math

EARTH_RADIUS_KM = 6371.0


def measure_kilometres(latitude: float, longitude: float, to_latitude: float, to_longitude: float) -> float:
    """
    Measure the distance between two points on the globe along its surface, by the haversine formula.

    Examples
    --------
    >>> round(measure_kilometres(60.17, 24.94, 65.01, 25.47))  # Helsinki to Oulu
    539
    """
    first, second = math.radians(latitude), math.radians(to_latitude)
    height = math.sin((second - first) / 2) ** 2
    width = math.cos(first) * math.cos(second) * math.sin(math.radians(to_longitude - longitude) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(math.sqrt(min(height + width, 1.0)))
