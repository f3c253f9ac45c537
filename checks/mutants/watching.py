"""Runs collected tests in a forked process: to see which lines each runs, or until one fails."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import coverage
import pytest
from _pytest.runner import runtestprotocol
from pytest_django.plugin import blocking_manager_key

from checks.mutants import planting


def any_fails(items: Sequence[pytest.Item]) -> bool:
    """Run the tests until one fails; say whether one does."""
    return any(
        not _passes(item, following) for item, following in zip(items, [*items[1:], None], strict=True)
    )


def watch(items: Sequence[pytest.Item], files: list[str], result: Path) -> int:
    """Run the tests and write, for each: its seconds, whether it passes, and which lines of the files it runs."""
    seen = coverage.Coverage(data_file=None, include=files, config_file=False, messages=False)
    caches = planting.caches()
    found = []

    class Fixtures:
        """Notes apart what a fixture runs: where it is set up once for many tests, all of them are to have it."""

        @pytest.hookimpl(wrapper=True)
        def pytest_fixture_setup(self, fixturedef: Any) -> Any:
            seen.switch_context(f"fixture {fixturedef.argname}")
            try:
                return (yield)
            finally:
                seen.switch_context(items[len(found)].nodeid)

    if items:
        items[0].config.pluginmanager.register(Fixtures())
    seen.start()
    for item, following in zip(items, [*items[1:], None], strict=True):
        for cache in caches:
            cache.cache_clear()
        seen.switch_context(item.nodeid)
        start = time.process_time()
        passes = _passes(item, following)
        found.append((time.process_time() - start, passes))
    seen.stop()
    lines: dict[str, dict[str, list[int]]] = {}
    data = seen.get_data()
    for file in data.measured_files():
        for line, contexts in data.contexts_by_lineno(file).items():
            for context in contexts:
                lines.setdefault(context, {}).setdefault(file, []).append(line)
    rows = []
    for item, (seconds, passes) in zip(items, found, strict=True):
        contexts = [item.nodeid, *(f"fixture {name}" for name in getattr(item, "fixturenames", ()))]
        ran = {
            file: sorted({line for each in contexts for line in lines.get(each, {}).get(file, ())})
            for file in files
        }
        rows.append((seconds, passes, {file: numbers for file, numbers in ran.items() if numbers}))
    result.write_text(json.dumps(rows), encoding="utf-8")
    return 0


@contextmanager
def database(config: pytest.Config) -> Iterator[None]:
    """Have the tests' database made once: forked processes find it there and connect to it on their own."""
    from django.test import utils

    with config.stash[blocking_manager_key].unblock():
        made = utils.setup_databases(verbosity=0, interactive=False)
        _disconnect()
    teardown, utils.setup_databases = utils.teardown_databases, lambda *_, **__: made
    utils.teardown_databases = lambda *_, **__: None
    try:
        yield
    finally:
        with config.stash[blocking_manager_key].unblock():
            teardown(made, verbosity=0)
            _disconnect()


def _disconnect() -> None:
    from django.db import connections

    for connection in connections.all(initialized_only=True):
        connection.close()
        connection.close_pool()


def _passes(item: pytest.Item, following: pytest.Item | None) -> bool:
    return not any(report.failed for report in runtestprotocol(item, log=False, nextitem=following))
