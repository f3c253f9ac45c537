"""Has anything changed that public pages show? One word to compare, so that a kept page is never an old one.

Most of it is a number that triggers put into one row, in the transaction that makes the change. What a room above knows and
public pages show too (which events are full, say) it adds with :func:`depends_on`; all is asked in one statement.
"""

from __future__ import annotations

import asyncio
from typing import Any

import psycopg
from django.db import connection

from skaala.series.models import PublicVersion
from skaala.ui import database

# What is read before a page is made stays true of it: who reads the number first and the content then can at worst keep
# newer content under an older number, and make the page once more than needed.
NONE = "none"
READ_WITHIN = 3.0
"""Seconds after which a database that does not answer is taken for lost."""
_STATEMENT = b"public_version"
_also: dict[str, str] = {}


def depends_on(name: str, question: str) -> None:
    """
    Add to the version the answer to ``question``, a SELECT that gives one short text; called while a room is loaded.

    For what changes in many transactions at once and shows on public pages only now and then: the first free seat of
    many makes no new version, the last one does.
    """
    _also[name] = question


def _question() -> str:
    parts = [f"(SELECT number::text FROM {PublicVersion._meta.db_table})"]  # noqa: S608  our own name
    parts += [f"({question})" for _, question in sorted(_also.items())]
    return f"SELECT concat_ws(' ', {', '.join(parts)})"


def current() -> str:
    """Return the version as this thread's database connection sees it."""
    with connection.cursor() as cursor:
        cursor.execute(_question())
        row = cursor.fetchone()
    return row[0] if row else NONE


class Watch:
    """
    Reads the version for many requests at once in an event loop, on a connection that takes no part in transactions.

    Each caller gets a reading that began after it asked, so nobody sees a page from before a change that was committed
    earlier. Those who ask while a reading is under way share the next one.
    """

    def __init__(self) -> None:
        self._waiting: list[asyncio.Future[str]] = []
        self._reading: asyncio.Task[None] | None = None
        self._wire: psycopg.Connection[Any] | None = None

    def current(self) -> asyncio.Future[str]:
        """
        Return the version as it is now, to be awaited.

        It raises :class:`psycopg.Error` or :class:`TimeoutError` if the database cannot be asked.
        """
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[str] = loop.create_future()
        self._waiting.append(answer)
        if self._reading is None:
            self._reading = loop.create_task(self._read_while_asked())
        return answer

    async def _read_while_asked(self) -> None:
        while self._waiting:
            asked, self._waiting = self._waiting, []
            try:
                version = await self._read()
            except Exception as error:
                self.close()
                for answer in asked:
                    if not answer.done():
                        answer.set_exception(error)
                        answer.exception()  # who asked may be gone; then nobody need hear of it
            else:
                for answer in asked:
                    if not answer.done():
                        answer.set_result(version)
        self._reading = None

    async def _read(self) -> str:
        loop = asyncio.get_running_loop()
        async with asyncio.timeout(READ_WITHIN):
            if self._wire is None:
                self._wire = await loop.run_in_executor(None, _connect)
            wire = self._wire.pgconn
            # libpq's own calls: the way through a cursor costs as much again as the database does.
            wire.send_query_prepared(_STATEMENT, [])
            wire.flush()
            answered = loop.create_future()
            handle = wire.socket  # a lost connection has none any more
            loop.add_reader(handle, _take, wire, answered)
            try:
                result: psycopg.pq.abc.PGresult = await answered
            finally:
                loop.remove_reader(handle)
        if result.status != psycopg.pq.ExecStatus.TUPLES_OK:
            raise psycopg.OperationalError(result.error_message.decode(errors="replace"))
        value = result.get_value(0, 0) if result.ntuples else None
        return value.decode() if value is not None else NONE

    def close(self) -> None:
        """Give up the connection; the next reading makes a new one."""
        wire, self._wire = self._wire, None
        if wire is not None:
            wire.close()


def _connect() -> psycopg.Connection[Any]:
    wire = database.connect()
    wire.pgconn.prepare(_STATEMENT, _question().encode())
    return wire


def _take(wire: psycopg.pq.abc.PGconn, answered: asyncio.Future[psycopg.pq.abc.PGresult]) -> None:
    """Take what has come from the database; once it is the whole answer, hand it over."""
    try:
        wire.consume_input()
        if wire.is_busy():
            return
        result = wire.get_result()
        while wire.get_result() is not None:
            pass
        if result is None:
            raise psycopg.OperationalError("the database gave no answer")
    except Exception as error:
        if not answered.done():
            answered.set_exception(error)
    else:
        if not answered.done():
            answered.set_result(result)
