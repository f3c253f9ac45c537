"""Reading places."""

from __future__ import annotations

import copy
import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from django.db.models import Q, QuerySet

from skaala.places.models import Membership, Municipality, Network, Region
from skaala.places.rules import names as rules
from skaala.places.rules.facts import facts
from skaala.places.rules.names import folded as _folded
from skaala.ui.texts import Texts


@dataclass(frozen=True)
class Merged:
    """A municipality that has become part of another. ``since`` is the first year of that; both names as people see them."""

    name: str
    since: int
    successor: str


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
    """
    Return the municipality that ``text`` names in Finnish or Swedish, as people write it; else None.

    By its name, its label or its code, with its kind (“Turun kaupunki”, “Åbo stad”), or with both names (“Turku / Åbo”).
    """
    by_name = _by_name(year)
    found = by_name.get(_folded(text))
    if found is None:
        read = [_read_part(part, by_name, year) for part in rules.parts(text)]
        found = read[0] if read and all(one is not None and one == read[0] for one in read) else None
    if found is None:
        found = _by_plain_name(year).get(rules.plain(_folded(text)))
    # A copy, since what is read once is shared by all threads.
    return copy.copy(found) if found is not None else None


def merged_municipality(text: str, *, year: int) -> Merged | None:
    """Return the former municipality that ``text`` names, and which one it is part of in ``year``; None if it names none."""
    for part in rules.parts(text):
        bare, form = rules.without_kind(part)
        for one in _merged(year):
            known = {_folded(name) for name in one.names}
            if part in known or bare in known or (form and any(bare in _forms(name, form) for name in known)):
                return one.merged
    return None


def similar_municipalities(text: str, *, year: int) -> list[str]:
    """Return up to three names that are spelled nearly like ``text``, for a hint beside an error."""
    names = {name: label for _, label, names in _labels(year) for name in names}
    found = difflib.get_close_matches(_folded(text), list(names), n=3, cutoff=0.7)
    return list(dict.fromkeys(names[name] for name in found))


def municipality_with_successor(code: str) -> Municipality | None:
    """Return the municipality of a code, also a former one, with its region and the one it has become part of."""
    return Municipality.objects.select_related("region", "successor").filter(pk=code).first()


def region_names() -> dict[str, Texts]:
    """Return the name of each region by its code."""
    return dict(Region.objects.values_list("code", "name"))


def networks() -> QuerySet[Network]:
    """Return all networks."""
    return Network.objects.all()


def networks_with_members() -> QuerySet[Network]:
    """Return the networks that have members now."""
    current = Membership.objects.filter(left_year__isnull=True)
    return Network.objects.filter(pk__in=current.values("network"))


def networks_of(municipality: Municipality) -> QuerySet[Network]:
    """Return the networks of which a municipality is a member now."""
    current = municipality.memberships.filter(left_year__isnull=True)
    return Network.objects.filter(pk__in=current.values("network"))


def members_of(network: str) -> QuerySet[Municipality]:
    """Return those who are members now of the network with this slug."""
    current = Membership.objects.filter(network__slug=network, left_year__isnull=True)
    return Municipality.objects.filter(pk__in=current.values("municipality"))


def _read_part(part: str, by_name: dict[str, Municipality], year: int) -> Municipality | None:
    """Return which municipality one name means, with its kind and in the form that goes with it."""
    if part in by_name:
        return by_name[part]
    bare, form = rules.without_kind(part)
    return by_name.get(bare) or (_by_form(form, year).get(bare) if form else None)


def _forms(name: str, form: str) -> frozenset[str]:
    return rules.finnish_genitives(name) if form == "fi" else frozenset({rules.swedish_genitive(name)})


@cache
def _by_form(form: str, year: int) -> dict[str, Municipality]:
    """Each municipality by the forms of its Finnish or Swedish name that stand before its kind."""
    found: dict[str, Municipality] = {}
    for place, _label, _names in _labels(year):
        for one in _forms(_folded(place.name.get(form)), form):
            found.setdefault(one, place)
    return found


@dataclass(frozen=True)
class _Former:
    names: tuple[str, ...]
    merged: Merged


def _merged(year: int) -> Iterator[_Former]:
    """Yield the former municipalities: those of the project's list, and those of the table whose last year is over."""
    labels = {label_names: label for _place, label, names in _labels(year) for label_names in names}
    for row in facts("merged.tsv"):
        successor = labels.get(_folded(row["into"]), row["into"])
        yield _Former(
            tuple(filter(None, (row["fi"], row["sv"]))), Merged(row["fi"], int(row["year"]), successor)
        )
    gone = Municipality.objects.filter(valid_until__lt=year, successor__isnull=False)
    for one in gone.select_related("successor"):
        if one.successor is None or one.valid_until is None:
            continue
        successor = labels.get(_folded(one.successor.name.get("fi")), one.successor.name.get("fi"))
        names = tuple(dict.fromkeys(filter(None, (one.name.get("fi"), one.name.get("sv")))))
        yield _Former(names, Merged(one.name.get("fi"), one.valid_until + 1, successor))


# The facts change only with a new version of the program, so one reading a process and year is enough.
_named: dict[int, dict[str, Municipality]] = {}
_read: dict[int, list[tuple[Municipality, str, frozenset[str]]]] = {}


def _labels(year: int) -> list[tuple[Municipality, str, frozenset[str]]]:
    if _read.get(year):
        return _read[year]
    found: list[tuple[Municipality, str, frozenset[str]]] = []
    for place in municipalities(year=year):
        fi, sv = place.name.get("fi"), place.name.get("sv")
        label = fi if fi == sv else (f"{sv} ({fi})" if place.language.startswith("sv") else f"{fi} ({sv})")
        found.append((place, label, frozenset({_folded(fi), _folded(sv)})))
    alphabet = {letter: place for place, letter in enumerate("abcdefghijklmnopqrstuvwxyzåäö")}
    found.sort(key=lambda row: [alphabet.get(letter, -1) for letter in row[1].casefold()])
    _read[year] = found
    return found


def _by_plain_name(year: int) -> dict[str, Municipality]:
    """Each municipality by its names as keyboards without ä, ö and å write them; a name that would be two's is left out."""
    found: dict[str, Municipality | None] = {}
    for place, _label, names in _labels(year):
        for name in {rules.plain(name) for name in names}:
            found[name] = place if found.get(name, place) == place else None
    return {name: place for name, place in found.items() if place is not None}


def _by_name(year: int) -> dict[str, Municipality]:
    """Each municipality by its code, its label and its names; where two share a name, the first in order has it."""
    if not _named.get(year):
        found: dict[str, Municipality] = {}
        for place, label, names in _labels(year):
            for name in (place.code, _folded(label), *sorted(names)):
                found.setdefault(name, place)
        _named[year] = found
    return _named[year]
