"""`skaala bench live`: statements on their way to thousands of open streams while votes come in."""

from __future__ import annotations

import itertools
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import IO, Any

import click

from benchmarks.programs import program
from benchmarks.stage import Stage, cpu_seconds, free_port, memory, stage, surroundings
from benchmarks.votes import votes_kept

GROWTH = (100, 500, 2000, 5000)
GRACE = 2.0  # seconds after the last statement until an arrival counts as missed
BARE_SECONDS = 6
VOTES = ("agree", "disagree", "pass")


@click.command()
@click.option("--json", "as_json", is_flag=True, help="All figures as JSON.")
@click.option(
    "--clients",
    type=click.IntRange(1, 20_000),
    default=2000,
    show_default=True,
    help="Open streams; smaller numbers on the way there are measured too.",
)
@click.option(
    "--votes",
    type=click.FloatRange(0, 2000),
    default=100,
    show_default=True,
    help="Votes a second, each by a form of a participant's own.",
)
@click.option(
    "--seconds", type=click.IntRange(3, 30), default=10, show_default=True, help="How long a level lasts."
)
@click.option(
    "--workers", type=click.IntRange(1, 16), help="Web processes; default: what `skaala serve` starts."
)
@click.option(
    "--limit/--no-limit", "with_limit", default=True, help="Measure a bare stream server beside it."
)
def command(
    as_json: bool, clients: int, votes: float, seconds: int, workers: int | None, with_limit: bool
) -> None:
    """
    Measures how long a statement takes from its commit to every open stream, while votes come in.

    The server runs as in production, with PostgreSQL and fsync on; streams, voters and writers are processes on the same
    machine and speak HTTP to it. One statement a second, also measured from
    the press of the button; a projector and a facilitator look on as well. The limit is a
    server that sends the same bytes once a second and does nothing else. 5,000 streams need some 11,000 open files.
    """
    outcome = measure(clients=clients, votes=votes, seconds=seconds, workers=workers, with_limit=with_limit)
    click.echo(json.dumps(outcome, indent=2) if as_json else _report(outcome))
    if outcome["lost_votes"] or outcome["doubled_votes"]:
        raise click.ClickException("Votes were lost or counted twice; see the figures above.")


def measure(
    *, clients: int, votes: float, seconds: int, workers: int | None, with_limit: bool
) -> dict[str, Any]:
    """Return the figures: those of the largest number of streams at the top, all of them under `growth`."""
    outcome: dict[str, Any] = surroundings()
    levels = [*(level for level in GROWTH if level < clients), clients]
    with stage(workers) as scratch, click.progressbar(length=1, file=sys.stderr) as bar:
        bar.length = len(levels) * (2 if with_limit else 1) + 1
        room = _room(scratch, clients)
        scratch.start()
        scratch.wait_for_port(scratch.live_host)
        bar.update(1)
        pairs = _pairs(room)
        taken: list[list[str]] = []
        growth = []
        for level in levels:
            growth.append(_level(scratch, room, level, votes, seconds, pairs, taken))
            bar.update(1)
            if with_limit:
                growth[-1] |= _limit(room, level)
                bar.update(1)
        outcome |= growth[-1] | votes_kept(scratch.database_url, room["board"], taken)
    return outcome | {"growth": growth}


