"""Why an action suits a municipality and whom it can ask: in data, for the words of the rooms above."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from skaala.insight.matching.recommendations import Reason, Recommender
from skaala.insight.votes import Floats

EARTH_RADIUS_KM = 6371.0
OF_SIMILAR_SIZE = 20
NEAREST = 3
RECENT_YEARS = 2.0


@dataclass(frozen=True)
class Municipality:
    """
    What is known of a municipality; whatever is not known stays away.

    Attributes
    ----------
    networks
        Ids of the networks that it belongs to.
    conditions
        Condition → whether it is met there, such as ``{"district heating": False}``.
    """

    id: str
    population: int | None = None
    latitude: float | None = None
    longitude: float | None = None
    networks: frozenset[str] = frozenset()
    conditions: Mapping[str, bool] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many have the action; ``of`` names the network, or is empty."""

    adopters: int
    out_of: int
    of: str = ""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A municipality that has the action, and how far away it is."""

    municipality: str
    kilometres: float


@dataclass(frozen=True, slots=True)
class Conditions:
    """What an action needs: met, not met, and not known, each sorted."""

    met: tuple[str, ...]
    unmet: tuple[str, ...]
    unknown: tuple[str, ...]


@dataclass(frozen=True)
class Explanation:
    """
    Why an action is shown to a municipality.

    Attributes
    ----------
    all
        How many of all municipalities have it.
    similar_size
        How many of the twenty others closest in population.
    networks
        How many of the other members of each network that the municipality belongs to, by name.
    nearest
        Who has it, nearest first.
    recent
        How many took it up in the last two years; nothing where the dates are not known.
    reasons
        Which of its own actions speak for it.
    """

    all: Share
    similar_size: Share
    networks: tuple[Share, ...]
    nearest: tuple[Neighbour, ...]
    recent: int | None
    reasons: tuple[Reason, ...]
    conditions: Conditions


class Surroundings:
    """Municipalities made ready to be compared; built once, asked often."""

    def __init__(self, municipalities: Iterable[Municipality]) -> None:
        self.municipalities = tuple(sorted(municipalities, key=lambda one: one.id))
        self.by_id = {one.id: one for one in self.municipalities}

    @cached_property
    def members(self) -> dict[str, frozenset[str]]:
        """Return the members of each network."""
        found: dict[str, set[str]] = {}
        for one in self.municipalities:
            for network in one.networks:
                found.setdefault(network, set()).add(one.id)
        return {network: frozenset(ids) for network, ids in found.items()}

    @cached_property
    def _sizes(self) -> tuple[Floats, list[str]]:
        known = [one for one in self.municipalities if one.population]
        return np.log([float(one.population or 1) for one in known]), [one.id for one in known]

    def of_similar_size(self, municipality: str) -> list[str]:
        """
        List the others closest in population, by ratio: 5,000 is as far from 10,000 as 10,000 from 20,000.

        Examples
        --------
        >>> sizes = {"Raahe": 24_000, "Utajärvi": 2_600, "Helsinki": 660_000}
        >>> around = Surroundings(Municipality(name, population) for name, population in sizes.items())
        >>> around.of_similar_size("Raahe")
        ['Utajärvi', 'Helsinki']
        """
        population = self.by_id[municipality].population if municipality in self.by_id else None
        if not population:
            return []
        sizes, ids = self._sizes
        order = np.argsort(np.abs(sizes - np.log(population)), kind="stable")[: OF_SIMILAR_SIZE + 1]
        return [ids[place] for place in order if ids[place] != municipality][:OF_SIMILAR_SIZE]

    def nearest(self, municipality: str, among: Collection[str], *, count: int = NEAREST) -> list[Neighbour]:
        """List those of some municipalities that are nearest to one; those without a place are left out."""
        here = self.by_id.get(municipality)
        if here is None or here.latitude is None or here.longitude is None:
            return []
        others = [
            other
            for name in sorted(among)
            if (other := self.by_id.get(name)) is not None and other.id != municipality
        ]
        found = [
            Neighbour(
                other.id,
                measure_kilometres(here.latitude, here.longitude, other.latitude, other.longitude),
            )
            for other in others
            if other.latitude is not None and other.longitude is not None
        ]
        return sorted(found, key=lambda one: (one.kilometres, one.municipality))[:count]


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


def check_conditions(needs: Iterable[str], known: Mapping[str, bool]) -> Conditions:
    """
    Check what an action needs against what is known of a municipality. What is not known is never taken for a no.

    Examples
    --------
    >>> check_conditions(["harbour", "district heating", "coast"], {"harbour": True, "district heating": False})
    Conditions(met=('harbour',), unmet=('district heating',), unknown=('coast',))
    """
    asked = sorted(set(needs))
    return Conditions(
        met=tuple(need for need in asked if known.get(need) is True),
        unmet=tuple(need for need in asked if known.get(need) is False),
        unknown=tuple(need for need in asked if need not in known),
    )


def explain(
    recommender: Recommender,
    surroundings: Surroundings,
    municipality: str,
    action: str,
    *,
    needs: Iterable[str] = (),
    now: float | None = None,
    running: Collection[str] | None = None,
) -> Explanation:
    """
    Explain an action to a municipality.

    Parameters
    ----------
    needs
        The conditions that the action needs.
    now
        The year as a number; recent uptake is counted back from it.
    running
        Who has the action today, where some have stopped: only they are counted and can be asked. Otherwise all who
        ever took it up.
    """
    adoptions = recommender.adoptions
    here = surroundings.by_id.get(municipality, Municipality(municipality))
    ever, when = recommender.uptakes_of(action)
    adopters = set(ever if running is None else running) - {municipality}

    def share(ids: Collection[str], of: str = "") -> Share:
        others = set(ids) - {municipality}
        return Share(len(adopters & others), len(others), of)

    recent = None
    if now is not None and not np.isnan(when).all():
        recent = int(((when > now - RECENT_YEARS) & (when <= now)).sum())
    return Explanation(
        all=share({*adoptions.municipalities, *surroundings.by_id}),
        similar_size=share(surroundings.of_similar_size(municipality)),
        networks=tuple(
            share(surroundings.members.get(network, frozenset()), network)
            for network in sorted(here.networks)
        ),
        nearest=tuple(surroundings.nearest(municipality, adopters)),
        recent=recent,
        reasons=tuple(recommender.reasons(municipality, action)),
        conditions=check_conditions(needs, here.conditions),
    )
