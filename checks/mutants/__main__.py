"""Command line: tries a sample of mutants and prints the share killed in each room, and those that survive."""

from __future__ import annotations

import argparse
import os
import sys
import time

GOAL = 0.80


def main() -> int:
    """Try the mutants and print what became of them."""
    os.environ["OPENBLAS_NUM_THREADS"] = "1"  # read when numpy is imported
    import pytest

    from checks.mutants.making import ROOT, SEATS, draw, find_files, make
    from checks.mutants.trying import Plugin

    files = find_files()
    asked = _parser(sorted(files)).parse_args()
    start = time.monotonic()
    made = {room: [mutant for file in files[room] for mutant in make(file)] for room in asked.rooms or files}
    if asked.file:
        made = {room: [each for each in mutants if asked.file in str(each)] for room, mutants in made.items()}
    drawn = {
        room: draw(mutants, number=asked.sample, seed=f"{asked.seed} {room}")
        for room, mutants in made.items()
    }
    print(
        f"{sum(map(len, drawn.values()))} of {sum(map(len, made.values()))} mutants, seed {asked.seed}",
        flush=True,
    )
    plugin = Plugin(drawn, processes=asked.processes, until=start + 60 * asked.minutes)
    folders = sorted({"registration" if room == SEATS else room for room in drawn})
    _load_hypothesis_profile()
    code = pytest.main(
        [
            "-qq",
            "--assert=plain",
            "--capture=sys",
            "--tb=no",
            *(str(ROOT / "tests" / name) for name in folders),
        ],
        plugins=[plugin],
    )
    if code not in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED):
        return int(code)
    for room, outcomes in plugin.outcomes.items():
        for outcome in outcomes:
            if not outcome.killed:
                print(f"\n{outcome.mutant} ({room})\n{outcome.mutant.change}")
    print()
    for room, outcomes in plugin.outcomes.items():
        killed = sum(outcome.killed for outcome in outcomes)
        share = killed / len(outcomes) if outcomes else 1.0
        print(
            f"{room:14}{share:6.1%} killed, {killed} of {len(outcomes)} tried; {len(made[room])} mutants, "
            f"{len(plugin.tests[room])} tests{'' if share >= GOAL else f', below {GOAL:.0%}'}"
        )
    for name in plugin.not_used:
        print(f"not used: {name}")
    print(f"{(time.monotonic() - start) / 60:.1f} minutes")
    return 0


def _parser(rooms: list[str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m checks.mutants", description=__doc__)
    parser.add_argument("--rooms", nargs="+", choices=rooms, metavar="ROOM", help=f"of {', '.join(rooms)}")
    parser.add_argument("--file", help="only mutants of files whose path holds this text")
    parser.add_argument("--sample", type=int, default=100, help="mutants of each room (100)")
    parser.add_argument("--seed", type=int, default=1, help="what decides the sample (1)")
    parser.add_argument("--processes", type=int, default=2, help="processes at a time (2)")
    parser.add_argument("--minutes", type=float, default=15, help="start no mutant after this time (15)")
    return parser


def _load_hypothesis_profile() -> None:
    """The same examples for every mutant, and no search for a smaller one that fails."""
    import hypothesis

    phases = [hypothesis.Phase.explicit, hypothesis.Phase.generate]
    hypothesis.settings.register_profile(
        "mutants", derandomize=True, database=None, deadline=None, phases=phases, report_multiple_bugs=False
    )
    hypothesis.settings.load_profile("mutants")


if __name__ == "__main__":
    sys.exit(main())
