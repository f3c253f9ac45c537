"""`skaala groups` and `skaala bench groups`, as somebody at the command line meets them."""

from __future__ import annotations

import json
import math
import os
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from click.testing import CliRunner

from skaala.config.command import main

ROOT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("SKAALA_SHARED") or ROOT.parent / "shared")
LARGEST = "austria-climate.produktion-und-konsum"


def skaala(*arguments: str | Path) -> Any:
    """Run a command; the settings module that it names for other commands does not outlive it."""
    runner = CliRunner(env={"DJANGO_SETTINGS_MODULE": None})
    return runner.invoke(main, [str(argument) for argument in arguments])


def groups(*arguments: str | Path) -> Any:
    return skaala("groups", *arguments)


def figures_in(data: Any) -> list[float]:
    if isinstance(data, dict):
        return [figure for value in data.values() for figure in figures_in(value)]
    if isinstance(data, list):
        return [figure for value in data for figure in figures_in(value)]
    return [data] if isinstance(data, int | float) else []


def write_board(path: Path, people: int = 40, texts: int = 20, seed: int = 0) -> Path:
    """Two camps on a board; ids in words."""
    chance = np.random.default_rng(seed)
    lines = ["participant," + ",".join(f"text {j}" for j in range(texts))]
    for i in range(people):
        votes = [
            "" if chance.random() < 0.3 else str((-1) ** (i + j) if chance.random() < 0.85 else 0)
            for j in range(texts)
        ]
        lines.append(f"person {i}," + ",".join(votes))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def board(tmp_path: Path) -> Path:
    return write_board(tmp_path / "participants-votes.csv")


def test_json_has_the_promised_shape(board: Path) -> None:
    done = groups(board, "--json")
    assert done.exit_code == 0, done.output
    data = json.loads(done.stdout)
    assert {"k", "silhouette", "separate", "stability", "participants", "groups", "statements"} <= set(data)
    assert (data["k"], data["separate"]) == (2, True)
    assert set(data["participants"][0]) == {"id", "group", "x", "y", "votes"}
    assert data["participants"][0]["id"] == "person 0"
    assert {"id", "size", "stability", "representative"} <= set(data["groups"][0])
    assert {"id", "extremity", "priority", "consensus_geometric", "consensus_product"} <= set(
        data["statements"][0]
    )
    assert sorted(group["size"] for group in data["groups"]) == [20, 20]
    camps: list[set[int]] = [set(), set()]
    for person in data["participants"]:
        camps[int(person["id"].removeprefix("person ")) % 2].add(person["group"])
    assert sorted(map(sorted, camps)) == [[0], [1]]
    for statement in data["statements"]:
        assert statement["consensus_geometric"] == pytest.approx(
            statement["consensus_product"] ** 0.5, rel=1e-11
        )


def test_words_say_what_json_says(board: Path) -> None:
    done = groups(board)
    assert done.exit_code == 0
    assert done.output.startswith("There are 2 separate opinion groups. They are firm.")


def test_asked_for_groups_and_seed(board: Path) -> None:
    data = json.loads(groups(board, "--k", "3", "--seed", "5", "--json").stdout)
    assert data["k"] == len(data["groups"]) == 3
    one = json.loads(groups(board, "--k", "1", "--json").stdout)
    assert (one["k"], one["separate"], one["silhouette"], one["stability"]) == (1, False, 0.0, None)


def test_earlier_picture_keeps_names(board: Path, tmp_path: Path) -> None:
    first = json.loads(groups(board, "--json").stdout)
    for person in first["participants"]:
        person["group"] = 1 - person["group"]
    earlier = tmp_path / "earlier.json"
    earlier.write_text(json.dumps(first))
    second = json.loads(groups(board, "--earlier", earlier, "--json").stdout)
    assert [p["group"] for p in second["participants"]] == [p["group"] for p in first["participants"]]
    earlier.write_text("{}")
    assert "is not a picture" in groups(board, "--earlier", earlier).output


def test_perspectives_are_compared(board: Path, tmp_path: Path) -> None:
    labels = tmp_path / "perspectives.csv"
    lines = [f"person {i},{'receiver' if i % 2 else 'pioneer'}" for i in range(38)] + ["person 38,network"]
    labels.write_text("participant,perspective\n" + "\n".join(lines) + "\n")
    data = json.loads(groups(board, "--perspectives", labels, "--json").stdout)
    assert all(comparison["differs"] for comparison in data["perspectives"])
    assert data["perspectives"][0]["cells"][0] == {"perspective": "network", "suppressed": True}


