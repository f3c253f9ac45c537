"""The live process: uvicorn with the application of the streams, and a thread that listens to the database."""

from __future__ import annotations

import argparse
import asyncio
import os
import resource
import socket
from typing import Any

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from skaala.config.supervise import end_with_parent

REQUEST_WITHIN = 10.0
"""Seconds in which a connection must send its request; one that sends nothing, or a character now and then, is closed."""
ACKNOWLEDGE_WITHIN_MS = 60_000
"""Milliseconds after which a reader whose machine acknowledges nothing is taken for gone."""

END_WITHIN = 5.0
"""Seconds in which the thread that reads the database is to end when the process does."""


class Protocol(H11Protocol):
    """
    Hands the connection's transport to the application: frames go straight to it, the same bytes to each.

    Passing each frame through the protocol costs several times as much as writing it. A connection serves one request,
    and one that sends none is closed.
    """

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        wire = transport.get_extra_info("socket")
        # What waits for a slow reader waits here, where it is counted, not unseen in the kernel.
        wire.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 32 * 1024)
        if hasattr(socket, "TCP_USER_TIMEOUT"):  # not on every system
            wire.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, ACKNOWLEDGE_WITHIN_MS)
        self.app_state = {**self.app_state, "transport": transport}
        self.patience = self.loop.call_later(REQUEST_WITHIN, self.give_up)
        super().connection_made(transport)

    def connection_lost(self, exc: Exception | None) -> None:
        self.patience.cancel()
        super().connection_lost(exc)

    def give_up(self) -> None:
        """Close a connection on which nothing has been asked for yet."""
        if self.cycle is None and not self.transport.is_closing():
            self.transport.close()


def main() -> None:
    """Serve the streams until told to stop."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--host", required=True)
    parser.add_argument("--port", type=int, required=True)
    options = parser.parse_args()
    end_with_parent()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "skaala.config.settings")
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    import django

    django.setup()
    from django.conf import settings

    asyncio.run(
        serve(
            options.host,
            options.port,
            max_streams=settings.LIVE_STREAMS,
            max_per_source=settings.LIVE_STREAMS_AN_ADDRESS,
        )
    )


async def serve(
    host: str, port: int, *, max_streams: int, max_per_source: int = 0, started: Any = None
) -> None:
    """
    Serve until a signal comes.

    :param max_streams: most streams
    :param max_per_source: most streams of one network address; 0 for any number
    :param started: called with server and streams before it serves
    """
    from skaala.live.app import StreamApp, send_heartbeats
    from skaala.live.listener import Listener
    from skaala.live.streams import Streams

    streams = Streams(max_streams=max_streams, max_per_source=max_per_source)
    listener = Listener(streams, asyncio.get_running_loop())
    streams.on_first_stream = listener.request_frames
    server = Server(
        uvicorn.Config(
            StreamApp(streams),
            host=host,
            port=port,
            http=Protocol,
            ws="none",
            lifespan="off",
            loop="asyncio",
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=False,
            backlog=4096,
            timeout_graceful_shutdown=3,
        )
    )
    server.streams = streams
    if started is not None:
        started(server, streams)
    listener.start()
    heartbeats = asyncio.create_task(send_heartbeats(streams))
    try:
        await server.serve()
    finally:
        heartbeats.cancel()
        listener.stop()
        # It may be composing: what it reads, it reads to the end before the process, or a test, takes the tables away.
        await asyncio.to_thread(listener.join, END_WITHIN)


class Server(uvicorn.Server):
    """Ends the streams first when it is told to stop; otherwise it would wait for them."""

    streams: Any = None

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self.streams.close_all()
        await super().shutdown(sockets)


if __name__ == "__main__":
    main()
