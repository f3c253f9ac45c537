"""
Two roles in the database: one owns the tables, migrates, forgets and writes them anew; the program works as one that owns nothing.

Pages, emails and streams connect as the program's role. Whatever makes it say something to the database that we did not write
reads and changes rows, and no more: it makes, alters, empties and drops nothing, switches no trigger off, and runs no program.
"""

from __future__ import annotations

import os
from typing import Any, Protocol

from environ import Env

EMBEDDED = "skaala_program"
"""The program's role in the embedded database."""

PROGRAM_URL = "SKAALA_PROGRAM_URL"
"""Within a command, whose own ``DATABASE_URL`` is the maintenance role's: how the programs that it starts connect."""
MAINTENANCE_URL = "SKAALA_MAINTENANCE_URL"
"""Set by the operator beside ``DATABASE_URL``, which is the program's then; and for the worker, which starts the nightly work."""

_APPEND_ONLY = ("people_auditentry", "people_auditlink")
_READ_ONLY = ("django_migrations",)
_LACKS = """
SELECT EXISTS (
    SELECT FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND (
        relkind = 'r' AND NOT has_table_privilege(%(role)s, oid, 'SELECT')
        OR relkind = 'S' AND NOT has_sequence_privilege(%(role)s, oid, 'USAGE')
    )
)
"""
# Two at once would fail on the same rows of the catalogue.
_ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(1534021)"


class Cursor(Protocol):
    """What Django's cursor and the driver's have in common."""

    def execute(self, query: Any, params: Any = None) -> Any: ...
    def fetchone(self) -> Any: ...


def name_in(url: str) -> str:
    """Return the role that an address of a database names; empty where it leaves that to the driver."""
    return str(Env.db_url_config(url).get("USER") or "")


def part() -> None:
    """Take the maintenance role's address into use where the operator has named one, and keep the program's for its processes."""
    if owner := os.environ.pop(MAINTENANCE_URL, ""):
        os.environ[PROGRAM_URL] = os.environ["DATABASE_URL"]
        os.environ["DATABASE_URL"] = owner


def of_program(*, starts_nightly_work: bool = False) -> dict[str, str]:
    """Return the environment of a process that works as the program's role; only the worker's names the other one's address."""
    variables = dict(os.environ)
    if program := variables.pop(PROGRAM_URL, ""):
        if starts_nightly_work:
            variables[MAINTENANCE_URL] = variables["DATABASE_URL"]
        variables["DATABASE_URL"] = program
    return variables


def let_in(cursor: Cursor, role: str) -> None:
    """
    Give the program's role its rights where it lacks any, within the caller's transaction, as the role that owns the tables.

    Tables that later changes make are open to it from the start.
    """
    cursor.execute(_ONE_AT_A_TIME)
    cursor.execute(_LACKS, {"role": role})
    if not cursor.fetchone()[0]:
        return
    cursor.execute("SELECT current_schema()")
    schema, quoted = _quote(cursor.fetchone()[0]), _quote(role)
    for statement in (
        f"GRANT USAGE ON SCHEMA {schema} TO {quoted}",
        f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA {schema} TO {quoted}",
        f"GRANT USAGE, SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA {schema} TO {quoted}",
        f"ALTER DEFAULT PRIVILEGES IN SCHEMA {schema} GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {quoted}",
        f"ALTER DEFAULT PRIVILEGES IN SCHEMA {schema} GRANT USAGE, SELECT, UPDATE ON SEQUENCES TO {quoted}",
        *(f"REVOKE UPDATE, DELETE ON {table} FROM {quoted}" for table in _APPEND_ONLY),
        *(f"REVOKE INSERT, UPDATE, DELETE ON {table} FROM {quoted}" for table in _READ_ONLY),
    ):
        cursor.execute(statement)


def _quote(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
