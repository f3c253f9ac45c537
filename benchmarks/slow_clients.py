"""Clients that hold connections and give little: silent ones, and ones that send or read a byte now and then."""

from __future__ import annotations

import select
import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

SILENT = 500
SLOW = 200
BYTE_EVERY = 1.0


@dataclass
class Held:
    """A connection, what it sends a byte at a time, and whether it reads as slowly."""

    wire: socket.socket
    drip: bytes = b""
    reads: bool = False


class SlowClients:
    """
    Holds connections for as long as the block lasts, and opens each anew that the server closes.

    :param host: name and port
    :param form: path of a form
    :param page: path of a page
    """

    def __init__(self, host: str, *, form: str, page: str, silent: int = SILENT, slow: int = SLOW) -> None:
        name, _, port = host.partition(":")
        self._address = name, int(port)
        head = f"POST {form} HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        promised = f"{head}Content-Length: 40000\r\n\r\n".encode()
        ask = f"GET {page} HTTP/1.1\r\nHost: {host}\r\n\r\n".encode()
        quiet: list[Callable[[], Held]] = [
            lambda: Held(self._open(b"")),
            lambda: Held(self._open(head[:60].encode())),
            lambda: Held(self._open(promised)),
            lambda: Held(self._open(promised + b"name=")),
        ]
        dripping: list[Callable[[], Held]] = [
            lambda: Held(self._open(b""), ask[:-2] + b"X-Long: " + b"x" * 400),
            lambda: Held(self._open(promised), b"name=" + b"x" * 400),
            lambda: Held(
                self._open(f"{head}Transfer-Encoding: chunked\r\n\r\n".encode()), b"1\r\nx\r\n" * 200
            ),
            lambda: Held(self._open(ask * 4, room=1024), reads=True),
        ]
        self._makers = [quiet[number % 4] for number in range(silent)]
        self._makers += [dripping[number % 4] for number in range(slow)]
        self._held: list[Held | None] = [None] * len(self._makers)
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._keep, daemon=True)
        self.opened = 0

    def __enter__(self) -> SlowClients:
        self._fill()
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()
        for held in self._held:
            if held is not None:
                held.wire.close()

    def _open(self, first: bytes, room: int = 0) -> socket.socket:
        wire = socket.socket()
        if room:
            wire.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, room)
        wire.settimeout(30)
        wire.connect(self._address)
        wire.sendall(first)
        wire.setblocking(False)
        self.opened += 1
        return wire

    def _fill(self) -> None:
        for number, held in enumerate(self._held):
            if held is None:
                with suppress(OSError):
                    self._held[number] = self._makers[number]()

    def _keep(self) -> None:
        while not self._stop.wait(BYTE_EVERY):
            self._drop_closed()
            for held in self._held:
                if held is not None and held.drip:
                    with suppress(OSError):
                        held.wire.send(held.drip[:1])
                    held.drip = held.drip[1:]
            self._fill()

    def _drop_closed(self) -> None:
        poll = select.poll()
        by_handle = {held.wire.fileno(): number for number, held in enumerate(self._held) if held is not None}
        for handle in by_handle:
            poll.register(handle, select.POLLIN | select.POLLHUP)
        for handle, _ in poll.poll(0):
            number = by_handle[handle]
            held = self._held[number]
            assert held is not None
            came = b""
            with suppress(OSError):
                came = held.wire.recv(1)
            if not came or not held.reads:  # closed, or answered: that one is over
                held.wire.close()
                self._held[number] = None


def slowest(read: Callable[[], None], *, seconds: float) -> tuple[float, int]:
    """Call ``read`` again and again; return the longest that it took, in seconds, and how often it was called."""
    longest, count, until = 0.0, 0, time.perf_counter() + seconds
    while (began := time.perf_counter()) < until:
        read()
        longest, count = max(longest, time.perf_counter() - began), count + 1
    return longest, count
