"""Has anything changed that public pages show? One word to compare, so that a kept page is never an old one.

Most of it is a number that triggers put into one row, in the transaction that makes the change. What a room above knows and
public pages show too (which events are full, say) it adds with :func:`depends_on`; all is asked in one statement.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
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
    earlier. Those who ask while a reading is under way share the next one. It works with callbacks and libpq's own calls,
    since it comes before every page: a task and a cursor cost as much again as the database does.
    """

    def __init__(self) -> None:
        self._waiting: list[asyncio.Future[str]] = []  # for the next reading
        self._asked: list[asyncio.Future[str]] = []  # for the one under way
        self._late: asyncio.TimerHandle | None = None
        self._wire: psycopg.Connection[Any] | None = None
        self._handle = -1  # kept, since a lost connection does not know its socket any more

    def current(self) -> asyncio.Future[str]:
        """
        Return the version as it is now, to be awaited.

        It raises :class:`psycopg.Error` or :class:`TimeoutError` if the database cannot be asked.
        """
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[str] = loop.create_future()
        self._waiting.append(answer)
        if not self._asked:
            self._ask(loop)
        return answer

    def _ask(self, loop: asyncio.AbstractEventLoop) -> None:
        self._asked, self._waiting = self._waiting, []
        self._late = loop.call_later(READ_WITHIN, self._fail, TimeoutError("the database gave no answer"))
        if self._wire is None:
            loop.run_in_executor(None, _connect).add_done_callback(self._connected)
        else:
            self._send(self._wire)

    def _connected(self, made: asyncio.Future[psycopg.Connection[Any]]) -> None:
        if made.cancelled():  # the loop is ending
            return
        error = made.exception()
        if error is not None:
            if self._wire is None:
                self._fail(error)
        elif self._wire is not None or not self._asked:  # it came too late for those who asked
            made.result().close()
        else:
            self._wire = wire = made.result()
            self._handle = wire.pgconn.socket
            asyncio.get_running_loop().add_reader(self._handle, self._take, wire)
            self._send(wire)

    def _send(self, wire: psycopg.Connection[Any]) -> None:
        try:
            wire.pgconn.send_query_prepared(_STATEMENT, [])
            wire.pgconn.flush()
            _ = wire.pgconn.socket  # gone, without a word, where the connection was found lost just now
        except psycopg.Error as error:
            self._fail(error)

    def _take(self, wire: psycopg.Connection[Any]) -> None:
        """Take what has come from the database; once it is the whole answer, hand it over. A lost connection is given up."""
        try:
            wire.pgconn.consume_input()
            if wire.pgconn.is_busy():
                return
            version = _answer(wire.pgconn)
        except psycopg.Error as error:
            self._fail(error)
        else:
            self._done(lambda answer: answer.set_result(version))

    def _fail(self, error: BaseException) -> None:
        self.close()

        def say(answer: asyncio.Future[str]) -> None:
            answer.set_exception(error)
            answer.exception()  # who asked may be gone; then nobody need hear of it

        self._done(say)

    def _done(self, say: Callable[[asyncio.Future[str]], None]) -> None:
        if self._late is not None:
            self._late.cancel()
        asked, self._asked = self._asked, []
        for answer in asked:
            if not answer.done():
                say(answer)
        if self._waiting:
            self._ask(asyncio.get_running_loop())

    def close(self) -> None:
        """Give up the connection; the next reading makes a new one."""
        wire, self._wire = self._wire, None
        if wire is not None:
            asyncio.get_running_loop().remove_reader(self._handle)
            wire.close()


def _connect() -> psycopg.Connection[Any]:
    wire = database.connect()
    wire.pgconn.prepare(_STATEMENT, _question().encode())
    return wire


def _answer(wire: psycopg.pq.abc.PGconn) -> str:
    result = wire.get_result()
    while wire.get_result() is not None:
        pass
    if result is None:
        raise psycopg.OperationalError("the database gave no answer")
    if result.status != psycopg.pq.ExecStatus.TUPLES_OK:
        raise psycopg.OperationalError(result.error_message.decode(errors="replace"))
    value = result.get_value(0, 0) if result.ntuples else None
    return value.decode() if value is not None else NONE
