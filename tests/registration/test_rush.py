"""Two hundred at once for fifty places: sixty-four clients in four processes on a real PostgreSQL."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from typing import Any

import psutil
import psycopg
import pytest

from skaala.config import embedded
from tests.config.program import ROOT, environment

PROCESSES, CLIENTS, PEOPLE = 4, 16, 200

PREPARE = "from skaala.config import environment; environment.set_up(); environment.prepare()"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The environment of a program whose PostgreSQL notes the moment of each commit."""
    data = tmp_path_factory.mktemp("rush") / "var"
    url = embedded.join(data)
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("ALTER SYSTEM SET track_commit_timestamp = on")
        connection.execute("ALTER SYSTEM SET max_connections = 100")
    postmaster = psutil.Process(int((data / "postgres" / "postmaster.pid").read_text().split()[0]))
    postmaster.send_signal(signal.SIGINT)
    postmaster.wait(20)
    embedded.start_again_if_it_fell(data)
    variables = environment(
        data, DJANGO_SETTINGS_MODULE="skaala.config.settings", SKAALA_DATABASE_CONNECTIONS=str(CLIENTS + 2)
    )
    variables["PYTHONPATH"] = os.pathsep.join([variables["PYTHONPATH"], str(ROOT)])
    subprocess.run(
        [sys.executable, "-c", PREPARE], env=variables, check=True, timeout=90, capture_output=True
    )
    return {**variables, "DATABASE_URL": url}


def run(server: dict[str, str], *arguments: str) -> str:
    outcome = subprocess.run(
        [sys.executable, "-m", "tests.registration.rush", *arguments],
        env=server, cwd=ROOT, capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    assert outcome.returncode == 0, outcome.stderr
    return outcome.stdout


def rush(server: dict[str, str], slug: str, mode: str) -> dict[str, Any]:
    """Let them all in at the same moment, and return what the database holds afterwards."""
    run(server, "hall", slug)
    share = PEOPLE // PROCESSES
    processes = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.registration.rush", "clients", slug, mode, str(number * share), str(share), str(CLIENTS)],
            env=server, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )
        for number in range(PROCESSES)
    ]  # fmt: skip
    for process in processes:
        assert process.stdout is not None and process.stdout.readline() == "ready\n"
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    problems = [
        problem for process in processes for problem in json.loads(process.communicate(timeout=120)[0])
    ]
    assert problems == []
    found: dict[str, Any] = json.loads(run(server, "count", slug))
    return found


@pytest.mark.xdist_group("rush")
def test_counting_and_then_inserting_overbooks(server):
    """The race is real: without the claim more come than there are seats."""
    assert rush(server, "naive", "naive")["confirmed"] > 50


@pytest.mark.xdist_group("rush")
def test_two_hundred_at_once_for_fifty_places(server):
    found = rush(server, "claimed", "claim")
    assert (found["confirmed"], found["seats"], found["taken"], found["waiting"]) == (50, 50, 50, 150)
    # The line is in the order of the commits, and each is told by email which place in it is theirs.
    assert found["commits"] == sorted(found["commits"]) and len(set(found["commits"])) > 100
    assert found["queued"] == PEOPLE
    for place, email in enumerate(found["emails"], 1):
        assert f"You are number {place} on the waiting list" in email
