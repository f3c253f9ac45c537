"""Requests with other methods than a page's own are refused, and variants of one address fill no cache."""

from __future__ import annotations

import pytest
from django.test import Client

from skaala.site.http.page_cache import page_cache
from skaala.site.urls import READ_ONLY, urlpatterns
from tests import cast

BROWSER = Client(enforce_csrf_checks=True)


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"])
@pytest.mark.parametrize(
    "path", ["/fi/about/", "/fi/join/", "/fi/desk/sign-in/", "/fi/series/spring/register/"]
)
def test_methods_of_no_page_are_refused_everywhere(method, path):
    answer = BROWSER.generic(method, path)
    assert (answer.status_code, answer["Allow"][:9]) == (405, "GET, HEAD")


@pytest.mark.django_db
def test_nothing_is_sent_to_a_page_without_a_form():
    for path in ("/fi/about/", "/fi/series/spring/", "/en/series/spring/feed.atom", "/fi/r/x/data.json"):
        answer = BROWSER.post(path, {"a": "b"})
        assert (answer.status_code, answer["Allow"]) == (405, "GET, HEAD"), path
    assert BROWSER.post("/fi/join/", {"code": "x"}).status_code != 405


def test_every_name_that_is_read_only_is_a_page():
    assert {pattern.name for pattern in urlpatterns} >= READ_ONLY


@pytest.mark.django_db
def test_hosts_headers_and_queries_make_no_second_copy_of_a_page(client, settings):
    """The attack: one public page asked for under names, ports and headers without end."""
    settings.ALLOWED_HOSTS = ["testserver", ".example.org"]
    series = cast.a_series()
    cast.an_event(series)
    page_cache.clear()
    for number in range(60):
        client.get(
            f"/fi/series/{series.slug}/",
            HTTP_HOST=f"a{number}.example.org:{8000 + number}",
            HTTP_X_FORWARDED_PROTO=f"x{number}",
            HTTP_X_FORWARDED_HOST=f"b{number}.example.org",
            HTTP_ACCEPT_LANGUAGE=f"fi;q=0.{number}",
            HTTP_USER_AGENT=f"agent {number}",
        )
        client.get(f"/fi/series/{series.slug}/?x={number}")
    assert len(page_cache._pages) <= 1
