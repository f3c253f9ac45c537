"""Making ready to serve without loading Django into the process that watches over the servers: it stays small and is soon done."""

from __future__ import annotations

import fcntl
import hashlib
import importlib
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path

import click

from skaala.config import environment
from skaala.config.roles import PROGRAM_URL
from skaala.config.supervise import Child, drop

PATIENCE = 5  # seconds that a database may take to answer
LOOK_ONLY = "--no-migrate"
PACKAGE = Path(__file__).resolve().parent.parent
# What a start depends on: when any of it is newer or fewer, tables, words and styles are looked at one by one.
LOOKED_AT = ("*/migrations/*.py", "*/locale/*/*/*", "*/static/**/*")


def make_ready(children: Sequence[Child] = (), *, may_migrate: bool = True) -> bool:
    """
    Find the database, check the settings, and bring tables, words and styles up to date where anything has changed.

    :param children: started while that is being looked at; they must :func:`wait_until_ready`
    :param may_migrate: whether tables are brought up to date; else they are only looked at
    :returns: whether the embedded database is used
    :raises ClickException: saying what is wrong with the settings or the database
    """
    environment.join_demo()
    is_embedded = environment.use_database()
    from django.core.exceptions import ImproperlyConfigured

    try:
        importlib.import_module("skaala.config.settings")
    except ImproperlyConfigured as error:
        raise click.ClickException(str(error)) from error
    _reach_database()
    if _state() != _stamp():
        with gate(fcntl.LOCK_EX):
            only = [] if may_migrate else [LOOK_ONLY]
            look = subprocess.Popen([sys.executable, "-m", "skaala.config.readiness", *only])
            for child in children:
                child.start()
            try:
                if code := look.wait():
                    raise SystemExit(code)
            except BaseException:
                drop(children)
                raise
    return is_embedded


def _reach_database() -> None:
    """
    Wait a moment for a database that is just starting.

    :raises ClickException: if it does not answer
    """
    import psycopg

    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            for url in filter(None, (os.environ["DATABASE_URL"], os.environ.get(PROGRAM_URL))):
                psycopg.connect(url, connect_timeout=PATIENCE).close()
            return
        except psycopg.ProgrammingError:
            return  # an address that Django reads and libpq does not, as with a bare % in the password
        except psycopg.OperationalError as error:
            if time.monotonic() > deadline:
                said = " ".join(str(error).split())
                raise click.ClickException(
                    f"The database does not answer. Is PostgreSQL running, and is DATABASE_URL right? {said}"
                ) from error
        time.sleep(0.5)


def wait_until_ready() -> None:
    """Wait while another process brings things up to date."""
    with gate(fcntl.LOCK_SH):
        pass


@contextmanager
def gate(lock: int) -> Iterator[None]:
    """Hold the lock for the length of a block; it goes with the process, whatever kills it."""
    environment.data_dir().mkdir(parents=True, exist_ok=True)
    file = os.open(environment.data_dir() / "ready.lock", os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(file, lock)
        yield
    finally:
        os.close(file)


def _state() -> str:
    """The program's files, the database, and how many of its changes have been made: one line that tells two states apart."""
    import psycopg

    files = [path for pattern in LOOKED_AT for path in PACKAGE.glob(pattern) if path.is_file()]
    url = os.environ["DATABASE_URL"]
    try:
        with psycopg.connect(url, connect_timeout=10) as connection:
            row = connection.execute("SELECT count(*), max(applied)::text FROM django_migrations").fetchone()
    except psycopg.Error:
        return ""  # no tables yet, or no database: whoever looks closer will say
    parts = [
        PACKAGE,
        len(files),
        max(path.stat().st_mtime for path in files),
        *(version(name) for name in ("django", "procrastinate")),
        hashlib.sha256(f"{url} {os.environ.get(PROGRAM_URL)}".encode()).hexdigest(),
        os.environ.get("SKAALA_MODE"),
        row,
    ]
    return " ".join(map(str, parts))


def _stamp() -> str | None:
    file = environment.data_dir() / "ready.stamp"
    return file.read_text(encoding="utf-8") if file.exists() else None


def main() -> None:
    """Look at everything, do what is to be done, and note the state."""
    try:
        environment.set_up()
        from django.db import DatabaseError

        try:
            environment.prepare(may_migrate=LOOK_ONLY not in sys.argv)
        except DatabaseError as error:
            raise click.ClickException(
                "The tables cannot be made or brought up to date. May the database's user make tables in it? "
                f"PostgreSQL says: {str(error).splitlines()[0]}"
            ) from error
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    state = _state()
    if state:
        environment.data_dir().mkdir(parents=True, exist_ok=True)
        (environment.data_dir() / "ready.stamp").write_text(state, encoding="utf-8")


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "skaala.config.settings")
    main()
