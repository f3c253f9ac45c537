"""Passkeys: added on one's own page, they sign in without a password and count as the second factor; nothing else opens an account."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from django.test import Client
from django.utils import timezone

from skaala.desk.account.views.passkeys import ASKED, PATIENCE
from skaala.people.models import Account, AuditEntry, Passkey
from skaala.people.operations import (
    begin_second_factor,
    close_account,
    confirm_second_factor,
    require_second_factor,
)
from skaala.people.operations.open_account import open_account
from skaala.people.operations.passkeys import MOST
from skaala.people.rules import Role, totp
from tests import cast
from tests.cast import PASSWORD
from tests.people.authenticator import PRESENT, Device
from tests.people.directories import set_up

SECURITY = "/en/desk/account/security/"
NEW = f"{SECURITY}passkeys/new/"
NEW_OPTIONS = f"{SECURITY}passkeys/options/"
OPTIONS = "/en/desk/sign-in/passkey/options/"
SIGN_IN = "/en/desk/sign-in/passkey/"


def adds(client: Client, device: Device, name: str = "Phone"):
    return client.post(NEW, {"name": name, "answer": device.creates(client.get(NEW_OPTIONS).json())})


def signs_in(client: Client, device: Device, **more: str):
    return client.post(SIGN_IN, {"answer": device.signs_in(client.get(OPTIONS).json())} | more)


def is_in(client: Client) -> bool:
    return client.get("/en/desk/").status_code == 200


@pytest.fixture
def device(desk) -> Device:
    """A telephone with a passkey of Olga's."""
    device = Device()
    assert adds(desk, device)["Location"] == SECURITY
    return device


def test_a_passkey_signs_in_without_a_password_and_leads_to_where_one_wanted_to_go(device, client):
    response = signs_in(client, device, next="/en/desk/account/")
    assert (response.status_code, response["Location"]) == (302, "/en/desk/account/")
    assert is_in(client)
    assert AuditEntry.objects.filter(action="sign-in").latest("pk").details == {"by": "passkey"}
    assert Passkey.objects.get().used_at is not None


def test_it_is_a_fresh_sign_in_and_leads_to_no_stranger_s_site(device, client):
    assert signs_in(client, device, next="https://evil.example/")["Location"] == "/en/desk/"
    assert client.get("/en/desk/organisations/house/members/invite/").status_code == 200


def test_it_confirms_who_one_is_where_the_password_would(device, desk):
    session = desk.session
    session["identity-shown-at"] = 0
    session.save()
    page = "/en/desk/organisations/house/members/invite/"
    confirm = desk.get(page)["Location"]
    assert "data-passkey" in desk.get(confirm).content.decode()
    assert signs_in(desk, device, next=page)["Location"] == page
    assert desk.get(page).status_code == 200


def test_an_organisation_that_requires_a_second_factor_accepts_it_and_not_the_password_alone(
    device, client, organiser
):
    require_second_factor(tenant=cast.a_tenant(), is_required=True)
    by_password = Client()
    by_password.post("/en/desk/sign-in/", {"username": organiser.email, "password": PASSWORD})
    assert by_password.get("/en/desk/")["Location"] == SECURITY
    assert "A passkey is one" in by_password.get(SECURITY).content.decode()
    signs_in(client, device)
    assert is_in(client)


def test_it_works_beside_the_app_and_asks_for_no_code(device, client, organiser):
    secret, now = begin_second_factor(account=organiser), timezone.now()
    confirm_second_factor(account=organiser, typed=totp.code(secret, totp.step_at(now)), now=now)
    assert signs_in(client, device)["Location"] == "/en/desk/"
    assert is_in(client)


def is_refused(client: Client, response) -> bool:
    return response["Location"] == "/en/desk/sign-in/" and not is_in(client)


def test_an_answer_works_once_and_for_its_own_challenge_alone(device, client):
    answer = device.signs_in(client.get(OPTIONS).json())
    assert client.post(SIGN_IN, {"answer": answer})["Location"] == "/en/desk/"
    client.post("/en/desk/sign-out/")
    assert is_refused(client, client.post(SIGN_IN, {"answer": answer}))
    client.get(OPTIONS)
    assert is_refused(client, client.post(SIGN_IN, {"answer": answer}))
    # A challenge that nobody was asked is not an empty one.
    empty = device.signs_in({"publicKey": {"challenge": ""}})
    assert is_refused(client, Client().post(SIGN_IN, {"answer": empty}))


def test_a_challenge_is_over_after_some_minutes(device, client):
    options = client.get(OPTIONS).json()
    session = client.session
    session[ASKED] = [*session[ASKED][:2], (timezone.now() - timedelta(seconds=PATIENCE + 1)).timestamp()]
    session.save()
    assert is_refused(client, client.post(SIGN_IN, {"answer": device.signs_in(options)}))


@pytest.mark.parametrize(
    "change",
    [
        {"origin": "https://evil.example"},
        {"origin": "http://testserver.evil.example"},
        {"origin": "https://testserver"},
        {"host": "evil.example"},
        {"flags": PRESENT},  # without finger, face or PIN
        {"flags": 0},
        {"key": ec.derive_private_key(7, ec.SECP256R1())},
        {"credential_id": b"unknown to us"},
        {"handle": b""},
    ],
    ids=lambda change: "-".join(change),
)
def test_what_another_page_device_or_key_has_signed_lets_nobody_in(device, client, change):
    assert is_refused(client, signs_in(client, replace(device, **change)))