def _room(scratch: Stage, clients: int) -> dict[str, Any]:
    out = subprocess.run(
        [sys.executable, "-m", "benchmarks.live_room", str(clients)],
        env=scratch.environment(),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    if out.returncode:
        raise RuntimeError(f"The board for the bench could not be made:\n{out.stderr}")
    room: dict[str, Any] = json.loads(out.stdout)
    return room


def _pairs(room: dict[str, Any]) -> Iterator[list[str]]:
    """Each participant on each statement once."""
    for number, (statement, who) in enumerate(itertools.product(room["statements"], room["people"])):
        yield [who, statement, VOTES[number % 3]]


def _level(
    scratch: Stage,
    room: dict[str, Any],
    streams: int,
    votes: float,
    seconds: int,
    pairs: Iterator[list[str]],
    taken: list[list[str]],
) -> dict[str, Any]:
    live = scratch.processes()["live"]
    idle = memory(live)["rss_mb"]
    paths = [*room["participant_streams"][: streams - 2], *room["other_streams"]]
    with program("streams") as readers:
        opened = _ask(readers, {"host": scratch.live_host, "paths": paths})
        full = memory(live)
        before = cpu_seconds(live)
        task = {
            "host": scratch.host,
            "seconds": seconds,
            "rate": votes,
            "database_url": scratch.database_url,
            "votes": list(itertools.islice(pairs, int(votes * seconds) + 1)),
            "authors": room["people"],
            **{name: room[name] for name in ("act", "write", "cookies", "first_number")},
        }
        with program("voters") as voters:
            done = json.loads(voters.communicate(json.dumps(task).encode(), timeout=120)[0])
        time.sleep(GRACE)
        room["first_number"] += len(done["written"])
        busy = cpu_seconds(live) - before
        sent = [{number: times[which] for number, times in done["written"].items()} for which in (0, 1)]
        pressed, seen = _ask(readers, sent)["seen"]
    taken += done["taken"]
    return {
        "streams": streams,
        "not_open": opened["not_open"],
        "opened_in_s": round(opened["took"], 2),
        "votes_per_s": round(len(done["taken"]) / max(done["took"], seconds), 1),
        "vote_p99_ms": round(1000 * done["seconds"][len(done["seconds"]) * 99 // 100], 1)
        if done["seconds"]
        else 0,
        "statements": len(done["written"]),
        "errors": done["errors"],
        **{name: seen[name] for name in ("p50_ms", "p99_ms", "max_ms")},
        "from_press_p50_ms": pressed["p50_ms"],
        "from_press_p99_ms": pressed["p99_ms"],
        "arrivals_expected": len(done["written"]) * streams,
        "arrivals_missed": len(done["written"]) * streams - seen["arrived"],
        "kb_per_stream": round(1000 * (full["rss_mb"] - idle) / streams, 1),
        "live_rss_mb": memory(live)["rss_mb"],
        "live_cpu_share": round(busy / (seconds + GRACE), 2),
    }


def _limit(room: dict[str, Any], streams: int) -> dict[str, Any]:
    """The same bytes to as many streams by a server that does nothing else."""
    numbers = ",".join(str(room["first_number"] - 40 + place) for place in range(39))
    before = f'id: 0123456789abcdef\ndata: {{"phase":"gather","ends":0,"recent":[{numbers},'
    after = '],"gone":[],"name":"Kerätään","clock":""}\n\n'
    host = f"127.0.0.1:{free_port()}"
    with program("bare_streams", host.partition(":")[2]) as bare, program("streams") as readers:
        assert bare.stdin is not None
        assert bare.stdout is not None
        bare.stdin.write(json.dumps([before, after]).encode() + b"\n")
        bare.stdin.flush()
        bare.stdout.readline()
        _ask(readers, {"host": host, "paths": ["/"] * streams})
        sent = _ask(bare, BARE_SECONDS)
        (seen,) = _ask(readers, [sent])["seen"]
    return {"limit_p50_ms": seen["p50_ms"], "limit_p99_ms": seen["p99_ms"], "limit_missed": seen["missed"]}


def _ask(process: subprocess.Popen[bytes], words: Any) -> dict[str, Any]:
    """Send a line and wait for the line that answers it."""
    into: IO[bytes] | None = process.stdin
    out: IO[bytes] | None = process.stdout
    assert into is not None
    assert out is not None
    into.write(json.dumps(words).encode() + b"\n")
    into.flush()
    line = out.readline()
    if not line:
        raise RuntimeError("a load generator failed; its words are above")
    answer: dict[str, Any] = json.loads(line)
    return answer


def _report(outcome: dict[str, Any]) -> str:
    lines = [
        "streams  votes/s  vote p99   p50 ms   p99 ms   max ms  pressed p99  expected  missed  limit p50  limit p99  kB/stream  live MB  cpu"
    ]
    lines.extend(
        f"{one['streams']:7}  {one['votes_per_s']:7}  {one['vote_p99_ms']:8}  {one['p50_ms']:7}  {one['p99_ms']:7}"
        f"  {one['max_ms']:7}  {one['from_press_p99_ms']:11}  {one['arrivals_expected']:8}  {one['arrivals_missed']:6}  {one.get('limit_p50_ms', '–'):>9}"
        f"  {one.get('limit_p99_ms', '–'):>9}  {one['kb_per_stream']:9}  {one['live_rss_mb']:7}  {one['live_cpu_share']:3}"
        for one in outcome["growth"]
    )
    lines.append(
        f"votes taken {outcome['votes_taken']}, lost {outcome['lost_votes']}, doubled {outcome['doubled_votes']}; "
        f"load of the machine before: {outcome['load_average_before']}"
    )
    return "\n".join(lines)
