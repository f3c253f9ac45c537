"""Several web processes keep pages of their own, and none of them ever gives an old one."""

from __future__ import annotations

import json
import subprocess
import sys

import httpx
import psycopg
import pytest

from skaala.config import embedded
from tests.config.program import Program, environment, skaala

pytestmark = pytest.mark.xdist_group("program")


def test_a_change_is_seen_at_once_in_every_process(loaded, programs):
    data, slug = loaded
    program = Program(data, "--workers", "3")
    programs.append(program)
    program.start()
    browsers = [
        httpx.Client(base_url=program.url) for _ in range(24)
    ]  # connections fall to processes by chance

    def titles() -> set[bool]:
        return {title in browser.get(f"/fi/series/{slug}/").text for browser in browsers for _ in range(2)}

    with psycopg.connect(embedded.join(data), autocommit=True) as database:
        for number in range(5):
            title = f"Uusi nimi {number}"
            assert titles() == {False}
            database.execute(
                "UPDATE series_series SET title = jsonb_build_object('fi', %s::text) WHERE slug = %s",
                [title, slug],
            )
            assert titles() == {True}
    for browser in browsers:
        browser.close()
    program.stop()


# What is started while the program is being made ready goes on when it is, not before.
WAIT = """
import subprocess, sys
from skaala.config import readiness
then = "from skaala.config import readiness as r; r.wait_until_ready(); print((r.environment.data_dir() / 'ready.stamp').exists())"
class Child:
    def start(self):
        self.process = subprocess.Popen([sys.executable, "-c", then])
child = Child()
readiness.make_ready([child])
child.process.wait()
"""


def test_a_start_looks_closer_only_when_something_has_changed(loaded, tmp_path):
    """A second start takes the state as it was noted; a change to the tables, or a new secret that is none, is seen."""
    data, _slug = loaded
    ask = "from skaala.config import readiness; readiness.make_ready(); import sys; print('django.db' in sys.modules)"

    def start(**more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-c", ask], env=environment(data, **more), capture_output=True, text=True, timeout=60
        )  # fmt: skip

    first = start()
    assert (first.returncode, first.stdout) == (0, "False\n"), first.stderr
    stamp = data / "ready.stamp"
    noted, at = stamp.read_text(), stamp.stat().st_mtime_ns
    assert start().stdout == "False\n" and stamp.stat().st_mtime_ns == at
    with psycopg.connect(embedded.join(data), autocommit=True) as database:
        rows = database.execute(
            "SELECT name FROM django_migrations WHERE app = 'catalogue' ORDER BY name DESC LIMIT 2"
        ).fetchall()
    (name,), (before,) = rows  # of the uppermost room, on which nothing rests
    undone = skaala("migrate", "catalogue", before, data=data)
    assert undone.returncode == 0, undone.stderr
    assert start().returncode == 0
    assert stamp.read_text() != noted
    with psycopg.connect(embedded.join(data)) as database:
        done = database.execute(
            "SELECT count(*) FROM django_migrations WHERE app = 'catalogue' AND name = %s", [name]
        )
        assert done.fetchone() == (1,)
    stamp.unlink()
    waited = subprocess.run(
        [sys.executable, "-c", WAIT], env=environment(data), capture_output=True, text=True, timeout=60
    )
    assert waited.stdout == "True\n", waited.stderr
    read_by_django_alone = embedded.join(data).replace("postgres:@", "postgres:100%sure@")
    assert start(DATABASE_URL=read_by_django_alone).returncode == 0
    refused = start(SKAALA_SECRET_KEY="")
    assert refused.returncode == 1 and "SKAALA_SECRET_KEY is missing" in refused.stderr


def test_benches_print_their_figures_on_a_scratch_database(loaded, tmp_path):
    output = skaala(
        "bench",
        "registrations",
        "--json",
        "--seconds",
        "0.5",
        "--clients",
        "2",
        data=tmp_path / "var",
        seconds=120,
    )
    assert output.returncode == 0, output.stderr
    figures = json.loads(output.stdout)
    (level,) = figures["levels"]
    assert (figures["overbooked"], figures["lost"], figures["without_email"], figures["fsync"]) == (
        0,
        0,
        0,
        "on",
    )
    assert level["clients"] == 2 and level["done"] > 0 and level["errors"] == {} and level["overbooked"] == 0
    assert 3 <= level["requests_per_registration"] < 3.5
    assert level["registrations_per_s"] > 0 < level["p50_ms"] <= level["p99_ms"]
    assert level["share_of_limit"] > 0 and level["limit_per_s"] > 0
    assert not (tmp_path / "var").exists(), "a bench leaves the data folder alone"


def test_the_page_bench_weighs_the_first_visit(tmp_path):
    output = skaala(
        "bench", "pages", "--json", "--seconds", "0.5", "--clients", "16", data=tmp_path / "var", seconds=300
    )
    assert output.returncode == 0, output.stderr
    figures = json.loads(output.stdout)
    assert figures["first_visit"]["requests"] <= 4 and figures["first_visit"]["kilobytes"] <= 60
    (level,) = figures["levels"]
    assert level["clients"] == 16 and level["errors"] == {}
    assert level["pages_per_s"] > 0 and level["constant_view_per_s"] > 0
    assert level["limit_per_s"] > 0 and 0 < level["p50_ms"] <= level["p99_ms"]
