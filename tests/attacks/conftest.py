"""Prints one line an attack."""

from __future__ import annotations

from collections.abc import Callable

import pytest


@pytest.fixture
def figure(record_property: Callable[[str, object], None]) -> Callable[[str], None]:
    """Print ``figure("slowest page 0.4 s")`` beside the attack's line."""
    return lambda text: record_property("figure", text)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item):
    report = yield
    doc = (getattr(item.obj, "__doc__", "") or item.name).strip().splitlines()[0].rstrip(".")  # type: ignore[attr-defined]
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
