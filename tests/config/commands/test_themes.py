"""`skaala themes`: a table in, themes out; a table that cannot be read is refused with words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from skaala.config.commands.themes import command

TABLE = """id,language,text
a,fi,Hulevedet tulvivat kellariin
b,sv,Dagvattnet rinner till sjön
c,en,The bus is always late
d,fi,Bussi kulkee liian harvoin
e,en,Thanks for the coffee
"""


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SKAALA_DATA_DIR", str(tmp_path / "var"))
    monkeypatch.setenv("SKAALA_TEXT_VECTORS", "off")

    def _run(table: str, *options: str) -> Result:
        file = tmp_path / "said.csv"
        file.write_text(table, encoding="utf-8")
        return CliRunner().invoke(command, [str(file), *options])

    return _run


def test_themes_of_a_table_as_json(run) -> None:
    done = run(TABLE, "--json", "--number", "2")
    said = json.loads(done.stdout)
    assert done.exit_code == 0
    assert sorted(sorted(theme["members"]) for theme in said["themes"]) == [["a", "b"], ["c", "d"]]
    assert said["outliers"] == ["e"]
    assert (said["method"], said["model"]) == ("glossary", None)
    assert all(theme["name"].keys() == {"fi", "sv", "en"} for theme in said["themes"])
    assert "SKAALA_TEXT_VECTORS is off" in done.stderr


def test_statements_are_assigned_to_given_names(run) -> None:
    said = json.loads(run(TABLE, "--json", "--names", "buses, stormwater").stdout)
    assert [theme["name"]["en"] for theme in said["themes"]] == ["buses", "stormwater"]
    assert [sorted(theme["members"]) for theme in said["themes"]] == [["c", "d"], ["a", "b"]]


def test_themes_to_read(run) -> None:
    shown = run(TABLE, "--number", "2").stdout
    assert "Bussi kulkee liian harvoin" in shown
    assert "Found with: glossary" in shown


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ("", "cannot be read as a table"),
        ("id,text\n1,a\n", "no column language"),
        ("id,language,text\n1,fi,a\n1,fi,b\n", "same id twice"),
        ("<html>", "cannot be read as a table"),
    ],
)
def test_what_is_no_such_table_is_refused_with_words(run, table: str, message: str) -> None:
    done = run(table)
    assert done.exit_code == 1
    assert message in done.output


def test_an_empty_table_has_no_themes(run) -> None:
    said = json.loads(run("id,language,text\n", "--json").stdout)
    assert said["themes"] == said["outliers"] == []
