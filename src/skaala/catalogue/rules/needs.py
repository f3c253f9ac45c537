"""What an action needs of a municipality, and what is known about it from public figures."""

from __future__ import annotations

from collections.abc import Iterable

from skaala.places.rules.sizes import LARGE_FROM, SMALL_BELOW

NEEDS = ("medium_town", "large_town", "urban", "countryside", "district_heating", "waterfront", "railway")
"""The conditions that are asked for often; what else an action needs is told in its own words."""


def known_conditions(*, population: int, urban_rural: str) -> dict[str, bool]:
    """
    Return which conditions a municipality meets, as far as its figures say; the others are not known, and not a no.

    >>> known_conditions(population=24_000, urban_rural="semi-urban")
    {'medium_town': True, 'large_town': False, 'urban': False, 'countryside': True}
    """
    return {
        "medium_town": population >= SMALL_BELOW,
        "large_town": population >= LARGE_FROM,
        "urban": urban_rural == "urban",
        "countryside": urban_rural != "urban",
    }


def lacks(needs: Iterable[str], known: dict[str, bool]) -> list[str]:
    """
    Return what of the needs is known not to be met.

    >>> lacks(["large_town", "railway"], known_conditions(population=900, urban_rural="rural"))
    ['large_town']
    """
    return [need for need in needs if known.get(need) is False]
