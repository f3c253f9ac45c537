"""The data protection report of a series says what the program really keeps, who sees it, and when it goes."""

from __future__ import annotations

import html
import re

import pytest
from django.utils import translation

from skaala.config.personal_fields import tables
from skaala.desk.retention.presenters import kept, lacks, who_has_access
from skaala.people.rules import Role
from skaala.people.rules.personal_fields import about_series
from skaala.registration.models import HelperLink
from skaala.ui.languages import LANGUAGES
from tests import cast

pytestmark = pytest.mark.django_db
PAGE = "/en/desk/series/spring/data-protection/"


@pytest.fixture
def series():
    series = cast.a_series()
    cast.an_event(series, mode="hybrid")
    return series


def words(client, path: str = PAGE) -> str:
    page = client.get(path).content.decode()
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_that_is_kept_of_people_in_a_series_is_in_it(client, series, language):
    cast.signs_in(client, cast.an_organiser())
    said = words(client, PAGE.replace("/en/", f"/{language}/"))
    rows = about_series(tables().values())
    missing = [f"{row.table}: {name}" for row in rows for name in row.fields if name not in said]
    assert missing == []
    assert {row.table.partition(".")[0] for row in rows} == {
        "mail", "series", "registration", "workshops", "reports", "people",
    }  # fmt: skip


def test_what_is_the_same_for_the_same_people_is_said_once():
    with translation.override("en"):
        rows = kept()
    assert len({(row.whose, row.why, row.until, row.seen_by) for row in rows}) == len(rows)
    assert sum(len(row.fields) for row in rows) == len(about_series(tables().values()))


def test_numbers_and_days_are_those_of_the_series(client, series):
    cast.signs_in(client, cast.an_organiser())
    assert "There are no personal data here now." in words(client)
    cast.a_registration(series, mode="onsite", diet="kala", consents_to_diet=True)
    said = words(client)
    assert "registrations: 1" in said and "consents: dietary needs: 1" in said
    # Workshop 1 is on 22 January 2030; six months are kept.
    assert "5 February 2030" in said and "22 July 2030" in said
    assert "kala" not in said and "Maija" not in said


def test_who_has_access_are_the_roles_that_somebody_has_and_open_links(series):
    cast.an_organiser()
    cast.a_member(Role.READER, "reader@example.org")
    HelperLink.objects.create(event=series.events.get(), label="Ovi", created_at=cast.TODAY)
    with translation.override("en"):
        found = {
            str(row.who): (row.people, [str(each) for each in row.may]) for row in who_has_access(series)
        }
    assert found["Owner"][0] == 1 and "see and download who has registered" in found["Owner"][1]
    assert "Reader" not in found and "Organiser" not in found
    assert found["Links for helpers at the entrance"] == (1, ["check people in"])


def test_what_the_notice_lacks_is_said(client, series):
    cast.signs_in(client, cast.an_organiser())
    assert "The privacy notice does not name" in words(client)
    with translation.override("en"):
        assert lacks(series) == ["the controller's address", "the data protection officer, if there is one"]
    series.controller_address, series.data_protection_officer = "Katu 1", "dpo@example.org"
    series.save()
    said = words(client)
    assert "does not name" not in said and "Katu 1" in said and "dpo@example.org" in said


def test_whoever_sees_the_series_reads_it_and_no_names(client, series):
    cast.a_registration(series)
    cast.signs_in(client, cast.a_member(Role.AUDITOR, "auditor@example.org"))
    said = words(client)
    assert "Record of processing" in said and "Maija" not in said
    assert client.get(f"{PAGE}names/").status_code == 403
