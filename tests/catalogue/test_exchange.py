"""The catalogue as files: complete, without people, and safe in a spreadsheet."""

from __future__ import annotations

import json

import pytest
from django.test import Client

from skaala.catalogue import operations
from skaala.catalogue.models import Action, AdoptionReport
from skaala.catalogue.operations import StageReport
from skaala.catalogue.rules.inexact_dates import read_date
from skaala.places.models import Municipality
from skaala.tables.reading import Limits, read_rows
from skaala.ui.texts import Texts
from tests.catalogue.actions import NOW, an_action

pytestmark = pytest.mark.django_db
LIMITS = Limits(bytes=1_000_000, rows=100, columns=100)


@pytest.fixture
def action():
    made = an_action(
        Texts(fi="=Lainaamo", en="Library of things"),
        steps=Texts(fi="Askel"),
        goals=[13, 4],
        themes=["circular"],
    )
    operations.save_contact(
        action=made,
        name="Kaisa Kontakti",
        email="kaisa@example.org",
        job_title="",
        language="fi",
        today=NOW.date(),
    )
    operations.report_adoption(
        action=made,
        municipality=Municipality.objects.get(pk="678"),
        report=StageReport(stage="in_use", when=read_date("5/2024")),
        source="editor",
        now=NOW,
    )
    waiting = operations.report_adoption(
        action=made,
        municipality=Municipality.objects.get(pk="564"),
        report=StageReport(stage="in_use", when=read_date("2025"), reporter_email="maija@example.org"),
        source="form",
        now=NOW,
    )
    assert waiting.reporter_email == "maija@example.org"
    return made


def test_json_has_what_is_public_and_nobody(client: Client, action):
    answer = client.get("/en/actions/catalogue.json")
    read = json.loads(answer.content)
    assert (read["format"], read["@type"], len(read["dataset"])) == ("skaala-catalogue/1", "DataCatalog", 1)
    (one,) = read["dataset"]
    assert (one["identifier"], one["provider"]["identifier"]) == (action.slug, "FI-889")
    assert one["texts"]["name"] == {"fi": "=Lainaamo", "en": "Library of things"}
    assert one["sustainable_development_goals"] == [4, 13]
    (adoption,) = one["adoptions"]
    assert (adoption["municipality"]["identifier"], adoption["stage"]) == ("FI-678", "in_use")
    assert adoption["history"][0]["on"] == "2024-05"
    assert "kaisa" not in answer.content.decode().casefold()
    assert "maija" not in answer.content.decode()


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_tables_are_read_back_as_they_were(client: Client, action, ending):
    answer = client.get(f"/en/actions/catalogue.{ending}")
    heads, row = (cells for _number, cells in read_rows(answer.content, LIMITS))
    assert {"slug", "owner_code", "name_fi", "lessons_sv", "is_simulated"} < set(heads)
    assert "kaisa" not in answer.content.decode("utf-8", errors="replace").casefold()
    if ending == "csv":
        assert "'=Lainaamo" in answer.content.decode("utf-8")  # not a formula to a spreadsheet
    found = dict(zip(heads, row, strict=False))
    assert (found["slug"], found["owner"], found["name_fi"]) == (action.slug, "Utajärvi", "=Lainaamo")
    assert (found["goals"], found["adopters"], found["steps_fi"]) == ("4 13", "1", "Askel")


def test_what_is_looked_for_is_what_is_given(client: Client, action):
    assert json.loads(client.get("/en/actions/catalogue.json?theme=food").content)["dataset"] == []
    assert client.get("/en/actions/catalogue.pdf").status_code == 404


def test_the_feed_names_the_newest(client: Client, action):
    answer = client.get("/en/actions/feed.atom")
    assert answer["Content-Type"].startswith("application/atom+xml")
    assert "Library of things" in answer.content.decode()
    Action.objects.update(summary=Texts(en="Broken\x0b by a control character"))
    assert "Broken by" in Client().get("/en/actions/feed.atom?x").content.decode()


def test_the_feed_names_adoptions_too(client: Client, action):
    """With the stage, and an address of its own that never changes."""
    feed = client.get("/en/actions/feed.atom?2").content.decode()
    report = AdoptionReport.objects.filter(state="confirmed").latest("pk")
    assert f"{report.adoption.municipality}: Library of things" in feed
    assert f"#report-{report.pk}</id>" in feed
    AdoptionReport.objects.update(state="waiting")
    assert "#report-" not in client.get("/en/actions/feed.atom?3").content.decode()
