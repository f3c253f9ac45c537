"""`skaala bench pages`: the series page beside a constant Django view and constant bytes under the same server."""

from __future__ import annotations

import http.client
import json
import re
from typing import Any

import click

from benchmarks.clients import unpacked
from benchmarks.load import load
from benchmarks.stage import clients_option, cpu_seconds, stage, surroundings

LEVELS = (1, 16, 64)


@click.command()
@click.option("--json", "as_json", is_flag=True, help="All figures as JSON.")
@click.option(
    "--seconds",
    type=click.FloatRange(0.5, 10),
    default=3,
    show_default=True,
    help="How long a measurement lasts.",
)
@click.option(
    "--workers", type=click.IntRange(1, 16), help="Web processes; default: what `skaala serve` starts."
)
@clients_option(LEVELS)
def command(as_json: bool, seconds: float, workers: int | None, levels: tuple[int, ...]) -> None:
    """Measures the series page: how many a second, beside the least that Django and the server can do, and its weight."""
    outcome = measure(seconds=seconds, workers=workers, clients_at_once=levels)
    click.echo(json.dumps(outcome, indent=2, ensure_ascii=False) if as_json else _report(outcome))


def measure(*, seconds: float, workers: int | None, clients_at_once: tuple[int, ...]) -> dict[str, Any]:
    """Return the figures."""
    outcome: dict[str, Any] = surroundings()
    with stage(workers) as scratch:
        scratch.start()
        page = f"/fi/series/{scratch.slug}/"
        outcome["first_visit"] = weigh(scratch.host, page)
        size = outcome["first_visit"]["page_bytes"]
        beside = scratch.serve_beside("benchmarks.constant_wsgi:application", BENCH_BYTES=str(size))
        outcome["levels"] = []
        for clients in clients_at_once:
            cpu = cpu_seconds(scratch.processes()["web"])
            ours = load(scratch.host, clients=clients, seconds=seconds, kind="read", path=page)
            cpu = cpu_seconds(scratch.processes()["web"]) - cpu
            constant = load(beside, clients=clients, seconds=seconds, kind="read", path="/")
            bare = load(beside, clients=clients, seconds=seconds, kind="read", path="/bare")
            outcome["levels"].append(
                {
                    **ours.as_json("pages_per_s"),
                    "web_cpu_ms_per_page": round(1000 * cpu / max(1, ours.done), 3),
                    "constant_view_per_s": round(constant.per_s, 1),
                    "constant_view_p99_ms": round(constant.p99_ms, 1),
                    "limit_per_s": round(bare.per_s, 1),
                    "share_of_constant_view": round(ours.per_s / max(1e-9, constant.per_s), 2),
                }
            )
    return outcome


def weigh(host: str, page: str) -> dict[str, Any]:
    """Return what a browser that comes for the first time fetches for ``page``: bytes over the wire, gzipped, and requests."""
    status, head, body = _fetch(host, page)
    assert status == 200, status
    words = unpacked(head, body)
    kept = re.findall(
        r'<(?:link rel="(?:stylesheet|icon)"[^>]*href|script[^>]* src|img[^>]* src)="(/[^"]+)"', words
    )
    parts = {page: len(head) + len(body)}
    for path in dict.fromkeys(kept):
        status, head, content = _fetch(host, path)
        assert status == 200, (path, status)
        parts[path] = len(head) + len(content)
    return {
        "requests": len(parts),
        "kilobytes": round(sum(parts.values()) / 1000, 1),
        "page_bytes": len(body),
        "parts": parts,
    }


def _fetch(host: str, path: str) -> tuple[int, bytes, bytes]:
    connection = http.client.HTTPConnection(host, timeout=30)
    connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    head = "".join(f"{name}: {value}\r\n" for name, value in answer.getheaders()).encode()
    return answer.status, head, body


def _report(outcome: dict[str, Any]) -> str:
    visit = outcome["first_visit"]
    lines = [
        "clients    pages/s   p50 ms   p99 ms  errors  constant view/s  share  limit (bare bytes)/s  web cpu ms"
    ]
    lines.extend(
        f"{level['clients']:7}  {level['pages_per_s']:9}  {level['p50_ms']:7}  {level['p99_ms']:7}"
        f"  {sum(level['errors'].values()):6}  {level['constant_view_per_s']:15}  {level['share_of_constant_view']:5}"
        f"  {level['limit_per_s']:20}  {level['web_cpu_ms_per_page']:10}"
        for level in outcome["levels"]
    )
    lines.append(f"first visit: {visit['kilobytes']} kB in {visit['requests']} requests")
    lines.append(f"load of the machine before: {outcome['load_average_before']}")
    return "\n".join(lines)
