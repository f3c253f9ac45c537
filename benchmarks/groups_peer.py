"""Runs red-dwarf on the same votes in a process of its own; started by path, so it must not import skaala."""

from __future__ import annotations

import json
import resource
import statistics
import sys
import warnings
from pathlib import Path
from time import perf_counter


def main() -> None:
    """Measure the peer's whole pipeline on votes handed over as a file, and print the figures."""
    warnings.simplefilter("ignore")
    import numpy as np
    from reddwarf.implementations.polis import run_pipeline

    asked = json.loads(sys.argv[1])
    with np.load(asked["path"]) as file:
        rows, columns, values, rejected = (
            file[name].tolist() for name in ("rows", "columns", "values", "rejected")
        )
    votes = [
        {"participant_id": i, "statement_id": j, "vote": v, "modified": 0}
        for i, j, v in zip(rows, columns, values, strict=True)
    ]
    taken = []
    for _ in range(asked["repeat"]):
        start = perf_counter()
        run_pipeline(votes=votes, mod_out_statement_ids=rejected, random_state=0)
        taken.append(perf_counter() - start)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    status = Path("/proc/self/status")
    if status.exists():
        peak = next(
            (
                int(line.split()[1]) / 1024
                for line in status.read_text().splitlines()
                if line.startswith("VmHWM:")
            ),
            peak,
        )
    print(json.dumps({"seconds": statistics.median(taken), "peak_mb": peak}))  # noqa: T201


if __name__ == "__main__":
    main()
