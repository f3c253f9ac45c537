"""Thousands of open streams in one process, each read as it comes; how long each statement took to reach each of them.

Run as a process of its own (`python -m benchmarks.streams`). It reads a line of JSON: host, and the paths to
open; says `open` when each has had its first frame; reads a line with, once or more often, which statement
was on its way since when; and writes what it has seen of each.
"""

from __future__ import annotations

import json
import resource
import select
import socket
import sys
import time
from array import array
from dataclasses import dataclass, field
from typing import Any

from benchmarks.load import percentile

IN_FLIGHT = 200
NEWEST = b'"recent":['


@dataclass(slots=True)
class Reader:
    """One stream: the number of the newest statement it knows, and when it came to know of each."""

    wire: socket.socket
    path: str
    left: bytes = b""
    known: int = -1
    numbers: array[int] = field(default_factory=lambda: array("l"))
    times: array[float] = field(default_factory=lambda: array("d"))

    def take(self, came: bytes, now: float) -> None:
        """Note what a frame says; most come in one piece."""
        if self.left:
            came = self.left + came
        begin = came.rfind(NEWEST)
        end = came.find(b"]", begin) if begin >= 0 else -1
        self.left = b"" if end >= 0 else came[-2000:]
        if end < 0:
            return
        newest = int(came[begin + len(NEWEST) : end].rpartition(b",")[2] or 0)
        if newest > self.known:
            self.known = newest
            self.numbers.append(newest)
            self.times.append(now)


def main() -> None:
    """Do the task on standard input."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    task = json.loads(sys.stdin.readline())
    poll = select.epoll()
    readers: dict[int, Reader] = {}
    began = time.monotonic()
    lost = _open(task, poll, readers)
    sys.stdout.write(
        json.dumps({"open": len(readers), "not_open": lost, "took": time.monotonic() - began}) + "\n"
    )
    sys.stdout.flush()
    poll.register(sys.stdin.fileno(), select.EPOLLIN)
    gone = 0
    asked = False
    while not asked:
        for number, _ in poll.poll(5):
            if number == sys.stdin.fileno():
                asked = True
                continue
            gone += not _read(poll, readers, number)
    sent = json.loads(sys.stdin.readline())
    sys.stdout.write(json.dumps({"seen": [_seen(readers, one) for one in sent], "gone": gone}) + "\n")
    sys.stdout.flush()


def _open(task: dict[str, Any], poll: select.epoll, readers: dict[int, Reader]) -> int:
    """Open all streams, a few at a time, and wait until each has had a frame."""
    name, _, port = task["host"].partition(":")
    waiting: dict[int, Reader] = {}
    left = list(task["paths"])
    lost = 0
    deadline = time.monotonic() + 120
    while (left or waiting) and time.monotonic() < deadline:
        while left and len(waiting) < IN_FLIGHT:
            path = left.pop()
            wire = socket.create_connection((name, int(port)), timeout=30)
            wire.sendall(
                f"GET {path} HTTP/1.1\r\nHost: {task['host']}\r\nAccept: text/event-stream\r\n\r\n".encode()
            )
            waiting[wire.fileno()] = readers[wire.fileno()] = Reader(wire, path)
            poll.register(wire.fileno(), select.EPOLLIN)
        for number, _ in poll.poll(1):
            if not _read(poll, readers, number):
                waiting.pop(number, None)
                lost += 1
            elif number in waiting and readers[number].known >= 0:
                del waiting[number]
    return lost + len(left) + len(waiting)


def _read(poll: select.epoll, readers: dict[int, Reader], number: int) -> bool:
    reader = readers[number]
    came = reader.wire.recv(65536)
    if came:
        reader.take(came, time.monotonic())
        return True
    poll.unregister(number)
    reader.wire.close()
    del readers[number]
    return False


def _seen(readers: dict[int, Reader], sent: dict[str, float]) -> dict[str, Any]:
    """A statement has arrived with the first frame that knows of it or of a later one."""
    seconds: list[float] = []
    missed = 0
    for reader in readers.values():
        place = 0
        for number, at in sorted((int(number), at) for number, at in sent.items()):
            while place < len(reader.numbers) and reader.numbers[place] < number:
                place += 1
            if place == len(reader.numbers):
                missed += 1
            else:
                seconds.append(reader.times[place] - at)
    seconds.sort()
    return {
        "arrived": len(seconds),
        "missed": missed,
        "p50_ms": round(1000 * percentile(seconds, 50), 1),
        "p99_ms": round(1000 * percentile(seconds, 99), 1),
        "max_ms": round(1000 * seconds[-1], 1) if seconds else 0.0,
    }


if __name__ == "__main__":
    main()
