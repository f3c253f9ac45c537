"""Whatever is sent, the program answers, and never with a fault of its own."""

from __future__ import annotations

import os
import random
import re
import socket
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

from tests.browser.house import House
from tests.fuzz.odd_requests import OddRequest, odd_request
from tests.pages.address import LANGUAGES
from tests.pages.addresses import ADDRESSES

SEED = 20261129
REQUESTS = int(os.environ.get("FUZZ_REQUESTS", "20000"))
FIELD = re.compile(rb'name="([^"]{1,60})"')


def _send(address: tuple[str, int], request: OddRequest) -> bytes:
    """Return the answer's bytes; empty if the server closed without one."""
    with socket.create_connection(address, timeout=30) as wire:
        wire.sendall(request.wire())
        answer = b""
        while piece := wire.recv(65536):
            answer += piece
            if len(answer) > 100_000:
                break
        return answer


def _status(answer: bytes) -> int:
    found = re.match(rb"HTTP/1\.[01] (\d{3})", answer)
    return int(found[1]) if found else 0


def _doors(house: House, address: tuple[str, int], host: str) -> list[tuple[str, list[str]]]:
    """The public addresses with the fields of their forms; a page that acts on a GET would be one too many."""
    doors = []
    for each in ADDRESSES:
        if each.who != "public":
            continue
        path = f"/{random.Random(each.name).choice(LANGUAGES)}{house.fill_in(each.path).split('?')[0]}"
        page = _send(address, OddRequest(path, b"GET", path.encode(), [(b"Host", host.encode())]))
        fields = [name.decode("latin-1") for name in FIELD.findall(page)]
        doors.append((path, [name for name in fields if name not in {"viewport", "description"}]))
    return doors


def test_no_request_is_answered_with_a_fault_of_the_program(house: House):
    parts = urlsplit(house.url)
    address, host = (parts.hostname or "", parts.port or 0), parts.netloc
    chance = random.Random(SEED)
    doors = _doors(house, address, host)
    requests = [odd_request(chance, doors, host) for _ in range(REQUESTS)]
    with ThreadPoolExecutor(8) as clients:
        answers = list(clients.map(lambda request: _send(address, request), requests))
    statuses = Counter(map(_status, answers))
    wrong = [(r, a) for r, a in zip(requests, answers, strict=True) if _status(a) >= 500]
    for request, answer in wrong[:20]:
        print(request.method, request.target[:90], request.headers[:4], request.body[:90], answer[:60])
    tracebacks = (house.folder / "log").read_text(encoding="utf-8", errors="replace").count("Traceback")
    print(
        f"{REQUESTS} requests, seed {SEED}: {len(wrong)} answered with 500 or more, {tracebacks} tracebacks"
    )
    print("statuses", dict(sorted(statuses.items())))
    assert not wrong
    assert not tracebacks
