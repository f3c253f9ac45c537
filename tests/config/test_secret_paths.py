"""No address with a key reaches a log in full: neither ours nor a proxy's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from skaala.config.secret_paths import PARAMETERS, caddy_filter, mask_keys, nginx_map

DEPLOY = Path(__file__).resolve().parents[2] / "deploy" / "one-server"
KEY = "abcDEF-1:2~3_x"
FILL = {"str": "name", "slug": "some-name", "int": "7", "uuid": "00000000-0000-4000-8000-000000000000"}
NO_KEYS = {"ending", "name", "language"}  # <str:…> parts that anybody may know


def patterns(resolver: URLResolver, before: str = "/") -> Iterator[str]:
    for each in resolver.url_patterns:
        route = before + (str(each.pattern) or "")
        if isinstance(each, URLResolver):
            yield from patterns(each, route)
        elif isinstance(each, URLPattern):
            yield route


def secret_addresses() -> list[str]:
    found = []
    for route in patterns(get_resolver()):
        names = re.findall(r"<str:(\w+)>", route)
        if set(names) - NO_KEYS:
            filled = re.sub(r"<str:(\w+)>", lambda part: "x" if part[1] in NO_KEYS else KEY, route)
            found.append(re.sub(r"<(\w+):\w+>", lambda part: FILL[part[1]], filled))
    earlier = f"/fi/board/{KEY}/{KEY}/weigh/"
    return [*found, earlier, *(f"/fi/series/some-name/?a=b&{name}={KEY}" for name in PARAMETERS)]


def test_there_are_such_addresses():
    assert len(secret_addresses()) > 20


@pytest.mark.parametrize(
    "address", ["/fi/", "/fi/series/some-name/event-1/", "/static/site/board.css", "/fi/series/x/register/"]
)
def test_what_holds_no_key_stays(address):
    assert mask_keys(address) == address == by_nginx(address)


def test_our_own_logs_hold_no_key():
    for address in secret_addresses():
        assert KEY not in mask_keys(f"GET {address} HTTP/1.1"), address


def by_nginx(address: str) -> str:
    """What the map makes of an address, as nginx reads it."""
    for pattern, value in re.findall(r'"~(.*)" "(.*)";', nginx_map()):
        if found := re.search(pattern.replace("(?<", "(?P<"), address):
            return re.sub(r"\$(\w+)", lambda name, found=found: found[name[1]], value)
    return ""


def by_caddy(address: str) -> str:
    pattern, value = re.findall(r'regexp "(.*)" "(.*)"', caddy_filter())[0]
    return re.sub(pattern, lambda found: value.replace("${1}", found[1] or ""), address)


@pytest.mark.parametrize("logged", [by_nginx, by_caddy])
def test_a_proxys_log_holds_no_key(logged):
    for address in secret_addresses():
        assert KEY not in logged(address), address


def test_the_files_of_the_guide_are_made_from_the_list():
    assert nginx_map() in (DEPLOY / "nginx.conf").read_text("utf-8"), (
        "run `skaala proxy-log nginx` and put it there"
    )
    assert caddy_filter() in (DEPLOY / "Caddyfile").read_text("utf-8"), (
        "run `skaala proxy-log caddy` and put it there"
    )
