"""What programs change: by the same operations as the pages, of what they have seen, and once."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from skaala.api.document import document, operations
from skaala.api.messages import OPERATIONS
from skaala.mail.models import Email
from skaala.people.models import AuditEntry
from skaala.people.rules import Scope
from skaala.registration.models import Arrival
from skaala.series.models import ApiRequest, Event, Series
from skaala.series.operations.api_keys import forget_api_keys
from tests import cast
from tests.api.conftest import Program

pytestmark = pytest.mark.django_db
TITLE = {"title": {"fi": "Syksyn sarja", "sv": "Höstens serie"}}


def an_event(**changed: Any) -> dict[str, Any]:
    start = timezone.now().replace(microsecond=0) + timedelta(days=30)
    ends = start + timedelta(hours=2)
    return {"title": {"fi": "Alku"}, "start": start.isoformat(), "end": ends.isoformat(), **changed}


@pytest.fixture
def program(make_key) -> Program:
    return Program(make_key())


def actions() -> list[str]:
    found = AuditEntry.objects.filter(action__startswith="api.").order_by("pk")
    return list(found.values_list("action", flat=True))


def test_a_series_is_made_as_a_draft_gets_an_event_and_is_published(program, anybody):
    made = program.post("series", TITLE)
    assert made.status_code == 201
    slug = made.json()["slug"]
    assert (slug, made.json()["status"], made.json()["organisation"]) == ("syksyn-sarja", "draft", "house")
    assert anybody.get(f"series/{slug}").status_code == 404
    early = program.post(f"series/{slug}/publish", {})
    assert (early.status_code, early.json()["detail"]) == (409, "The series has no event yet.")
    event = program.post(f"series/{slug}/events", an_event(capacity_online=10))
    assert event.status_code == 201
    assert (event.json()["slug"], event.json()["capacity_online"]) == ("workshop-1", 10)
    assert program.post(f"series/{slug}/publish", {}).json()["status"] == "published"
    assert anybody.get(f"series/{slug}/events/workshop-1").status_code == 200
    assert actions() == ["api.series:write"] * 2 + ["api.series:publish"]


def test_a_change_needs_what_was_read_and_leaves_the_rest(program):
    series = cast.a_series(summary=cast.texts("Short"))
    read = program.get("series/spring")
    change = {"title": {"fi": "Uusi"}}
    assert program.patch("series/spring", change).status_code == 428
    changed = program.patch("series/spring", change, **{"If-Match": read["ETag"]})
    assert changed.status_code == 200
    assert (changed.json()["title"], changed.json()["summary"]) == (change["title"], read.json()["summary"])
    again = program.patch("series/spring", change, **{"If-Match": read["ETag"]})
    assert (again.status_code, again.json()["type"]) == (412, "urn:skaala:problem:changed")
    newer = program.get("series/spring")["ETag"]
    assert program.patch("series/spring", {"summary": {}}, **{"If-Match": newer}).json()["summary"] == {}
    series.refresh_from_db()
    assert str(series.title.get("fi")) == "Uusi"


def test_whoever_comes_gets_an_email_about_a_moved_event_as_from_the_pages(program):
    series = cast.a_series()
    event = cast.an_event(series, now=timezone.now())
    cast.a_registration(series, now=timezone.now())
    before = Email.objects.count()
    address = "series/spring/events/workshop-1"
    moved = {
        "start": (event.start + timedelta(days=1)).isoformat(),
        "end": (event.end + timedelta(days=1)).isoformat(),
    }
    answer = program.patch(address, moved, **{"If-Match": program.get(address)["ETag"]})
    assert answer.status_code == 200 and Email.objects.count() == before + 1
    event.refresh_from_db()
    assert event.sequence == 1


@pytest.mark.parametrize(
    ("wrong", "pointer"),
    [
        ({"end": "2026-01-01T10:00:00Z"}, "/body/end"),
        ({"start": "2001-01-01T10:00:00Z"}, "/body/start"),
        ({"mode": "onsite"}, "/body/venue"),
        ({"venue": 99}, "/body/venue"),
        ({"title": {}}, "/body/title"),
        ({"title": {"xx": "?"}}, "/body/title"),
        ({"title": {"fi": "x" * 201}}, "/body/title"),
        ({"title": {"fi": "\x00"}}, "/body/title"),
        ({"title": None}, "/body/title"),
        ({"start": "2030-01-01T10:00:00"}, "/body/start"),
        ({"start": "0001-01-01T00:00:00+14:00"}, "/body/start"),
        ({"kind": "party"}, "/body/kind"),
        ({"time_zone": "Mars"}, "/body/time_zone"),
        ({"platform": "x" * 61}, "/body/platform"),
        ({"number": 0}, "/body/number"),
        ({"capacity_online": 100_001}, "/body/capacity_online"),
        ({"join_link": "x"}, "/body/join_link"),
    ],
)
def test_what_is_wrong_is_pointed_at_and_nothing_is_saved(program, wrong, pointer):
    cast.a_series()
    answer = program.post("series/spring/events", an_event(**wrong))
    assert answer.status_code == 422
    assert pointer in {error["pointer"] for error in answer.json()["errors"]}
    assert not Event.objects.exists() and actions() == []


def test_a_venue_of_another_organisation_is_none(program):
    cast.a_series()
    theirs = cast.a_venue(tenant=cast.a_tenant("other"))
    answer = program.post("series/spring/events", an_event(mode="onsite", venue=theirs.pk))
    assert answer.status_code == 422 and answer.json()["errors"][0]["pointer"] == "/body/venue"


@pytest.mark.parametrize("body", ["", "{", "[]", '"x"', '{"title": "\\ud800"}', "[" * 50_000])
def test_a_body_that_cannot_be_read_is_a_problem(program, body):
    answer = program.post("series", body)
    assert answer.status_code in {400, 422} and answer["Content-Type"] == "application/problem+json"
    assert not Series.objects.exists()


def test_what_is_asked_twice_under_one_key_is_done_once(program, make_key):
    headers = {"Idempotency-Key": "autumn-1"}
    first, second = (program.post("series", TITLE, **headers) for _ in range(2))
    assert first.status_code == second.status_code == 201 and first.json() == second.json()
    assert Series.objects.count() == 1
    other = program.post("series", {"title": {"fi": "Toinen"}}, **headers)
    assert (other.status_code, other.json()["type"]) == (422, "urn:skaala:problem:key-reused")
    assert program.post("series", TITLE, **{"Idempotency-Key": "x" * 101}).status_code == 422
    # Another program's keys are its own; and what went wrong may be asked again.
    assert Program(make_key()).post("series", TITLE, **headers).status_code == 201
    broken = {"Idempotency-Key": "later"}
    assert program.post("series/none/events", an_event(), **broken).status_code == 404
    assert not ApiRequest.objects.filter(name="later").exists()
    forget_api_keys(timezone.now() + timedelta(hours=25), False)
    assert not ApiRequest.objects.exists()


def test_each_change_needs_its_scope_and_a_series_of_one_s_own(anybody, make_key):
    series = cast.a_series()
    cast.an_event(series)
    maija = cast.a_registration(series, now=timezone.now())
    fill = {"series": "spring", "event": "workshop-1", "registration": str(maija.pk)}
    bodies = {"create_series": TITLE, "create_event": an_event()}
    stranger = Program(make_key(tenant=cast.a_tenant("other")))
    for path, method, operation in operations(document()):
        if method == "get":
            continue
        name, where = operation["operationId"], path.removeprefix("/api/v1/").format_map(fill)
        body, needed = bodies.get(name, {}), OPERATIONS[name].scope
        assert needed is not None, name
        without = Program(make_key(*(scope for scope in Scope if scope != needed)))
        assert anybody.send(method.upper(), where, body).status_code == 401, name
        assert without.send(method.upper(), where, body).status_code == 403, name
        if "{series}" in path:
            assert stranger.send(method.upper(), where, body).status_code == 404, name
    assert Event.objects.count() == Series.objects.count() == 1


def test_a_key_of_one_series_makes_no_other(make_key):
    answer = Program(make_key(series=cast.a_series())).post("series", TITLE)
    assert answer.status_code == 403 and Series.objects.count() == 1


def test_a_gate_notes_who_has_come_and_takes_it_back(program):
    series = cast.a_series()
    cast.an_event(series)
    maija = cast.a_registration(series, now=timezone.now())
    where = f"series/spring/events/workshop-1/arrivals/{maija.pk}"
    mark = {"mark": "3f0c8a52-9d5e-4b7b-9a51-2f6f1c3a7d10"}
    assert program.send("PUT", where, mark).json()["is_new"] is True
    assert program.send("PUT", where, mark).json()["is_new"] is False
    assert Arrival.objects.count() == 1
    assert program.send("PUT", where, {"has_come": False}).json() == {
        "registration": str(maija.pk),
        "has_come": False,
        "is_new": True,
    }
    assert not Arrival.objects.exists() and actions() == ["api.check-in:write"] * 3
    noted = AuditEntry.objects.filter(action="api.check-in:write").first()
    assert noted is not None and noted.personal.registration == maija.pk
    nobody = where.replace(str(maija.pk), "3f0c8a52-9d5e-4b7b-9a51-2f6f1c3a7d10")
    assert program.send("PUT", nobody, {}).status_code == 404
