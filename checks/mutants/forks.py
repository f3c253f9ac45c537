"""Runs calls in forked processes, a few at a time, each with a limit of computing time and of memory."""

from __future__ import annotations

import math
import os
import resource
import signal
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

MEMORY = 8 << 30


@dataclass(frozen=True)
class Fork:
    """
    A call for a forked process.

    ``work`` returns the exit code; ``done`` gets it, or None where the time ran out. No two that are ``alone`` run
    at the same time.
    """

    work: Callable[[], int]
    done: Callable[[int | None], None]
    cpu_seconds: float
    alone: bool = False


def run_forks(forks: Iterable[Fork], *, processes: int, scratch: Path, until: float = math.inf) -> None:
    """Run the calls, ``processes`` at a time; start none after ``until`` (of the monotonic clock)."""
    running: dict[int, Fork] = {}
    held: list[Fork] = []
    coming = iter(forks)
    while True:
        while len(running) < processes and time.monotonic() < until:
            fork = _next(coming, held, busy=any(each.alone for each in running.values()))
            if fork is None:
                break
            running[_start(fork, scratch)] = fork
        if not running:
            return
        process, status = os.wait()
        if (ended := running.pop(process, None)) is not None:
            ended.done(os.WEXITSTATUS(status) if os.WIFEXITED(status) else None)


def _next(coming: Iterable[Fork], held: list[Fork], *, busy: bool) -> Fork | None:
    """Return the next call that may start: one that waited, where none of its kind runs, or the next that may run beside."""
    if held and not busy:
        return held.pop(0)
    for fork in coming:
        if not (fork.alone and busy):
            return fork
        held.append(fork)
    return None


def _start(fork: Fork, scratch: Path) -> int:
    """Fork, and return the process's number. Whatever happens, the forked process ends here."""
    sys.stdout.flush()
    sys.stderr.flush()
    process = os.fork()
    if process:
        return process
    code = 2
    try:
        nothing = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(nothing, stream)
        folder = scratch / str(os.getpid())
        folder.mkdir()
        os.environ["PYTEST_DEBUG_TEMPROOT"] = str(folder)
        seconds = math.ceil(fork.cpu_seconds)
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        signal.alarm(60 + 10 * seconds)  # for one that waits for what never comes
        code = fork.work()
    finally:
        os._exit(code)
