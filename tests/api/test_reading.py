"""What programs read: what is public without a key, the rest by scope, and nothing of other organisations."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.utils import timezone

from skaala.api.document import document, operations
from skaala.api.messages import OPERATIONS
from skaala.people.operations import set_host
from skaala.people.rules import Scope
from tests import cast
from tests.api.conftest import Program

pytestmark = pytest.mark.django_db


def slugs(answer) -> list[str]:
    return [one["slug"] for one in answer.json()["items"]]


def test_without_a_key_there_are_no_drafts(anybody, make_key):
    cast.a_series()
    cast.an_event(cast.a_series("secret", status="draft"))
    cast.a_series("theirs", status="draft", tenant=cast.a_tenant("other"))
    assert slugs(anybody.get("series")) == ["spring"]
    assert slugs(Program(make_key(Scope.REGISTRATIONS_READ)).get("series")) == ["spring"]
    program = Program(make_key(Scope.SERIES_READ))
    assert slugs(program.get("series")) == ["spring", "secret"]
    for path in ("series/secret", "series/secret/events", "series/secret/events/workshop-1"):
        assert (anybody.get(path).status_code, program.get(path).status_code) == (404, 200), path
    assert program.get("series/theirs").status_code == 404


def paths_of(series: str) -> list[tuple[str, str]]:
    """Each address about a series that is read, filled in, with its operation."""
    fill = {
        "series": series,
        "event": "workshop-1",
        "registration": "3f0c8a52-9d5e-4b7b-9a51-2f6f1c3a7d10",
    }
    return [
        (operation["operationId"], path.removeprefix("/api/v1/").format_map(fill))
        for path, method, operation in operations(document())
        if "{series}" in path and method == "get"
    ]


def test_what_is_another_organisation_s_is_not_even_said_to_exist(make_key):
    """A draft of another organisation at every address, and what is not public of its public series."""
    other = cast.a_tenant("other")
    for slug, status in (("draft", "draft"), ("public", "published")):
        cast.an_event(cast.a_series(slug, status=status, tenant=other))
    program = Program(make_key())
    for operation, path in paths_of("draft"):
        assert program.get(path).status_code == 404, operation
    for operation, path in paths_of("public"):
        if OPERATIONS[operation].scope:
            assert program.get(path).status_code == 404, operation


def test_a_key_of_one_series_opens_no_other(make_key):
    spring, autumn = cast.a_series(status="draft"), cast.a_series("autumn", status="draft")
    for series in (spring, autumn):
        cast.an_event(series)
    program = Program(make_key(series=spring))
    assert slugs(program.get("series")) == ["spring"]
    for operation, path in paths_of("autumn"):
        assert program.get(path).status_code == 404, operation


def test_a_scope_that_is_missing_is_named(anybody, make_key):
    """The table of operations says the same as the views do."""
    cast.an_event(cast.a_series())
    for operation, path in paths_of("spring"):
        needed = OPERATIONS[operation].scope
        if needed is None:
            assert anybody.get(path).status_code != 401, operation
            continue
        assert anybody.get(path).status_code == 401, operation
        refused = Program(make_key(*(scope for scope in Scope if scope != needed))).get(path)
        assert refused.status_code == 403, operation
        assert needed.value in refused.json()["detail"]
        assert Program(make_key(needed)).get(path).status_code in {200, 404}, operation


def test_a_draft_of_one_s_own_without_the_scope_names_it(make_key):
    cast.a_series("secret", status="draft")
    answer = Program(make_key(Scope.REGISTRATIONS_READ)).get("series/secret")
    assert answer.status_code == 403 and "series:read" in answer.json()["detail"]


def test_no_answer_has_the_join_link(anybody, make_key):
    event = cast.an_event(cast.a_series(), join_url="https://teams.example/join/42")
    for program in (anybody, Program(make_key())):
        for _operation, path in paths_of("spring"):
            assert "teams.example" not in program.get(path).content.decode()
    assert event.join_url


def test_pages_have_each_row_once_whatever_comes_meanwhile(anybody):
    for number in range(5):
        cast.a_series(f"series-{number}")
    first = anybody.get("series?limit=2").json()
    cast.a_series("newer")
    seen, cursor = [one["slug"] for one in first["items"]], first["next_cursor"]
    while cursor:
        page = anybody.get(f"series?limit=2&cursor={cursor}").json()
        seen, cursor = seen + [one["slug"] for one in page["items"]], page["next_cursor"]
    assert seen == [*(f"series-{number}" for number in range(5)), "newer"]


def test_registrations_say_who_comes_where_and_nothing_of_their_needs(make_key):
    series = cast.a_series()
    cast.an_event(series)
    maija = cast.a_registration(series, now=timezone.now())
    maija.diet, maija.accessibility_needs = "vegan", "a ramp"
    maija.save()
    program = Program(make_key(Scope.REGISTRATIONS_READ))
    listed = program.get("series/spring/registrations")
    alone = program.get(f"series/spring/registrations/{maija.pk}")
    assert listed.json()["items"] == [alone.json()]
    assert alone.json()["email"] == "maija@example.org"
    assert alone.json()["events"][0]["event"] == "workshop-1"
    assert "vegan" not in alone.content.decode() and "ramp" not in alone.content.decode()
    elsewhere = cast.a_series("autumn")
    cast.an_event(elsewhere)
    assert program.get(f"series/autumn/registrations/{maija.pk}").status_code == 404


def test_places_and_counts(anybody, make_key):
    series = cast.a_series()
    cast.an_event(series, now=timezone.now())
    cast.a_registration(series, now=timezone.now())
    places = anybody.get("series/spring/events/workshop-1/places").json()
    assert places["registration"] == "open" and not any(one["is_full"] for one in places["modes"])
    counts = Program(make_key(Scope.SERIES_READ)).get("series/spring/counts").json()
    assert sum(one["confirmed"] for one in counts["items"]) == 1


def test_the_catalogue_and_places_are_read(anybody):
    from skaala.places.operations import load_facts

    load_facts()
    for path in ("actions", "adoptions", "bottlenecks", "measures", "networks", "municipalities?limit=3"):
        assert anybody.get(path).status_code == 200, path
    assert anybody.get("municipalities?limit=1").json()["items"][0]["code"] == "005"


def test_addresses_of_pages_have_the_organisation_s_own_host_where_it_has_one(anybody):
    event = cast.an_event(cast.a_series())
    set_host(tenant=event.series.tenant, host="workshops.example.org")
    for path, page in (
        ("series/spring", "/en/series/spring/"),
        (f"series/spring/events/{event.slug}", f"/en/series/spring/{event.slug}/"),
    ):
        assert anybody.get(path).json()["pages"]["en"] == f"http://workshops.example.org{page}"
    cast.a_series("other", tenant=cast.a_tenant("other"))
    assert anybody.get("series/other").json()["pages"]["en"].startswith(settings.BASE_URL)
