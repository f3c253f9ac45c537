"""What an action needs of a municipality, and what is known about it from public figures."""

from __future__ import annotations

from collections.abc import Iterable

from skaala.places.rules.sizes import LARGE_FROM, SMALL_BELOW

NEEDS = (
    "medium_town",
    "large_town",
    "urban",
    "countryside",
    "district_heating",
    "waterfront",
    "coast",
    "ferry",
    "railway",
    "industry",
)
"""The conditions that are asked for often; what else an action needs is told in its own words."""
SHORE_FROM, FERRY_FROM = 5.0, 20.0
"""Square kilometres of fresh water: from so many there is surely a shore; below so many and without a sea, no ferry."""


def known_conditions(
    *, population: int, urban_rural: str, sea: float | None = None, lakes: float | None = None
) -> dict[str, bool]:
    """
    Return which conditions a municipality meets, as far as its figures say; the others are not known, and not a no.

    :param sea, lakes: square kilometres of sea and of fresh water, where they are known

    >>> known_conditions(population=24_000, urban_rural="semi-urban")
    {'medium_town': True, 'large_town': False, 'urban': False, 'countryside': True}
    >>> known_conditions(population=2_500, urban_rural="rural", sea=0, lakes=65)["coast"]
    False
    """
    known = {
        "medium_town": population >= SMALL_BELOW,
        "large_town": population >= LARGE_FROM,
        "urban": urban_rural == "urban",
        "countryside": urban_rural != "urban",
    }
    return known if sea is None or lakes is None else known | _by_the_water(sea, lakes)


def _by_the_water(sea: float, lakes: float) -> dict[str, bool]:
    """
    Return what follows from the waters. Small ones leave a shore open; whether ferries run is known only where none can.

    >>> _by_the_water(0, 65), _by_the_water(860, 13), _by_the_water(0, 3)
    ({'coast': False, 'waterfront': True}, {'coast': True, 'waterfront': True}, {'coast': False, 'ferry': False})
    """
    found = {"coast": sea > 0}
    if sea > 0 or lakes >= SHORE_FROM:
        found["waterfront"] = True
    if sea == 0 and lakes < FERRY_FROM:
        found["ferry"] = False
    return found


def lacks(needs: Iterable[str], known: dict[str, bool]) -> list[str]:
    """
    Return what of the needs is known not to be met.

    >>> lacks(["large_town", "railway"], known_conditions(population=900, urban_rural="rural"))
    ['large_town']
    """
    return [need for need in needs if known.get(need) is False]
