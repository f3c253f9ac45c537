"""Prints one line an attack: those of this folder, and tests of the rooms that are marked `attack`."""

from __future__ import annotations

from pathlib import Path

import pytest


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker("attack")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item):
    report = yield
    mark = item.get_closest_marker("attack")
    line = mark.args[0] if mark is not None and mark.args else getattr(item.obj, "__doc__", "") or item.name  # type: ignore[attr-defined]
    doc = line.strip().splitlines()[0].rstrip(".")
    report.user_properties = [*report.user_properties, ("attack", doc)]
    return report


def pytest_terminal_summary(terminalreporter) -> None:
    for outcome, word in [
        ("passed", "refused"),
        ("failed", "SUCCEEDED"),
        ("error", "NOT TRIED"),
        ("skipped", "not tried"),
    ]:
        for report in terminalreporter.getreports(outcome):
            reported = dict(report.user_properties)
            if "attack" in reported and (report.when == "call" or outcome != "passed"):
                figure = f" ({reported['figure']})" if "figure" in reported else ""
                terminalreporter.write_line(f"{word:10} {reported['attack']}{figure}")
