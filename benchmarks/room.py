"""`skaala bench room`: a whole workshop played by phones over real HTTP and streams."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import click

from benchmarks.programs import program
from benchmarks.stage import Stage, cpu_seconds, stage, surroundings
from benchmarks.votes import votes_kept

STATEMENTS = 50
JOIN_SECONDS, WRITE_SECONDS, LOOK_SECONDS = 60, 30, 15


@click.command()
@click.option("--json", "as_json", is_flag=True, help="All figures as JSON.")
@click.option(
    "--phones",
    "levels",
    type=click.IntRange(1, 5000),
    multiple=True,
    default=(300, 1000),
    show_default=True,
    help="Phones in the room; may be given several times.",
)
@click.option(
    "--votes", type=click.IntRange(1, STATEMENTS), default=20, show_default=True, help="Votes of each phone."
)
@click.option(
    "--rate",
    type=click.FloatRange(1, 2000),
    default=100,
    show_default=True,
    help="Votes a second of all phones together.",
)
@click.option(
    "--workers", type=click.IntRange(1, 16), help="Web processes; default: what `skaala serve` starts."
)
def command(as_json: bool, levels: tuple[int, ...], votes: int, rate: float, workers: int | None) -> None:
    """
    Plays a workshop: phones join by the code within a minute, follow their streams, each writes once and votes, and looks.

    The server runs as in production, with PostgreSQL and fsync on; the phones are one process on the same machine, each with a
    connection, a cookie, a stream and a network address of its own. They open the page for voting and vote as its script does.
    CPU a vote is that of web, live and database processes while votes are cast, these pages included; the worker's, which
    analyses the votes meanwhile, is told apart. Votes are compared with the tables in the end.
    """
    outcome: dict[str, Any] = surroundings() | {
        "rooms": [measure(phones, votes, rate, workers) for phones in levels]
    }
    click.echo(json.dumps(outcome, indent=2) if as_json else _report(outcome))
    if any(room["lost_votes"] or room["doubled_votes"] for room in outcome["rooms"]):
        raise click.ClickException("Votes were lost or counted twice; see the figures above.")


def measure(phones: int, votes: int, rate: float, workers: int | None) -> dict[str, Any]:
    """Return the figures of one workshop."""
    with stage(workers) as scratch:
        scratch.settings = {"SKAALA_BEHIND_PROXY": "yes"}
        room = json.loads(_lead(scratch, str(STATEMENTS), str(phones)))
        scratch.start()
        scratch.wait_for_port(scratch.live_host)
        task = room | {
            "host": scratch.host,
            "live_host": scratch.live_host,
            "phones": phones,
            "votes": votes,
            "join_seconds": JOIN_SECONDS,
            "write_seconds": WRITE_SECONDS,
            "vote_seconds": phones * votes / rate,
            "look_seconds": LOOK_SECONDS,
        }
        outcome: dict[str, Any] = {"phones": phones}
        with program("phones") as playing:
            assert playing.stdin is not None
            playing.stdin.write(json.dumps(task).encode() + b"\n")
            outcome["join"] = _phase(playing, "join")
            outcome["write"] = _phase(playing, "write")
            _lead(scratch, "weigh")
            busy, worked = _cpu(scratch), _worked(scratch)
            voted = _phase(playing, "vote")
            used = {kind: seconds - busy[kind] for kind, seconds in _cpu(scratch).items()}
            worked = _worked(scratch) - worked
            taken = voted.pop("taken")
            outcome["vote"] = voted | {
                "per_s": round(voted["done"] / voted["took_s"], 1) if voted["took_s"] else 0,
                "cpu_ms_a_vote": round(1000 * sum(used.values()) / max(1, voted["done"]), 2),
                "of_it": {
                    kind: round(1000 * seconds / max(1, voted["done"]), 2) for kind, seconds in used.items()
                },
                "worker_cpu_s": round(worked, 1),
            }
            _lead(scratch, "look")
            outcome["look"] = _phase(playing, "look")
        for name in ("join", "write", "look"):
            for of_votes in ("taken", "pages"):
                outcome[name].pop(of_votes, None)
        return outcome | _votes_kept(scratch, room["board"], taken)


def _phase(playing: subprocess.Popen[bytes], name: str) -> dict[str, Any]:
    assert playing.stdin is not None
    assert playing.stdout is not None
    playing.stdin.write(name.encode() + b"\n")
    playing.stdin.flush()
    line = playing.stdout.readline()
    if not line:
        raise RuntimeError("the phones failed; their words are above")
    figures: dict[str, Any] = json.loads(line)
    return figures


def _cpu(scratch: Stage) -> dict[str, float]:
    running = scratch.processes()
    return {kind: cpu_seconds(running[kind]) for kind in ("web", "live", "database")}


def _worked(scratch: Stage) -> float:
    """The worker's processor time, with that of processes for the heavy work that have ended."""
    workers = scratch.processes()["worker"]
    ended = sum(times.children_user + times.children_system for times in (one.cpu_times() for one in workers))
    return cpu_seconds(workers) + float(ended)


def _lead(scratch: Stage, *arguments: str) -> str:
    out = subprocess.run(
        [sys.executable, "-m", "benchmarks.phones_room", *arguments],
        env=scratch.environment(),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    if out.returncode:
        raise RuntimeError(f"The workshop of the bench could not be led:\n{out.stderr}")
    return out.stdout


def _votes_kept(scratch: Stage, board: int, taken: list[list[str]]) -> dict[str, int]:
    """Each phone is a participant, known by its key's digest."""
    from skaala.registration.rules.workspace_key import from_text, participant_of

    def participant(cookie: str) -> str:
        key = from_text(cookie.partition("=")[2])
        return str(participant_of(key)) if key is not None else ""

    who = {cookie: participant(cookie) for cookie in {one[0] for one in taken}}
    return votes_kept(
        scratch.database_url, board, ((who[one], root, pressed) for one, root, pressed in taken)
    )


def _report(outcome: dict[str, Any]) -> str:
    lines = ["phones  act     done  failed    p50 ms    p99 ms  streams  a second  CPU ms a vote"]
    for room in outcome["rooms"]:
        for act in ("join", "write", "vote", "look"):
            one = room[act]
            lines.append(
                f"{room['phones']:6}  {act:5}  {one['done']:6}  {sum(one['failed'].values()):6}  {one['p50_ms']:8}  {one['p99_ms']:8}"
                f"  {one['streams']:7}  {one.get('per_s', ''):>8}  {one.get('cpu_ms_a_vote', ''):>13}"
            )
        lines.append(
            f"{room['phones']:6}  votes taken {room['votes_taken']}, lost {room['lost_votes']}, doubled {room['doubled_votes']}"
        )
    lines.append(f"load of the machine before: {outcome['load_average_before']}")
    return "\n".join(lines)
