"""What organisers do is noted; organiser and auditor read it, the person sees who looked."""

from __future__ import annotations

import json

import pytest
from django.test import Client
from django.utils import timezone

from skaala.people.models import AuditEntry, AuditPersonal
from skaala.people.rules import Role
from skaala.registration.links.personal import make_token
from tests import cast

pytestmark = pytest.mark.django_db
AUDIT = "/en/desk/organisations/house/audit/"
PEOPLE = "/en/desk/series/spring/registrations/"


@pytest.fixture
def maija():
    series = cast.a_series()
    cast.an_event(series)
    return cast.a_registration(series, language="en", now=timezone.now())


def actions() -> list[str]:
    return list(AuditEntry.objects.order_by("pk").values_list("action", flat=True))


def test_reading_personal_data_and_changing_anything_is_noted_and_reading_texts_is_not(
    desk, organiser, maija
):
    desk.get("/en/desk/series/spring/texts/")
    desk.get(f"{PEOPLE}?q=maija")
    desk.get(f"{PEOPLE}{maija.pk}/")
    desk.post(
        "/en/desk/series/spring/texts/", {"title_0": "x" * 500}
    )  # refused with errors: nothing was done
    assert actions() == ["see.registrations", "see.person"]
    opened = AuditEntry.objects.get(action="see.person")
    assert (opened.account_number, opened.role, opened.series_number) == (
        organiser.pk,
        "owner",
        maija.series_id,
    )
    assert "maija" not in json.dumps(opened.details) and str(maija.pk) not in json.dumps(opened.details)
    assert opened.personal.registration == maija.pk
    assert "q=maija" in AuditPersonal.objects.get(entry__action="see.registrations").content


def test_the_person_sees_who_looked(desk, maija):
    page = f"/en/r/{make_token(maija)}/"
    assert "Who has looked" not in Client().get(page).content.decode()
    desk.get(f"{PEOPLE}{maija.pk}/")
    desk.get(f"{PEOPLE}export/")
    other = cast.a_registration(
        maija.series, email="matti@example.org", name="Matti Mayor", now=timezone.now()
    )
    desk.get(f"{PEOPLE}{other.pk}/")
    seen = Client().get(page).content.decode()
    assert seen.count("opened the page of one person") == 1
    assert seen.count("downloaded the list of people who have registered") == 1
    assert "Owner, Organisation house" in seen and "olga" not in seen.lower()


def test_sign_ins_and_failures_are_noted(organiser):
    client = Client()
    for password in ("wrong", cast.PASSWORD):
        client.post("/en/desk/sign-in/", {"username": organiser.email, "password": password})
    client.post("/en/desk/sign-in/", {"username": "nobody@example.org", "password": "x"})
    assert actions() == ["sign-in-failed", "sign-in"]


def test_organiser_and_auditor_read_it_and_nobody_else_and_only_their_own(desk, maija):
    desk.get(f"{PEOPLE}{maija.pk}/")
    for role, status in {Role.AUDITOR: 200, Role.ORGANISER: 200, Role.ANALYST: 403}.items():
        client = Client()
        cast.signs_in(client, cast.a_member(role, f"{role}@example.org"))
        assert client.get(AUDIT).status_code == status
        assert client.get(f"{AUDIT}file/").status_code == status
    stranger = Client()
    cast.signs_in(stranger, cast.a_member(Role.OWNER, "ella@example.org", tenant=cast.a_tenant("other")))
    assert stranger.get(AUDIT).status_code == 404
    theirs = stranger.get("/en/desk/organisations/other/audit/").content.decode()
    assert "Nothing has been noted." in theirs


def test_the_list_is_filtered_and_exported(desk, maija):
    desk.get(f"{PEOPLE}{maija.pk}/")
    page = desk.get(f"{AUDIT}?kind=see&q=person").content.decode()
    assert "opened the page of one person" in page and "Olga Organiser" in page
    assert "opened the page of one person" not in desk.get(f"{AUDIT}?kind=do").content.decode()
    lines = [json.loads(line) for line in desk.get(f"{AUDIT}file/").content.decode().splitlines()]
    assert {"see.person", "see.audit"} == {line["action"] for line in lines}
