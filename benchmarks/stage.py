"""A server as in production on a scratch database: web, worker and embedded PostgreSQL with fsync on."""

from __future__ import annotations

import fcntl
import http.client
import os
import resource
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import click
import psutil
import psycopg

SEED = """
import os
from skaala.config import environment
environment.set_up()
environment.prepare()
from django.utils import timezone
from skaala.demo.load import load_demo
load_demo(now=timezone.now(), people=0, boards=False)
from skaala.series.models import Series
coming = Series.objects.exclude(copied_from=None).get()
from skaala.registration.operations import set_capacity
set_capacity(event=coming.events.first(), capacities={"online": 1000}, now=timezone.now())
print("stage", Series.objects.exclude(copied_from=None).get().slug, os.environ["DATABASE_URL"])
"""
PATIENCE = 60
UNDONE = """
SELECT 1 FROM procrastinate_jobs
WHERE status = 'doing' OR status = 'todo' AND (scheduled_at IS NULL OR scheduled_at <= now())
UNION ALL SELECT 1 FROM mail_email WHERE state = 'queued' AND next_attempt_at <= now()
LIMIT 1
"""


def clients_option(levels: tuple[int, ...]) -> Callable[..., Any]:
    """Return the option for how many clients at once, as ``levels``."""
    return click.option(
        "--clients",
        "levels",
        type=click.IntRange(1, 256),
        multiple=True,
        default=levels,
        show_default=True,
        help="Clients at once; may be given several times.",
    )


