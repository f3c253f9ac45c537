"""A reader of streams: a bare socket, so that a test can also be slow, or gone."""

from __future__ import annotations

import json
import socket
import time
from typing import Any


class Listener:
    """One open stream, or the refusal that came instead."""

    def __init__(self, port: int, path: str, *, last: str = "", version: str = "1.1", **headers: str) -> None:
        self.wire = socket.create_connection(("127.0.0.1", port), timeout=10)
        lines = [
            f"GET {path} HTTP/{version}",
            "Host: 127.0.0.1",
            *([f"Last-Event-ID: {last}"] if last else []),
        ]
        lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
        self.wire.sendall(("\r\n".join(lines) + "\r\n\r\n").encode())
        self.came = b""
        self.last = last
        head = self._until(b"\r\n\r\n", 10) or b""
        self.status = int(head.split(b" ")[1])
        self.headers = dict(
            line.lower().split(": ", 1) for line in head.decode().split("\r\n")[1:] if ": " in line
        )

    def words(self) -> str:
        """The refusal."""
        while len(self.came) < int(self.headers["content-length"]):
            self.came += self.wire.recv(4096)
        return self.came.decode()

    def frame(self, seconds: float = 8) -> dict[str, Any] | None:
        """Return the next frame, or None if none comes in time."""
        until = time.monotonic() + seconds
        while (event := self._until(b"\n\n", until - time.monotonic())) is not None:
            lines = dict(line.split(": ", 1) for line in event.decode().split("\n") if ": " in line)
            if "id" in lines:
                self.last = lines["id"]
                return json.loads(lines["data"])
        return None

    def until(self, holds: Any, seconds: float = 8) -> dict[str, Any]:
        """Return the first frame for which something holds."""
        until = time.monotonic() + seconds
        seen = []
        while (frame := self.frame(until - time.monotonic())) is not None:
            if holds(frame):
                return frame
            seen.append(frame)
        raise AssertionError(f"no such frame within {seconds} s, but {seen}")

    def close(self) -> None:
        self.wire.close()

    def _until(self, end: bytes, seconds: float) -> bytes | None:
        until = time.monotonic() + seconds
        while end not in self.came:
            self.wire.settimeout(max(0.01, until - time.monotonic()))
            try:
                more = self.wire.recv(65536)
            except TimeoutError:
                return None
            if not more:
                return None
            self.came += more
        found, _, self.came = self.came.partition(end)
        return found
