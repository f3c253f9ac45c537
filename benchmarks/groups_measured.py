"""Works out one picture in a process of its own and prints how long it took and how much memory it needed."""

from __future__ import annotations

import json
import resource
import sys
from pathlib import Path
from time import perf_counter

import numpy as np

from skaala.insight.opinions.analysis import analyse_opinions
from skaala.insight.opinions.separation import judge_separation
from skaala.insight.opinions.stability import measure_stability
from skaala.insight.votes import Moderation, arrange_votes


def measure(path: Path, *, repeat: int, slow_parts: bool) -> dict[str, float | int | bool | None]:
    """Measure groups and statistics (median of ``repeat``); apart from them, shuffle test and stability."""
    with np.load(path) as file:
        rows, columns, values, rejected = (file[name] for name in ("rows", "columns", "values", "rejected"))
    people = [str(i) for i in range(int(rows.max()) + 1)]
    texts = [str(j) for j in range(int(columns.max()) + 1)]
    moderation = Moderation(rejected=frozenset(str(j) for j in rejected))
    taken = []
    for _ in range(repeat):
        start = perf_counter()
        votes = arrange_votes(people, texts, rows=rows, columns=columns, values=values)
        opinion = analyse_opinions(votes, moderation=moderation)
        taken.append(perf_counter() - start)
    measured: dict[str, float | int | bool | None] = {
        "seconds": float(np.median(taken)),
        "peak_mb": peak_memory(),
        "k": opinion.k,
        "silhouette": round(opinion.silhouette, 7),
    }
    if slow_parts:
        start = perf_counter()
        separation = judge_separation(opinion)
        measured["shuffle_test_seconds"] = perf_counter() - start
        measured["separate"] = separation.separate
        start = perf_counter()
        stability = measure_stability(opinion)
        measured["stability_seconds"] = perf_counter() - start
        measured["stability"] = stability.overall
        measured["peak_mb_with_slow_parts"] = peak_memory()
    return measured


def peak_memory() -> float:
    """The most memory this program has held, in MB; from /proc if possible: that leaves out the parent's."""
    status = Path("/proc/self/status")
    if status.exists():
        for line in status.read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return held / (1024 * 1024 if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    asked = json.loads(sys.argv[1])
    figures = measure(Path(asked["path"]), repeat=asked["repeat"], slow_parts=asked["slow_parts"])
    print(json.dumps(figures))  # noqa: T201
