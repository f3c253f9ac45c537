"""Sessions that rest on a directory, and setting one up."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client
from django.utils import timezone

from skaala.desk.directory.views.sign_in import MOST_NOTED_AN_HOUR
from skaala.people.messages import REASONS
from skaala.people.models import Account, Directory, DirectorySession
from skaala.people.operations import (
    add_member,
    ask_directories,
    require_second_factor,
)
from skaala.people.rules import Role
from skaala.people.rules.directory import LOGOUT_EVENT, Reason
from skaala.workshops.links.live import Audience
from skaala.workshops.links.readers import member_reader, present_readers
from tests import cast
from tests.cast import TODAY
from tests.desk.at_directory import (
    START,
    claims_as_id,
    comes_back,
    goes_to_directory,
    is_refused,
    noted,
    now_and,
    signs_in,
    tries_with,
    words,
)
from tests.people.directories import set_up
from tests.workshops.boards import a_board

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.xdist_group("directories"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]


# Sessions


def test_the_directory_s_own_notice_ends_the_session_at_once(client, liar):
    set_up(liar.issuer)
    liar.claims = {"sid": "s1"}
    tries_with(client, liar)
    other = Client()
    liar.claims = {"sid": "s2"}
    tries_with(other, liar)
    event = {"events": {LOGOUT_EVENT: {}}, "sub": ..., "nonce": ..., "email": ...}
    notice = liar.token(sid="s1", **event)
    response = Client().post("/directories/house/ended", {"logout_token": notice})
    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]
    assert client.get("/en/desk/").status_code == 302
    assert other.get("/en/desk/").status_code == 200
    everything = liar.token(**event | {"sub": "anna", "sid": ...})
    assert Client().post("/directories/house/ended", {"logout_token": everything}).status_code == 200
    assert other.get("/en/desk/").status_code == 302


@pytest.mark.parametrize(
    "claims",
    [
        {"events": ...},  # a token of a sign-in is no notice
        {"nonce": "x"},
        {"iss": "https://elsewhere.example"},
        {"aud": "another"},
        {"exp": now_and(-600)},
        {"iat": now_and(-3600)},
        {"sub": ..., "sid": ...},
    ],
    ids=claims_as_id,
)
def test_a_notice_that_is_not_one_ends_nothing(client, liar, claims):
    set_up(liar.issuer)
    tries_with(client, liar)
    notice = liar.token(**{"events": {LOGOUT_EVENT: {}}, "nonce": ...} | claims)
    assert Client().post("/directories/house/ended", {"logout_token": notice}).status_code == 400
    liar.algorithm = "none"
    unsigned = liar.token(events={LOGOUT_EVENT: {}}, nonce=...)
    assert Client().post("/directories/house/ended", {"logout_token": unsigned}).status_code == 400
    assert client.get("/en/desk/").status_code == 200


def test_a_directory_that_does_not_answer_ends_no_session_for_an_hour(client, liar):
    set_up(liar.issuer)
    tries_with(client, liar)
    now = timezone.now()
    liar.answers["/token_endpoint"] = (503, {})
    assert ask_directories(now=now + timedelta(minutes=30)) == 0
    liar.answers["/.well-known/openid-configuration"] = (503, {})
    assert ask_directories(now=now + timedelta(minutes=59)) == 0
    assert client.get("/en/desk/").status_code == 200
    assert ask_directories(now=now + timedelta(minutes=64)) == 1
    assert client.get("/en/desk/").status_code == 302


def test_a_directory_that_is_switched_off_or_removed_ends_its_sessions(client, liar, desk):
    directory = set_up(liar.issuer)
    tries_with(client, liar)
    page = "/en/desk/organisations/house/directory/"
    assert desk.post(f"{page}remove/").status_code == 302
    assert client.get("/en/desk/").status_code == 302
    assert not Directory.objects.filter(pk=directory.pk).exists()
    assert not DirectorySession.objects.exists()


def test_what_is_sensitive_asks_the_directory_again_and_not_for_a_password(client, liar):
    cast.an_organiser()
    set_up(liar.issuer)
    liar.claims = {"groups": ["owners"]}
    tries_with(client, liar)
    session = client.session
    session["identity-shown-at"] = 0
    session.save()
    page = "/en/desk/organisations/house/members/invite/"
    there = client.get(page)["Location"]
    confirm = client.get(there).content.decode()
    assert "Sign in again" in confirm and 'type="password"' not in confirm
    asked = goes_to_directory(client, f"{START}?next={page}")
    assert "prompt=login" in asked and "max_age=0" in asked
    liar.claims = {"groups": ["owners"], "auth_time": now_and(-7200)}
    assert is_refused(comes_back(client, liar.signs_in(asked)), Reason.NOT_FRESH)
    liar.claims = {"groups": ["owners"], "auth_time": now_and(0)}
    again = goes_to_directory(client, f"{START}?next={page}")
    assert comes_back(client, liar.signs_in(again))["Location"] == page
    assert client.get(page).status_code == 200


def test_the_directory_stands_for_the_second_factor_of_its_own_organisation_alone(client, liar):
    set_up(liar.issuer)
    require_second_factor(tenant=cast.a_tenant(), is_required=True)
    tries_with(client, liar)
    assert client.get("/en/desk/").status_code == 200
    other = cast.a_tenant("other", requires_second_factor=True)
    add_member(tenant=other, account=Account.objects.get(), role=Role.READER, now=TODAY)
    assert client.get("/en/desk/")["Location"] == "/en/desk/account/security/"


# Setting it up

FORM = {
    "issuer": "https://directory.example",
    "client_id": "skaala",
    "secret": "s3cret",
    "scopes": "openid email",
    "groups_claim": "groups",
    "domains": "Kunta.fi\n@kommun.fi",
    "groups_owner": "admins",
    "groups_reader": "everybody\ninterns",
    "is_on": "on",
}
PAGE = "/en/desk/organisations/house/directory/"


def test_an_owner_sets_it_up_and_the_secret_is_sealed_and_never_shown(desk):
    assert desk.post(PAGE, FORM).status_code == 302
    directory = Directory.objects.get()
    assert b"s3cret" not in bytes(directory.sealed_secret)
    page = desk.get(PAGE).content.decode()
    assert "s3cret" not in page and "http://testserver/directories/house/return" in page
    assert set(directory.domains.values_list("domain", "confirmed_at")) == {
        ("kunta.fi", None),
        ("kommun.fi", None),
    }
    assert dict(directory.groups.values_list("group", "role")) == {
        "admins": "owner",
        "everybody": "reader",
        "interns": "reader",
    }
    before = bytes(directory.sealed_secret)
    desk.post(PAGE, FORM | {"secret": ""})
    directory.refresh_from_db()
    assert bytes(directory.sealed_secret) == before
    assert noted("do.directory") == [{"organisation": "house"}] * 2


@pytest.mark.parametrize(
    "sent",
    [
        {"issuer": "http://directory.example"},
        {"issuer": "https://user:pass@directory.example"},
        {"issuer": "javascript:alert(1)"},
        {"issuer": "https://"},
        {"issuer": "https://directory.example/#x"},
        {"scopes": "email"},
        {"domains": "not a domain"},
        {"groups_reader": "admins"},
        {"secret": ""},
    ],
    ids=str,
)
def test_settings_that_cannot_work_are_refused(desk, sent):
    assert desk.post(PAGE, FORM | sent).status_code == 422
    assert not Directory.objects.exists()


def test_another_directory_knows_nobody_of_before_by_number(client, liar, desk):
    directory = set_up(liar.issuer)
    tries_with(client, liar)
    desk.post(PAGE, FORM | {"domains": "kunta.fi"})
    assert not directory.identities.exists()
    assert client.get("/en/desk/").status_code == 302
    assert directory.domains.get().confirmed_at == TODAY


def test_only_owners_see_the_page(client, db):
    cast.signs_in(client, cast.a_member(Role.ORGANISER, "per@example.org"))
    assert client.get(PAGE).status_code == 403


@pytest.mark.parametrize(
    ("path", "answer", "reason"),
    [
        ("/.well-known/openid-configuration", (404, {}), Reason.NO_DIRECTORY),
        ("/.well-known/openid-configuration", (200, b"<html>"), Reason.NO_DIRECTORY),
        ("/.well-known/openid-configuration", (200, b"x" * 1_100_000), Reason.NO_DIRECTORY),
        ("/.well-known/openid-configuration", (302, b""), Reason.REDIRECTS),
        ("/.well-known/openid-configuration", (200, {"issuer": "https://x"}), Reason.CALLED_OTHERWISE),
        ("/jwks_uri", (200, {"keys": []}), Reason.NO_KEYS),
        ("/token_endpoint", (401, {"error": "invalid_client"}), Reason.SECRET_REFUSED),
    ],
    ids=str,
)
def test_trying_says_in_plain_words_what_is_wrong(desk, liar, path, answer, reason):
    set_up(liar.issuer)
    liar.answers[path] = answer
    page = desk.post(f"{PAGE}try/").content.decode()
    assert words(reason) in page


def test_a_directory_may_not_lead_us_to_an_unsafe_address(desk, liar):
    set_up(liar.issuer)
    liar.description = {"token_endpoint": "http://192.168.0.1/token"}
    page = desk.post(f"{PAGE}try/").content.decode()
    assert words(Reason.UNSAFE_ADDRESS) in page


def test_a_directory_is_offered_only_while_it_is_on(client, liar):
    directory = set_up(liar.issuer)
    assert START in client.get("/en/desk/sign-in/").content.decode()
    Directory.objects.update(is_on=False)
    assert START not in client.get("/en/desk/sign-in/").content.decode()
    assert client.get(START).status_code == 404
    assert client.get(f"/directories/{directory.tenant.slug}/return").status_code == 404


def test_a_directory_is_offered_once_the_operator_has_confirmed_a_domain(client, liar):
    """Before that it lets nobody in, so its button would lead to a refusal."""
    directory = set_up(liar.issuer)
    directory.domains.update(confirmed_at=None)
    assert START not in client.get("/en/desk/sign-in/").content.decode()
    assert client.get(START).status_code == 302  # who sets it up may try it


def test_the_words_of_every_reason_are_written():
    assert set(REASONS) == set(Reason)


def test_refusals_do_not_fill_the_trail(client, provider):
    set_up(provider.issuer)
    for _attempt in range(MOST_NOTED_AN_HOUR + 3):
        state = parse_qs(urlsplit(goes_to_directory(client)).query)["state"][0]
        client.get(f"/directories/house/return?error=access_denied&state={state}")
    assert len(noted("sign-in-refused")) == MOST_NOTED_AN_HOUR


def test_whoever_is_ended_in_the_directory_keeps_no_stream_either(client, provider):
    board = a_board()
    provider.knows("anna", email="anna@kunta.fi", groups=["organisers"])
    set_up(provider.issuer)
    signs_in(client, provider)

    def reader() -> tuple[int, str]:
        account = Account.objects.get()
        return board.pk, member_reader(Audience.FACILITATOR, account.pk, account.sessions.latest("pk").pk)

    before = reader()
    assert before in present_readers([board.pk], now=timezone.now())
    provider.ends("anna")
    assert ask_directories(now=timezone.now() + timedelta(minutes=5)) == 1
    assert before not in present_readers([board.pk], now=timezone.now())
    provider.knows("anna", email="anna@kunta.fi", groups=["organisers"])
    signs_in(client, provider)
    assert reader() in present_readers([board.pk], now=timezone.now())
    assert before not in present_readers([board.pk], now=timezone.now())


def test_the_trail_says_in_words_what_the_directory_has_done(client, provider, desk):
    provider.knows("anna", email="anna@kunta.fi", groups=["organisers"])
    set_up(provider.issuer)
    signs_in(client, provider)
    provider.knows("anna", email="anna@kunta.fi", groups=[])
    signs_in(Client(), provider)
    page = desk.get("/en/desk/organisations/house/audit/").content.decode()
    for said in ("by the directory", "–, Organiser", "Organiser, –", words(Reason.NO_GROUP)):
        assert said in page


def test_removing_takes_a_second_press(desk, liar):
    set_up(liar.issuer)
    page = desk.get(PAGE).content.decode()
    before, _form, after = page.partition('action="/en/desk/organisations/house/directory/remove/"')
    assert before.rindex("<details>") > before.rfind("</details>") and "</details>" in after
