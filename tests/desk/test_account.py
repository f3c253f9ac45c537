"""Coming in and going out."""

import re
from urllib.parse import urlencode, urlsplit

import pytest
from django.test import Client
from django.utils import timezone

from skaala.people.links import new_password_url
from skaala.people.models import Account
from skaala.people.operations import begin_second_factor
from skaala.people.operations.sign_in_failures import FREE
from skaala.people.rules import totp
from tests import cast
from tests.cast import PASSWORD

ADDRESS = "/en/desk/sign-in/"


def sign_in_as(client: Client, email: str, password: str = PASSWORD, **more):
    return client.post(ADDRESS, {"username": email, "password": password, **more})


def test_an_organiser_signs_in_with_their_address_however_they_write_it(client, organiser):
    response = sign_in_as(client, " OLGA@example.org ")
    assert (response.status_code, response["Location"]) == (302, "/en/desk/")
    assert client.get("/en/desk/").status_code == 200


def test_they_are_led_to_where_they_wanted_to_go(client, organiser):
    assert sign_in_as(client, organiser.email, next="/en/desk/account/")["Location"] == "/en/desk/account/"


def test_they_are_not_led_to_a_stranger_s_site(client, organiser):
    assert sign_in_as(client, organiser.email, next="https://evil.example/")["Location"] == "/en/desk/"


def test_a_wrong_password_and_an_unknown_address_are_answered_alike(client, organiser):
    answers = [
        sign_in_as(client, organiser.email, "wrong"),
        sign_in_as(client, "nobody@example.org", "wrong"),
    ]
    said = [[str(text) for text in answer.context["form"].non_field_errors()] for answer in answers]
    assert said == [["The email address or the password is not right. Check both and try again."]] * 2
    assert client.get("/en/desk/").status_code == 302


def test_a_closed_account_cannot_sign_in(client, organiser):
    Account.objects.update(is_active=False)
    assert sign_in_as(client, organiser.email).status_code == 200
    assert client.get("/en/desk/").status_code == 302


def test_who_fails_too_often_has_to_wait_even_with_the_right_password(client, organiser):
    for _attempt in range(FREE["account"]):
        assert sign_in_as(client, organiser.email, "wrong").status_code == 200
    response = sign_in_as(client, organiser.email)
    assert response.status_code == 429
    assert 0 < int(response["Retry-After"]) <= 6


def test_trying_one_account_from_many_places_is_slowed_down_too(client, organiser):
    for number in range(FREE["account"]):
        client.post(
            ADDRESS, {"username": organiser.email, "password": "wrong"}, REMOTE_ADDR=f"192.0.2.{number}"
        )
    last = client.post(ADDRESS, {"username": organiser.email, "password": PASSWORD}, REMOTE_ADDR="192.0.2.99")
    assert last.status_code == 429


def test_strangers_do_not_lock_out_a_device_that_has_signed_in_before(client, organiser):
    assert sign_in_as(client, organiser.email).status_code == 302
    client.post("/en/desk/sign-out/")
    for _attempt in range(20):
        sign_in_as(Client(), organiser.email, "wrong")
    assert sign_in_as(Client(), organiser.email).status_code == 429
    assert sign_in_as(client, organiser.email).status_code == 302


def test_a_device_is_no_longer_known_after_the_password_was_changed(client, organiser):
    sign_in_as(client, organiser.email)
    client.post("/en/desk/sign-out/")
    organiser.set_password("another walk by the sea")
    organiser.save()
    for _attempt in range(20):
        sign_in_as(Client(), organiser.email, "wrong")
    assert sign_in_as(client, organiser.email, "another walk by the sea").status_code == 429


def test_they_sign_out_by_a_button_and_not_by_a_link(desk):
    assert desk.get("/en/desk/sign-out/")["Location"] == "/en/desk/"
    assert desk.get("/en/desk/").status_code == 200
    assert desk.post("/en/desk/sign-out/").status_code == 302
    assert desk.get("/en/desk/").status_code == 302


def test_they_change_their_password_and_stay_signed_in(desk, organiser):
    new = "another walk by the sea"
    sent = {"old_password": PASSWORD, "new_password1": new, "new_password2": new}
    assert desk.post("/en/desk/account/password/", sent).status_code == 302
    assert desk.get("/en/desk/").status_code == 200
    organiser.refresh_from_db()
    assert organiser.check_password(new)


NEW = "another walk by the sea"
CHANGE = {"old_password": PASSWORD, "new_password1": NEW, "new_password2": NEW}


def listed(browser: Client) -> str:
    return browser.get("/en/desk/account/security/").content.decode()


