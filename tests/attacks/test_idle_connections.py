"""Nothing that is idle or slow, and nothing that is too large, keeps others from their pages."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from urllib.parse import urlsplit

import pytest

from benchmarks.slow_clients import SILENT, SLOW, SlowClients
from tests.browser.house import House

STALL = 10.0
"""Seconds after which a page has stalled; what is usual is printed."""


@pytest.fixture
def read(house: House) -> Iterator[Callable[[], float]]:
    """Read each of a few pages as somebody else does meanwhile, and return the seconds that the slowest took."""
    paths = ["/fi/", house.fill_in("/fi/series/{coming}/"), house.fill_in("/sv/series/{coming}/register/"),
             "/fi/desk/sign-in/", "/en/join/"]  # fmt: skip

    def look() -> float:
        longest = 0.0
        for path in paths:
            with house.client() as client:
                began = time.perf_counter()
                assert client.get(path).status_code == 200
                longest = max(longest, time.perf_counter() - began)
        return longest

    look()
    return look


def _begin(house: House, head: str, body: bytes = b"") -> socket.socket:
    parts = urlsplit(house.url)
    wire = socket.create_connection((parts.hostname or "", parts.port or 0), timeout=30)
    wire.sendall(f"{head}\r\nHost: {parts.netloc}\r\n".encode() + body)
    return wire


def _answer(wire: socket.socket) -> bytes:
    came = b""
    try:
        while piece := wire.recv(65536):
            came += piece
    except OSError:  # it may close while we still send
        pass
    wire.close()
    return came


def _post(path: str, *headers: str) -> str:
    return "\r\n".join([f"POST {path} HTTP/1.1", *headers])


FORM = "Content-Type: application/x-www-form-urlencoded"


def test_bodies_that_do_not_come(house: House, read: Callable[[], float], figure: Callable[[str], None]):
    """Forty forms are announced and never sent."""
    path = house.fill_in("/fi/series/{coming}/register/")
    with ExitStack() as open_wires:
        for _ in range(40):
            open_wires.enter_context(_begin(house, _post(path, FORM, "Content-Length: 9000"), b"\r\n"))
        longest = read()
    figure(f"slowest page meanwhile {longest:.2f} s")
    assert longest < STALL


def test_silent_and_slow_connections(house: House, read: Callable[[], float], figure: Callable[[str], None]):
    """500 silent and 200 slow connections are held beside normal use."""
    host = urlsplit(house.url).netloc
    page, form = house.fill_in("/fi/series/{coming}/"), house.fill_in("/fi/series/{coming}/register/")
    longest, until = 0.0, time.monotonic() + 15
    with SlowClients(host, form=form, page=page) as clients:
        assert clients.opened == SILENT + SLOW
        while time.monotonic() < until:
            longest = max(longest, read())
    figure(f"slowest page meanwhile {longest:.2f} s")
    assert longest < STALL


def test_forms_that_break_off(house: House, read: Callable[[], float], figure: Callable[[str], None]):
    """A thousand forms break off half-way and must not be worked on."""
    path = house.fill_in("/fi/series/{coming}/register/")
    for kind, part in (
        ("Content-Length: 9000", b"\r\nname=x"),
        ("Transfer-Encoding: chunked", b"\r\n6\r\nname=x\r\n"),
    ):
        for _ in range(500):
            _begin(house, _post(path, FORM, kind), part).close()
    longest = read()
    figure(f"slowest page after them {longest:.2f} s")
    assert longest < STALL


def test_a_slow_form_is_given_up_in_words(house: House):
    """A form comes a byte a second for ever."""
    wire = _begin(
        house, _post(house.fill_in("/sv/series/{coming}/register/"), FORM, "Content-Length: 900"), b"\r\n"
    )
    wire.settimeout(60)
    began = time.monotonic()
    answer = b""
    while not answer and time.monotonic() - began < 60:
        wire.send(b"x")
        wire.settimeout(1)
        try:
            answer = wire.recv(65536)
        except TimeoutError:
            continue
    wire.settimeout(5)
    answer += _answer(wire)
    assert answer.startswith(b"HTTP/1.1 408") and "tog för lång tid" in answer.decode()


@pytest.mark.parametrize("length", ["Content-Length: 200000000", "Transfer-Encoding: chunked"])
def test_a_form_of_200_mb(house: House, length: str):
    """A form of 200 MB, announced or in chunks."""
    wire = _begin(house, _post(house.fill_in("/fi/series/{coming}/register/"), FORM, length), b"\r\n")
    piece = b"x" * 100_000
    sent = 0
    try:
        while sent < 200_000_000:
            wire.sendall(b"186a0\r\n" + piece + b"\r\n" if "chunked" in length else piece)
            sent += len(piece)
    except OSError:  # it has hung up
        pass
    answer = _answer(wire)
    assert sent < 50_000_000
    assert not answer or answer[9:12] in {b"411", b"413"}


def test_a_file_for_a_form_without_a_file_field(house: House):
    """A file for a form that has no field for files."""
    part = (
        b'--b\r\nContent-Disposition: form-data; name="name"; filename="x"\r\n\r\n'
        + b"x" * 100_000
        + b"\r\n--b--\r\n"
    )
    for path in ("/fi/series/{coming}/register/", "/fi/desk/sign-in/", "/fi/join/"):
        with house.client() as client:
            headers = {"content-type": "multipart/form-data; boundary=b", "origin": house.url}
            assert client.post(house.fill_in(path), content=part, headers=headers).status_code in {400, 403}
