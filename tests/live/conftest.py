"""A live process's own server, and readers of its streams."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import SimpleNamespace

import pytest

from skaala.config.live import serve
from tests.config.program import free_port, wait_for
from tests.live.listener import Listener


@contextmanager
def serving(max_streams: int = 20, **ways: int) -> Iterator[SimpleNamespace]:
    """A live process's own server, in a thread: its port, its server and its streams."""
    here = SimpleNamespace(port=free_port(), server=None, streams=None)

    def started(server, streams) -> None:
        here.server, here.streams = server, streams

    here.running = threading.Thread(
        target=lambda: asyncio.run(
            serve("127.0.0.1", here.port, max_streams=max_streams, started=started, **ways)
        )
    )
    here.running.start()
    try:
        wait_for(lambda: here.server and here.server.started, seconds=10, what="the live server")
        yield here
    finally:
        here.server.should_exit = True
        here.running.join(10)
    assert not here.running.is_alive()


@pytest.fixture
def live() -> Iterator[SimpleNamespace]:
    with serving() as here:
        yield here


@pytest.fixture
def listen() -> Iterator[Callable[..., Listener]]:
    """Open streams that are closed in the end."""
    opened: list[Listener] = []

    def one(port: int, path: str, **ways: str) -> Listener:
        opened.append(Listener(port, path, **ways))
        return opened[-1]

    yield one
    for each in opened:
        each.close()
