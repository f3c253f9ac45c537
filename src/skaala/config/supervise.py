"""Runs web, worker and the embedded database as one program, starts again what falls, and ends them together."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

import click

from skaala.config.roles import of_program

CALM_AFTER = 30  # seconds a child must live for its fall to be a new one
LONGEST_WAIT = 20


@dataclass
class Child:
    """One program we keep running."""

    name: str
    module: str
    arguments: list[str]
    starts_nightly_work: bool = False
    process: subprocess.Popen[bytes] | None = None
    started: float = 0
    falls: int = 0
    start_again_at: float = 0

    def start(self) -> None:
        self.started = time.monotonic()
        self.process = subprocess.Popen(
            [sys.executable, "-m", self.module, *self.arguments],
            env={**of_program(starts_nightly_work=self.starts_nightly_work), "SKAALA_SUPERVISED": "1"},
            start_new_session=True,  # Ctrl-C reaches us alone; we end the children in order
        )


def keep_running(children: list[Child], *, look_after_database: bool) -> None:
    """Start the children and keep them running until SIGINT or SIGTERM; then end them and return."""
    stopping = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stopping.set())
    for child in children:
        if child.process is None:
            child.start()
    try:
        while not stopping.wait(0.3):
            if look_after_database:
                from skaala.config import embedded
                from skaala.config.environment import data_dir

                embedded.start_again_if_it_fell(data_dir())
            for child in children:
                _look_after(child)
    finally:
        end(children)


def _look_after(child: Child) -> None:
    if child.process is None:
        if time.monotonic() >= child.start_again_at:
            child.start()
        return
    code = child.process.poll()
    if code is None:
        return
    if time.monotonic() - child.started > CALM_AFTER:
        child.falls = 0
    child.falls += 1
    wait = min(2 ** (child.falls - 1) - 1, LONGEST_WAIT)
    click.echo(f"{child.name} ended ({code}) and is started again in {wait} s.", err=True)
    child.process, child.start_again_at = None, time.monotonic() + wait


def end(children: Sequence[Child]) -> None:
    """End the children that run, and wait until they have."""
    running = [child.process for child in children if child.process is not None]
    for process in running:
        process.terminate()
    deadline = time.monotonic() + 10
    for process in running:
        try:
            process.wait(max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def drop(children: Sequence[Child]) -> None:
    """End the children that run, with all that they have started, at once; for those that have not begun to serve."""
    for child in children:
        if child.process is not None:
            with suppress(ProcessLookupError):
                os.killpg(child.process.pid, signal.SIGKILL)  # each has a session of its own
            child.process.wait()


def end_with_parent() -> None:
    """Have this process end when the one that started it is gone, also when that was killed outright."""
    parent = os.getppid()

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(0.5)
        os._exit(1)

    threading.Thread(target=watch, daemon=True, name="end-with-parent").start()
