"""
After forgetting: tables are written anew, so that neither their files nor the write-ahead log hold what was removed.

A removed row stays in its file until somebody else needs the place, and PostgreSQL's statistics of a column hold the values that
are most common in it. So the tables of people are rewritten whole, their statistics made anew, and the log's files replaced.
"""

from __future__ import annotations

import logging
import time
from contextlib import suppress
from dataclasses import dataclass, field

from django.apps import apps
from django.db import OperationalError, ProgrammingError, connection

log = logging.getLogger(__name__)

LOCK_MILLISECONDS = 1000
"""How long a try waits for others to leave a table; those who come meanwhile wait behind it no longer."""
TRIES = 5
PAUSE_SECONDS = 10.0
BESIDE_OURS = ("django_session", "procrastinate_jobs", "procrastinate_events")

MOST_PREPARED = 200
_PREPARED = """
SELECT count(*) FROM pg_ls_waldir()
WHERE name ~ '^[0-9A-F]{24}$' AND name > pg_walfile_name(pg_current_wal_insert_lsn())
"""
# Something has to be written into a file before it can be left.
_SWITCH = "SELECT pg_logical_emit_message(false, 'skaala', 'rewritten'), pg_switch_wal()"


@dataclass
class Rewritten:
    """Which tables were written anew, and which were in use all the time, or are not ours, and stay as they are."""

    tables: list[str] = field(default_factory=list)
    in_use: list[str] = field(default_factory=list)
    has_new_log: bool = False
    """Whether the write-ahead log was replaced too, which takes the rights of a maintenance role."""


def tables_of_people() -> list[str]:
    """Return the tables in which people's data are: those of our own rooms, the sessions and the queue."""
    ours = {
        model._meta.db_table
        for config in apps.get_app_configs()
        if config.name.startswith("skaala.")
        for model in config.get_models(include_auto_created=True)
    }
    return [*sorted(ours), *BESIDE_OURS]


def rewrite_tables(
    tables: list[str] | None = None, *, tries: int = TRIES, pause_seconds: float = PAUSE_SECONDS
) -> Rewritten:
    """
    Write tables anew, each once nobody uses it for a moment, then their statistics and the write-ahead log.

    Must not run inside a transaction.

    :param tables: by default all in which people's data are
    """
    done = Rewritten(in_use=list(tables_of_people() if tables is None else tables))
    if not _owns(done.in_use):  # VACUUM would only warn, and leave them as they are
        log.error(
            "tables were not written anew: only the role that owns them may; set SKAALA_MAINTENANCE_URL"
        )
        return done
    for attempt in range(tries):
        if attempt:
            time.sleep(pause_seconds)
        for table in list(done.in_use):
            if _rewrite(table):
                done.in_use.remove(table)
                done.tables.append(table)
        if not done.in_use:
            break
    _forget_statistics(done.tables)
    done.has_new_log = _replace_log()
    if done.in_use:
        log.warning("tables in use, rewritten the next night: %s", ", ".join(done.in_use))
    return done


def _owns(tables: list[str]) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT bool_and(pg_has_role(relowner, 'USAGE')) FROM pg_class WHERE relname = ANY(%s) AND relkind = 'r'",
            [tables],
        )
        return bool(cursor.fetchone()[0])


def _rewrite(table: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('lock_timeout', %s, false), set_config('statement_timeout', '0', false)",
            [str(LOCK_MILLISECONDS)],
        )
        try:
            cursor.execute(f"VACUUM (FULL) {connection.ops.quote_name(table)}")
        except OperationalError:
            return False
        finally:
            cursor.execute("RESET lock_timeout")
            cursor.execute("RESET statement_timeout")
    return True


def _forget_statistics(tables: list[str]) -> None:
    """Of a table that has become empty ANALYZE keeps the old statistics, so they are removed first."""
    with connection.cursor() as cursor:
        with suppress(ProgrammingError):  # not ours to do on a server of others
            cursor.execute(
                "DELETE FROM pg_statistic WHERE starelid IN (SELECT oid FROM pg_class WHERE relname = ANY(%s))",
                [tables],
            )
        for table in tables:
            cursor.execute(f"ANALYZE {connection.ops.quote_name(table)}")
        with suppress(ProgrammingError, OperationalError):
            cursor.execute("VACUUM (FULL) pg_catalog.pg_statistic")


def _replace_log() -> bool:
    """
    Begin a new file of the write-ahead log and let the earlier ones go; ``wal_recycle`` is off in the embedded server.

    Files that were prepared from old ones before it was off are used up first.
    """
    try:
        with connection.cursor() as cursor:
            for _ in range(MOST_PREPARED):
                cursor.execute(_SWITCH)
                cursor.execute(_PREPARED)
                if not cursor.fetchone()[0]:
                    break
            for _ in range(2):  # the first checkpoint still needs the file in which it is noted
                cursor.execute(_SWITCH)
                cursor.execute("CHECKPOINT")
    except ProgrammingError:
        return False
    return True
