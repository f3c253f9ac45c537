"""A lost database: an honest page that keeps what was typed and asks nothing of the database."""

import psycopg
import pytest
from django.db import IntegrityError, InterfaceError, OperationalError
from django.http import HttpResponse
from django.test import RequestFactory
from django.utils import translation
from psycopg_pool import PoolTimeout

from skaala.ui import errors
from skaala.ui.lost_database import LostDatabaseMiddleware

TYPED = {
    "csrfmiddlewaretoken": "x" * 64,
    "name": "Aino <b>Esimerkki</b>",
    "events": ["3", "7"],
    "title_sv": "Två\nrader",
    "diet": "Ei pähkinöitä",
}


def answer(request, error: Exception = OperationalError("gone")) -> HttpResponse | None:  # noqa: B008
    middleware = LostDatabaseMiddleware(lambda request: HttpResponse())
    with translation.override("fi"):
        return middleware.process_exception(request, error)


@pytest.mark.parametrize(
    "error",
    [
        OperationalError("gone"),
        InterfaceError("closed"),
        PoolTimeout("full"),
        psycopg.OperationalError("gone"),
    ],
)
def test_a_lost_database_is_said(error):
    response = answer(RequestFactory().get("/fi/"), error)
    assert response.status_code == 503
    assert response["Retry-After"] == "30"
    assert response["Cache-Control"] == "no-store"
    assert "Palvelun yhteys katkesi hetkeksi. Mitään ei kadonnut." in response.content.decode()


@pytest.mark.parametrize("error", [IntegrityError("twice"), ValueError("x")])
def test_other_errors_are_left_to_others(error):
    assert answer(RequestFactory().get("/fi/"), error) is None


def test_what_was_typed_is_kept_and_can_be_sent_again():
    html = answer(RequestFactory().post("/fi/s/sarja/?a=1", TYPED)).content.decode()
    assert '<form method="post" action="/fi/s/sarja/?a=1">' in html
    assert html.count('<input type="hidden"') == 6  # the token and five values
    assert html.count('name="csrfmiddlewaretoken"') == 1
    assert TYPED["csrfmiddlewaretoken"] not in html
    for value in ("3", "7"):
        assert f'<input type="hidden" name="events" value="{value}">' in html
    assert 'value="Aino &lt;b&gt;Esimerkki&lt;/b&gt;"' in html
    assert "Ei pähkinöitä</li>" in html
    assert "<b>Esimerkki" not in html


def test_a_form_without_a_token_gets_none():
    html = answer(RequestFactory().post("/fi/s/sarja/", {"name": "Aino"})).content.decode()
    assert "csrfmiddlewaretoken" not in html


def test_a_password_is_never_kept():
    html = answer(
        RequestFactory().post("/fi/desk/", {"username": "a@b.fi", "password": "hush-hush"})
    ).content.decode()
    assert "hush-hush" not in html
    assert "<form" not in html
    assert "Salasanoja ja koodeja ei säilytetä" in html


def test_a_database_lost_outside_the_view_gets_the_same_page():
    try:
        raise OperationalError("gone while the session was saved")
    except OperationalError:
        response = errors.server_error(RequestFactory().get("/fi/"))
    assert response.status_code == 503
