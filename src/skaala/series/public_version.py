"""Has anything changed that public pages show? One word to compare, so that a kept page is never an old one.

Most of it is a number that triggers put into one row, in the transaction that makes the change. What a room above knows and
public pages show too (which events are full, say) it adds with :func:`depends_on`; all is asked in one statement.
"""

from __future__ import annotations

import threading
from typing import Any

import psycopg
from django.db import connection

from skaala.series.models import PublicVersion

# What is read before a page is made stays true of it: who reads the number first and the content then can at worst keep
# newer content under an older number, and make the page once more than needed.
NONE = "none"
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


def change() -> None:
    """Note, within the caller's transaction, that public pages change; for what neither triggers nor :func:`depends_on` see."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {PublicVersion._meta.db_table} (id, number) "  # noqa: S608
            "VALUES (1, nextval('series_public_version_number')) ON CONFLICT (id) DO UPDATE SET number = EXCLUDED.number"
        )


class Watch:
    """
    Reads the version for many threads at once, on a connection of its own that takes no part in transactions.

    Each caller gets a reading that began after she asked, so nobody sees a page from before a change that was committed
    earlier. Those who ask while a reading is under way share the next one.
    """

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._begun = 0
        self._version = NONE
        self._wire: psycopg.Connection[Any] | None = None

    def current(self) -> str:
        """
        Return the version as it stands now.

        :raises psycopg.Error: if the database cannot be asked
        """
        asked_at = self._begun
        with self._turn:
            if self._begun > asked_at:
                return self._version
            self._begun += 1
            try:
                self._version = self._read()
            except BaseException:
                # Nobody who waits may take an earlier number for this one.
                self._begun -= 1
                self.close()
                raise
            return self._version

    def _read(self) -> str:
        if self._wire is None:
            self._wire = self._connect()
            self._wire.pgconn.prepare(b"public_version", _question().encode())
        # libpq's own call: the way through the cursor costs as much again as the database does.
        result = self._wire.pgconn.exec_prepared(b"public_version", [])
        if result.status != psycopg.pq.ExecStatus.TUPLES_OK:
            raise psycopg.OperationalError(result.error_message.decode(errors="replace"))
        value = result.get_value(0, 0) if result.ntuples else None
        return value.decode() if value is not None else NONE

    def _connect(self) -> psycopg.Connection[Any]:
        parameters = dict(connection.get_connection_params())
        for name in (
            "pool",
            "cursor_factory",
            "context",
            "assume_role",
            "server_side_binding",
            "prepare_threshold",
        ):
            parameters.pop(name, None)
        return psycopg.connect(**{"connect_timeout": 3, **parameters}, autocommit=True)

    def close(self) -> None:
        """Give up the connection; the next reading makes a new one."""
        wire, self._wire = self._wire, None
        if wire is not None:
            wire.close()
