"""All open streams of this process, and how the same bytes get to each of them."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Container
from dataclasses import dataclass

Channel = tuple[int, str, str]
"""Board, audience, language."""
MAX_STREAMS_PER_READER = 10
"""Streams that one reader may have open: tabs, devices, and some that have not noticed that they are gone."""
BACKLOG = 64 * 1024
"""Bytes that may wait for a slow reader; beyond that the stream is dropped, and the page reconnects."""
BATCH_SIZE = 250
"""So many streams are written to before other tasks get a turn."""


@dataclass(eq=False, slots=True)
class Stream:
    """One open stream."""

    channel: Channel
    who: str
    source: str
    transport: asyncio.Transport
    is_chunked: bool
    has: str = ""
    """Identity of the frame it was last sent."""
    is_checked: bool = False
    """Whether it is open only as long as a co-facilitator's link holds."""

    def write(self, wire: tuple[bytes, bytes]) -> bool:
        """
        Send the bytes, or drop the stream if it lags too far behind.

        :param wire: the same message plain and as a chunk
        :returns: whether it is still there
        """
        if self.transport.is_closing():
            return False
        if self.transport.get_write_buffer_size() > BACKLOG:
            self.transport.abort()
            return False
        self.transport.write(wire[self.is_chunked])
        return True


@dataclass(frozen=True, slots=True)
class Message:
    """A frame as it goes over the wire."""

    identity: str
    wire: tuple[bytes, bytes]


def framed(text: str) -> tuple[bytes, bytes]:
    """Return ``text`` as bytes, plain and as one chunk of HTTP/1.1."""
    plain = text.encode()
    return plain, b"%x\r\n%b\r\n" % (len(plain), plain)


def message(identity: str, body: str) -> Message:
    """Return a frame as an event; ``body`` is JSON on one line."""
    return Message(identity, framed(f"id: {identity}\ndata: {body}\n\n"))


HEARTBEAT = framed(":\n\n")


class Streams:
    """
    The streams of this process by what they are sent.

    :ivar on_first_stream: called with a board of which a stream waits for its first frame
    :ivar dropped: how many were dropped because they lagged
    """

    def __init__(
        self,
        *,
        max_streams: int,
        max_per_source: int = 0,
        on_first_stream: Callable[[int], None] = lambda board_id: None,
    ) -> None:
        self.max_streams, self.max_per_source = max_streams, max_per_source
        self.on_first_stream = on_first_stream
        self.dropped = 0
        self.count = 0
        self._open: dict[Channel, set[Stream]] = {}
        self._latest: dict[Channel, Message] = {}
        self._readers: Counter[str] = Counter()
        self._sources: Counter[str] = Counter()

    def of_reader(self, who: str) -> int:
        """Return how many streams a reader has open."""
        return self._readers[who]

    def is_full(self, source: str) -> bool:
        """Say whether there is no room for one more stream, of all or of one network address."""
        of_source = self._sources[source]
        return self.count >= self.max_streams or 0 < self.max_per_source <= of_source

    def watched(self) -> set[tuple[int, str]]:
        """Return boards and audiences that have a stream here."""
        return {(board_id, audience) for board_id, audience, _ in list(self._open)}

    def readers(self, audience: str) -> set[tuple[int, str]]:
        """Return the boards that readers of an audience have streams of here, with the word for each reader."""
        return {
            (channel[0], stream.who)
            for channel, streams in list(self._open.items())
            if channel[1] == audience
            for stream in list(streams)
        }

    def checked(self) -> set[tuple[int, str]]:
        """Return the boards that readers follow by their role or by a co-facilitator's link, with the word for each reader."""
        return {
            (channel[0], stream.who)
            for channel, streams in list(self._open.items())
            for stream in list(streams)
            if stream.is_checked
        }

    def end_readers(self, readers: Container[tuple[int, str]]) -> None:
        """End the streams of these readers, whose links have been withdrawn, or whose roles have ended."""
        for channel, streams in list(self._open.items()):
            for stream in list(streams):
                if stream.is_checked and (channel[0], stream.who) in readers:
                    stream.transport.close()

    def add(self, stream: Stream) -> None:
        """Take a stream in; it is sent the newest frame at once unless it has it, or as soon as there is one."""
        self.count += 1
        self._readers[stream.who] += 1
        self._sources[stream.source] += 1
        self._open.setdefault(stream.channel, set()).add(stream)
        newest = self._latest.get(stream.channel)
        if newest is None:
            self.on_first_stream(stream.channel[0])
        else:
            self._send(stream, newest)

    def remove(self, stream: Stream) -> None:
        """Let a stream go; with the last of a board what was kept of it goes too."""
        self.count -= 1
        for counts, key in ((self._readers, stream.who), (self._sources, stream.source)):
            counts[key] -= 1
            if not counts[key]:
                del counts[key]  # those who are gone take no memory
        others = self._open[stream.channel]
        others.discard(stream)
        if not others:
            del self._open[stream.channel]
            self._latest.pop(stream.channel, None)

    async def publish(self, channel: Channel, newest: Message) -> None:
        """Send a frame to all who are to have it and do not have it yet."""
        if channel not in self._open:
            return
        self._latest[channel] = newest
        for number, stream in enumerate(list(self._open[channel])):
            if self._latest.get(channel) is not newest:
                return  # a newer one is on its way already
            self._send(stream, newest)
            if number % BATCH_SIZE == BATCH_SIZE - 1:
                await asyncio.sleep(0)

    async def beat(self) -> None:
        """Send all streams a heartbeat, so that no proxy closes them as idle."""
        for streams in list(self._open.values()):
            for number, stream in enumerate(list(streams)):
                self.dropped += not stream.write(HEARTBEAT)
                if number % BATCH_SIZE == BATCH_SIZE - 1:
                    await asyncio.sleep(0)

    def close_all(self) -> None:
        """End all streams; their pages will come back."""
        for streams in self._open.values():
            for stream in streams:
                stream.transport.close()

    def _send(self, stream: Stream, newest: Message) -> None:
        if stream.has == newest.identity:
            return
        if stream.write(newest.wire):
            stream.has = newest.identity
        else:
            self.dropped += 1
