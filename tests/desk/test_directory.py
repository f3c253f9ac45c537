"""Signing in by an organisation's directory: a real OpenID provider, and one that lies."""

from __future__ import annotations

import base64
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from django.test import Client
from django.utils import timezone

from skaala.desk.directory.views.sign_in import ATTEMPTS, PATIENCE
from skaala.mail.models import Email
from skaala.people.models import Account, Directory, Membership
from skaala.people.operations import (
    ask_directories,
    note_session,
)
from skaala.people.rules import Role
from skaala.people.rules.directory import Reason
from skaala.series.models import SeriesRole
from tests import cast
from tests.cast import PASSWORD, TODAY
from tests.desk.at_directory import (
    START,
    claims_as_id,
    comes_back,
    goes_to_directory,
    is_refused,
    noted,
    now_and,
    role_of,
    signs_in,
    tries_with,
    words,
)
from tests.people.directories import set_up

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.xdist_group("directories"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]


# A real provider


def test_a_colleague_of_a_confirmed_domain_gets_an_account_and_the_role_of_their_group(client, provider):
    provider.knows("anna", email="Anna@Kunta.fi", name="Anna Aho", groups=["organisers", "choir"])
    set_up(provider.issuer, client=provider.client())
    response = signs_in(client, provider)
    assert (response.status_code, response["Location"]) == (302, "/en/desk/")
    assert client.get("/en/desk/").status_code == 200
    anna = Account.objects.get()
    assert (anna.email, anna.name, anna.has_usable_password()) == ("anna@kunta.fi", "Anna Aho", False)
    assert role_of("anna@kunta.fi") == "organiser"
    assert noted("sign-in") == [{"by": "directory"}]
    assert noted("do.role-by-directory") == [{"before": "", "after": "organiser"}]


def test_they_are_led_to_where_they_wanted_to_go_and_not_to_a_stranger_s_site(client, provider):
    provider.knows("anna", email="anna@kunta.fi", groups=["readers"])
    set_up(provider.issuer)
    there = goes_to_directory(client, f"{START}?next=/en/desk/account/")
    assert comes_back(client, provider.signs_in(there, "anna"))["Location"] == "/en/desk/account/"
    elsewhere = goes_to_directory(Client(), f"{START}?next=https://evil.example/")
    other = Client()
    elsewhere = goes_to_directory(other, f"{START}?next=https://evil.example/")
    assert comes_back(other, provider.signs_in(elsewhere, "anna"))["Location"] == "/en/desk/"


def test_the_role_follows_the_groups_at_each_sign_in_and_ends_with_them(client, provider):
    cast.an_organiser()
    provider.knows("anna", email="anna@kunta.fi", groups=["organisers"])
    set_up(provider.issuer)
    signs_in(client, provider)
    provider.knows("anna", email="anna@kunta.fi", groups=["readers"])
    signs_in(Client(), provider)
    assert role_of("anna@kunta.fi") == "reader"
    provider.knows("anna", email="anna@kunta.fi", groups=["renamed"])
    later = Client()
    assert is_refused(signs_in(later, provider), Reason.NO_GROUP)
    assert not Membership.objects.filter(account__email="anna@kunta.fi", ended_at=None).exists()
    assert later.get("/en/desk/").status_code == 302
    assert noted("do.role-by-directory")[-1] == {"before": "reader", "after": ""}
    assert noted("sign-in-refused") == [{"reason": "no-group"}]


def test_whoever_is_ended_in_the_directory_loses_the_session_when_it_is_next_asked(client, provider):
    provider.knows("anna", email="anna@kunta.fi", groups=["organisers"])
    set_up(provider.issuer)
    signs_in(client, provider)
    now = timezone.now()
    assert ask_directories(now=now + timedelta(minutes=1)) == 0
    assert ask_directories(now=now + timedelta(minutes=5)) == 0
    assert client.get("/en/desk/").status_code == 200
    provider.ends("anna")
    assert ask_directories(now=now + timedelta(minutes=6)) == 0  # asked a minute ago
    assert ask_directories(now=now + timedelta(minutes=10)) == 1
    assert client.get("/en/desk/").status_code == 302
    assert noted("sign-in-ended-by-directory") == [{}]


