"""Reading places."""

from __future__ import annotations

import copy
import difflib

from django.db.models import Q, QuerySet

from skaala.places.models import Municipality, Network, Region
from skaala.ui.texts import Texts


def municipalities(*, year: int) -> QuerySet[Municipality]:
    """Return the municipalities that exist in ``year`` with their regions; the earliest year held is 2023."""
    year = max(year, 2023)
    return (
        Municipality.objects.filter(valid_from__lte=year)
        .filter(Q(valid_until__isnull=True) | Q(valid_until__gte=year))
        .select_related("region")
    )


def municipality_choices(*, year: int) -> list[tuple[str, str]]:
    """Return code and label of each municipality of ``year``, in Finnish order; both names where they differ."""
    return [(place.code, label) for place, label, _ in _labels(year)]


def find_municipality(text: str, *, year: int) -> Municipality | None:
    """Return the municipality that ``text`` names in Finnish or Swedish, by its label or its code; else None."""
    found = _by_name(year).get(_folded(text))
    # A copy, since what is read once is shared by all threads.
    return copy.copy(found) if found is not None else None


def similar_municipalities(text: str, *, year: int) -> list[str]:
    """Return up to three names that are spelled nearly like ``text``, for a hint beside an error."""
    names = {name: label for _, label, names in _labels(year) for name in names}
    found = difflib.get_close_matches(_folded(text), list(names), n=3, cutoff=0.7)
    return list(dict.fromkeys(names[name] for name in found))


def region_names() -> dict[str, Texts]:
    """Return the name of each region by its code."""
    return dict(Region.objects.values_list("code", "name"))


def networks() -> QuerySet[Network]:
    """Return all networks."""
    return Network.objects.all()


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


# The facts change only with a new version of the program, so one reading a process and year is enough.
_named: dict[int, dict[str, Municipality]] = {}
_read: dict[int, list[tuple[Municipality, str, frozenset[str]]]] = {}


def _labels(year: int) -> list[tuple[Municipality, str, frozenset[str]]]:
    if _read.get(year):
        return _read[year]
    found: list[tuple[Municipality, str, frozenset[str]]] = []
    for place in municipalities(year=year):
        fi, sv = place.name.fi, place.name.sv
        label = fi if fi == sv else (f"{sv} ({fi})" if place.language.startswith("sv") else f"{fi} ({sv})")
        found.append((place, label, frozenset({_folded(fi), _folded(sv)})))
    alphabet = {letter: place for place, letter in enumerate("abcdefghijklmnopqrstuvwxyzåäö")}
    found.sort(key=lambda row: [alphabet.get(letter, -1) for letter in row[1].casefold()])
    _read[year] = found
    return found


def _by_name(year: int) -> dict[str, Municipality]:
    """Each municipality by its code, its label and its names; where two share a name, the first in order has it."""
    if not _named.get(year):
        found: dict[str, Municipality] = {}
        for place, label, names in _labels(year):
            for name in (place.code, _folded(label), *sorted(names)):
                found.setdefault(name, place)
        _named[year] = found
    return _named[year]
