"""Sets load generators on a server and puts together what they have seen."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from typing import Any

LONGEST = 10.0  # seconds a level may take


@dataclass(frozen=True)
class Seen:
    """What the clients of one level have seen; ``done`` whole pages or whole registrations."""

    clients: int
    done: int
    per_s: float
    p50_ms: float
    p99_ms: float
    requests: int
    kilobytes: float
    errors: dict[str, int]

    def as_json(self, name: str) -> dict[str, Any]:
        return {
            "clients": self.clients,
            name: round(self.per_s, 1),
            "p50_ms": round(self.p50_ms, 1),
            "p99_ms": round(self.p99_ms, 1),
            "done": self.done,
            "errors": self.errors,
        }


def load(host: str, *, clients: int, seconds: float, **task: Any) -> Seen:
    """
    Let ``clients`` clients do ``task`` for ``seconds``, in one process or, if there are several, in two.

    :param host: name and port; this machine only
    """
    assert host.startswith("127.0.0.1:"), "load goes to this machine alone"
    processes = min(2, clients)
    shares = [clients // processes + (number < clients % processes) for number in range(processes)]
    running = []
    for number, share in enumerate(shares):
        process = subprocess.Popen(
            [sys.executable, "-m", "benchmarks.clients"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=os.environ,
        )
        assert process.stdin is not None
        own = {**task, "host": host, "clients": share, "seconds": min(seconds, LONGEST)}
        if "name" in own:
            own["name"] = f"{own['name']}-{number}"
        process.stdin.write(json.dumps(own).encode())
        running.append(process)
    for process in running:  # off they go together
        assert process.stdin is not None
        process.stdin.close()
        process.stdin = None
    outcomes = []
    for process in running:
        out, _ = process.communicate(timeout=300)
        if process.returncode:
            raise RuntimeError("a load generator failed; its words are above")
        outcomes.append(json.loads(out))
    return _together(outcomes, clients)


def _together(outcomes: list[dict[str, Any]], clients: int) -> Seen:
    seconds = sorted(second for outcome in outcomes for second in outcome["seconds"])
    errors: dict[str, int] = {}
    for outcome in outcomes:
        for words, count in outcome["errors"].items():
            errors[words] = errors.get(words, 0) + count
    done = len(seconds)
    return Seen(
        clients=clients,
        done=done,
        per_s=done / max(outcome["took"] for outcome in outcomes),
        p50_ms=1000 * percentile(seconds, 50),
        p99_ms=1000 * percentile(seconds, 99),
        requests=sum(outcome["requests"] for outcome in outcomes),
        kilobytes=sum(outcome["sent"] + outcome["received"] for outcome in outcomes) / 1000,
        errors=errors,
    )


def percentile(ordered: list[float], percent: int) -> float:
    """Return the value below which ``percent`` of ``ordered`` lie; 0 where there is none."""
    return ordered[min(len(ordered) - 1, len(ordered) * percent // 100)] if ordered else 0.0
