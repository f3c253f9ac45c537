"""Coming in and going out."""

from django.test import Client

from skaala.desk.views import sign_in
from skaala.people.models import Account
from tests.cast import PASSWORD

ADDRESS = "/en/desk/sign-in/"


def sign_in_as(client: Client, email: str, password: str = PASSWORD, **more):
    return client.post(ADDRESS, {"username": email, "password": password, **more})


def test_an_organiser_signs_in_with_her_address_however_she_writes_it(client, organiser):
    response = sign_in_as(client, " OLGA@example.org ")
    assert (response.status_code, response["Location"]) == (302, "/en/desk/")
    assert client.get("/en/desk/").status_code == 200


def test_she_is_led_to_where_she_wanted_to_go(client, organiser):
    assert sign_in_as(client, organiser.email, next="/en/desk/account/")["Location"] == "/en/desk/account/"


def test_she_is_not_led_to_a_stranger_s_site(client, organiser):
    assert sign_in_as(client, organiser.email, next="https://evil.example/")["Location"] == "/en/desk/"


def test_a_wrong_password_and_an_unknown_address_are_answered_alike(client, organiser):
    answers = [
        sign_in_as(client, organiser.email, "wrong"),
        sign_in_as(client, "nobody@example.org", "wrong"),
    ]
    said = [[str(text) for text in answer.context["form"].non_field_errors()] for answer in answers]
    assert said == [["The e-mail address or the password is not right. Check both and try again."]] * 2
    assert client.get("/en/desk/").status_code == 302


def test_a_closed_account_cannot_sign_in(client, organiser):
    Account.objects.update(is_active=False)
    assert sign_in_as(client, organiser.email).status_code == 200
    assert client.get("/en/desk/").status_code == 302


def test_who_tries_too_often_has_to_wait_even_with_the_right_password(client, organiser):
    for _attempt in range(sign_in.TRIES):
        assert sign_in_as(client, organiser.email, "wrong").status_code == 200
    response = sign_in_as(client, organiser.email)
    assert response.status_code == 429
    assert 0 < int(response["Retry-After"]) <= 600


def test_trying_one_account_from_many_places_is_slowed_down_too(client, organiser):
    for number in range(sign_in.TRIES):
        client.post(
            ADDRESS, {"username": organiser.email, "password": "wrong"}, REMOTE_ADDR=f"192.0.2.{number}"
        )
    last = client.post(ADDRESS, {"username": organiser.email, "password": PASSWORD}, REMOTE_ADDR="192.0.2.99")
    assert last.status_code == 429


def test_she_signs_out_by_a_button_and_not_by_a_link(desk):
    assert desk.get("/en/desk/sign-out/").status_code == 405
    assert desk.get("/en/desk/").status_code == 200
    assert desk.post("/en/desk/sign-out/").status_code == 302
    assert desk.get("/en/desk/").status_code == 302


def test_she_changes_her_password_and_stays_signed_in(desk, organiser):
    new = "another walk by the sea"
    sent = {"old_password": PASSWORD, "new_password1": new, "new_password2": new}
    assert desk.post("/en/desk/account/password/", sent).status_code == 302
    assert desk.get("/en/desk/").status_code == 200
    organiser.refresh_from_db()
    assert organiser.check_password(new)


def test_she_chooses_her_language_and_the_desk_changes_to_it(desk, organiser):
    response = desk.post("/en/desk/account/", {"name": "Olga", "language": "sv"}, follow=True)
    assert response.redirect_chain == [("/sv/desk/account/", 302)]
    assert "Dina uppgifter har sparats." in response.content.decode()
    organiser.refresh_from_db()
    assert (organiser.name, organiser.language) == ("Olga", "sv")
