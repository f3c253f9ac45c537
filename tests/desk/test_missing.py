"""Missing municipalities: municipalities on the map, in figures, in the list and in its file."""

from __future__ import annotations

import uuid

import pytest

from skaala.places.models import Municipality
from skaala.places.queries import shapes
from skaala.registration import operations
from skaala.registration.models import Attendance
from skaala.registration.queries.missing import towns
from tests import cast

PAGE = "/en/desk/series/spring/missing/"


@pytest.fixture
def series(desk):
    """Two of Akaa, of whom one came; one of Espoo at the other event, for pioneers."""
    series = cast.a_series()
    first = cast.an_event(series, 1, perspective="receiver")
    second = cast.an_event(series, 2, perspective="pioneer")
    akaa = cast.a_registration(series, first)
    cast.a_registration(series, first, email="b@example.org")
    espoo = Municipality.objects.get(code="049")
    cast.a_registration(series, second, email="c@example.org", municipality=espoo)
    cast.a_registration(series, first, email="d@example.org", organisation_kind="company", organisation="Oy")
    attendance = Attendance.objects.get(registration=akaa)
    operations.note_arrival(
        event=first, attendance_id=attendance.pk, mark_id=uuid.uuid4(), how="desk", now=first.start
    )
    return series


def parts(series, *events) -> dict[str, tuple[int, int]]:
    found = towns(series, events or list(series.events.all()), year=2023)
    assert len(found) == 309
    return {town.place.pk: (town.registered, town.came) for town in found if town.registered}


def test_people_are_counted_by_municipality_and_event(series):
    _first, second = series.events.all()
    assert parts(series) == {"020": (2, 1), "049": (1, 0)}
    assert parts(series, second) == {"049": (1, 0)}


def test_one_of_a_municipality_that_is_gone_counts_for_its_successor(series):
    gone = Municipality.objects.exclude(valid_until=None).first()
    cast.a_registration(series, email="e@example.org", municipality=gone)
    found = towns(series, list(series.events.all()), year=gone.valid_until + 1)
    assert gone.pk not in {town.place.pk for town in found}
    assert next(town.registered for town in found if town.place.pk == gone.successor_id) == 1


def listed(desk, **query) -> list[str]:
    return [town.place.name.get("fi") for town in desk.get(PAGE, query).context["listed"]]


def test_the_list_says_who_is_missing_by_event_perspective_region_size_and_network(desk, series):
    everybody_else = listed(desk)
    assert len(everybody_else) == 308 - 2 and "Akaa" not in everybody_else  # without Pertunmaa from 2026 on
    assert listed(desk, part="came") == ["Akaa"] and listed(desk, part="registered") == ["Espoo"]
    assert listed(desk, part="registered", event="for-pioneer") == ["Espoo"]
    assert "Espoo" in listed(desk, event="workshop-1") and "Akaa" not in listed(desk, event="workshop-1")
    region = Municipality.objects.get(code="020").region_id
    within = set(listed(desk, region=region, part="all"))
    assert within == {
        place.name.get("fi") for place in Municipality.objects.filter(region=region, valid_until=None)
    }
    assert len(listed(desk, network="fisu", part="all")) == 11
    assert all(
        Municipality.objects.get(name__fi=name).population >= 50_000 for name in listed(desk, size="large")
    )
    assert listed(desk, region="nowhere") == everybody_else


def test_coverage_by_region_size_and_network_adds_up(desk, series):
    context = desk.get(PAGE).context
    regions, sizes, networks = (table["rows"] for table in context["tables"])
    for rows in (regions, sizes):
        assert sum(row.towns for row in rows) == context["total"].towns == 308
        assert (sum(row.registered for row in rows), sum(row.came for row in rows)) == (2, 1)
    assert [(row.towns, row.registered) for row in networks] == [(11, 0)]


def test_the_map_draws_each_municipality_once_by_what_part_it_has(desk, series):
    drawn = shapes.shapes()
    assert set(drawn) == set(Municipality.objects.values_list("pk", flat=True))
    assert all(shape.startswith("M") and shape.endswith("z") for shape in drawn.values())
    page = desk.get(PAGE)
    layers = {
        layer["name"]: [town.place.pk for _shape, town in layer["shapes"]] for layer in page.context["layers"]
    }
    assert (layers["came"], layers["registered"], len(layers["missing"])) == (["020"], ["049"], 306)
    drawn_map = page.content.decode().partition('class="map-drawn"')[2].partition("</svg>")[0]
    assert drawn_map.count("<path d=") == 308
    outside = desk.get(PAGE, {"region": "01"}).context["layers"]
    assert "020" in {
        town.place.pk for layer in outside if layer["name"] == "out" for _s, town in layer["shapes"]
    }


def test_the_file_has_what_the_list_has(desk, series):
    file = desk.get(f"{PAGE}export/", {"part": "came", "as": "csv"}).content.decode("utf-8-sig")
    assert file.splitlines()[1].startswith("020;Akaa;") and file.splitlines()[1].endswith(";2;1")
    assert len(desk.get(f"{PAGE}export/", {"as": "csv"}).content.splitlines()) == 307


def test_nobody_is_called_missing_once_the_people_have_been_forgotten(desk, series):
    operations.forget_people(series=series, now=cast.TODAY)
    page = desk.get(PAGE)
    assert "This is no longer known" in page.content.decode() and b"Espoo" not in page.content
    assert desk.get(f"{PAGE}export/", {"as": "csv"})["Location"] == PAGE


def test_it_takes_few_queries_and_works_without_anybody(desk, count_queries):
    cast.a_series("spring")
    assert count_queries(PAGE) <= 18  # two of them ask what the account may do here
