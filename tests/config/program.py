"""The real program under test: `skaala serve` with a database of its own, to be used, killed and started again."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

import httpx
import psutil

ROOT = Path(__file__).resolve().parents[2]
T = TypeVar("T")


def environment(data: Path, **more: str) -> dict[str, str]:
    """The environment of a production server on an embedded database in ``data``."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("SKAALA_", "DATABASE_", "EMAIL_", "DJANGO_"))
    }
    return {
        **kept,
        "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), kept.get("PYTHONPATH", "")]),
        "SKAALA_SECRET_KEY": "a-secret-key-for-a-program-under-test-0123456789",
        "SKAALA_ALLOWED_HOSTS": "localhost,127.0.0.1",
        "SKAALA_BASE_URL": "http://localhost",
        "SKAALA_MAIL_FROM": "Skaala <no-reply@example.org>",
        "SKAALA_DATA_DIR": str(data),
        **more,
    }


def skaala(*arguments: str, data: Path, seconds: float = 60, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a command to its end."""
    return subprocess.run(
        [sys.executable, "-m", "skaala.config.command", *arguments],
        env=environment(data, **more), cwd=data.parent, capture_output=True, text=True, timeout=seconds,
    )  # fmt: skip


class Program:
    """A running `skaala serve`."""

    def __init__(self, data: Path, *arguments: str, live_port: int = 0, **more: str) -> None:
        # The streams take a start of their own, which most stories can do without.
        streams = ("--live-port", str(live_port)) if live_port else ("--no-live",)
        self.data, self.arguments, self.more = data, (*arguments, *streams), more
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> float:
        """Start and return the seconds until the first page was answered."""
        began = time.monotonic()
        self.log = (self.data.parent / "serve.log").open("ab")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "skaala.config.command", "serve", "--port", str(self.port), *self.arguments],
            env=environment(self.data, **self.more), cwd=self.data.parent,
            stdout=self.log, stderr=self.log, start_new_session=True,
        )  # fmt: skip
        wait_for(lambda: self.answers(), seconds=30, what="the first page")
        return time.monotonic() - began

    def answers(self) -> bool:
        with suppress(httpx.HTTPError):
            return httpx.get(f"{self.url}/fi/").status_code == 200
        return False

    def family(self) -> list[psutil.Process]:
        """The program's processes, its PostgreSQL among them."""
        found = []
        if self.process is not None:
            with suppress(psutil.NoSuchProcess):
                parent = psutil.Process(self.process.pid)
                found += [parent, *parent.children(recursive=True)]
        with suppress(FileNotFoundError, ValueError, psutil.NoSuchProcess):
            postmaster = psutil.Process(
                int((self.data / "postgres" / "postmaster.pid").read_text().split()[0])
            )
            found += [postmaster, *postmaster.children(recursive=True)]
        return found

    def kill(self) -> None:
        """Kill everything at once, as a power cut would."""
        family = self.family()
        for process in family:
            with suppress(psutil.NoSuchProcess):
                process.kill()
        psutil.wait_procs(family, timeout=10)
        if self.process is not None:
            self.process.wait(10)
            self.log.close()
        self.process = None

    def those(self, word: str) -> list[psutil.Process]:
        """Return its processes whose command names ``word``."""
        found = []
        for process in self.family():
            with suppress(psutil.NoSuchProcess):
                if any(word in part for part in process.cmdline()):
                    found.append(process)
        return found

    def kill_those(self, word: str) -> None:
        """Kill only those of its processes whose command names ``word``."""
        found = self.those(word)
        assert found, f"no process is called {word}: nothing would be killed, and the test would tell nothing"
        for process in found:
            with suppress(psutil.NoSuchProcess):
                process.kill()

    def stop(self) -> None:
        """End it as a person would."""
        if self.process is not None:
            self.process.send_signal(signal.SIGINT)
            self.process.wait(20)
            self.log.close()
        self.process = None

    def register(self, slug: str, email: str) -> httpx.Response:
        """Register for the first open event of a series with a plain form client: no JavaScript, no session."""
        page = httpx.get(f"{self.url}/fi/series/{slug}/register/")
        event = re.findall(r'name="events"\s+value="(\d+)"', page.text)[0]
        return httpx.post(
            f"{self.url}/fi/series/{slug}/register/",
            data={"events": event, "name": "Maija Mayor", "email": email, "organisation_kind": "municipality",
                  "municipality": "Akaa", "language": "fi"},
        )  # fmt: skip


def free_port() -> int:
    """Return a port that nobody uses."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def wait_for(check: Callable[[], T], *, seconds: float, what: str) -> T:
    """Ask until the answer is true; fail by name after ``seconds``."""
    deadline = time.monotonic() + seconds
    while True:
        found = check()
        if found:
            return found
        assert time.monotonic() < deadline, f"waited {seconds} s for {what}"
        time.sleep(0.1)