def test_after_a_change_of_the_password_the_list_of_sessions_is_as_they_are(organiser):
    here, there = (
        Client(HTTP_USER_AGENT="Firefox/130 (Windows)"),
        Client(HTTP_USER_AGENT="Chrome/130 (Android)"),
    )
    for browser in (here, there):
        sign_in_as(browser, organiser.email)
    assert here.post("/en/desk/account/password/", CHANGE).status_code == 302
    assert "Firefox, Windows" in listed(here) and "Chrome, Android" not in listed(here)
    assert there.get("/en/desk/").status_code == 302
    assert organiser.sessions.get().session_key == here.session.session_key


def test_the_present_password_cannot_be_guessed_in_an_open_browser(desk):
    wrong = CHANGE | {"old_password": "wrong"}
    answers = [
        desk.post("/en/desk/account/password/", wrong).status_code for _guess in range(FREE["account"])
    ]
    assert set(answers) == {200}
    assert desk.post("/en/desk/account/password/", CHANGE).status_code == 429
    # Nor by going on where it is asked for once more.
    assert desk.post("/en/desk/account/confirm/", {"password": PASSWORD}).status_code == 429


def test_who_forgets_to_type_something_or_mistypes_the_new_one_is_not_counted(desk):
    for sent in ({}, CHANGE | {"new_password2": "different"}):
        for _time in range(FREE["account"] + 1):
            assert desk.post("/en/desk/account/password/", sent).status_code == 200
    assert desk.post("/en/desk/account/password/", CHANGE).status_code == 302


def test_this_browser_stays_known_after_a_change_of_the_password(client, organiser):
    sign_in_as(client, organiser.email)
    client.post("/en/desk/account/password/", CHANGE)
    client.post("/en/desk/sign-out/")
    for _attempt in range(20):
        sign_in_as(Client(), organiser.email, "wrong")
    assert sign_in_as(client, organiser.email, NEW).status_code == 302


def test_who_chooses_a_new_password_by_email_signs_in_at_once_whoever_has_guessed_before(client, organiser):
    for _attempt in range(20):
        sign_in_as(Client(), organiser.email, "wrong")
    link = urlsplit(new_password_url(organiser, "en")).path
    assert client.post(link, {"password": NEW}).status_code == 302
    assert sign_in_as(Client(), organiser.email, NEW).status_code == 302  # nothing is counted any more
    for _attempt in range(20):
        sign_in_as(Client(), organiser.email, "wrong")
    assert sign_in_as(client, organiser.email, NEW).status_code == 302  # and this browser is known


def test_they_choose_their_language_and_the_desk_changes_to_it(desk, organiser):
    response = desk.post("/en/desk/account/", {"name": "Olga", "language": "sv"}, follow=True)
    assert response.redirect_chain == [("/sv/desk/account/", 302)]
    assert "Dina uppgifter har sparats." in response.content.decode()
    organiser.refresh_from_db()
    assert (organiser.name, organiser.language) == ("Olga", "sv")


def turn_on(desk: Client, organiser: Account) -> tuple[bytes, list[str]]:
    secret = begin_second_factor(account=organiser)
    code = totp.code(secret, totp.step_at(timezone.now()) - 1)
    page = desk.post("/en/desk/account/security/second-factor/", {"code": code})
    assert page.status_code == 200
    return secret, re.findall(r"<code>([0-9a-f]{4}-[0-9a-f]{6})</code>", page.content.decode())


def test_with_a_second_factor_the_password_alone_opens_nothing(desk, organiser):
    secret, codes = turn_on(desk, organiser)
    assert len(codes) == 10
    browser = Client()
    assert sign_in_as(browser, organiser.email)["Location"] == "/en/desk/sign-in/code/"
    assert browser.get("/en/desk/").status_code == 302
    assert browser.post("/en/desk/sign-in/code/", {"code": "000000"}).status_code == 422
    code = totp.code(secret, totp.step_at(timezone.now()))
    assert browser.post("/en/desk/sign-in/code/", {"code": code})["Location"] == "/en/desk/"
    assert browser.get("/en/desk/").status_code == 200
    other = Client()
    sign_in_as(other, organiser.email)
    assert other.post("/en/desk/sign-in/code/", {"code": code}).status_code == 422  # no code works twice


def test_a_recovery_code_works_once(desk, organiser):
    _secret, codes = turn_on(desk, organiser)
    for expected in (302, 422):
        browser = Client()
        sign_in_as(browser, organiser.email)
        assert browser.post("/en/desk/sign-in/code/", {"code": codes[0].upper()}).status_code == expected


