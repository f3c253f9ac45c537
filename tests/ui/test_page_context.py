"""The same page in the other languages."""

import pytest
from django.http import HttpRequest
from django.test import RequestFactory
from django.utils import translation

from skaala.ui.page_context import page_context


def page(request: HttpRequest, language: str = "fi"):
    with translation.override(language):
        page = page_context(request)["page"]
        return page, [(each.code, each.url, each.current) for each in page.languages]


@pytest.mark.parametrize(
    ("path", "urls"),
    [
        ("/fi/style/?a=1", ["/fi/style/?a=1", "/sv/style/?a=1", "/en/style/?a=1"]),
        ("/fi/nowhere/", ["/fi/nowhere/", "/sv/nowhere/", "/en/nowhere/"]),
        ("/nowhere", ["/nowhere", "/sv/", "/en/"]),
    ],
)
def test_languages_lead_to_the_same_page(path, urls):
    _page, languages = page(RequestFactory().get(path))
    assert languages == [("fi", urls[0], True), ("sv", urls[1], False), ("en", urls[2], False)]


def test_machines_get_addresses_with_host_and_without_query(settings):
    settings.BASE_URL = "https://events.example.org"
    request = RequestFactory().get("/sv/style/?a=1")
    with translation.override("sv"):
        shown = page_context(request)["page"]
        assert shown.canonical_url == "https://events.example.org/sv/style/"
        assert shown.path == "/sv/style/"


def test_a_sent_form_is_not_repeated_by_a_change_of_language():
    _page, languages = page(RequestFactory().post("/fi/style/?a=1"))
    assert languages[1][1] == "/sv/style/"