def test_signing_out_leads_to_the_directory_s_own_sign_out(client, provider):
    provider.knows("anna", email="anna@kunta.fi", groups=["organisers"])
    set_up(provider.issuer)
    signs_in(client, provider)
    response = client.post("/en/desk/sign-out/")
    assert response["Location"] == "/en/desk/signed-out/"
    page = client.get("/en/desk/signed-out/").content.decode()
    assert f'href="{provider.issuer}/oauth2/end_session?id_token_hint=' in page
    assert client.get("/en/desk/").status_code == 302


def test_a_code_and_an_answer_work_once(client, provider):
    provider.knows("anna", email="anna@kunta.fi", groups=["organisers"])
    set_up(provider.issuer, client=provider.client())
    back = provider.signs_in(goes_to_directory(client), "anna")
    assert comes_back(client, back).status_code == 302
    assert is_refused(comes_back(client, back), Reason.UNKNOWN_ATTEMPT)
    # Somebody else's browser, and the same code with another sign-in's state.
    assert is_refused(comes_back(Client(), back), Reason.UNKNOWN_ATTEMPT)
    thief = Client()
    state = parse_qs(urlsplit(goes_to_directory(thief)).query)["state"][0]
    code = parse_qs(urlsplit(back).query)["code"][0]
    stolen = thief.get(f"/directories/house/return?code={code}&state={state}")
    assert is_refused(stolen, Reason.CODE_REFUSED)


def test_whoever_changes_their_mind_at_the_directory_reads_so_in_plain_words(client, provider):
    set_up(provider.issuer)
    state = parse_qs(urlsplit(goes_to_directory(client)).query)["state"][0]
    response = client.get(f"/directories/house/return?error=access_denied&state={state}")
    assert is_refused(response, Reason.REFUSED_BY_DIRECTORY)


def test_an_owner_tries_the_settings_and_a_wrong_secret_is_said(desk, provider):
    set_up(provider.issuer, client=provider.client())
    page = desk.post("/en/desk/organisations/house/directory/try/").content.decode()
    assert "It does not work yet" not in page and "answers" in page
    client_id, _secret = provider.client()
    Directory.objects.all().delete()
    set_up(provider.issuer, client=(client_id, "wrong"))
    page = desk.post("/en/desk/organisations/house/directory/try/").content.decode()
    assert words(Reason.SECRET_REFUSED) in page


# What a token must be


@pytest.mark.parametrize(
    ("claims", "reason"),
    [
        ({"iss": "https://elsewhere.example"}, Reason.WRONG_ISSUER),
        ({"aud": "another-service"}, Reason.WRONG_AUDIENCE),
        ({"aud": ["skaala", "another"]}, Reason.WRONG_AUDIENCE),
        ({"aud": "skaala", "azp": "another"}, Reason.WRONG_AUDIENCE),
        ({"exp": now_and(-3600), "iat": now_and(-7200)}, Reason.EXPIRED),
        ({"iat": now_and(3600), "exp": now_and(7200)}, Reason.EXPIRED),
        ({"exp": ...}, Reason.UNREADABLE),
        ({"sub": ...}, Reason.UNREADABLE),
        ({"nonce": "of another sign-in"}, Reason.REPLAYED),
        ({"nonce": ...}, Reason.REPLAYED),
        ({"email": ...}, Reason.NO_ADDRESS),
        ({"email": "anna@kunta.fi@elsewhere.example"}, Reason.NO_ADDRESS),
        ({"email_verified": False}, Reason.UNVERIFIED_ADDRESS),
        ({"email": "anna@elsewhere.example"}, Reason.FOREIGN_DOMAIN),
        ({"email": "anna@sub.kunta.fi"}, Reason.FOREIGN_DOMAIN),
        ({"groups": ["choir"]}, Reason.NO_GROUP),
        ({"groups": ...}, Reason.NO_GROUP),
        ({"groups": ..., "_claim_names": {"groups": "src1"}}, Reason.TOO_MANY_GROUPS),
    ],
    ids=claims_as_id,
)
def test_a_wrong_token_lets_nobody_in_and_its_page_says_why(client, liar, claims, reason):
    set_up(liar.issuer)
    liar.claims = claims
    assert is_refused(tries_with(client, liar), reason)
    assert client.get("/en/desk/").status_code == 302
    assert not Account.objects.exists()
    assert noted("sign-in-refused") == [{"reason": reason.value}]


