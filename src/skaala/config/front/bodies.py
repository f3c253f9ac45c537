"""Reads a request's body in the loop, within a time and up to a size, before any thread is taken for it."""

from __future__ import annotations

import asyncio
import io
import tempfile
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack, asynccontextmanager, contextmanager
from typing import IO, Protocol

IN_MEMORY = 64_000
"""Bytes up to which a body waits in memory; a larger one waits on disk, in a file without a name."""
SECONDS = 20.0
"""In which a body must have come, however small."""
SLOWEST = 30_000
"""Bytes a second that are waited for beyond that."""
DRAINED = 30_000_000
"""Bytes that are read and dropped of a body that is too large, so that its sender comes to read why."""
LARGE_AT_ONCE = 32
LARGE_OF_ONE_ADDRESS = 8


class Chunks(Protocol):
    """The server's side of one request."""

    def __aiter__(self) -> AsyncIterator[bytes]: ...


class Refused(Exception):
    """
    A body that is not taken.

    :param status: what to answer: 400 broken off, 408 too slow, 411 of no stated length, 413 too large, 503 too many large
        ones at once
    """

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


class Bodies:
    """Takes bodies, and no more large ones at once than the disk has room for."""

    def __init__(self) -> None:
        self._large: Counter[str] = Counter()

    @asynccontextmanager
    async def read(
        self, chunks: Chunks, *, declared: int | None, limit: int, address: str
    ) -> AsyncIterator[IO[bytes]]:
        """
        Give the body, for as long as the block lasts.

        :param declared: the length that the request states, if it does; no browser leaves it out, and without it one could
            not tell a body that broke off from a whole one
        :param address: where it comes from; large bodies of one address are counted
        :raises Refused: saying with which status
        """
        if declared is None:
            raise Refused(411)
        if declared > limit:
            await self._drop(chunks, declared)
            raise Refused(413)
        seconds = SECONDS + declared / SLOWEST
        with ExitStack() as held:
            try:
                async with asyncio.timeout(seconds):
                    body = await self._read(chunks, declared, address, held)
            except TimeoutError:
                raise Refused(408) from None
            except RuntimeError as error:  # the server's word for a connection that it could not read
                raise Refused(400) from error
            yield body

    async def _read(self, chunks: Chunks, declared: int, address: str, held: ExitStack) -> IO[bytes]:
        body: IO[bytes] = io.BytesIO()
        if declared > IN_MEMORY:
            held.enter_context(self._counted(address))
            # A file without a name; it is gone with the block.
            body = held.enter_context(tempfile.TemporaryFile(prefix="skaala-body-"))  # noqa: SIM115  entered here
        length = 0
        async for chunk in chunks:
            length += len(chunk)
            body.write(chunk)
        # To the server a body whose sender has left is at its end.
        if length != declared:
            raise Refused(400)
        body.seek(0)
        return body

    @contextmanager
    def _counted(self, address: str) -> Iterator[None]:
        if self._large.total() >= LARGE_AT_ONCE or self._large[address] >= LARGE_OF_ONE_ADDRESS:
            raise Refused(503)
        self._large[address] += 1
        try:
            yield
        finally:
            self._large[address] -= 1
            if not self._large[address]:
                del self._large[address]

    async def _drop(self, chunks: Chunks, declared: int) -> None:
        """Read a body that nobody wants: a browser shows the answer only once it has sent what it has to send."""
        if declared > DRAINED:
            return
        try:
            async with asyncio.timeout(SECONDS + declared / SLOWEST):
                async for _ in chunks:
                    pass
        except (TimeoutError, RuntimeError):
            return
