"""
A pytest plugin that tries mutants instead of running the tests once.

The tests are collected once. Each room's are run in a process of their own, which notes the lines that each test
runs. Then each mutant gets a forked process, in which only the tests that run what was changed are run, the quickest
first, until one fails.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

import pytest

from checks.mutants import planting, watching
from checks.mutants.forks import Fork, run_forks
from checks.mutants.making import ROOT, SEATS, Mutant

FAST_SECONDS = 3.0
NEED_A_DATABASE = {"db", "transactional_db", "django_db_setup", "live_server"}
NEED_A_BROWSER = {"page", "browser", "context"}
SURVIVED, KILLED, NOT_PLANTED = 0, 1, 3


@dataclass(frozen=True)
class Test:
    """A test, the seconds it took without a mutant, and the lines it ran, by file."""

    item: pytest.Item
    seconds: float
    ran: dict[str, set[int]]

    def reaches(self, mutant: Mutant) -> bool:
        return not self.ran.get(str(mutant.file), set()).isdisjoint(mutant.lines)


@dataclass(frozen=True)
class Outcome:
    """How a mutant fared."""

    mutant: Mutant
    killed: bool
    timed_out: bool


class Plugin:
    """Tries the mutants of each room until all are tried or the time is over; :attr:`outcomes` has the results."""

    def __init__(self, mutants: dict[str, list[Mutant]], *, processes: int, until: float) -> None:
        self.mutants = mutants
        self.processes = processes
        self.until = until
        self.outcomes: dict[str, list[Outcome]] = {room: [] for room in mutants}
        self.tests: dict[str, list[Test]] = {room: [] for room in mutants}
        self.not_used: list[str] = []
        self._files = sorted({str(mutant.file) for drawn in mutants.values() for mutant in drawn})

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = [item for item in items if self._room_of(item)]

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        scratch = Path(tempfile.mkdtemp(prefix="mutants-"))
        try:
            with watching.database(session.config) if SEATS in self.mutants else nullcontext():
                self._watch(session.items, scratch)
                self._functions = planting.functions_by_place()
                self._caches = planting.caches()
                self._try_all(scratch)
        finally:
            shutil.rmtree(scratch, ignore_errors=True)
        return True

    def _room_of(self, item: pytest.Item) -> str | None:
        """Return the room against whose mutants the test is run: its folder's; those of seats have a database."""
        fixtures = set(getattr(item, "fixturenames", ()))
        marker = item.get_closest_marker("django_db")
        room = item.path.relative_to(ROOT / "tests").parts[0]
        if marker or fixtures & NEED_A_DATABASE:
            rolled_back = "transactional_db" not in fixtures and not (
                marker and marker.kwargs.get("transaction")
            )
            room = SEATS if rolled_back and item.path.stem.startswith("test_seats") else ""
        return room if room in self.mutants and not fixtures & NEED_A_BROWSER else None

    def _watch(self, items: list[pytest.Item], scratch: Path) -> None:
        """Run every test without a mutant, each room's in a process, and keep what was seen."""
        by_room: dict[str, list[pytest.Item]] = {room: [] for room in self.mutants}
        for item in items:
            by_room[self._room_of(item) or ""].append(item)

        def read(room: str, code: int | None) -> None:
            if code != 0:
                raise RuntimeError(f"the tests of {room} did not run to their end: {code}")
            seen = json.loads((scratch / f"{room}.json").read_text(encoding="utf-8"))
            for item, (seconds, passed, ran) in zip(by_room[room], seen, strict=True):
                if passed and seconds <= FAST_SECONDS:
                    lines = {file: set(lines) for file, lines in ran.items()}
                    self.tests[room].append(Test(item, seconds, lines))
                else:
                    self.not_used.append(f"{item.nodeid} ({f'{seconds:.1f} s' if passed else 'fails'})")

        run_forks(
            (
                Fork(
                    work=lambda room=room: watching.watch(
                        by_room[room], self._files, scratch / f"{room}.json"
                    ),  # type: ignore[misc]
                    done=lambda code, room=room: read(room, code),  # type: ignore[misc]
                    cpu_seconds=600,
                )
                for room in sorted(by_room, key=lambda room: -len(by_room[room]))
            ),
            processes=self.processes,
            scratch=scratch,
        )

    def _try_all(self, scratch: Path) -> None:
        """Try the mutants of all rooms in turns, so that each room has had its share when the time is over."""
        turns = [
            (turn, room, mutant)
            for room, mutants in self.mutants.items()
            for turn, mutant in enumerate(mutants)
        ]
        run_forks(
            (self._fork(room, mutant) for _, room, mutant in sorted(turns, key=lambda each: each[:2])),
            processes=self.processes,
            scratch=scratch,
            until=self.until,
        )

    def _fork(self, room: str, mutant: Mutant) -> Fork:
        seconds = sum(test.seconds for test in self.tests[room])

        def done(code: int | None) -> None:
            if code != NOT_PLANTED:
                self.outcomes[room].append(Outcome(mutant, code != SURVIVED, timed_out=code is None))

        # One database: two transactions that write the same row would wait for each other.
        return Fork(lambda: self._try(room, mutant), done, cpu_seconds=5 + 3 * seconds, alone=room == SEATS)

    def _try(self, room: str, mutant: Mutant) -> int:
        """Return how the mutant fares, in the process that has been forked for it."""
        for cache in self._caches:
            cache.cache_clear()
        try:
            files = planting.plant(mutant, self._functions)
        except (planting.UnableToPlant, SyntaxError):
            return NOT_PLANTED
        except Exception:
            return KILLED  # its module could not even be imported
        if mutant.changes_a_function:
            tests = [test for test in self.tests[room] if test.reaches(mutant)]
        else:
            tests = [test for test in self.tests[room] if files & test.ran.keys()]
        tests.sort(key=lambda test: test.seconds)
        return KILLED if watching.any_fails([test.item for test in tests]) else SURVIVED
