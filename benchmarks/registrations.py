"""`skaala bench registrations`: complete registrations through the real form, beside what the database can commit at all."""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
from typing import Any

import click
import psycopg

from benchmarks import bare
from benchmarks.load import Seen, load
from benchmarks.stage import Stage, clients_option, cpu_seconds, memory, stage, surroundings

LEVELS = (1, 8, 32, 64)
PEER_CLIENTS, PEER_PER_S = 8, 2.0  # pretix 2026.8.0 through the web on two cores

SEATS_ARE_COUNTED = "SELECT count(*) FROM pg_class WHERE relname = 'registration_seat'"
# People with a place beyond the places there are, over all events and ways of attending that are limited.
OVERBOOKED = """
SELECT coalesce(sum(greatest(taken.people - there.seats, 0)), 0)
FROM (SELECT event_id, mode, count(*) AS people FROM registration_attendance WHERE state = 'confirmed' GROUP BY 1, 2) taken
JOIN (SELECT event_id, mode, count(*) AS seats FROM registration_seat GROUP BY 1, 2) there USING (event_id, mode)
"""


@click.command()
@click.option("--json", "as_json", is_flag=True, help="All figures as JSON.")
@click.option(
    "--seconds", type=click.FloatRange(0.5, 10), default=6, show_default=True, help="How long a level lasts."
)
@click.option(
    "--workers", type=click.IntRange(1, 16), help="Web processes; default: what `skaala serve` starts."
)
@clients_option(LEVELS)
@click.option("--limit/--no-limit", "with_limit", default=True, help="Measure the bare database beside it.")
def command(
    as_json: bool, seconds: float, workers: int | None, levels: tuple[int, ...], with_limit: bool
) -> None:
    """
    Measures complete registrations: open the form, send it, read the answer page; the email is queued.

    The server runs as in production, with its worker delivering and a PostgreSQL of its own with fsync on; the clients
    run in processes of their own on the same machine. The limit is how many such transactions a bare client commits
    with the very statements of one registration.
    """
    outcome = measure(seconds=seconds, workers=workers, clients_at_once=levels, with_limit=with_limit)
    click.echo(json.dumps(outcome, indent=2, ensure_ascii=False) if as_json else _report(outcome))
    if outcome["overbooked"] or outcome["lost"]:
        raise click.ClickException(
            "Seats were given twice or registrations were lost; see the figures above."
        )


def measure(
    *, seconds: float, workers: int | None, clients_at_once: tuple[int, ...], with_limit: bool
) -> dict[str, Any]:
    """Return the figures."""
    outcome: dict[str, Any] = surroundings()
    with stage(workers) as scratch:
        scratch.start()
        scratch.wait_for_jobs()
        load(scratch.host, clients=4, seconds=1, kind="register", slug=scratch.slug, name="warm")
        before = _counts(scratch)
        seen: list[Seen] = []
        levels = []
        for number, clients in enumerate(clients_at_once):
            cpu = _cpu(scratch)
            level = load(
                scratch.host,
                clients=clients,
                seconds=seconds,
                kind="register",
                slug=scratch.slug,
                name=f"level-{number}",
            )
            scratch.wait_for_jobs()  # the worker's part is the emails of this level, all of them
            used = {kind: seconds - cpu[kind] for kind, seconds in _cpu(scratch).items()}
            seen.append(level)
            levels.append(
                {
                    **level.as_json("registrations_per_s"),
                    "overbooked": _counts(scratch)["overbooked"],
                    "requests_per_registration": round(level.requests / max(1, level.done), 2),
                    "kb_per_registration": round(level.kilobytes / max(1, level.done), 1),
                    "cpu_ms_per_registration": {
                        kind: round(1000 * one / max(1, level.done), 2) for kind, one in used.items()
                    },
                    "memory": {kind: memory(found) for kind, found in scratch.processes().items()},
                }
            )
        after = _counts(scratch)
        outcome |= {
            "fsync": _setting(scratch, "fsync"),
            "levels": levels,
            "overbooked": after["overbooked"],
            "lost": sum(level.done for level in seen) - (after["registrations"] - before["registrations"]),
            "without_email": after["without_email"],
        }
        if with_limit:
            outcome |= _limits(scratch, levels, seconds=min(seconds, 4))
    for one in levels:
        if one["clients"] == PEER_CLIENTS:
            outcome["times_pretix"] = round(one["registrations_per_s"] / PEER_PER_S)
    return outcome


