"""Letting people in at the desk: by hand, from a table, by a link."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from skaala.mail.models import Email
from skaala.registration import operations
from skaala.registration.links.invitation import make_token
from skaala.registration.models import AttendeeFile, Invitation, Registration
from tests.cast import a_closing_event, a_registration, a_series, an_event

PAGE = "/en/desk/series/spring/registrations/"


@pytest.fixture
def series(desk):
    """A workshop whose deadline is past, and a closing event."""
    now = timezone.now()
    series = a_series(published_at=now - timedelta(days=2))
    an_event(series, 1, now=now, registration_closes=now - timedelta(days=1))
    a_closing_event(series, now=now)
    return series


def person(series, **changes):
    first, closing = series.events.all()
    return {"name": "Ann Ek", "email": "ann@example.org", "municipality": "Akaa", "network": "", "organisation": "",
            "role": "Planner", "language": "sv", f"event-{first.pk}": "online", f"event-{closing.pk}": "",
            "sends_email": "yes", **changes}  # fmt: skip


@pytest.mark.parametrize(("sends_email", "emails"), [("yes", 1), ("no", 0)])
def test_somebody_is_added_after_the_deadline_and_who_did_it_is_kept(
    desk, series, organiser, sends_email, emails
):
    response = desk.post(f"{PAGE}add/", person(series, sends_email=sends_email), follow=True)
    registration = Registration.objects.get()
    assert response.redirect_chain[0][0] == f"{PAGE}{registration.pk}/"
    assert "added by the organiser: Olga Organiser" in response.content.decode()
    assert (registration.municipality_id, registration.language, registration.role) == (
        "020",
        "sv",
        "Planner",
    )
    assert (registration.source.kind, registration.source.account) == ("added", organiser)
    assert Email.objects.count() == emails


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"name": ""}, "required"),
        ({"email": "ann"}, "@ sign is missing"),
        ({"municipality": "Helsingi"}, "Did you mean: Helsinki"),
        ({"municipality": ""}, "Name a municipality, a network or an organisation."),
        ({"events": False}, "Choose at least one event."),
        ({"sends_email": "maybe"}, "Choose one of the options"),
        ({"email": "maija@example.org"}, "has already registered"),
        ({"status": "draft"}, "Publish it first"),
    ],
)
def test_what_cannot_be_is_said_and_stays_typed(desk, series, changes, words):
    closing = series.events.last()
    a_registration(series, closing, now=timezone.now(), mode="online")
    if "status" in changes:
        type(series).objects.update(status="draft")
    if changes.pop("events", True) is False:
        changes[f"event-{series.events.first().pk}"] = ""
    response = desk.post(f"{PAGE}add/", person(series, **changes))
    assert response.status_code == 422 and words in response.content.decode()
    assert 'value="Planner"' in response.content.decode() and Registration.objects.count() == 1


def test_what_somebody_comes_to_is_changed_for_them_also_after_the_deadline(desk, series):
    first, closing = series.events.all()
    operations.set_capacity(event=closing, capacities={"onsite": 1}, now=timezone.now())
    ann = a_registration(series, closing, mode="onsite", email="ann@example.org", now=timezone.now())
    bob = a_registration(series, closing, mode="onsite", email="bob@example.org", now=timezone.now())
    page = f"{PAGE}{ann.pk}/events/"
    assert page in desk.get(f"{PAGE}{ann.pk}/").content.decode()
    assert desk.get(f"{PAGE}{bob.pk}/").context["only_waits"]
    assert "On site (full)" in desk.get(f"{PAGE}add/").content.decode()
    assert "(full)" not in desk.get(page).content.decode()  # where they have a place

    def save(first_way: str, closing_way: str) -> str:
        sent = {f"event-{first.pk}": first_way, f"event-{closing.pk}": closing_way}
        return desk.post(page, sent, follow=True).content.decode()

    assert "Choose one of the options" in save("onsite", "")
    assert "no email is sent" in save("", "onsite")
    assert "Maija Mayor will get an email" in save("online", "")
    assert dict(ann.attendances.values_list("event", "state")) == {
        first.pk: "confirmed",
        closing.pk: "cancelled",
    }
    assert bob.attendances.get().state == "confirmed"  # the place went to the next
    kinds = Email.objects.exclude(kind="registration.confirmation").values_list("kind", "to_address")
    assert set(kinds) == {
        ("registration.changed", "ann@example.org"),
        ("registration.promoted", "bob@example.org"),
    }
    type(first).objects.filter(pk=first.pk).update(start=timezone.now() - timedelta(minutes=5))
    assert "This event has started" in save("", "online")
    type(first).objects.filter(pk=first.pk).update(start=first.start)
    save("", "")
    ann.refresh_from_db()
    assert ann.cancelled_at and "has been cancelled" in desk.get(page, follow=True).content.decode()


def upload(desk, series, content: str, **changes):
    first, closing = series.events.all()
    file = SimpleUploadedFile("people.csv", content.encode())
    return desk.post(f"{PAGE}import/", {"file": file, "language": "fi", f"event-{first.pk}": "online",
                                        f"event-{closing.pk}": "", **changes})  # fmt: skip


def test_a_table_is_looked_at_corrected_imported_and_gone(desk, series):
    response = upload(
        desk, series, "Kuka;Osoite;Kunta\nAnn;ann@example.org;Akaa\nBob;bob@;Akaa\nCid;cid@x.fi;Espo\n"
    )
    assert response.status_code == 302
    look = desk.get(response["Location"])
    html = look.content.decode()
    # “Kuka” is no head we know, so everybody lacks a name; the organiser says which column has it.
    assert look.context["found"].good == [] and "The name is missing: 2" in html
    sent = {"email": "1", "name": "0", "municipality": "2", "has_heads": "on"}
    html = desk.post(response["Location"], sent, follow=True).content.decode()
    assert "1 person can be registered." in html and "2 rows are left out." in html
    assert "Did you mean: Espoo" in html and "B: Osoite" in html and "bob@" in html
    rows = desk.get(f"{response['Location']}rows/").content.decode("utf-8-sig").splitlines()
    assert rows[0] == "Kuka;Osoite;Kunta;Row;What is wrong" and rows[1].startswith(
        "Bob;bob@;Akaa;3;Write the address"
    )
    assert desk.post(response["Location"], {"import": "1", "sends_email": ""}).status_code == 422
    done = desk.post(response["Location"], {"import": "1", "sends_email": "no"}, follow=True).content.decode()
    assert "1 person was registered" in done and "This is not an email address" in done
    assert list(Registration.objects.values_list("name", flat=True)) == ["Ann"] and not Email.objects.exists()
    assert AttendeeFile.objects.get().rows == []
    gone = desk.get(f"{response['Location']}rows/", follow=True)  # by the back button
    assert gone.redirect_chain and "kept only until the import" in gone.content.decode()
    assert (
        desk.post(response["Location"], {"import": "1", "sends_email": "yes"}).status_code == 200
    )  # sent twice
    assert Registration.objects.count() == 1


def test_without_addresses_it_says_what_to_do(desk, series):
    where = upload(desk, series, "Nimi;Kunta\nAnn;Akaa\n")["Location"]
    html = desk.get(where).content.decode()
    assert "No column has email addresses" in html and "can be registered" not in html
    assert desk.post(f"{where}drop/").status_code == 302 and not AttendeeFile.objects.exists()


@pytest.mark.parametrize(
    ("content", "changes", "words"),
    [
        ("", {}, "empty"),
        (" \n", {}, "The file is empty."),
        ("<html>", {}, "neither an Excel workbook"),
        ("a;b", {"language": "xx"}, "Choose one of the options"),
        ("a;b", {"file": ""}, "Choose a file."),
        ("a;b", {"none": True}, "Choose at least one event."),
    ],
)
def test_a_file_that_cannot_be_read_is_said(desk, series, content, changes, words):
    if changes.pop("none", False):
        changes[f"event-{series.events.first().pk}"] = ""
    response = upload(desk, series, content, **changes)
    assert response.status_code == 422 and words in response.content.decode()
    assert not AttendeeFile.objects.exists()


def test_a_long_import_shows_how_far_it_is(desk, series):
    where = upload(desk, series, "Nimi;Email;Kunta\n" + "".join(f"P{n};p{n}@x.fi;Akaa\n" for n in range(40)))[
        "Location"
    ]
    html = desk.post(where, {"import": "1", "sends_email": "yes"}, follow=True).content.decode()
    assert "The table is being imported" in html and not Registration.objects.exists()
    assert 'data-look-again="2"' in html
    AttendeeFile.objects.update(state="done")
    html = desk.get(where).content.decode()
    assert "data-look-again" not in html and "refresh" not in html


def test_a_link_is_made_copied_used_and_withdrawn(desk, series, organiser):
    first = series.events.first()
    page = f"{PAGE}invitations/"
    sent = {
        "events": [first.pk],
        "note": "Workspace",
        "most_uses": "5",
        "expires_at_day": "",
        "expires_at_time": "",
    }
    html = desk.post(page, sent, follow=True).content.decode()
    invitation = Invitation.objects.get()
    assert (invitation.made_by, invitation.most_uses, list(invitation.events.all())) == (
        organiser,
        5,
        [first],
    )
    assert f"http://testserver/en/i/{make_token(invitation)}/" in html and "Used 0 of 5 times" in html
    html = desk.post(f"{page}{invitation.pk}/revoke/", follow=True).content.decode()
    assert "It no longer works." in html and make_token(invitation) not in html


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"events": []}, "Choose at least one event."),
        ({"note": ""}, "Write for whom the link is."),
        ({"most_uses": "0"}, "must be at least 1"),
        ({"expires_at_day": "2020-01-01"}, "This time is in the past."),
        ({"expires_at_day": "x"}, "Write the day"),
    ],
)
def test_a_link_that_makes_no_sense_is_not_made(desk, series, changes, words):
    first = series.events.first()
    response = desk.post(f"{PAGE}invitations/", {"events": [first.pk], "note": "Workspace"} | changes)
    assert (
        response.status_code == 422 and words in response.content.decode() and not Invitation.objects.exists()
    )