def clean_environment(**settings: str) -> dict[str, str]:
    """Return the environment of a scratch program: ours without any setting of a program that may run here, and these."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("SKAALA_", "DATABASE_", "EMAIL_", "DJANGO_"))
    }
    kept.setdefault("PYTHONPATH", os.pathsep.join(path for path in sys.path if path))
    return kept | settings


class Stage:
    """
    The scratch program.

    :ivar slug: address of a series that is open for registration
    :ivar host: name and port of its web server
    :ivar live_host: the same of its live streams
    :ivar database_url: address of the scratch database
    :ivar settings: settings of the program beside those of :meth:`environment`
    """

    def __init__(self, folder: Path, workers: int | None) -> None:
        self.folder, self.workers = folder, workers
        self.data = folder / "var"
        self.settings: dict[str, str] = {}
        self.host, self.live_host = f"127.0.0.1:{free_port()}", f"127.0.0.1:{free_port()}"
        self.server: subprocess.Popen[bytes] | None = None
        self.beside: list[subprocess.Popen[bytes]] = []
        out = subprocess.run(
            [sys.executable, "-c", SEED],
            env=self.environment(),
            cwd=folder,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        if out.returncode:
            raise RuntimeError(f"The scratch database could not be filled:\n{out.stderr}")
        # As one more user of the database we keep it from being stopped with the server.
        self._held = os.open(self.data / "postgres.users", os.O_RDWR)
        fcntl.flock(self._held, fcntl.LOCK_SH)
        _, self.slug, self.database_url = out.stdout.splitlines()[-1].split(" ", 2)

    def environment(self, **more: str) -> dict[str, str]:
        """The settings of production; a limit a network address has is out of reach, since all clients share one."""
        return clean_environment(
            **{
                "DJANGO_SETTINGS_MODULE": "skaala.config.settings",
                "SKAALA_SECRET_KEY": self._secret,
                "SKAALA_ALLOWED_HOSTS": "localhost,127.0.0.1",
                "SKAALA_BASE_URL": f"http://{self.host}",
                "SKAALA_MAIL_FROM": "Skaala <no-reply@example.org>",
                "SKAALA_DATA_DIR": str(self.data),
                "SKAALA_REGISTRATIONS_AN_ADDRESS": "100000000",
                "SKAALA_UNCONFIRMED_EMAILS_AN_HOUR": "0",
                "SKAALA_LIVE_STREAMS_AN_ADDRESS": "0",
                **self.settings,
                **more,
            }
        )

    _secret = secrets.token_urlsafe(48)

    def start(self) -> float:
        """Start `skaala serve` and return the seconds until the series' page was answered."""
        _, _, port = self.host.partition(":")
        _, _, live_port = self.live_host.partition(":")
        arguments = ["serve", "--port", port, "--live-port", live_port]
        if self.workers is not None:
            arguments += ["--workers", str(self.workers)]
        began = time.perf_counter()
        self.server = self._run(["-m", "skaala.config.command", *arguments])
        self.wait(self.host, f"/fi/series/{self.slug}/")
        return time.perf_counter() - began

    def serve_beside(self, application: str, **more: str) -> str:
        """Serve another WSGI application with the same web server in the same way; returns its host."""
        host = f"127.0.0.1:{free_port()}"
        name, _, port = host.partition(":")
        arguments = ["--host", name, "--port", port, "--application", application]
        workers = ["--workers", str(self.workers)] if self.workers is not None else []
        self.beside.append(
            self._run(
                ["-m", "skaala.config.web", *arguments, *workers], DATABASE_URL=self.database_url, **more
            )
        )
        self.wait(host, "/")
        return host

    def _run(self, arguments: list[str], **more: str) -> subprocess.Popen[bytes]:
        with (self.folder / "server.log").open("ab") as log:
            return subprocess.Popen(
                [sys.executable, *arguments],
                env=self.environment(**more),
                cwd=self.folder,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def wait(self, host: str, path: str) -> None:
        """Ask for a page until it is there."""
        deadline = time.monotonic() + PATIENCE
        while True:
            with suppress(OSError, http.client.HTTPException):
                connection = http.client.HTTPConnection(host, timeout=10)
                connection.request("GET", path)
                if connection.getresponse().status == 200:
                    connection.close()
                    return
                connection.close()
            if time.monotonic() > deadline:
                log = (self.folder / "server.log").read_text()[-2000:]
                raise RuntimeError(f"{host}{path} was not answered within {PATIENCE} s. The log says:\n{log}")
            time.sleep(0.02)

    def wait_for_port(self, host: str) -> None:
        """Wait until somebody takes connections there."""
        name, _, port = host.partition(":")
        deadline = time.monotonic() + PATIENCE
        while True:
            with suppress(OSError), socket.create_connection((name, int(port)), timeout=5):
                return
            if time.monotonic() > deadline:
                log = (self.folder / "server.log").read_text()[-2000:]
                raise RuntimeError(f"Nobody listens at {host}. The log says:\n{log}")
            time.sleep(0.05)

    def wait_for_jobs(self) -> None:
        """Wait until the worker has done the jobs and emails that are due."""
        deadline = time.monotonic() + PATIENCE
        with psycopg.connect(self.database_url, autocommit=True) as connection:
            while connection.execute(UNDONE).fetchone():
                if time.monotonic() > deadline:
                    raise RuntimeError(f"The worker was not done with its jobs within {PATIENCE} s.")
                time.sleep(0.1)

    def processes(self) -> dict[str, list[psutil.Process]]:
        """The running processes by what they are: supervisor, web, worker, live, database."""
        kinds = ("supervisor", "web", "worker", "live", "database")
        found: dict[str, list[psutil.Process]] = {kind: [] for kind in kinds}
        if self.server is not None:
            parent = psutil.Process(self.server.pid)
            found["supervisor"].append(parent)
            for child in parent.children():
                words = child.cmdline()
                kind = next((one for one in kinds if f"skaala.config.{one}" in words), "")
                if kind:
                    found[kind] += [child, *child.children(recursive=True)]
        with suppress(FileNotFoundError, ValueError, psutil.NoSuchProcess):
            postmaster = psutil.Process(
                int((self.data / "postgres" / "postmaster.pid").read_text().split()[0])
            )
            found["database"] += [postmaster, *postmaster.children(recursive=True)]
        return found

    def end_server(self) -> None:
        """End web and worker and what runs beside them; the database stays."""
        running = [*self.beside, *([self.server] if self.server else [])]
        for process in running:
            process.send_signal(signal.SIGINT)
        for process in running:
            with suppress(subprocess.TimeoutExpired):
                process.wait(20)
            if process.poll() is None:
                process.kill()
        self.server, self.beside = None, []

    def end(self) -> None:
        """End all that was started, the database too."""
        self.end_server()
        database = self.processes()["database"]
        for process in database[:1]:
            process.send_signal(signal.SIGINT)  # PostgreSQL's "fast" way to stop
        psutil.wait_procs(database, timeout=20)
        os.close(self._held)


@contextmanager
def stage(workers: int | None = None) -> Iterator[Stage]:
    """Fill a scratch database and clear all away in the end; the server itself is yet to be started."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    folder = Path(tempfile.mkdtemp(prefix="skaala-bench-"))
    made: Stage | None = None
    try:
        made = Stage(folder, workers)
        yield made
    finally:
        if made is not None:
            made.end()
        shutil.rmtree(folder, ignore_errors=True)


def free_port() -> int:
    """Return a port of this machine that nobody uses just now."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        number: int = free.getsockname()[1]
        return number


def memory(processes: list[psutil.Process]) -> dict[str, float]:
    """Return megabytes: resident size, and the share of it that is theirs where pages are shared (PSS)."""
    resident = proportional = 0
    for process in processes:
        with suppress(psutil.NoSuchProcess, FileNotFoundError):
            resident += process.memory_info().rss
            rollup = Path(f"/proc/{process.pid}/smaps_rollup").read_text()
            proportional += 1024 * int(rollup.partition("\nPss:")[2].split()[0])
    return {
        "rss_mb": round(resident / 1e6, 1),
        "pss_mb": round(proportional / 1e6, 1),
        "processes": len(processes),
    }


def cpu_seconds(processes: list[psutil.Process]) -> float:
    """Return the processor time that the processes have used so far, user's and system's."""
    total = 0.0
    for process in processes:
        with suppress(psutil.NoSuchProcess):
            times = process.cpu_times()
            total += times.user + times.system
    return total


def surroundings() -> dict[str, object]:
    """Return what the figures depend on: cores, and how busy the machine was otherwise."""
    return {"cores": os.cpu_count(), "load_average_before": [round(value, 2) for value in os.getloadavg()]}
