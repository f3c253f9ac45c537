"""What every request goes through: keys, problems in three languages, limits, caches and the audit trail."""

from __future__ import annotations

import json

import pytest
from django.db import OperationalError
from django.test import Client
from django.utils import timezone

from skaala.people.models import AuditEntry
from skaala.people.rules import Scope
from tests import cast
from tests.api.conftest import Program

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("fi", "Tässä osoitteessa ei ole mitään"),
        ("sv", "Det finns inget på den här adressen"),
        ("en", "There is nothing at this address"),
    ],
)
def test_problems_come_in_the_language_asked_for(anybody, language, title):
    for path in ("series/none", "nowhere", "series/none/", "series/spring/events/none/results"):
        answer = anybody.get(path, language)
        assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")
        assert answer["Content-Language"] == language
        assert answer.json()["title"] == title and answer.json()["type"] == "urn:skaala:problem:not-found"


def test_what_no_view_sees_is_a_problem_too(anybody, monkeypatch):
    refused = Client().delete("/api/v1/series")
    assert refused.status_code == 405 and set(refused["Allow"].split(", ")) == {"GET", "POST"}
    malformed = anybody.get("series?organisation=%00")
    invalid = anybody.get("series?limit=0&cursor=x")
    monkeypatch.setattr("skaala.api.series.views.readable", lambda request: 1 / 0)
    broken = anybody.get("series")
    for answer, status in ((refused, 405), (malformed, 400), (invalid, 422), (broken, 500)):
        assert (answer.status_code, answer["Content-Type"]) == (status, "application/problem+json")
        assert answer.json()["status"] == status
    assert invalid.json()["errors"][0]["pointer"] == "/query/limit"


@pytest.mark.parametrize("cursor", ["x", "%21", "9999", "OTk5OTk5OTk5OTk5OTk5OTk5OTk5OTk", "LTE", "A" * 150])
def test_a_made_up_cursor_breaks_nothing(anybody, cursor):
    for path in ("series", "municipalities", "actions"):
        assert anybody.get(f"{path}?cursor={cursor}").status_code in {200, 422}


def test_what_is_public_is_asked_for_again_and_what_a_key_opens_is_kept_nowhere(anybody, make_key):
    cast.a_series()
    public = anybody.get("series/spring")
    assert public["Cache-Control"] == "no-cache"
    assert {"Authorization", "Accept-Language"} <= set(public["Vary"].split(", "))
    assert "Cookie" not in public["Vary"]
    assert anybody.get("series/spring", **{"If-None-Match": public["ETag"]}).status_code == 304
    cast.a_series("autumn")
    assert anybody.get("series", **{"If-None-Match": public["ETag"]}).status_code == 200
    assert Program(make_key()).get("series/spring")["Cache-Control"] == "private, no-store"
    assert anybody.get("series/none")["Cache-Control"] == "private, no-store"


def test_each_key_and_each_address_has_its_own_limit(anybody, make_key, settings):
    settings.API_REQUESTS_A_MINUTE = 2
    program, other = Program(make_key()), Program(make_key())
    first, second, third = (program.get("series") for _ in range(3))
    assert first["RateLimit-Policy"] == '"minute";q=2;w=60'
    assert first["RateLimit"].startswith('"minute";r=1;t=') and second["RateLimit"].startswith(
        '"minute";r=0;'
    )
    assert third.status_code == 429 and 1 <= int(third["Retry-After"]) <= 60
    assert third.json()["type"] == "urn:skaala:problem:too-many-requests"
    assert other.get("series").status_code == anybody.get("series").status_code == 200
    assert [Program("skaala_guess").get("series").status_code for _ in range(2)] == [401, 429]


def test_reading_people_is_in_the_audit_trail_and_reading_series_is_not(make_key):
    series = cast.a_series()
    cast.an_event(series)
    maija = cast.a_registration(series, now=timezone.now())
    program = Program(make_key())
    program.get("series/spring/counts")
    program.get("series/spring/registrations")
    program.get(f"series/spring/registrations/{maija.pk}")
    program.get("series/spring/registrations?limit=0")
    noted = AuditEntry.objects.filter(action__startswith="api.").order_by("pk")
    assert [entry.action for entry in noted] == ["api.registrations:read"] * 2
    assert [entry.personal.registration for entry in noted] == [None, maija.pk]
    assert json.loads(noted[0].personal.content)["name"] == "Website"


def test_a_session_of_the_organiser_pages_opens_nothing(desk):
    cast.a_series("secret", status="draft")
    assert desk.get("/api/v1/series/secret").status_code == 404
    assert desk.get("/api/v1/series/secret/registrations").status_code == 401


def test_other_ways_of_authorization_open_nothing(make_key):
    secret = make_key(Scope.SERIES_READ)
    for sent in (f"Basic {secret}", secret, "Bearer", f"Bearer {secret}x"):
        answer = Client().get("/api/v1/series", headers={"Authorization": sent})
        assert answer.status_code == 401


def test_a_lost_database_is_a_problem_too(anybody, monkeypatch):
    def lose(**_parts):
        raise OperationalError("gone")

    monkeypatch.setattr("skaala.api.http.limits.count", lose)
    answer = anybody.get("series")
    assert (answer.status_code, answer["Retry-After"]) == (503, "30")
    assert answer["Content-Type"] == "application/problem+json"