def _limits(scratch: Stage, levels: list[dict[str, Any]], *, seconds: float) -> dict[str, Any]:
    out = subprocess.run(
        [sys.executable, "-m", "benchmarks.recorded", scratch.slug],
        env=scratch.environment(DATABASE_URL=scratch.database_url),
        capture_output=True,
        timeout=60,
        check=True,
    )
    statements = pickle.loads(out.stdout)  # noqa: S301  our own process wrote it
    with psycopg.connect(scratch.database_url, autocommit=True) as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS bench_bare (id bigserial PRIMARY KEY, words text)")
    scratch.end_server()  # what the database can do with nobody else there
    for level in levels:
        bound = bare.limit(scratch.database_url, statements, clients=level["clients"], seconds=seconds)
        level["limit_per_s"] = round(bound, 1)
        level["share_of_limit"] = round(level["registrations_per_s"] / bound, 3)
        one = bare.limit(
            scratch.database_url, bare.ONE_INSERT, clients=level["clients"], seconds=min(2, seconds)
        )
        level["one_insert_per_s"] = round(one, 1)
    return {
        "statements_per_registration": len(statements),
        "statements_in_transaction": sum(in_transaction for _sql, _parameters, in_transaction in statements),
    }


def _cpu(scratch: Stage) -> dict[str, float]:
    return {kind: cpu_seconds(found) for kind, found in scratch.processes().items() if kind != "supervisor"}


def _counts(scratch: Stage) -> dict[str, int]:
    """What the tables hold: nothing may be lost, nobody without an email, no seat given twice."""
    with psycopg.connect(scratch.database_url) as connection:

        def count(sql: str) -> int:
            row = connection.execute(sql).fetchone()
            return int(row[0]) if row else 0

        return {
            "registrations": count("SELECT count(*) FROM registration_registration"),
            "without_email": count(
                "SELECT count(*) FROM registration_registration r WHERE NOT EXISTS "
                "(SELECT 1 FROM registration_registrationemail c WHERE c.registration_id = r.id)"
            ),
            "overbooked": count(OVERBOOKED) if count(SEATS_ARE_COUNTED) else 0,
        }


def _setting(scratch: Stage, name: str) -> str:
    with psycopg.connect(scratch.database_url) as connection:
        row = connection.execute("SELECT current_setting(%s)", [name]).fetchone()
        return str(row[0]) if row else ""


def _report(outcome: dict[str, Any]) -> str:
    lines = [
        "clients  registrations/s   p50 ms   p99 ms  requests     kB  errors   limit/s  share  1 INSERT/s"
    ]
    lines.extend(
        f"{level['clients']:7}  {level['registrations_per_s']:15}  {level['p50_ms']:7}  {level['p99_ms']:7}"
        f"  {level['requests_per_registration']:8}  {level['kb_per_registration']:5}  {sum(level['errors'].values()):6}"
        f"  {level.get('limit_per_s', '–'):>8}  {level.get('share_of_limit', '–'):>5}  {level.get('one_insert_per_s', '–'):>10}"
        for level in outcome["levels"]
    )
    for level in outcome["levels"]:
        used = ", ".join(f"{kind} {value} ms" for kind, value in level["cpu_ms_per_registration"].items())
        lines.append(f"processor time a registration with {level['clients']} clients: {used}")
    last = outcome["levels"][-1]["memory"]
    own = sum(last[kind]["pss_mb"] for kind in ("supervisor", "web", "worker"))
    lines += [
        f"overbooked {outcome['overbooked']}, lost {outcome['lost']}, without a letter {outcome['without_email']}; "
        f"fsync {outcome['fsync']}; with {PEER_CLIENTS} clients {outcome.get('times_pretix', '–')} times pretix",
        f"memory of the server's own processes {own:.0f} MB (PSS), PostgreSQL {last['database']['pss_mb']} MB; "
        f"load of the machine before: {outcome['load_average_before']}",
    ]
    return "\n".join(lines)
