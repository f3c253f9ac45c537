"""The facts about places that the project holds."""

from __future__ import annotations

import pytest

from skaala.places import operations, queries
from skaala.places.models import Membership, Municipality, Network, Region
from skaala.places.rules import size_class

pytestmark = pytest.mark.django_db


def test_all_309_municipalities_of_2023_and_308_from_2025():
    assert queries.municipalities(year=2023).count() == 309
    assert queries.municipalities(year=2024).count() == 309
    assert queries.municipalities(year=2025).count() == 308
    pertunmaa = Municipality.objects.get(code="588")
    assert (str(pertunmaa.name), pertunmaa.valid_until, pertunmaa.successor.name.fi) == (
        "Pertunmaa",
        2024,
        "Mäntyharju",
    )


def test_the_figures_add_up():
    towns = Municipality.objects.all()
    assert sum(town.population for town in towns) == 5_563_970
    assert round(sum(town.land_km2 for town in towns)) == 303_963
    assert Region.objects.count() == 19
    languages = [town.language for town in towns]
    assert [languages.count(code) for code in ("fi", "sv", "fi-sv", "sv-fi")] == [260, 16, 18, 15]
    classes = [town.urban_rural for town in towns]
    assert [classes.count(name) for name in ("urban", "semi-urban", "rural")] == [59, 63, 187]
    assert all(59 < town.centre_lat < 71 and 19 < town.centre_lon < 32 for town in towns)


def test_networks_have_dated_members_and_an_unknown_list_is_not_shown_as_one():
    fisu, hinku = Network.objects.get(slug="fisu"), Network.objects.get(slug="hinku")
    assert (fisu.members.count(), fisu.members_known) == (11, True)
    assert fisu.memberships.get(municipality="853").joined_year == 2015
    assert (hinku.members.count(), hinku.members_known) == (0, False)


def test_loading_twice_changes_nothing():
    before = (Municipality.objects.count(), Membership.objects.count())
    operations.load_facts()
    assert (Municipality.objects.count(), Membership.objects.count()) == before


@pytest.mark.parametrize(
    ("typed", "code"),
    [("Espoo", "049"), ("esbo", "049"), ("  ESPOO ", "049"), ("Espoo (Esbo)", "049"), ("049", "049"), ("Pedersören kunta", "599"),
     ("Akaa", "020"), ("Tukholma", None), ("", None), ("Pertunmaa", None)],
)  # fmt: skip
def test_finding_what_somebody_typed(typed, code):
    found = queries.find_municipality(typed, year=2027)
    assert (found.code if found else None) == code


def test_a_slip_of_the_pen_gets_a_hint():
    assert queries.similar_municipalities("Helsingi", year=2027) == ["Helsinki (Helsingfors)"]


@pytest.mark.parametrize(
    ("population", "size"),
    [(111, "small"), (9_999, "small"), (10_000, "medium"), (49_999, "medium"), (50_000, "large")],
)
def test_size_classes(population, size):
    assert size_class(population) == size
