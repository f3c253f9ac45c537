"""What organisers do is noted; organiser and auditor read it, the person sees who looked."""

from __future__ import annotations

import json

import pytest
from django.test import Client
from django.utils import timezone

from skaala.desk.frame.permissions import IN_SERIES
from skaala.desk.frame.trail import PERSONAL
from skaala.people.models import AuditEntry, AuditPersonal
from skaala.people.queries.audit import EVERYBODY, ONE_PERSON
from skaala.people.rules import Role
from skaala.registration.links.personal import make_token
from skaala.series.models import Series
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


def test_the_person_sees_who_opened_an_email_to_them_and_the_lists_they_were_in(desk, maija):
    other = cast.a_registration(maija.series, email="matti@example.org", now=timezone.now())
    for person in (maija, other):
        email = person.registration_emails.get().email
        desk.get(f"/en/desk/series/spring/letters/{email.pk}/")
    desk.get("/en/desk/series/spring/letters/")
    desk.get("/en/desk/series/spring/events/workshop-1/waiting/")
    assert {"see.email", "see.emails", "see.waiting"} == set(actions())
    page = Client().get(f"/en/r/{make_token(maija)}/").content.decode()
    assert page.count("opened an email") == 1
    assert page.count("opened the list of emails") == page.count("opened the waiting list") == 1


def test_each_page_that_shows_people_is_among_those_that_the_person_sees_opened():
    names_nobody_here = {
        # of people who have not registered, or how many there are
        *(
            "add-person",
            "new-import",
            "import",
            "bad-rows",
            "drop-import",
            "invitations",
            "revoke-invitation",
        ),
        *("helper-link", "helper-link-action", "message", "reminders", "send-again", "send-failed-again"),
    }
    # The others are opened by links without an account.
    pages = [action for action in (*ONE_PERSON, *EVERYBODY) if action.startswith("see.")]
    known = {action.removeprefix("see.") for action in pages}
    shown = {page for page, need in IN_SERIES.items() if need.see in PERSONAL}
    assert shown - known == names_nobody_here
    assert known <= shown


def test_what_concerns_the_account_is_noted_in_each_organisation_of_theirs(organiser):
    client = Client()
    cast.signs_in(client, organiser)
    organiser.memberships.create(tenant=cast.a_tenant("other"), role=Role.READER, since=cast.TODAY)
    client.get("/en/desk/account/")
    client.post("/en/desk/account/", {"name": "Olga", "language": "en"})
    client.post("/en/desk/sign-out/")
    assert actions() == ["do.account"] * 2 + ["do.sign-out"] * 2


def test_a_new_series_and_the_catalogue_are_noted(desk):
    desk.post("/en/desk/new-series/", {"title_fi": "Syksyn sarja", "languages": ["fi"]})
    created = AuditEntry.objects.get(action="do.new-series")
    assert (created.tenant.slug, created.series_number) == ("house", Series.objects.get().pk)
    desk.get("/en/desk/catalogue/")
    desk.get("/en/desk/catalogue/reports/")
    desk.get("/en/desk/test-letter/")
    desk.post("/en/desk/test-letter/")
    assert actions() == ["do.new-series", "see.adoption-reports", "do.test-email"]


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


def test_the_list_names_whose_page_was_opened_to_who_may_see_people(desk, maija):
    desk.get(f"{PEOPLE}{maija.pk}/")
    for words in ("", "Maija", "maija@example.org"):
        page = desk.get(f"{AUDIT}?q={words}").content.decode()
        assert "opened the page of one person" in page and f"{maija.pk}/" in page, words
        assert str(maija.series.title) in page
    assert "opened the page of one person" not in desk.get(f"{AUDIT}?q=Matti").content.decode()
    auditor = Client()
    cast.signs_in(auditor, cast.a_member(Role.AUDITOR, "auditor@example.org"))
    assert maija.name not in auditor.get(AUDIT).content.decode()
    found = auditor.get(f"{AUDIT}?kind=see&q={maija.email}").content.decode()
    assert "opened the page of one person" not in found  # whom words mean, they do not learn either
    # Whoever has been forgotten is named no more.
    maija.delete()
    assert f"{maija.pk}/" not in desk.get(AUDIT).content.decode()


def test_the_list_is_filtered_and_exported(desk, maija):
    desk.get(f"{PEOPLE}{maija.pk}/")
    page = desk.get(f"{AUDIT}?kind=see&q=person").content.decode()
    assert "opened the page of one person" in page and "Olga Organiser" in page
    assert "opened the page of one person" not in desk.get(f"{AUDIT}?kind=do").content.decode()
    lines = [json.loads(line) for line in desk.get(f"{AUDIT}file/").content.decode().splitlines()]
    assert {"see.person", "see.audit"} == {line["action"] for line in lines}