def test_plot_is_svg_with_words_and_without_colour(board: Path, tmp_path: Path) -> None:
    drawing = tmp_path / "map.svg"
    assert groups(board, "--json", "--plot", drawing).exit_code == 0
    tree = ElementTree.parse(drawing).getroot()
    name = "{http://www.w3.org/2000/svg}"
    assert tree.find(f"{name}title").text == "Opinion map and statements"  # type: ignore[union-attr]
    described = tree.find(f"{name}desc").text or ""  # type: ignore[union-attr]
    assert "There are 2 separate opinion groups" in described
    assert "Group 0 has 20 people" in described
    colours = {element.get(part) for element in tree.iter() for part in ("fill", "stroke")} - {None}
    assert colours <= {"#000", "#fff", "#777", "#999", "none", "url(#stripes)"}
    forms = {element.get("d") for element in tree.iter(f"{name}path")}
    assert len(forms) >= 3  # the cross of the axes, and a form for each group
    assert "NaN" not in drawing.read_text() and "nan" not in drawing.read_text()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("participant,s\n", "Nobody has voted yet"),
        ("participant,s\np,\n", "Nobody has voted yet"),
        ("participant,s\np,1\n", "no separate opinion groups: too few people"),
        ("participant,s,t\n" + "".join(f"p{i},1,1\n" for i in range(30)), "no separate opinion groups"),
        ("comment-id,voter-id,vote\n", "Nobody has voted yet"),
        ("participant,s\np,3\n", "Error: bad.csv, line 2"),
        ("participant,s\np,1\np,1\n", "stands twice"),
        ("nothing,here\n", "expected the columns"),
        ("", "is empty"),
    ],
)
def test_odd_and_bad_files_get_a_clear_result_or_message(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "bad.csv"
    path.write_text(text)
    for extra in ([], ["--json"], ["--plot", str(tmp_path / "map.svg"), "--json"]):
        done = groups(path, *extra)
        assert said in done.output
        assert "Traceback" not in done.output
        if done.exit_code == 0 and extra:
            assert all(math.isfinite(figure) for figure in figures_in(json.loads(done.stdout)))
        else:
            assert done.exit_code in (0, 1)


def test_too_many_groups_and_missing_files_get_a_clear_message(board: Path, tmp_path: Path) -> None:
    asked = groups(board, "--k", "100")
    assert asked.exit_code == 1
    assert "40 distinct positions cannot make 100 groups" in asked.output
    assert groups(board, "--k", "0").exit_code == 2
    assert "does not exist" in groups(tmp_path / "nowhere.csv").output
    assert "no groups in a column 'group-id'" in groups(board, "--published-groups").output
    (tmp_path / "folder").mkdir()
    assert groups(board, "--plot", tmp_path / "folder" / "no" / "map.svg").exit_code == 1


def run_apart(*arguments: str | Path, threads: int = 1) -> bytes:
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src"), "PYTHONHASHSEED": str(threads)}
    environment |= {
        name: str(threads) for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")
    }
    call = [sys.executable, "-m", "skaala.config.command", "groups", *map(str, arguments), "--json"]
    return subprocess.run(call, env=environment, capture_output=True, check=True).stdout


def test_same_bytes_from_any_process_and_number_of_threads(tmp_path: Path) -> None:
    small = write_board(tmp_path / "small.csv", 60, 40, seed=3)
    assert run_apart(small, threads=1) == run_apart(small, threads=2)


@pytest.mark.parametrize("name", [LARGEST, "london.youth.policing", "scoop-hivemind.biodiversity"])
def test_published_conversations_give_finite_figures_and_the_same_bytes(name: str) -> None:
    folder = SHARED / "data" / "polis" / name
    if not folder.is_dir():
        pytest.skip(f"the published conversation {name} is not at hand (see SKAALA_SHARED)")
    votes, comments = folder / "participants-votes.csv", folder / "comments.csv"
    first = run_apart(votes, threads=1)
    if name != LARGEST:
        # The comments of the same export were found beside the votes.
        assert first == run_apart(votes, "--comments", comments, threads=2)
    data = json.loads(first)
    assert all(math.isfinite(figure) for figure in figures_in(data))
    assert data["separate"] == (name == LARGEST)


def test_django_stays_asleep(board: Path) -> None:
    code = (
        "import sys; from click.testing import CliRunner; from skaala.config.command import main;"
        f"CliRunner().invoke(main, ['groups', {str(board)!r}, '--json'], catch_exceptions=False);"
        "assert not any(name == 'django' or name.startswith('django.') for name in sys.modules)"
    )
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    subprocess.run([sys.executable, "-c", code], env=environment, check=True)


def test_bench_runs_without_a_peer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = ("--json", "--no-peer", "--runs", "2", "--repeat", "1", "--largest", "1000", "--data", tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(ROOT / "src"))
    done = skaala("bench", "groups", *asked)
    assert done.exit_code == 0, done.output
    data = json.loads(done.stdout)
    assert data["noise"]["pure"]["runs"] == 2
    assert data["growth"]["steps"][0]["participants"] == 1000
    assert "There are no conversations" in done.stderr
