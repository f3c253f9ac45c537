"""A stream server that sends given bytes once a second and does nothing else: what this machine can do at all.

Run as a process of its own (`python -m benchmarks.bare_streams PORT`): the frame on the first line of standard
input; how many seconds to send on the second; then it prints when it began to send which number.
"""

from __future__ import annotations

import asyncio
import json
import resource
import sys
import time

HEAD = b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n"


class Bare(asyncio.Protocol):
    """Answers whatever is asked with a stream."""

    open: set[asyncio.Transport] = set()
    first = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        self.transport.write(HEAD + self.first)
        self.open.add(self.transport)

    def connection_lost(self, exc: Exception | None) -> None:
        self.open.discard(self.transport)


async def main() -> None:
    """Serve, and send when told."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    loop = asyncio.get_running_loop()
    before, after = json.loads(sys.stdin.readline())

    def frame(number: int) -> bytes:
        data = f"{before}{number}{after}".encode()
        return b"%x\r\n%b\r\n" % (len(data), data)

    Bare.first = frame(0)
    server = await loop.create_server(Bare, "127.0.0.1", int(sys.argv[1]), backlog=4096)
    sys.stdout.write("ready" + "\n")
    sys.stdout.flush()
    seconds = int(await loop.run_in_executor(None, sys.stdin.readline))
    sent = {}
    for number in range(1, seconds + 1):
        sent[number] = time.monotonic()
        data = frame(number)
        for count, transport in enumerate(list(Bare.open)):
            transport.write(data)
            if count % 250 == 249:
                await asyncio.sleep(0)
        await asyncio.sleep(max(0.0, sent[number] + 1 - time.monotonic()))
    sys.stdout.write(json.dumps(sent) + "\n")
    sys.stdout.flush()
    server.close()


if __name__ == "__main__":
    asyncio.run(main())
