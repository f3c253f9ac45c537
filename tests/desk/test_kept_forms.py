"""The idle limit, and what was typed when a sign-in came between."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from django import forms
from django.apps import apps
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone, translation

from skaala.desk.frame.kept_forms import KEPT, SECRET
from skaala.people.models import AccountSession
from skaala.series.models import Update
from tests import cast
from tests.cast import PASSWORD
from tests.pages.w3c import complaints

SIGN_IN = "/en/desk/sign-in/"
NEW = "/en/desk/series/spring/news/new/"
TYPED = {
    "title_en": 'Typed <by> "hand"',
    "body_en": "Two\nlines & more",
    "published_at_day": "2030-01-15",
    "published_at_time": "10:00",
}


@pytest.fixture
def browser(organiser) -> Client:
    """A browser in which they have signed in by their password."""
    cast.a_series()
    client = Client(HTTP_SEC_FETCH_MODE="navigate")
    signs_in(client, organiser)
    assert client.get("/en/desk/").status_code == 200
    return client


def signs_in(client: Client, account, next_page: str = "") -> str:
    answer = client.post(SIGN_IN, {"username": account.email, "password": PASSWORD, "next": next_page})
    assert answer.status_code == 302
    return str(answer["Location"])


def left_alone(client: Client, minutes: int) -> None:
    session = client.session
    session["last-used-at"] -= minutes * 60
    session.save()


def sends(client: Client, address: str = NEW, typed=TYPED, page: str = NEW, **headers):
    return client.post(address, typed, HTTP_REFERER=f"http://testserver{page}", **headers)


def next_of(answer) -> str:
    assert answer.status_code == 302, answer.status_code
    return parse_qs(urlsplit(answer["Location"]).query)["next"][0]


def test_after_two_hours_without_use_the_next_page_asks_for_a_sign_in(browser, settings):
    left_alone(browser, 119)
    assert browser.get("/en/desk/").status_code == 200
    left_alone(browser, 121)
    asked = browser.get(NEW, follow=True)
    assert asked.redirect_chain[0][0] == f"{SIGN_IN}?next={NEW}"
    assert "because this browser had not been used for a while" in asked.content.decode()
    assert not AccountSession.objects.filter(session_key__in=Session.objects.values("pk")).exists()


def test_the_operator_says_how_long(browser, settings):
    settings.IDLE_MINUTES = 10
    left_alone(browser, 11)
    assert browser.get("/en/desk/").status_code == 302


def test_with_no_limit_the_session_ends_as_sessions_do(browser, settings):
    settings.IDLE_MINUTES = 0
    left_alone(browser, 11 * 60)
    assert browser.get("/en/desk/").status_code == 200


def test_a_page_that_asks_for_news_keeps_nobody_signed_in_and_a_press_does(browser):
    left_alone(browser, 100)
    browser.get("/en/desk/", HTTP_SEC_FETCH_DEST="empty")
    left_alone(browser, 15)
    browser.post("/en/desk/account/stay/", HTTP_SEC_FETCH_DEST="empty")
    left_alone(browser, 100)
    assert browser.get("/en/desk/", HTTP_SEC_FETCH_DEST="empty").status_code == 200
    left_alone(browser, 21)
    assert browser.get("/en/desk/", HTTP_SEC_FETCH_DEST="empty").status_code == 302


def test_a_form_that_was_sent_too_late_is_filled_again_after_the_sign_in_and_not_sent(browser, organiser):
    left_alone(browser, 121)
    where = next_of(sends(browser))
    assert where == f"{NEW}#kept-form"
    assert "what you typed is in its form again" in browser.get(SIGN_IN).content.decode()
    assert signs_in(browser, organiser, where) == where
    page = browser.get(NEW).content.decode()
    assert "This form has not been sent" in page
    assert 'value="Typed &lt;by&gt; &quot;hand&quot;"' in page and "Two\nlines &amp; more</textarea>" in page
    assert not Update.objects.exists()
    assert "This form has not been sent" in browser.get(NEW).content.decode()  # also when it is loaded anew

    sent = sends(browser)
    assert sent.status_code == 302, sent.context["form"].errors
    assert 'Typed <by> "hand"' in str(Update.objects.get().title)
    assert "This form has not been sent" not in browser.get(NEW).content.decode()


def test_it_waits_for_the_same_account_alone_and_is_not_to_be_read_in_the_table(browser):
    other = cast.an_organiser("other@example.org")
    left_alone(browser, 121)
    where = next_of(sends(browser))
    assert "lines" not in str(browser.session[KEPT])
    signs_in(browser, other, where)
    assert "lines &amp; more" not in browser.get(NEW).content.decode()


def test_a_session_that_has_ended_is_no_loss_either_where_the_device_is_known(browser, organiser):
    Session.objects.all().delete()
    where = next_of(sends(browser))
    signs_in(browser, organiser, where)
    assert "lines &amp; more</textarea>" in browser.get(NEW).content.decode()


def test_of_a_stranger_nothing_is_kept(db):
    stranger = Client()
    cast.a_series()
    assert sends(stranger).status_code == 302
    assert not Session.objects.exists()


def test_passwords_are_not_kept_and_no_form_asks_for_one_by_a_name_that_is(browser, organiser):
    left_alone(browser, 121)
    sends(browser, typed=TYPED | {"secret": "s3cret", "new_password": "pa55word"})
    signs_in(browser, organiser)
    page = browser.get(NEW).content.decode()
    assert "s3cret" not in page and "pa55word" not in page
    for form in every_form(forms.BaseForm):
        for name, one in form.base_fields.items() if hasattr(form, "base_fields") else ():
            if isinstance(one.widget, forms.PasswordInput):
                assert SECRET.search(name), f"{form}: {name}"


def every_form(kind):
    assert apps.ready
    for one in kind.__subclasses__():
        yield one
        yield from every_form(one)


def test_what_a_script_sends_is_not_kept_but_answered(browser):
    left_alone(browser, 121)
    assert sends(browser, HTTP_SEC_FETCH_MODE="cors").status_code == 302
    assert KEPT not in browser.session


def test_a_fresh_sign_in_gives_the_form_back_too(browser, organiser):
    session = browser.session
    session["identity-shown-at"] -= 36 * 60
    session.save()
    invite = "/en/desk/organisations/house/members/invite/"
    where = next_of(sends(browser, invite, {"address": "new@example.org", "role": "reader"}, invite))
    asked = browser.get("/en/desk/account/confirm/")
    assert "what you typed is in its form again" in asked.content.decode()
    back = browser.post("/en/desk/account/confirm/", {"password": PASSWORD, "next": where})["Location"]
    assert back == f"{invite}#kept-form"
    assert 'value="new@example.org"' in browser.get(invite).content.decode()


def test_the_page_with_the_form_is_valid_also_with_what_has_no_place(browser, organiser, tmp_path):
    left_alone(browser, 121)
    signs_in(browser, organiser, next_of(sends(browser, typed=TYPED | {"gone": "typed & homeless"})))
    page = browser.get(NEW).content.decode()
    assert "typed &amp; homeless</pre>" in page
    (tmp_path / "kept.html").write_text(page)
    assert complaints(tmp_path) == []


def test_it_can_be_discarded(browser, organiser):
    left_alone(browser, 121)
    signs_in(browser, organiser, next_of(sends(browser)))
    assert browser.get(NEW).content.decode().count("/en/desk/account/kept-form/drop/") == 1
    assert sends(browser, "/en/desk/account/kept-form/drop/", {"action": NEW})["Location"] == NEW
    assert "lines &amp; more" not in browser.get(NEW).content.decode()


def test_signing_out_forgets_it(browser, organiser):
    left_alone(browser, 121)
    signs_in(browser, organiser, next_of(sends(browser)))
    browser.post("/en/desk/sign-out/")
    signs_in(browser, organiser)
    assert "lines &amp; more" not in browser.get(NEW).content.decode()


def test_a_button_s_address_leads_to_the_page_with_the_button_which_says_what_happened(browser, organiser):
    left_alone(browser, 121)
    address = "/en/desk/series/spring/questions/99/move/"
    answer = browser.post(address, {"direction": "up"})  # a browser that says nothing of where it was
    where = next_of(answer)
    assert signs_in(browser, organiser, where) == address
    page = browser.get(address, follow=True)
    assert page.status_code in {200, 404}


def test_a_page_from_before_a_sign_in_in_another_tab_loses_nothing(organiser):
    cast.a_series()
    browser = Client(enforce_csrf_checks=True, HTTP_SEC_FETCH_MODE="navigate")
    cast.signs_in(browser, organiser)
    browser.get(NEW)
    old = {"csrfmiddlewaretoken": "a" * 64, **TYPED}
    from_elsewhere = sends(browser, typed=old, HTTP_SEC_FETCH_SITE="cross-site")
    assert from_elsewhere.status_code == 403 and KEPT not in browser.session
    answer = sends(browser, typed=old, HTTP_SEC_FETCH_SITE="same-origin")
    assert (answer.status_code, answer["Location"]) == (302, f"{NEW}#kept-form")
    assert "lines &amp; more</textarea>" in browser.get(NEW).content.decode()
    assert not Update.objects.exists()


def test_a_guest_who_leads_by_a_link_in_the_same_browser_goes_on(browser):
    session = browser.session
    session["co-facilitates"] = "token"
    session.save()
    left_alone(browser, 121)
    browser.get("/en/desk/")
    assert browser.session["co-facilitates"] == "token"


def test_pages_warn_before(browser):
    with translation.override("en"):
        page = browser.get("/en/desk/").content.decode()
    assert 'data-idle="7200"' in page and "desk/idle.js" in page


def test_the_time_is_written_once_a_minute(browser):
    before = browser.session["last-used-at"]
    browser.get("/en/desk/")
    assert browser.session["last-used-at"] == before
    left_alone(browser, 2)
    browser.get("/en/desk/")
    assert browser.session["last-used-at"] >= timezone.now().timestamp() - 60
