"""The facts about places that the project holds."""

from __future__ import annotations

import pytest

from skaala.places import operations
from skaala.places.models import Membership, Municipality, Network, Region
from skaala.places.queries import municipalities as queries
from skaala.places.rules.facts import facts
from skaala.places.rules.names import finnish_genitives, folded
from skaala.places.rules.sizes import size_class

pytestmark = pytest.mark.django_db


def test_all_309_municipalities_of_2023_and_308_from_2025():
    assert queries.municipalities(year=2023).count() == 309
    assert queries.municipalities(year=2024).count() == 309
    assert queries.municipalities(year=2025).count() == 308
    pertunmaa = Municipality.objects.get(code="588")
    assert (str(pertunmaa.name), pertunmaa.valid_until, pertunmaa.successor.name.get("fi")) == (
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
     ("Akaa", "020"), ("Turun kaupunki", "853"), ("Turku / Åbo", "853"), ("Turku - Åbo", "853"), ("Åbo (Turku)", "853"),
     ("Åbo stad", "853"), ("FI-853", "853"), ("Turku (Åbo stad)", "853"), ("City of Turku", "853"), ("Askolan kunta", "018"),
     ("Korsholms kommun", "499"), ("Mänttä-Vilppula", "508"), ("Uudenkaupungin kaupunki", "895"), ("Virtain kaupunki", "936"),
     ("Mariehamns stad", "478"), ("Vöyrin kunta", "946"), ("Turku / Espoo", None), ("kaupunki", None), ("Turun", None), ("/", None),
     ("Tukholma", None), ("", None), ("Pertunmaa", None)],
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


@pytest.mark.parametrize(
    ("typed", "name", "since", "successor"),
    [
        ("Pertunmaa", "Pertunmaa", 2025, "Mäntyharju"),
        ("honkajoki", "Honkajoki", 2021, "Kankaanpää"),
        ("Honkajoen kunta", "Honkajoki", 2021, "Kankaanpää"),
        ("Ekenäs stad", "Tammisaari", 2009, "Raseborg (Raasepori)"),
        ("Nagu", "Nauvo", 2009, "Pargas (Parainen)"),
    ],
)
def test_a_former_municipality_names_its_successor(typed, name, since, successor):
    found = queries.merged_municipality(typed, year=2027)
    assert found is not None and (found.name, found.since) == (name, since)
    assert set(successor.strip(")").split(" (")) == set(found.successor.strip(")").split(" ("))


def test_former_municipalities_lead_to_municipalities_and_are_none_themselves():
    assert queries.merged_municipality("Pertunmaa", year=2024) is None
    assert (
        queries.merged_municipality("Turku", year=2027) is queries.merged_municipality("", year=2027) is None
    )
    rows = list(facts("merged.tsv"))
    assert len(rows) > 130 and len({row["fi"] for row in rows}) == len(rows)
    assert [row["into"] for row in rows if queries.find_municipality(row["into"], year=2027) is None] == []
    today = [
        name
        for row in rows
        for name in (row["fi"], row["sv"])
        if name and queries.find_municipality(name, year=2027)
    ]
    assert today == []


def test_the_genitive_of_each_name_means_one_municipality():
    forms: dict[str, set[str]] = {}
    for place in queries.municipalities(year=2027):
        for form in finnish_genitives(folded(place.name.get("fi"))):
            forms.setdefault(form, set()).add(place.code)
    assert {form: codes for form, codes in forms.items() if len(codes) > 1} == {}
