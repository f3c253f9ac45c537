"""The whole program, running: one web server and one worker on a database of their own, filled by `stage`."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import fasteners
import httpx
import psycopg
from psycopg import sql

from skaala.config import embedded, roles
from tests.browser.inbox import Inbox

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60  # seconds
STAGE_URL = "http://stage.invalid"  # until it is known where the house stands


@dataclass
class House:
    """The running program: where pages, streams and database are, what it holds, and the emails it has sent."""

    url: str
    live_url: str
    known: dict[str, Any]
    inbox: Inbox
    folder: Path
    database_url: str

    @contextmanager
    def client(self, **options: Any) -> Iterator[httpx.Client]:
        """Open a client that has no JavaScript and tells no lies about where it comes from."""
        # No certificates are needed here, and reading them takes longer than most pages.
        with httpx.Client(base_url=self.url, timeout=30, verify=False, **options) as client:
            yield client

    def fill_in(self, template: str) -> str:
        """Put what the house holds into an address such as ``/series/{coming}/``."""
        return template.format(**self.known)


@contextmanager
def running(name: str) -> Iterator[House]:
    """
    Start the program on a fresh database called ``name`` and end it afterwards.

    The children end when this process is gone, whatever killed it.
    """
    folder = ROOT / "var" / "tests" / name
    shutil.rmtree(folder, ignore_errors=True)
    web_port, mail_port, live_port = _free_ports(3)
    url = f"http://127.0.0.1:{web_port}"
    known = json.loads(_stage(folder, name).replace(STAGE_URL, url))
    environment = _environment(
        folder, name, url, SKAALA_LIVE_PORT=str(live_port), EMAIL_URL=f"smtp://127.0.0.1:{mail_port}"
    )
    environment["SKAALA_MAINTENANCE_URL"] = environment["DATABASE_URL"]  # the worker alone uses it
    environment["DATABASE_URL"] = _as_the_program(environment["SKAALA_MAINTENANCE_URL"])
    inbox = Inbox()
    inbox.open(mail_port)
    log = folder / "log"
    children = []
    try:
        with log.open("w") as output:
            for module, arguments in [
                ("skaala.config.web", ["--host", "127.0.0.1", "--port", str(web_port), "--workers", "1"]),
                ("skaala.config.worker", ["--alone"]),
                ("skaala.config.live", ["--host", "127.0.0.1", "--port", str(live_port)]),
            ]:
                command = [sys.executable, "-m", module, *arguments]
                children.append(
                    subprocess.Popen(command, env=environment, stdout=output, stderr=output, cwd=ROOT)
                )
        _wait_until_open(url, children, log)
        yield House(url, f"http://127.0.0.1:{live_port}", known, inbox, folder, environment["DATABASE_URL"])
    finally:
        for child in children:
            child.terminate()
        for child in children:
            try:
                child.wait(10)
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()
        inbox.close()


def environment_of(house: House) -> dict[str, str]:
    """Return the environment in which a command works on the running program."""
    return _environment(house.folder, "", house.url, DATABASE_URL=house.database_url)


def _environment(folder: Path, database: str, url: str, **more: str) -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("SKAALA_", "DJANGO_"))}
    paths = filter(None, [str(ROOT / "src"), str(ROOT), os.environ.get("PYTHONPATH")])
    return kept | {
        "PYTHONPATH": os.pathsep.join(paths),
        "PYTHONWARNINGS": "default",
        "DJANGO_SETTINGS_MODULE": "skaala.config.settings",
        "SKAALA_MODE": "demo",
        "SKAALA_SECRET_KEY": "the-key-of-the-browser-tests-and-of-nothing-else",
        "SKAALA_BASE_URL": url,
        "SKAALA_ALLOWED_HOSTS": "localhost,127.0.0.1,stage.invalid",
        "SKAALA_DATA_DIR": str(folder),
        # Each visitor names an address of their own, so that they do not use up one another's attempts.
        "SKAALA_BEHIND_PROXY": "true",
        "SKAALA_LIVE_STRAIGHT": "true",
        "SKAALA_OPERATOR_NAME": "Esimerkkiyhdistys",
        "SKAALA_OPERATOR_EMAIL": "help@example.org",
        "DATABASE_URL": urlunsplit(urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{database}")),
        **more,
    }


def _stage(folder: Path, database: str) -> str:
    """Copy the stage into ``folder`` and ``database``, and return what it holds; whoever is first sets it for all."""
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID", str(os.getpid()))
    stage, record = folder.with_name("stage"), folder.with_name("stage.told")
    with fasteners.InterProcessLock(folder.with_name("stage.lock")):
        if not record.exists() or json.loads(record.read_text())["run"] != run:
            shutil.rmtree(stage, ignore_errors=True)
            stage.mkdir(parents=True)
            _make_database("stage")
            done = subprocess.run(
                [sys.executable, "-m", "tests.browser.stage"],
                env=_environment(stage, "stage", STAGE_URL, SKAALA_ALLOWED_HOSTS="stage.invalid"),
                cwd=ROOT,
                capture_output=True,
                text=True,
                check=False,
            )
            assert done.returncode == 0, f"the stage could not be set:\n{done.stderr}"
            record.write_text(json.dumps({"run": run, "known": json.loads(done.stdout.splitlines()[-1])}))
        shutil.copytree(stage, folder)
        _make_database(database, "stage")
        return json.dumps(json.loads(record.read_text())["known"])


def _make_database(name: str, template: str = "template1") -> None:
    """Make a database beside the one of the other tests."""
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as connection:
        new, like = sql.Identifier(name), sql.Identifier(template)
        connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(new))
        connection.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(new, like))


def _as_the_program(url: str) -> str:
    """Let the role that owns nothing into the database, as a start does; all that a browser meets works as that role."""
    embedded.create_program_role(url)
    with psycopg.connect(url) as connection, connection.cursor() as cursor:
        roles.let_in(cursor, roles.EMBEDDED)
    return embedded.program_url(url)


def _free_ports(count: int) -> list[int]:
    held = [socket.socket() for _ in range(count)]
    for each in held:
        each.bind(("127.0.0.1", 0))
    ports = [each.getsockname()[1] for each in held]
    for each in held:
        each.close()
    return ports


def _wait_until_open(url: str, children: list[subprocess.Popen[bytes]], log: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while True:
        for child in children:
            assert child.poll() is None, f"{child.args} ended:\n{log.read_text()}"
        try:
            httpx.get(f"{url}/robots.txt", timeout=5)
        except httpx.TransportError:
            assert time.monotonic() < deadline, f"no page within {PATIENCE} s:\n{log.read_text()}"
            time.sleep(0.1)
        else:
            return
