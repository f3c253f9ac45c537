"""What no browser sends is answered with 400, by the middleware or, for charsets that Django trips over, before it."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Any

import pytest
from django.core.exceptions import BadRequest
from django.test import Client, RequestFactory

from skaala.ui.well_formed import ODD_CHARSET, check_is_well_formed, is_address, only_utf8


@pytest.mark.parametrize("origin", ["", "null", "https://events.example.org", "http://[::1]:8000"])
def test_an_origin_that_is_an_address_passes(origin: str):
    assert is_address(origin)


@pytest.mark.parametrize("origin", ["http://[::1", "http://[", "http://[::1]:99999999", "http://x:port"])
def test_an_origin_that_is_no_address_is_refused(origin: str):
    assert not is_address(origin)


def test_nul_in_a_form_is_left_to_the_form():
    check_is_well_formed(RequestFactory().post("/", {"name": "a\x00b"}))


def test_nul_in_an_address_is_refused():
    with pytest.raises(BadRequest):
        check_is_well_formed(RequestFactory().get("/?q=%00"))


def test_what_people_write_passes():
    check_is_well_formed(RequestFactory().post("/?q=Äänekoski", {"name": "Åsa 😀 \u202e Öhman\n\t"}))


@pytest.mark.parametrize(
    "content_type", ["text/plain; charset=rot13", "a/b; charset=\x80", "a/b; CHARSET=utf-16", 'a/b; charset="'],
)  # fmt: skip
def test_another_charset_never_reaches_django(content_type: str):
    seen: list[dict[str, Any]] = []

    def application(environ: dict[str, Any], start_response: object) -> Iterable[bytes]:
        seen.append(environ)
        return []

    only_utf8(application)({"CONTENT_TYPE": content_type, "wsgi.input": io.BytesIO()}, print)
    assert seen[0]["CONTENT_TYPE"] == "" and seen[0][ODD_CHARSET]


@pytest.mark.django_db
def test_the_answer_is_in_the_readers_language(client: Client):
    answer = client.get("/sv/?q=%00")
    assert answer.status_code == 400
    assert 'lang="sv"' in answer.content.decode()
