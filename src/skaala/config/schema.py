"""
All tables of an empty database at once, as the migrations would have made them one after another.

Django draws its picture of all models anew for each step of a migration, which takes some ten seconds of processor time from
an empty database to today's; the same tables as SQL take one. `schema.sql` is written by `skaala schema` from a database
that the migrations have made, and a test compares the two. Where it does not belong to the migrations at hand, it is not
used, and they run.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

from django.db import connection as default
from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

FILE = Path(__file__).with_name("schema.sql")
DUMP = ("--no-owner", "--no-privileges", "--inserts", "--exclude-table-data=django_migrations")
"""How `pg_dump` is asked."""
_MARK = "-- Belongs to the migrations "
_IN = re.compile(r"\(\(ARRAY\[([^\]]*)\]\)::text\[\]\)")
_TABLES = """
SELECT current_schema() = 'public' AND count(*) = 0
FROM pg_class WHERE relkind IN ('r', 'v', 'm') AND relnamespace = current_schema()::regnamespace
"""


def load(connection: BaseDatabaseWrapper = default) -> bool:
    """
    Make all tables in an empty database and note the migrations as done.

    :returns: False, with nothing changed, where the database is not empty or the file belongs to other migrations
    """
    steps = MigrationLoader(None).disk_migrations
    text = FILE.read_text(encoding="utf-8") if FILE.exists() else ""
    if not _is_empty(connection) or not text.startswith(_MARK + _names(steps) + "\n"):
        return False
    recorder = MigrationRecorder(connection)
    with transaction.atomic(using=connection.alias):
        with connection.cursor() as cursor:
            cursor.execute(text)
        recorder.migration_qs.bulk_create(
            recorder.Migration(app=app, name=name) for app, name in sorted(steps)
        )
    return True


def written(dump: str) -> str:
    """Return what :data:`FILE` should hold, of a dump (`DUMP`) of a database that the migrations have made."""
    steps = MigrationLoader(None).disk_migrations
    return f"{_MARK}{_names(steps)}\nSET LOCAL check_function_bodies = false;\n{_plain(dump)}"


def settled(dump: str) -> str:
    """Return a dump to be compared: PostgreSQL writes `IN` in one way when it is given, and in another once it has been written and read."""
    return _IN.sub(
        lambda found: f"(ARRAY[{', '.join(f'({value})::text' for value in found[1].split(', '))}])",
        _plain("\n".join(line for line in dump.splitlines() if not line.startswith("SET LOCAL "))),
    )


def migrate_step_by_step() -> None:
    """Run all migrations on an empty database, and nothing that comes after them."""
    executor = MigrationExecutor(default)
    executor.migrate(executor.loader.graph.leaf_nodes())


def _is_empty(connection: BaseDatabaseWrapper) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(_TABLES)
        (is_empty,) = cursor.fetchone()
    return bool(is_empty)


def _names(steps: Iterable[tuple[str, str]]) -> str:
    return hashlib.sha256("\n".join(f"{app}.{name}" for app, name in sorted(steps)).encode()).hexdigest()[:32]


def _plain(dump: str) -> str:
    """Return a dump without what only psql reads, what older servers do not know, and what differs from run to run."""
    kept = [
        line
        for line in dump.splitlines()
        if line
        and not line.startswith(("--", "\\", "SET ", "SELECT pg_catalog.set_config("))
        and not re.match(r"SELECT pg_catalog\.setval\('public\.django_migrations_id_seq'", line)
    ]
    return "\n".join(kept) + "\n"
