"""Bringing tables up to date: a step of its own, by one at a time, and what a start says that meets other tables."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import psycopg
import pytest

from skaala.config import embedded
from tests.config.program import environment, free_port, skaala


@pytest.fixture(scope="module")
def server(tmp_path_factory) -> str:
    """The address of a PostgreSQL on which databases can be made."""
    return embedded.join(tmp_path_factory.mktemp("migrating") / "var")


def a_database(server: str, name: str) -> str:
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return server.replace("/skaala?", f"/{name}?")


def test_two_who_begin_at_once_on_an_empty_database_both_come_through(server, tmp_path):
    url = a_database(server, "twice")
    begun = [
        subprocess.Popen(
            [sys.executable, "-m", "skaala.config.command", "migrate", "--verbosity", "0"],
            env=environment(tmp_path / f"var{number}", DATABASE_URL=url),
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        )
        for number in range(3)
    ]  # fmt: skip
    for process in begun:
        said, _ = process.communicate(timeout=120)
        assert process.returncode == 0, said


def test_tables_that_do_not_fit_are_named(server, tmp_path):
    url = a_database(server, "fits")
    start = ("serve", "--no-migrate", "--no-live", "--no-worker", "--port", str(free_port()))
    given = {"data": tmp_path / "var", "DATABASE_URL": url}

    refused = skaala(*start, **given)
    assert refused.returncode == 1
    assert "The database is older than this program" in refused.stderr
    assert "Run `skaala migrate`" in refused.stderr
    with psycopg.connect(url) as connection:
        assert connection.execute("SELECT to_regclass('series_series')").fetchone() == (None,)

    assert skaala("migrate", "--verbosity", "0", seconds=120, **given).returncode == 0
    with psycopg.connect(url) as connection:
        connection.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('series', '9999_of_tomorrow', now())"
        )
    said = starts_and_says(tmp_path, url, start)
    assert "The database is newer than this program" in said and "series.9999_of_tomorrow" in said
    assert "Skaala serves http://" in said


def starts_and_says(tmp_path: Path, url: str, start: tuple[str, ...]) -> str:
    """Start, wait for the sentence that says that it serves, end, and return all that was said."""
    log = tmp_path / "said"
    with log.open("wb") as written:
        process = subprocess.Popen(
            [sys.executable, "-u", "-m", "skaala.config.command", *start],
            env=environment(tmp_path / "var", DATABASE_URL=url), stdout=written, stderr=written,
        )  # fmt: skip
        try:
            while b"Skaala serves" not in log.read_bytes() and process.poll() is None:
                time.sleep(0.1)
        finally:
            process.terminate()
            process.wait(30)
    return log.read_text()
