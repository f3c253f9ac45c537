"""A program with the demo series in it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from skaala.config import embedded
from tests.config.program import Program, environment

LOAD = """
from skaala.config import environment
environment.set_up()
environment.prepare()
from django.utils import timezone
from skaala.demo.load import load_demo
load_demo(now=timezone.now(), people=0)
from django.db import connection
connection.cursor().execute("DELETE FROM procrastinate_jobs WHERE queue_name = 'insight'")  # files nobody opens
from skaala.series.models import Series
print(Series.objects.exclude(copied_from=None).get().slug)
"""


@pytest.fixture(scope="session")
def seed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A data folder with the demo series that nobody uses, and the slug of the coming one."""
    data = tmp_path_factory.mktemp("seed") / "var"
    outcome = subprocess.run(
        [sys.executable, "-c", LOAD], env=environment(data, DJANGO_SETTINGS_MODULE="skaala.config.settings"),
        capture_output=True, text=True, timeout=300,
    )  # fmt: skip
    assert outcome.returncode == 0, outcome.stderr
    return data, outcome.stdout.split()[-1]


@pytest.fixture(scope="module")
def loaded(seed: tuple[Path, str], tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A data folder of the module's own with the demo series, and the slug of the coming one."""
    data = tmp_path_factory.mktemp("program") / "var"
    subprocess.run(["cp", "-a", seed[0], data], check=True)  # with its owner, as PostgreSQL demands
    return data, seed[1]


@pytest.fixture(scope="module")
def kept_running(loaded: tuple[Path, str]) -> Path:
    """The data folder with its database kept running, so that commands need not start it each time."""
    embedded.join(loaded[0])
    return loaded[0]


@pytest.fixture
def programs(loaded: tuple[Path, str]) -> Iterator[list[Program]]:
    """Programs to be put down whatever happens."""
    started: list[Program] = []
    yield started
    for program in started:
        program.kill()
