"""Why an action suits a municipality and whom it can ask: in data, for the words of the rooms above."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice

import numpy as np

from skaala.insight.distances import measure_kilometres
from skaala.insight.matching.recommendations import Reason, Recommender
from skaala.insight.votes import Floats

ROUNDING = 1e-9
OF_SIMILAR_SIZE = 20
PEER_RATIO = 2.0
"""A municipality of the same size has between half and twice as many residents."""
LEAST_PEERS = 3
NEAREST_IN_SIZE = 5
"""Compared with where fewer are of the same size than that."""
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
    """
    So many of so many have the action; ``of`` names the network, or is empty.

    The action's owner is not counted: it is its own, not taken up.
    """

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
        How many of the others of the same size, or, where there are none such, of the five nearest in size.
    has_peers
        Whether those are of the same size.
    networks
        How many of the other members of each network that the municipality belongs to, by name.
    nearest
        Who has it, nearest first, the owner too: it can be asked.
    recent
        How many took it up in the last two years; nothing where the dates are not known.
    reasons
        Which of its own actions speak for it.
    """

    all: Share
    similar_size: Share
    has_peers: bool
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

    def of_similar_size(self, municipality: str, *, without: str = "") -> tuple[list[str], bool]:
        """
        List the twenty closest in population of those with half to twice as many residents, and say that they are such.

        Where there are fewer than three, as for the largest city, list the five nearest in size whatever theirs.
        Distance is by ratio: 5,000 is as far from 10,000 as 10,000 from 20,000.

        Parameters
        ----------
        without
            One who is not compared, besides the municipality itself.

        Examples
        --------
        >>> sizes = {"Raahe": 24_000, "Akaa": 16_000, "Nokia": 35_000, "Imatra": 25_000, "Helsinki": 660_000}
        >>> around = Surroundings(Municipality(name, population) for name, population in sizes.items())
        >>> around.of_similar_size("Raahe")
        (['Imatra', 'Nokia', 'Akaa'], True)
        >>> around.of_similar_size("Helsinki")
        (['Nokia', 'Imatra', 'Raahe', 'Akaa'], False)
        """
        population = self.by_id[municipality].population if municipality in self.by_id else None
        if not population:
            return [], False
        sizes, ids = self._sizes
        far = np.abs(sizes - np.log(population))
        others = (
            place for place in np.argsort(far, kind="stable") if ids[place] not in {municipality, without}
        )
        order = list(islice(others, OF_SIMILAR_SIZE))
        peers = [ids[place] for place in order if far[place] <= math.log(PEER_RATIO) + ROUNDING]
        if len(peers) >= LEAST_PEERS:
            return peers, True
        return [ids[place] for place in order[:NEAREST_IN_SIZE]], False

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
    owner: str = "",
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
    owner
        Whose action it is: it can be asked, but has not taken it up, so no number has it in.
    """
    adoptions = recommender.adoptions
    here = surroundings.by_id.get(municipality, Municipality(municipality))
    ever, when = recommender.uptakes_of(action)
    doing = set(ever if running is None else running) - {municipality}
    adopters = doing - {owner}
    peers, has_peers = surroundings.of_similar_size(municipality, without=owner)

    def share(ids: Collection[str], of: str = "") -> Share:
        others = set(ids) - {municipality, owner}
        return Share(len(adopters & others), len(others), of)

    recent = None
    if now is not None and not np.isnan(when).all():
        others = np.array([who != owner for who in ever], dtype=bool)
        recent = int((others & (when > now - RECENT_YEARS) & (when <= now)).sum())
    return Explanation(
        all=share({*adoptions.municipalities, *surroundings.by_id}),
        similar_size=share(peers),
        has_peers=has_peers,
        networks=tuple(
            share(surroundings.members.get(network, frozenset()), network)
            for network in sorted(here.networks)
        ),
        nearest=tuple(surroundings.nearest(municipality, doing)),
        recent=recent,
        reasons=tuple(recommender.reasons(municipality, action)),
        conditions=check_conditions(needs, here.conditions),
    )
