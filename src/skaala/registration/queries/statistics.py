"""Counts of registrations: by day, by region, by size of municipality."""

from __future__ import annotations

from datetime import date

from django.db.models import Count
from django.db.models.functions import TruncDate

from skaala.places.models import Municipality
from skaala.registration.queries.registrations import active_registrations
from skaala.series.models import Series

SIZE_CLASSES = ("small", "medium", "large")


def registrations_by_day(series: Series) -> list[tuple[date, int]]:
    """Return how many active registrations were made on each day that had any, in the series' time zone."""
    return list(
        active_registrations(series)
        .order_by()
        .annotate(day=TruncDate("created_at", tzinfo=series.zone))
        .values_list("day")
        .annotate(Count("id"))
        .order_by("day")
    )


def registrations_so_far(series: Series) -> list[tuple[date, int]]:
    """Return how many active registrations there were in all at the end of each day that brought any."""
    total, found = 0, []
    for day, count in registrations_by_day(series):
        total += count
        found.append((day, total))
    return found


def registrations_by_region(series: Series) -> list[tuple[str, int]]:
    """Return code of region and number of people, the largest first; people without a municipality are left out."""
    return list(
        active_registrations(series)
        .exclude(municipality=None)
        .order_by()
        .values_list("municipality__region")
        .annotate(count=Count("id"))
        .order_by("-count", "municipality__region")
    )


def registrations_by_size_class(series: Series) -> dict[str, tuple[int, int]]:
    """Return, for each size class, the number of people and of different municipalities."""
    people = dict.fromkeys(SIZE_CLASSES, 0)
    towns: dict[str, set[str]] = {size: set() for size in SIZE_CLASSES}
    rows = (
        active_registrations(series)
        .exclude(municipality=None)
        .order_by()
        .values_list("municipality")
        .annotate(Count("id"))
    )
    places = Municipality.objects.in_bulk([code for code, _ in rows])
    for code, count in rows:
        size = places[code].size_class
        people[size] += count
        towns[size].add(code)
    return {size: (people[size], len(towns[size])) for size in SIZE_CLASSES}


def municipality_count(series: Series) -> int:
    """Return how many different municipalities take part."""
    return active_registrations(series).exclude(municipality=None).values("municipality").distinct().count()
