"""`skaala bench memory`: how much the running program holds, and how soon it answers."""

from __future__ import annotations

import json
from typing import Any

import click

from benchmarks.load import load
from benchmarks.stage import memory, stage, surroundings

OWN = ("supervisor", "web", "worker")


@click.command()
@click.option("--json", "as_json", is_flag=True, help="All figures as JSON.")
@click.option(
    "--workers", type=click.IntRange(1, 16), help="Web processes; default: what `skaala serve` starts."
)
def command(as_json: bool, workers: int | None) -> None:
    """Measures resident memory after pages and registrations, and the seconds from the start to the first page."""
    outcome = measure(workers=workers)
    click.echo(json.dumps(outcome, indent=2) if as_json else _report(outcome))


def measure(*, workers: int | None) -> dict[str, Any]:
    """Return the figures: of a first start on a filled database, of a second, and of memory after some use."""
    outcome: dict[str, Any] = surroundings()
    with stage(workers) as scratch:
        outcome["first_response_s"] = round(scratch.start(), 2)
        scratch.end_server()
        outcome["first_response_again_s"] = round(scratch.start(), 2)
        for language in ("fi", "sv", "en"):
            load(
                scratch.host, clients=8, seconds=0.5, kind="read", path=f"/{language}/series/{scratch.slug}/"
            )
        load(scratch.host, clients=8, seconds=3, kind="register", slug=scratch.slug, name="memory")
        found = scratch.processes()
        outcome["processes"] = {kind: memory(of) for kind, of in found.items()}
        outcome["web_and_worker"] = memory([process for kind in OWN for process in found[kind]])
    return outcome


def _report(outcome: dict[str, Any]) -> str:
    lines = [
        f"{kind:12} {one['pss_mb']:7} MB (PSS) {one['rss_mb']:7} MB (RSS) in {one['processes']} processes"
        for kind, one in [*outcome["processes"].items(), ("without db", outcome["web_and_worker"])]
    ]
    lines.append(
        f"first page after {outcome['first_response_s']} s, after a restart {outcome['first_response_again_s']} s; "
        f"load of the machine before: {outcome['load_average_before']}"
    )
    return "\n".join(lines)
