"""The ASGI application: checks who may open a stream, and keeps it open."""

from __future__ import annotations

import asyncio
import random
import sys
import time
from collections.abc import Awaitable, Callable
from typing import Any

from django.db import DatabaseError, connection
from django.utils import timezone, translation

from skaala.live.streams import MAX_STREAMS_PER_READER, Stream, Streams, framed
from skaala.people.operations.rate_limit import network_address
from skaala.ui.languages import known_language
from skaala.workshops.links.live import InvalidPass, Pass, read_pass
from skaala.workshops.links.readers import is_still_open
from skaala.workshops.messages.refusals import stream_refusal_words

Receive = Callable[[], Awaitable[dict[str, Any]]]
Send = Callable[[dict[str, Any]], Awaitable[None]]

PATH = "/live/"
OPEN_HEADERS = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-store"),
    (b"x-accel-buffering", b"no"),
    (b"referrer-policy", b"no-referrer"),
    # The token in the address is what opens it; a browser adds nothing of its own.
    (b"access-control-allow-origin", b"*"),
]
PREFLIGHT_HEADERS = [
    (b"access-control-allow-origin", b"*"),
    (b"access-control-allow-methods", b"GET"),
    (b"access-control-allow-headers", b"*"),
    (b"access-control-max-age", b"86400"),
]

CLOSE = (b"connection", b"close")
"""An answer that is not a stream closes its connection."""


class StreamApp:
    """`GET /live/<token>`, and nothing else."""

    def __init__(self, streams: Streams) -> None:
        self.streams = streams

    async def __call__(self, scope: dict[str, Any], receive: Receive, send: Send) -> None:
        path = scope["path"]
        headers = dict(scope["headers"])
        if scope["method"] == "OPTIONS":  # a browser that asks first whether it may
            head = [*PREFLIGHT_HEADERS, CLOSE]
            await send({"type": "http.response.start", "status": 204, "headers": head})
            await send({"type": "http.response.body", "body": b""})
            return
        if scope["method"] != "GET" or not path.startswith(PATH):
            await _refuse(send, 404, _language_of(headers))
            return
        try:
            allowed = read_pass(path.removeprefix(PATH).strip("/"))
        except InvalidPass:
            await _refuse(send, 403, _language_of(headers))
            return
        if allowed.is_checked and not await asyncio.to_thread(_still_holds, allowed):
            await _refuse(send, 403, allowed.language)
            return
        if self.streams.of_reader(allowed.who) >= MAX_STREAMS_PER_READER:
            await _refuse(send, 429, allowed.language)
            return
        source = _source_of(scope, headers)
        if self.streams.is_full(source):
            await _refuse(send, 503, allowed.language)
            return
        stream = Stream(
            (allowed.board_id, allowed.audience.value, allowed.language),
            allowed.who,
            source,
            scope["state"]["transport"],
            scope["http_version"] == "1.1",
            headers.get(b"last-event-id", b"").decode("latin-1"),
            allowed.is_checked,
        )
        scope["headers"].clear()  # they would stay as long as the stream does
        await self._stream(stream, receive, send)

    async def _stream(self, stream: Stream, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": OPEN_HEADERS})
        # After a restart not all readers come back in the same moment. The time lets timers follow the server's clock.
        retry, now = random.randint(1000, 4000), int(time.time() * 1000)  # noqa: S311
        stream.write(framed(f"retry: {retry}\nevent: clock\ndata: {now}\n\n"))
        self.streams.add(stream)
        try:
            while (await receive())["type"] != "http.disconnect":
                pass
        finally:
            self.streams.remove(stream)


def _still_holds(allowed: Pass) -> bool:
    """Ask the database, in a thread, whether the reader's role has not ended since, nor their link been withdrawn."""
    try:
        return is_still_open(allowed, now=timezone.now())
    except DatabaseError:
        return False  # the page asks again in a while
    finally:
        connection.close()


def _source_of(scope: dict[str, Any], headers: dict[bytes, bytes]) -> str:
    """Return the network address as everything else counts it; a /64 of IPv6 is one."""
    forwarded = headers.get(b"x-forwarded-for")
    meta = {"REMOTE_ADDR": scope["client"][0] if scope["client"] else ""}
    if forwarded is not None:
        meta["HTTP_X_FORWARDED_FOR"] = forwarded.decode("latin-1")
    return sys.intern(network_address(meta))


def _language_of(headers: dict[bytes, bytes]) -> str:
    first = headers.get(b"accept-language", b"").decode("latin-1").partition(",")[0]
    return known_language(first.partition(";")[0].strip())


async def _refuse(send: Send, status: int, language: str) -> None:
    with translation.override(language):
        body = b"" if status == 404 else stream_refusal_words(status).encode()
    await send(
        {
            "type": "http.response.start",
            "status": status,
            "headers": [
                (b"content-type", b"text/plain; charset=utf-8"),
                (b"content-length", str(len(body)).encode()),
                (b"cache-control", b"no-store"),
                (b"access-control-allow-origin", b"*"),
                CLOSE,
            ],
        }
    )
    await send({"type": "http.response.body", "body": body})


async def send_heartbeats(streams: Streams, seconds: float = 20) -> None:
    """Send heartbeats until cancelled."""
    while True:
        await asyncio.sleep(seconds)
        await streams.beat()
