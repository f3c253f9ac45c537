"""The load generator: many keep-alive HTTP/1.1 clients in one process, on one epoll loop.

Run as a process of its own (`python -m benchmarks.clients`): a task as JSON on standard input, what came of
it as JSON on standard output. Each client is a generator: it yields a request and is handed the answer.
"""

from __future__ import annotations

import json
import re
import select
import socket
import sys
import time
import zlib
from collections.abc import Generator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

Answer = tuple[int, bytes, bytes]  # status, head, body as it came over the wire
Client = Generator[bytes, Answer, None]
BROWSER = "Accept-Encoding: gzip\r\nAccept-Language: fi\r\nSec-Fetch-Site: same-origin\r\n"


@dataclass
class Tally:
    """What all clients of this process have seen."""

    seconds: list[float] = field(default_factory=list)
    requests: int = 0
    sent: int = 0
    received: int = 0
    errors: dict[str, int] = field(default_factory=dict)

    def error(self, words: str) -> None:
        self.errors[words] = self.errors.get(words, 0) + 1


def get(host: str, path: str, *, cookie: str = "") -> bytes:
    sent = f"Cookie: {cookie}\r\n" if cookie else ""
    return f"GET {path} HTTP/1.1\r\nHost: {host}\r\n{BROWSER}{sent}\r\n".encode()


def post(host: str, path: str, form: dict[str, Any]) -> bytes:
    body = urlencode(form, doseq=True).encode()
    head = (
        f"POST {path} HTTP/1.1\r\nHost: {host}\r\n{BROWSER}Origin: http://{host}\r\n"
        f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


def reader(host: str, path: str, tally: Tally, until: float) -> Client:
    """Read one page again and again."""
    request = get(host, path)
    while (began := time.perf_counter()) < until:
        status, _head, body = yield request
        if status != 200 or not body:
            tally.error(f"GET {status}")
            continue
        tally.seconds.append(time.perf_counter() - began)


def registrant(host: str, slug: str, name: str, tally: Tally, until: float) -> Client:
    """Register one person after another as a browser does: open the form, send it, follow to the answer page."""
    form_path = f"/fi/series/{slug}/register/"
    known: dict[bytes, list[str]] = {}
    number = 0
    while (began := time.perf_counter()) < until:
        number += 1
        status, head, body = yield get(host, form_path)
        if status != 200:
            tally.error(f"GET form {status}")
            continue
        if (ids := known.get(body)) is None:
            ids = known[body] = _online_events(unpacked(head, body))
        address = f"{name}-{number}@example.org"
        status, head, body = yield post(host, form_path, _person(address, ids[number % len(ids)]))
        where = re.search(rb"\r\n[Ll]ocation: ([^\r]+)", head)
        if status != 302 or where is None:
            tally.error(f"POST {status}")
            continue
        given = re.search(
            rb"\r\n[Ss]et-[Cc]ookie: ([^;\r]+)", head
        )  # the answer page is for the browser that has sent the form
        status, head, body = yield get(host, where[1].decode(), cookie=given[1].decode() if given else "")
        if status != 200:
            tally.error(f"GET answer {status}")
            continue
        tally.seconds.append(time.perf_counter() - began)


def _online_events(page: str) -> list[str]:
    """The events of the form that ask for no mode."""
    ids = re.findall(r'name="events"\s+value="(\d+)"', page)
    return [number for number in ids if f'name="mode-{number}"' not in page]


def _person(address: str, event: str) -> dict[str, Any]:
    return {
        "events": [event],
        "name": f"Benni Bench {address.partition('@')[0][:20]}",
        "email": address,
        "organisation_kind": "municipality",
        "municipality": "Akaa",
        "organisation": "Ympäristöyksikkö",
        "role": "ympäristöasiantuntija",
        "language": "fi",
        "diet": "",
        "accessibility_needs": "",
    }


def unpacked(head: bytes, body: bytes) -> str:
    if b"content-encoding: gzip" in head.lower():
        body = zlib.decompress(body, 31)
    return body.decode()


@dataclass
class Line:
    """One connection and the client that uses it."""

    client: Client
    wire: socket.socket
    came: bytearray = field(default_factory=bytearray)
    needed: int = 0  # bytes of the whole answer, once its head has been read

    def send(self, request: bytes, tally: Tally) -> None:
        tally.requests += 1
        tally.sent += len(request)
        self.came.clear()
        self.needed = 0
        self.wire.sendall(request)

    def answer(self) -> Answer | None:
        """The answer if all of it has come."""
        if not self.needed:
            end = self.came.find(b"\r\n\r\n")
            if end < 0:
                return None
            found = re.search(rb"\r\n[Cc]ontent-[Ll]ength: (\d+)", self.came[:end])
            self.needed = end + 4 + (int(found[1]) if found else 0)
        if len(self.came) < self.needed:
            return None
        head, _, body = bytes(self.came).partition(b"\r\n\r\n")
        return int(head[9:12]), head, body


def run(clients: list[Client], host: str, tally: Tally) -> None:
    """Let all clients go at once, and end when each has."""
    name, _, port = host.partition(":")
    poll = select.epoll()
    lines: dict[int, Line] = {}

    def connect(client: Client, request: bytes) -> None:
        wire = socket.create_connection((name, int(port)), timeout=30)
        wire.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        line = lines[wire.fileno()] = Line(client, wire)
        poll.register(wire.fileno(), select.EPOLLIN)
        line.send(request, tally)

    def leave(line: Line) -> None:
        poll.unregister(line.wire.fileno())
        del lines[line.wire.fileno()]
        line.wire.close()

    for client in clients:
        connect(client, next(client))
    deadline = time.perf_counter() + 120
    while lines and time.perf_counter() < deadline:
        for number, _ in poll.poll(1):
            line = lines[number]
            came = line.wire.recv(262_144)
            tally.received += len(came)
            line.came += came
            answer = line.answer() if came else (0, b"", b"")
            if answer is None:
                continue
            try:
                request = line.client.send(answer)
            except StopIteration:
                leave(line)
                continue
            if came:
                line.send(request, tally)
            else:  # the server hung up
                leave(line)
                connect(line.client, request)
    for line in list(lines.values()):
        tally.error("no answer within two minutes")
        leave(line)


def main() -> None:
    """Do the task on standard input."""
    task = json.load(sys.stdin)
    tally, host = Tally(), task["host"]
    until = time.perf_counter() + task["seconds"]
    if task["kind"] == "read":
        clients = [reader(host, task["path"], tally, until) for _ in range(task["clients"])]
    else:
        names = (f"{task['name']}-{number}" for number in range(task["clients"]))
        clients = [registrant(host, task["slug"], name, tally, until) for name in names]
    began = time.perf_counter()
    run(clients, host, tally)
    json.dump({**vars(tally), "took": time.perf_counter() - began}, sys.stdout)


if __name__ == "__main__":
    main()
