"""Nobody gets in by an old, cut or withdrawn link, by trying, or by asking who is there; and injected SQL owns nothing."""

from __future__ import annotations

import re
import socket
import time
from collections.abc import Callable
from contextlib import closing, suppress
from itertools import count
from statistics import median
from urllib.parse import urlsplit

import httpx
import psycopg
import pytest

from tests.browser.house import House
from tests.live.listener import Listener
from tests.pages.answers import Asker

_neighbours = count(1)


def _from_elsewhere() -> dict[str, str]:
    """A network address of one's own, so that attacks do not use up one another's attempts."""
    return {"X-Forwarded-For": f"198.51.100.{next(_neighbours)}"}


def test_cut_and_ended_links(house: House) -> None:
    """Open the links of helpers and invited, entry codes and offers, cut short, lengthened or after their end"""
    doors = {
        "h": "helper_token",
        "i": "invitation",
        "c": "entrance_code",
        "a": "addition_token",
        "m": "messages_token",
    }
    with house.client(headers=_from_elsewhere()) as client:
        for door, name in doors.items():
            whole = house.known[name]
            for token in (whole[:-1], whole + "A", whole[1:], whole.swapcase(), whole.partition("~")[0]):
                answer = client.get(f"/fi/{door}/{token}/", follow_redirects=True)
                assert answer.status_code in {404, 410}, (door, token)
        for ended in ("h/{ended_helper_token}", "i/{ended_invitation}"):
            assert client.get(house.fill_in(f"/fi/{ended}/")).status_code == 410


def test_withdrawn_stream(house: House) -> None:
    """Follow a workspace by the stream of a co-facilitator after their link was withdrawn"""
    asker, home = Asker(house), f"/fi{house.known['room_board']}/"
    with house.client(cookies=asker.cookies) as desk, house.client() as other:
        token = {"csrfmiddlewaretoken": desk.cookies.get("csrftoken") or ""}
        page = {"Origin": house.url, "Referer": house.url + home}
        desk.post(f"{home}arrange/", data=token | {"label": "Somebody"}, headers=page)
        arranged = desk.get(f"{home}arrange/").text
        shown = arranged[arranged.index("Somebody") :]
        link = urlsplit(re.findall(r"<code[^>]*>([^<]+)", shown)[0]).path
        number = re.findall(r'name="invitation" value="([^"]+)"', shown)[0]
        assert other.post(link, headers={"Origin": house.url}).status_code == 302
        path = re.findall(r"/live/[\w:-]+", other.get(home).text)[0]
        live = urlsplit(house.live_url)
        with closing(Listener(live.port or 0, path)) as stream:
            assert stream.status == 200
            desk.post(f"{home}arrange/invitation/", data=token | {"invitation": number}, headers=page)
            stream.wire.settimeout(10)
            with suppress(ConnectionError):  # an open one would be silent until it times out
                while stream.wire.recv(4096):
                    pass
        with closing(Listener(live.port or 0, path)) as again:
            assert again.status == 403
        assert other.get(path).status_code == 403
        assert other.get(home).status_code == 302


def test_who_has_registered(house: House, figure: Callable[[str], None]) -> None:
    """Find out by the answer to "send me the link again", or by how long it takes, who has registered"""
    path = house.fill_in("/fi/series/{odd}/link/")
    took: dict[str, list[float]] = {"known": [], "unknown": []}
    answers = set()
    with house.client() as client:
        for number in range(30):
            who = "unknown" if number % 2 else "known"
            email = f"stranger{number}@example.org" if number % 2 else "vesa@example.org"
            headers = _from_elsewhere() | {"Origin": house.url}
            began = time.perf_counter()
            answer = client.post(path, data={"email": email}, headers=headers)
            took[who].append(time.perf_counter() - began)
            answers.add((answer.status_code, answer.headers["location"]))
    assert len(answers) == 1
    figure(", ".join(f"{who} {1000 * median(times):.0f} ms" for who, times in took.items()))


def test_codes_tried_in_turn(house: House) -> None:
    """Try the codes of workspaces in turn from one address"""
    with house.client(headers=_from_elsewhere()) as client:
        statuses = [client.get(f"/fi/board/Z{number:05}/").status_code for number in range(620)]
    assert statuses[-1] == 429 and 200 not in statuses


