"""Mutation testing itself: mutants are found by pattern, drawn by a seed, and really change the running program."""

from __future__ import annotations

import subprocess
import sys

from checks.mutants.making import CODE, ROOT, draw, find_files, make

SIZES = CODE / "places" / "rules" / "sizes.py"


def test_files_are_found_by_pattern():
    found = find_files()
    assert {"announcement", "insight", "tables", "seats", "registration", "series", "workshops"} <= set(found)
    everywhere = {path for files in found.values() for path in files}
    assert {path for path in CODE.rglob("*.py") if "rules" in path.with_suffix("").parts} <= everywhere


def test_the_seed_decides_and_each_line_has_its_turn():
    mutants = make(SIZES)
    drawn = draw(mutants, number=5, seed="1")
    assert drawn == draw(mutants, number=5, seed="1") != draw(mutants, number=5, seed="2")
    assert len({mutant.line for mutant in drawn}) == 5
    assert set(draw(mutants, number=len(mutants) + 1, seed="1")) == set(mutants)


def test_a_mutant_is_shown_as_a_change_of_lines():
    (mutant,) = (each for each in make(SIZES) if "50001" in each.source)
    assert str(mutant).endswith("places/rules/sizes.py:9")
    assert mutant.change == "- LARGE_FROM = 50_000\n+ LARGE_FROM = 50001"


SCRIPT = """
from pathlib import Path

from skaala.places.rules import sizes
from skaala.places.rules.sizes import LARGE_FROM, size_class
from checks.mutants.making import make
from checks.mutants.planting import functions_by_place, plant

mutants = {mutant.change: mutant for mutant in make(Path(sizes.__file__))}
(value,) = (mutant for change, mutant in mutants.items() if "50001" in change)
(code,) = (mutant for change, mutant in mutants.items() if "population <= SMALL_BELOW" in change)
before = size_class(50_000), size_class(10_000)
plant(value, functions_by_place())
plant(code, functions_by_place())
print(*before, size_class(50_000), size_class(10_000))
"""


def test_a_mutant_changes_what_has_been_imported():
    outcome = subprocess.run(
        [sys.executable, "-c", SCRIPT], cwd=ROOT, env={"PYTHONPATH": f"{ROOT}:{ROOT / 'src'}", "PATH": ""},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert outcome.stdout.split() == ["large", "medium", "medium", "small"]
