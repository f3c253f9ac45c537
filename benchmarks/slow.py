"""`skaala bench slow`: the slowest page while silent and slow connections are held open."""

from __future__ import annotations

import http.client
import itertools
import json
from typing import Any

import click

from benchmarks.slow_clients import SILENT, SLOW, SlowClients, slowest
from benchmarks.stage import Stage, stage, surroundings


@click.command()
@click.option("--json", "as_json", is_flag=True, help="All figures as JSON.")
@click.option(
    "--seconds",
    type=click.FloatRange(1, 60),
    default=15,
    show_default=True,
    help="How long each measurement lasts.",
)
@click.option(
    "--silent",
    type=click.IntRange(0, 5000),
    default=SILENT,
    show_default=True,
    help="Connections that send nothing more.",
)
@click.option(
    "--slow",
    type=click.IntRange(0, 5000),
    default=SLOW,
    show_default=True,
    help="Connections that send or read a byte a second.",
)
def command(as_json: bool, seconds: float, silent: int, slow: int) -> None:
    """Measures the slowest page beside connections that hold on and give little."""
    outcome = measure(seconds=seconds, silent=silent, slow=slow)
    click.echo(json.dumps(outcome, indent=2) if as_json else _report(outcome))


def measure(*, seconds: float, silent: int, slow: int) -> dict[str, Any]:
    """Return the figures."""
    outcome: dict[str, Any] = surroundings()
    with stage() as scratch:
        scratch.start()
        page, form = f"/fi/series/{scratch.slug}/", f"/fi/series/{scratch.slug}/register/"
        outcome["alone"] = _read(scratch, page, form, seconds)
        with SlowClients(scratch.host, form=form, page=page, silent=silent, slow=slow) as clients:
            outcome["beside"] = {
                **_read(scratch, page, form, seconds),
                "connections": silent + slow,
                "opened": clients.opened,
            }
    return outcome


def _read(scratch: Stage, page: str, form: str, seconds: float) -> dict[str, Any]:
    paths = itertools.cycle([page, form, "/fi/desk/sign-in/", f"{page}choose/", "/robots.txt"])

    def read() -> None:
        connection = http.client.HTTPConnection(scratch.host, timeout=60)
        connection.request("GET", next(paths))
        answer = connection.getresponse()
        answer.read()
        connection.close()
        if answer.status >= 400:
            raise RuntimeError(f"a page answered {answer.status}")

    longest, count = slowest(read, seconds=seconds)
    return {"slowest_s": round(longest, 3), "pages": count}


def _report(outcome: dict[str, Any]) -> str:
    beside, alone = outcome["beside"], outcome["alone"]
    return (
        f"slowest page {beside['slowest_s']} s of {beside['pages']} beside {beside['connections']} silent and slow "
        f"connections ({beside['opened']} opened); without them {alone['slowest_s']} s of {alone['pages']}\n"
        f"load of the machine before: {outcome['load_average_before']}"
    )