def test_another_person_s_key_does_not_open_an_account_by_its_name(device, client):
    per = cast.a_member(Role.READER, "per@example.org")
    other, desk_of_per = Device(), Client()
    cast.signs_in(desk_of_per, per)
    adds(desk_of_per, other)
    # Olga's key says that it is Per's, and Per's key that it is Olga's.
    assert is_refused(client, signs_in(client, replace(device, handle=other.handle)))
    assert is_refused(client, signs_in(client, replace(other, credential_id=device.credential_id)))
    # Whoever is signed in is not turned into somebody else where they confirm who they are.
    assert signs_in(desk_of_per, device)["Location"] == "/en/desk/account/confirm/"
    assert desk_of_per.get("/en/desk/").context["request"].user == per


def test_a_copied_key_is_noticed_by_its_count(desk, client):
    device = Device(count=5)
    adds(desk, device)
    device.count = 6
    assert signs_in(client, device)["Location"] == "/en/desk/"
    copy = Client()
    assert is_refused(copy, signs_in(copy, device))


@pytest.mark.parametrize(
    "answer", ["", "[]", "null", "{", '{"id": 1}', json.dumps({"response": {}}), "x" * 99_999]
)
def test_what_no_browser_sends_is_refused(device, client, desk, answer):
    client.get(OPTIONS)
    assert is_refused(client, client.post(SIGN_IN, {"answer": answer}))
    desk.get(NEW_OPTIONS)
    assert desk.post(NEW, {"name": "Phone", "answer": answer}).status_code == 422
    assert Passkey.objects.count() == 1


@pytest.mark.parametrize(
    "change", [{"origin": "https://evil.example"}, {"host": "evil.example"}, {"flags": PRESENT}], ids=str
)
def test_a_passkey_made_elsewhere_or_without_a_finger_is_not_kept(desk, change):
    assert adds(desk, Device(**change)).status_code == 422
    assert not Passkey.objects.exists()


def test_an_answer_to_a_sign_in_adds_no_passkey_and_the_other_way_round(desk, device):
    other = Device()
    options = desk.get(NEW_OPTIONS).json()
    desk.get(OPTIONS)
    assert desk.post(NEW, {"name": "x", "answer": other.creates(options)}).status_code == 422
    assert Passkey.objects.count() == 1


def test_a_key_that_is_known_already_is_not_given_to_somebody_else(device):
    per, client = cast.a_member(Role.READER, "per@example.org"), Client()
    cast.signs_in(client, per)
    assert adds(client, device).status_code == 422
    assert Passkey.objects.get().account.email == "olga@example.org"


def test_a_closed_account_stays_closed(device, client):
    Account.objects.update(is_active=False)
    assert is_refused(client, signs_in(client, device))


def test_whoever_has_to_sign_in_by_a_directory_cannot_by_a_passkey(client, db):
    per, device, browser = cast.a_member(Role.READER, "per@kunta.fi"), Device(), Client()
    cast.signs_in(browser, per)
    adds(browser, device)
    directory = set_up("https://directory.example", is_required=True)
    assert is_refused(client, signs_in(client, device))
    directory.is_required = False
    directory.save()
    assert signs_in(client, device)["Location"] == "/en/desk/"


def test_they_are_named_and_removed_and_nobody_else_s_can_be(device, desk, client):
    found = Passkey.objects.get()
    page = f"{SECURITY}passkeys/{found.pk}/"
    per = Client()
    cast.signs_in(per, cast.a_member(Role.READER, "per@example.org"))
    assert per.get(page).status_code == 404
    assert per.post(f"{page}remove/").status_code == 404
    assert desk.post(page, {"name": "Work phone"}).status_code == 302
    assert "Work phone" in desk.get(SECURITY).content.decode()
    assert desk.post(f"{page}remove/").status_code == 302
    assert is_refused(client, signs_in(client, device))


def test_the_last_factor_stays_where_one_is_required(device, desk):
    require_second_factor(tenant=cast.a_tenant(), is_required=True)
    browser = Client()
    signs_in(browser, device)
    page = f"{SECURITY}passkeys/{Passkey.objects.get().pk}/remove/"
    assert browser.post(page).status_code == 302
    assert Passkey.objects.exists()
    adds(browser, Device(), "Second")
    assert browser.post(page).status_code == 302
    assert Passkey.objects.get().name == "Second"


def test_adding_one_asks_for_a_fresh_sign_in(desk):
    session = desk.session
    session["identity-shown-at"] = 0
    session.save()
    for address in (NEW, NEW_OPTIONS):
        assert "/account/confirm/" in desk.get(address)["Location"]


def test_an_account_has_so_many_and_no_more(desk, device, organiser):
    for number in range(MOST - 1):
        Passkey.objects.create(
            account=organiser,
            name="x",
            credential_id=b"%d" % number,
            public=bytes(Passkey.objects.first().public),
            created_at=timezone.now(),
        )
    assert adds(desk, Device()).status_code == 422


def test_an_account_that_is_opened_again_is_not_opened_by_what_was_before(device, client):
    cast.an_organiser("second@example.org")
    close_account(account=Account.objects.get(email="olga@example.org"), now=timezone.now())
    opened = open_account(address="olga@example.org", name="Another", password=PASSWORD, language="fi")
    assert opened.is_active and not opened.passkeys.exists()
    assert is_refused(client, signs_in(client, device))