def test_codes_cannot_be_guessed_at_will(desk, organiser):
    turn_on(desk, organiser)
    browser = Client()
    sign_in_as(browser, organiser.email)
    answers = [browser.post("/en/desk/sign-in/code/", {"code": f"{n:06}"}).status_code for n in range(8)]
    assert answers[-1] == 429


def test_an_organisation_can_require_a_second_factor(desk, organiser):
    cast.a_series()
    desk.post("/en/desk/organisations/house/members/second-factor/", {"required": "yes"})
    assert desk.get("/en/desk/series/spring/")["Location"] == "/en/desk/account/security/"
    turn_on(desk, organiser)
    assert desk.get("/en/desk/series/spring/").status_code == 200
    desk.post("/en/desk/account/security/second-factor/remove/")
    assert desk.get("/en/desk/series/spring/").status_code == 200  # it stays on


def test_without_the_second_factor_that_is_required_only_the_account_opens(desk, organiser):
    cast.a_tenant().__class__.objects.update(requires_second_factor=True)
    assert desk.get("/en/desk/")["Location"] == "/en/desk/account/security/"
    for page in ("account/", "account/security/", "account/password/"):
        assert desk.get(f"/en/desk/{page}").status_code == 200


def grow_old(browser: Client, minutes: int) -> None:
    session = browser.session
    session["identity-shown-at"] = timezone.now().timestamp() - minutes * 60
    session.save()


@pytest.mark.parametrize(
    ("button", "page"),
    [
        ("account/security/second-factor/remove/", "account/security/"),
        ("account/security/recovery-codes/", "account/security/"),
        ("organisations/house/members/second-factor/", "organisations/house/members/"),
    ],
)
def test_a_sensitive_button_asks_for_the_password_again_and_leads_back_to_its_page(desk, button, page):
    grow_old(desk, 34)  # some minutes of grace
    assert "/confirm/" not in desk.post(f"/en/desk/{button}").get("Location", "")
    grow_old(desk, 36)
    asked = desk.post(f"/en/desk/{button}")["Location"]
    assert asked == f"/en/desk/account/confirm/?{urlencode({'next': f'/en/desk/{page}'})}"
    assert desk.get(asked).status_code == 200


def test_the_file_of_the_trail_asks_for_the_password_again(desk):
    grow_old(desk, 31)
    assert "/confirm/" in desk.get("/en/desk/organisations/house/audit/file/")["Location"]


def test_sessions_are_listed_and_ended(organiser):
    here, there = (
        Client(HTTP_USER_AGENT="Firefox/130 (Windows)"),
        Client(HTTP_USER_AGENT="Chrome/130 (Android)"),
    )
    for browser in (here, there):
        sign_in_as(browser, organiser.email)
    page = here.get("/en/desk/account/security/").content.decode()
    assert "Firefox, Windows" in page and "Chrome, Android" in page
    other = organiser.sessions.get(browser="Chrome, Android")
    here.post(f"/en/desk/account/security/sessions/{other.pk}/")
    assert (here.get("/en/desk/").status_code, there.get("/en/desk/").status_code) == (200, 302)
    sign_in_as(there, organiser.email)
    here.post("/en/desk/account/security/sessions/")
    assert (here.get("/en/desk/").status_code, there.get("/en/desk/").status_code) == (200, 302)


def test_nobody_ends_another_person_s_session(organiser):
    mine, theirs = Client(), Client()
    sign_in_as(mine, organiser.email)
    per = cast.an_organiser("per@example.org")
    sign_in_as(theirs, per.email)
    mine.post(f"/en/desk/account/security/sessions/{per.sessions.get().pk}/")
    assert theirs.get("/en/desk/").status_code == 200


def test_sensitive_pages_ask_for_the_password_again_after_half_an_hour(organiser):
    cast.a_series()
    browser = Client()
    sign_in_as(browser, organiser.email)
    export = "/en/desk/series/spring/registrations/export/"
    assert browser.get(export).status_code == 200
    session = browser.session
    session["identity-shown-at"] -= 31 * 60
    session.save()
    asked = browser.get(export)["Location"]
    assert asked.startswith("/en/desk/account/confirm/?next=")
    assert browser.post(asked, {"password": "wrong"}).status_code == 422
    assert browser.post(asked, {"password": PASSWORD, "next": export})["Location"] == export
    assert browser.get(export).status_code == 200
    assert (
        browser.post(asked, {"password": PASSWORD, "next": "https://evil.example/"})["Location"]
        == "/en/desk/"
    )


def test_what_was_done_before_the_sign_in_is_said_on_its_page(client, organiser):
    link = urlsplit(new_password_url(organiser, "en")).path
    response = client.post(link, {"password": NEW}, follow=True)
    assert "Your password has been changed. Sign in with it." in response.content.decode()
