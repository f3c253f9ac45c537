"""Error pages in three languages, without a database."""

import re

import pytest
from django.core.exceptions import RequestDataTooBig
from django.template import loader
from django.test import RequestFactory
from django.utils import translation

from skaala.ui import errors


@pytest.mark.parametrize(
    ("handler", "status", "headings"),
    [
        (
            errors.bad_request,
            400,
            ("Pyyntöä ei ymmärretty", "Begäran kunde inte tolkas", "The request could not"),
        ),
        (
            lambda request: errors.bad_request(request, RequestDataTooBig()),
            413,
            ("Tekstiä on liikaa", "Texten är för lång", "That is too much text"),
        ),
        (errors.permission_denied, 403, ("Sinulla ei ole oikeutta", "Du har inte rätt", "You may not see")),
        (errors.forged, 403, ("Lomaketta ei voitu", "Formuläret kunde inte", "The form could not")),
        (errors.page_not_found, 404, ("Sivua ei löydy", "Sidan hittades inte", "Page not found")),
        (
            errors.server_error,
            500,
            ("Palvelussa on häiriö", "Det är en störning", "The service has a problem"),
        ),
    ],
)
def test_each_error_speaks_the_readers_language(handler, status, headings):
    for language, heading in zip(("fi", "sv", "en"), headings, strict=True):
        with translation.override(language):
            response = handler(RequestFactory().get(f"/{language}/x/"))
        html = response.content.decode()
        assert response.status_code == status
        assert re.search(rf"<h1>\s*{heading}", html)
        assert html.count("<h1") == 1
        assert f'<html lang="{language}">' in html


@pytest.mark.parametrize(("seconds", "words"), [(20, "1 minuutin"), (61, "2 minuutin"), (600, "10 minuutin")])
def test_too_many_requests_say_when_to_try_again(seconds, words):
    with translation.override("fi"):
        response = errors.too_many_requests(RequestFactory().get("/fi/x/"), seconds)
    assert response.status_code == 429
    assert response["Retry-After"] == str(seconds)
    assert words in response.content.decode()


def test_last_words_are_in_every_language(monkeypatch):
    page = errors.last_words()
    for language, heading in (("fi", "Palvelussa on"), ("sv", "Det är"), ("en", "The service has")):
        assert re.search(rf'<div lang="{language}"><h[12]>{heading}', page)
    assert page.count("<h1") == 1

    def unreadable(message):
        raise OSError("catalogues cannot be read")

    monkeypatch.setattr(errors, "gettext", unreadable)
    assert errors.last_words().count("The service has a problem") == 3


def test_something_is_said_even_when_templates_fail(monkeypatch):
    def broken(*args, **kwargs):
        raise loader.TemplateDoesNotExist("500.html")

    monkeypatch.setattr(errors, "render_to_string", broken)
    response = errors.server_error(RequestFactory().get("/fi/"))
    assert response.status_code == 500
    assert "Virhe on palvelussa" in response.content.decode()