@pytest.mark.parametrize("algorithm", ["none", "HS256"])
def test_a_token_that_nobody_has_signed_with_a_key_of_their_own_is_refused(client, liar, algorithm):
    set_up(liar.issuer)
    liar.algorithm = algorithm
    assert is_refused(tries_with(client, liar), Reason.UNSIGNED)
    assert not Account.objects.exists()


def test_a_token_signed_by_another_key_is_refused(client, liar):
    set_up(liar.issuer)
    liar.signing_key = rsa.generate_private_key(65537, 2048)
    assert is_refused(tries_with(client, liar), Reason.WRONG_SIGNATURE)


def test_a_public_key_that_is_also_offered_as_a_secret_signs_nothing(client, liar):
    """The directory's own list of keys may not turn a public key into a shared secret."""
    set_up(liar.issuer)
    liar.algorithm = "HS256"
    secret = base64.urlsafe_b64encode(liar.public_pem()).decode().rstrip("=")
    liar.answers["/jwks_uri"] = (200, {"keys": [{"kty": "oct", "k": secret, "kid": "one"}]})
    assert is_refused(tries_with(client, liar), Reason.UNSIGNED)


def test_an_honest_token_of_the_same_provider_lets_in(client, liar):
    set_up(liar.issuer)
    assert tries_with(client, liar).status_code == 302
    assert role_of("anna@kunta.fi") == "organiser"


def test_the_answer_of_one_organisation_s_directory_does_not_count_at_another_one_s(client, liar):
    set_up(liar.issuer)
    other = cast.a_tenant("other")
    directory = Directory(
        tenant=other, is_on=True, issuer="https://other.example", client_id="x", sealed_secret=b""
    )
    directory.save()
    back = urlsplit(liar.signs_in(goes_to_directory(client)))
    response = client.get(f"/directories/other/return?{back.query}")
    assert is_refused(response, Reason.UNKNOWN_ATTEMPT)


def test_no_refresh_token_and_no_notice_of_sign_outs_lets_nobody_in(client, liar):
    set_up(liar.issuer)
    there = goes_to_directory(client)
    back = liar.signs_in(there)
    nonce = parse_qs(urlsplit(there).query)["nonce"][0]
    liar.answers["/token_endpoint"] = (200, {"id_token": liar.token(nonce)})
    assert is_refused(comes_back(client, back), Reason.NO_REFRESH)


# Whose account it is


def test_an_account_of_this_organisation_alone_is_taken_over_and_its_password_no_longer_counts(client, liar):
    anna = cast.a_member(Role.READER, "anna@kunta.fi")
    before = Client()
    cast.signs_in(before, anna)
    note_session(account=anna, session_key=before.session.session_key, browser="", now=TODAY)
    set_up(liar.issuer)
    assert tries_with(client, liar).status_code == 302
    assert role_of("anna@kunta.fi") == "organiser"
    assert before.get("/en/desk/").status_code == 302
    answer = Client().post("/en/desk/sign-in/", {"username": anna.email, "password": PASSWORD})
    assert answer.status_code == 200
    assert "directory of your organisation" in answer.content.decode()
    Client().post("/en/desk/sign-in/forgotten/", {"address": anna.email})
    assert not Email.objects.filter(kind="people.new_password").exists()


def test_an_account_that_works_for_another_organisation_is_not(client, liar):
    other = cast.a_tenant("other")
    cast.a_member(Role.READER, "anna@kunta.fi", tenant=other)
    set_up(liar.issuer)
    assert is_refused(tries_with(client, liar), Reason.ANOTHER_ORGANISATION)
    assert not Membership.objects.filter(tenant__slug="house").exists()


def test_nor_one_with_a_role_in_another_organisation_s_series(client, liar):
    anna = cast.a_member(Role.READER, "anna@kunta.fi")
    series = cast.a_series(tenant=cast.a_tenant("other"))
    SeriesRole.objects.create(series=series, account=anna, role=Role.ANALYST, since=TODAY)
    set_up(liar.issuer)
    assert is_refused(tries_with(client, liar), Reason.ANOTHER_ORGANISATION)


