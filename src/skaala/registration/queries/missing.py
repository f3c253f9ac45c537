"""Reading which municipalities take part, and which are missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import Count

from skaala.places.models import Membership, Municipality
from skaala.places.queries.municipalities import municipalities
from skaala.registration.models import Attendance
from skaala.series.models import Event, Series


class Part(StrEnum):
    """What part a municipality has in a series: somebody came from it, somebody has registered, or nobody."""

    CAME = "came"
    REGISTERED = "registered"
    MISSING = "missing"


@dataclass(frozen=True)
class Town:
    """One municipality with how many people of it have registered and have come."""

    place: Municipality
    registered: int
    came: int
    networks: frozenset[str]

    @property
    def part(self) -> Part:
        if self.came:
            return Part.CAME
        return Part.REGISTERED if self.registered else Part.MISSING


def towns(series: Series, events: Collection[Event], *, year: int) -> list[Town]:
    """
    Return every municipality of ``year`` with how many of it have registered for any of ``events``, and have come to any.

    Somebody from a municipality that has been joined to another since counts for the one it was joined to.
    """
    active = Attendance.objects.filter(
        event__in=[event.pk for event in events],
        registration__series=series,
        registration__cancelled_at__isnull=True,
        registration__municipality__isnull=False,
    ).exclude(state=Attendance.State.CANCELLED)
    people = Count("registration", distinct=True)
    by_town = active.order_by().values_list("registration__municipality")
    registered: dict[str, int] = dict(by_town.annotate(people))
    came: dict[str, int] = dict(
        by_town.filter(state=Attendance.State.CONFIRMED, arrival__isnull=False).annotate(people)
    )
    there = list(municipalities(year=year))
    codes = {place.pk for place in there}
    gone = Municipality.objects.exclude(pk__in=codes).filter(successor__in=codes)
    into = {code: str(successor) for code, successor in gone.values_list("pk", "successor")}
    registered, came = _with_those_joined(registered, into), _with_those_joined(came, into)
    member_of = _networks(year)
    return [
        Town(
            place,
            registered[place.pk],
            came[place.pk],
            frozenset(member_of.get(place.pk, ())),
        )
        for place in there
    ]


def _with_those_joined(counts: dict[str, int], into: dict[str, str]) -> Counter[str]:
    found: Counter[str] = Counter()
    for code, number in counts.items():
        found[into.get(code, code)] += number
    return found


def _networks(year: int) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    rows = Membership.objects.select_related("network")
    for row in rows:
        if (row.joined_year or 0) <= year and (row.left_year is None or row.left_year >= year):
            found.setdefault(row.municipality_id, set()).add(row.network.slug)
    return found


@dataclass(frozen=True)
class Coverage:
    """How many of some municipalities take part; the shares are of all of them."""

    label: str
    towns: int
    registered: int
    came: int

    @property
    def registered_percent(self) -> int:
        return round(100 * self.registered / self.towns) if self.towns else 0

    @property
    def came_percent(self) -> int:
        return round(100 * self.came / self.towns) if self.towns else 0


def coverage(label: str, of: Iterable[Town]) -> Coverage:
    """Return how many of these municipalities take part."""
    listed = list(of)
    return Coverage(
        label, len(listed), sum(bool(one.registered) for one in listed), sum(bool(one.came) for one in listed)
    )
