"""`skaala evaluate matching`, as somebody at the command line meets it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from skaala.config.command import main
from skaala.config.commands.evaluate import read_when


def evaluate(*arguments: str | Path) -> Any:
    """Run the command; the settings module that it names for other commands does not outlive it."""
    runner = CliRunner(env={"DJANGO_SETTINGS_MODULE": None})
    return runner.invoke(main, ["evaluate", "matching", *map(str, arguments)])


def write(path: Path, head: str, *rows: str) -> Path:
    path.write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def councils(tmp_path: Path) -> Path:
    rows = [
        f"town {town},action {action},{int((town * action) % 3 > 0)}"
        for town in range(30)
        for action in range(20)
    ]
    return write(tmp_path / "councils.csv", "city,action,adopted", *rows)


def test_prints_the_figures_of_all_ways_in_one_shape(councils: Path):
    result = evaluate(councils, "--hide", "0.2", "--repeats", "2", "--json")
    assert result.exit_code == 0, result.output
    found = json.loads(result.stdout)
    assert list(found) == ["ours", "random", "popularity", "user_cosine", "item_cosine", "ridge", "interval"]
    for name, figures in found.items():
        if name != "interval":
            assert set(figures) == {"ndcg@10", "recall@10", "standard_error"}
    low, high = found["interval"]
    assert low <= high


def test_the_order_of_the_rows_changes_no_figure(councils: Path, tmp_path: Path):
    head, *rows = councils.read_text(encoding="utf-8").splitlines()
    turned = write(tmp_path / "turned.csv", head, *reversed(rows))
    options = ("--repeats", "2", "--json")
    assert evaluate(councils, *options).stdout == evaluate(turned, *options).stdout


def test_the_figures_in_words_say_what_was_hidden(tmp_path: Path):
    rows = [f"town {town},action {town % 7},1,{2010 + town % 9}" for town in range(60)]
    result = evaluate(write(tmp_path / "dated.csv", "city,action,adopted,year", *rows), "--repeats", "1")
    assert "12 adoptions hidden (the latest)" in result.stdout
    assert "item cosine" in result.stdout


def test_says_which_column_is_missing(tmp_path: Path):
    result = evaluate(write(tmp_path / "wrong.csv", "town,action,adopted", "A,x,1"))
    assert result.exit_code == 1
    assert "no column city; it has town, action, adopted" in result.output


def test_says_which_rows_are_left_out(tmp_path: Path):
    rows = [f"town {town},action {town % 5},yes" for town in range(40)]
    result = evaluate(
        write(tmp_path / "odd.csv", "city,action,adopted", "A,x,perhaps", *rows), "--repeats", "1"
    )
    assert result.exit_code == 0
    assert "Left out: row 2: A, x, perhaps" in result.stderr


@pytest.mark.parametrize("text", ["city,action,adopted\n", "city,action,adopted\nA,x,0\n", ""])
def test_a_file_without_adoptions_is_refused_in_words(text: str, tmp_path: Path):
    file = tmp_path / "empty.csv"
    file.write_text(text, encoding="utf-8")
    result = evaluate(file)
    assert result.exit_code == 1
    assert "Traceback" not in result.output
    assert "empty.csv" in result.output


@pytest.mark.parametrize(
    ("row", "when"),
    [
        ({"date": "2021-07-01", "year": "1999"}, 2021.5),
        ({"date": "", "year": "2019.0"}, 2019.0),
        ({"date": "2021", "year": ""}, 2021.0),
        ({"date": "2021-13-40", "year": ""}, 2021.0),
        ({"year": "unknown"}, None),
        ({}, None),
    ],
)
def test_when_is_read_from_the_date_or_the_year(row: dict[str, str], when: float | None):
    assert read_when(row) == when


def test_the_bench_measures_a_country():
    done = subprocess.run(
        [sys.executable, "-m", "skaala.config.command", "bench", "catalogue", "--small", "--json"],
        capture_output=True,
        text=True,
        check=True,
    )
    (size,) = json.loads(done.stdout)["sizes"]
    assert (size["municipalities"], size["actions"]) == (309, 500)
    assert size["recommend_ms"] < 100