def test_an_address_that_was_given_to_somebody_else_does_not_open_the_account_of_before(client, liar):
    set_up(liar.issuer)
    tries_with(client, liar)
    liar.claims = {"sub": "another anna"}
    assert is_refused(tries_with(Client(), liar), Reason.ANOTHER_PERSON)


def test_a_closed_account_stays_closed(client, liar):
    set_up(liar.issuer)
    tries_with(client, liar)
    Account.objects.update(is_active=False)
    assert is_refused(tries_with(Client(), liar), Reason.CLOSED)


def test_a_domain_that_nobody_has_confirmed_lets_nobody_in(client, liar):
    set_up(liar.issuer).domains.update(confirmed_at=None)
    assert is_refused(tries_with(client, liar), Reason.FOREIGN_DOMAIN)


def test_the_last_owner_is_not_demoted(client, liar):
    cast.a_member(Role.OWNER, "anna@kunta.fi")
    set_up(liar.issuer)
    for groups in (["readers"], []):
        liar.claims = {"groups": groups}
        browser = Client()
        assert tries_with(browser, liar).status_code == 302
        assert role_of("anna@kunta.fi") == "owner"
        assert "you are the last one" in browser.get("/en/desk/").content.decode()
    cast.an_organiser()
    liar.claims = {"groups": ["readers"]}
    assert tries_with(client, liar).status_code == 302
    assert role_of("anna@kunta.fi") == "reader"


def test_an_owner_keeps_the_password_for_the_day_the_directory_does_not_answer(client, liar):
    cast.a_member(Role.OWNER, "anna@kunta.fi")
    set_up(liar.issuer, is_required=True)
    liar.claims = {"groups": ["owners"]}
    tries_with(Client(), liar)
    answer = client.post("/en/desk/sign-in/", {"username": "anna@kunta.fi", "password": PASSWORD})
    assert answer.status_code == 302


def test_members_who_have_never_used_it_keep_their_password_unless_it_is_required(client, liar):
    anna = cast.a_member(Role.READER, "anna@kunta.fi")
    directory = set_up(liar.issuer)
    sent = {"username": anna.email, "password": PASSWORD}
    assert Client().post("/en/desk/sign-in/", sent).status_code == 302
    directory.is_required = True
    directory.save()
    assert Client().post("/en/desk/sign-in/", sent).status_code == 200
    stranger = cast.a_member(Role.READER, "per@elsewhere.example")
    sent = {"username": stranger.email, "password": PASSWORD}
    assert Client().post("/en/desk/sign-in/", sent).status_code == 302


def test_an_answer_that_names_another_directory_is_refused_before_its_code_is_used(client, liar):
    """Where two directories could be exchanged for one another (RFC 9207)."""
    set_up(liar.issuer)
    back = liar.signs_in(goes_to_directory(client))
    assert is_refused(comes_back(client, f"{back}&iss=https://elsewhere.example"), Reason.WRONG_ISSUER)
    assert len(liar.codes) == 1
    again = liar.signs_in(goes_to_directory(client))
    assert comes_back(client, f"{again}&iss={liar.issuer}").status_code == 302


def test_two_tabs_do_not_disturb_one_another_and_a_sign_in_is_over_after_a_while(client, liar):
    set_up(liar.issuer)
    first, second = (liar.signs_in(goes_to_directory(client)) for _tab in range(2))
    assert comes_back(client, first).status_code == 302
    assert comes_back(client, second).status_code == 302
    late = Client()
    back = liar.signs_in(goes_to_directory(late))
    session = late.session
    session[ATTEMPTS] = [one | {"since": one["since"] - PATIENCE - 1} for one in session[ATTEMPTS]]
    session.save()
    assert is_refused(comes_back(late, back), Reason.UNKNOWN_ATTEMPT)


def test_whoever_has_intercepted_a_code_cannot_use_it_without_the_verifier(client, liar):
    set_up(liar.issuer)
    back = liar.signs_in(goes_to_directory(client))
    session = client.session
    session[ATTEMPTS] = [one | {"verifier": "x" * 43} for one in session[ATTEMPTS]]
    session.save()
    assert is_refused(comes_back(client, back), Reason.CODE_REFUSED)
