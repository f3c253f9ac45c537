"""The front itself: what the server calls for each request."""

from __future__ import annotations

import asyncio
import io
import logging
import os
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import IO, Any

from skaala.config.front.bodies import Bodies, Refused
from skaala.config.front.environ import Environ, Scope, environ_of, with_body
from skaala.config.front.limits import limit_of
from skaala.config.front.metrics import count
from skaala.config.front.refusals import refusal
from skaala.config.front.watched import WATCHED, watched
from skaala.people.operations import network_address
from skaala.series.queries import public_version
from skaala.site.http.page_cache import page_cache

logger = logging.getLogger(__name__)
Application = Callable[[Environ, Callable[..., Any]], Iterable[bytes]]
Headers = list[tuple[str, str]]
THREADS = 4
MOST_WAITING = 1000
"""Requests that may wait for a thread; those beyond are told at once that there are too many."""


class FileOnDisk:
    """What a view hands back to be sent as a file; the server reads it without taking a thread."""

    def __init__(self, file: IO[bytes], block_size: int = 8192) -> None:
        self.file, self.block_size = file, block_size

    def path(self) -> str | None:
        """Return the path of the file if all of it is to be sent."""
        file: Any = self.file
        name = getattr(file, "name", None)
        whole = isinstance(getattr(file, "raw", None), io.FileIO) and file.tell() == 0
        return name if whole and isinstance(name, str) and os.path.isabs(name) else None

    def __iter__(self) -> Any:
        return iter(lambda: self.file.read(self.block_size), b"")

    def close(self) -> None:
        self.file.close()


class Front:
    """Serves a WSGI application whose bodies have come whole, and cached pages without it."""

    def __init__(self, application: Application) -> None:
        self._application = application
        self._bodies = Bodies()
        self._watch = public_version.Watch()
        self._waiting = 0
        self._threads = ThreadPoolExecutor(THREADS, thread_name_prefix="pages")

    async def __rsgi__(self, scope: Scope, protocol: Any) -> None:
        environ, began = environ_of(scope), time.perf_counter()
        answer: tuple[int, Headers, bytes | str]
        try:
            if environ["PATH_INFO"] in WATCHED:
                answer = await watched(environ, ask_database=self._watch.current)
            else:
                answer = await self._cached(environ) or await self._made(environ, protocol)
        except Refused as refused:
            answer = self._refusal(refused.status, environ)
        except Exception:
            logger.exception("A request could not be answered")
            answer = self._refusal(500, environ)
        status, headers, body = answer
        if count is not None:
            count(environ["REQUEST_METHOD"], status, time.perf_counter() - began)
        if isinstance(body, bytes):
            protocol.response_bytes(status, headers, body)
        else:
            protocol.response_file(status, headers, body)

    async def _cached(self, environ: Environ) -> tuple[int, Headers, bytes | str] | None:
        page = page_cache.unexpired(environ)
        if page is None:
            return None
        try:
            version = await self._watch.current()
        except (
            Exception
        ):  # the database is lost: Django notices that too, and says so in the reader's language
            return None
        return page.answer(environ) if page.version == version else None

    async def _made(self, environ: Environ, protocol: Any) -> tuple[int, Headers, bytes | str]:
        declared = environ.get("CONTENT_LENGTH", "")
        if declared in ("", "0") and "HTTP_TRANSFER_ENCODING" not in environ:
            return await self._in_a_thread(with_body(environ, io.BytesIO()))
        async with self._bodies.read(
            protocol,
            declared=int(declared) if declared.isdecimal() else None,
            limit=limit_of(environ["PATH_INFO"]).bytes,
            address=network_address(environ),
        ) as body:
            return await self._in_a_thread(with_body(environ, body))

    async def _in_a_thread(self, environ: Environ) -> tuple[int, Headers, bytes | str]:
        if self._waiting >= MOST_WAITING:
            raise Refused(503)
        self._waiting += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._threads, self._call, environ)
        finally:
            self._waiting -= 1

    def _call(self, environ: Environ) -> tuple[int, Headers, bytes | str]:
        """Have the application answer; runs in a thread."""
        started: list[tuple[str, Headers]] = []

        def start_response(status: str, headers: Headers, exc_info: Any = None) -> Callable[[bytes], object]:
            started[:] = [(status, headers)]
            return lambda _: None

        environ["wsgi.file_wrapper"] = FileOnDisk
        parts = self._application(environ, start_response)
        try:
            path = (
                parts.path() if isinstance(parts, FileOnDisk) and environ["REQUEST_METHOD"] == "GET" else None
            )
            body = path or b"".join(parts)
        finally:
            close = getattr(parts, "close", None)
            if close is not None:
                close()
        status, headers = started[0]
        return int(status[:3]), headers, body

    def _refusal(self, status: int, environ: Environ) -> tuple[int, Headers, bytes]:
        return refusal(status, path=environ["PATH_INFO"], accepted=environ.get("HTTP_ACCEPT_LANGUAGE", ""))