@pytest.mark.parametrize("name", ["Voitit palkinnon! Lue: palkinto-evil.fi", "http://evil.example", "a@b.fi"])
def test_a_name_that_advertises(house: House, name: str) -> None:
    """Have an email with a link of one's own sent to any address, as a name in the form"""
    path = house.fill_in("/fi/series/{coming}/register/")
    with house.client(headers=_from_elsewhere() | {"Origin": house.url}) as client:
        event = re.findall(r'name="events"\s+value="(\d+)"', client.get(path).text)[0]
        form = {"events": event, "name": name, "email": "victim@example.org", "language": "fi",
                "organisation_kind": "municipality", "municipality": "Akaa"}  # fmt: skip
        assert client.post(path, data=form).status_code == 422


def test_methods_and_hosts(house: House) -> None:
    """Ask with methods and host names that are no page's own"""
    with house.client(headers=_from_elsewhere()) as client:
        for path in ("/fi/", "/fi/about/", "/fi/join/", "/fi/desk/sign-in/", "/fi/r/x/data.json"):
            for method in ("PUT", "DELETE", "PATCH", "TRACE"):
                assert client.request(method, path).status_code == 405, (method, path)
        for number in range(50):
            answer = client.get("/fi/", headers={"Host": f"evil{number}.example"})
            assert answer.status_code == 400


ODD = {
    "origin": ({"Origin": "http://[::1"}, "/fi/join/", b"code=x"),
    "charset": (
        {"Content-Type": "multipart/form-data; boundary=b; charset=no-such"},
        "/fi/join/",
        b'--b\r\nContent-Disposition: form-data; name="code"\r\n\r\nx\r\n--b--\r\n',
    ),
    "nul": ({}, "/fi/actions/?q=%00", None),
    "surrogate": ({"Content-Type": "application/x-www-form-urlencoded"}, "/fi/join/", b"code=%ED%A0%80"),
}


@pytest.mark.parametrize("kind", ODD)
def test_what_no_browser_sends(house: House, kind: str) -> None:
    """Make the program fall over with an Origin, a charset, a NUL or half a character that no browser sends"""
    headers, path, body = ODD[kind]
    log = house.folder / "log"
    before = log.read_text(errors="replace").count("Traceback")
    with house.client(headers=_from_elsewhere() | headers) as client:
        answer = client.get(path) if body is None else client.post(path, content=body)
    assert 400 <= answer.status_code < 500, answer.status_code
    assert log.read_text(errors="replace").count("Traceback") == before


def test_injected_sql(house: House) -> None:
    """Take the database over with whatever SQL the program can be made to say"""
    with psycopg.connect(house.database_url, autocommit=True) as program:
        assert program.execute("SELECT count(*) > 0 FROM registration_registration").fetchone() == (True,)
        for said in (
            "DROP TABLE registration_registration",
            "TRUNCATE people_auditentry",
            "ALTER TABLE people_auditentry DISABLE TRIGGER ALL",
            "UPDATE people_auditentry SET action = ''",
            "COPY mail_email TO PROGRAM 'cat'",
            "SET ROLE postgres",
            "CREATE TABLE taken ()",
        ):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                program.execute(said)


def test_a_request_that_smuggles_another(house: House) -> None:
    """Hide a second request in the body of a first one"""
    parts = urlsplit(house.url)
    body = b"0\r\n\r\nGET /fi/desk/ HTTP/1.1\r\nHost: x\r\n\r\n"
    head = (
        b"POST /fi/join/ HTTP/1.1\r\nHost: %b\r\nContent-Length: %d\r\nTransfer-Encoding: chunked\r\n\r\n"
        % (parts.netloc.encode(), len(body))
    )
    with socket.create_connection((parts.hostname or "", parts.port or 0), timeout=10) as wire:
        wire.sendall(head + body)
        came = b""
        with suppress(OSError):
            while piece := wire.recv(65536):
                came += piece
    assert came.count(b"HTTP/1.1 ") <= 1
    with httpx.Client(base_url=house.url) as client:
        assert client.get("/fi/").status_code == 200
