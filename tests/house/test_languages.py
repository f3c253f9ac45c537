"""Languages come from one place: no list of them elsewhere, and a fourth one needs nothing but its catalogues."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGE = ROOT / "src" / "skaala"

# Not lists of the languages of pages and texts, but what is known of each language.
KNOWLEDGE = {
    "announcement": "the words by which an announcement is read",
    "insight": "the words by which statements are read",
    "catalogue/rules/need_words.py": "the words by which an action names what it needs",
    "catalogue/rules/search_words.py": "PostgreSQL's search configuration of each language that it knows",
    "config/front/refusals.py": "short pages that are given before Django is loaded, by the languages they are written in",
    "config/languages.py": "where they are declared",
    "demo": "what the demo's people wrote",
    "evidence/messages/columns.py": "heads in use in people's own files",
    "places/operations.py": "municipalities have a Finnish and a Swedish name",
    "reports/figures/skeleton.py": "the words by which the sides in an assistant's answer are read",
    "reports/renderers/slides/deck.py": "in which country's form slides are checked for spelling",
    "ui/dates.py": "the house style of dates",
    "workshops/rules/insults.py": "words that are looked at before others see them",
    "ui/style_guide/": "made-up content",
}


def lists_of_languages(source: str) -> Iterator[int]:
    """Yield the lines that list languages, or fall back to one of them by name."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Tuple | ast.List | ast.Set):
            parts: list[ast.expr | None] = [*node.elts]
            parts += [part.elts[0] for part in node.elts if isinstance(part, ast.Tuple) and part.elts]
        elif isinstance(node, ast.Dict):
            parts = [*node.keys]
        elif isinstance(node, ast.Call):
            names = {keyword.arg for keyword in node.keywords}
            if {"fi", "sv"} <= names:
                yield node.lineno
            continue
        elif isinstance(node, ast.BoolOp):
            if any(isinstance(part, ast.Constant) and part.value in {"fi", "sv"} for part in node.values):
                yield node.lineno
            continue
        else:
            continue
        if {"fi", "sv"} <= {part.value for part in parts if isinstance(part, ast.Constant)}:
            yield node.lineno


@pytest.mark.parametrize(
    "source",
    [
        'CODES = ("fi", "sv", "en")',
        'NAMES = {"fi": 1, "sv": 2}',
        'CHOICES = [("fi", "suomi"), ("sv", "svenska")]',
        'Texts(fi="Kyllä", sv="Ja")',
        'language = get_language() or "fi"',
    ],
)
def test_a_list_of_languages_is_noticed(source: str) -> None:
    assert list(lists_of_languages(source)) == [1]


def test_languages_are_listed_in_one_place() -> None:
    found = [
        f"{path.relative_to(PACKAGE)}:{line}"
        for path in sorted(PACKAGE.rglob("*.py"))
        if "migrations" not in path.parts and not str(path.relative_to(PACKAGE)).startswith(tuple(KNOWLEDGE))
        for line in lists_of_languages(path.read_text(encoding="utf-8"))
    ]
    assert found == []
    assert [where for where in KNOWLEDGE if not (PACKAGE / where).exists()] == []


def test_a_fourth_language_is_offered_everywhere(tmp_path: Path, db: None) -> None:
    """Declared by one line and translated by a catalogue, it is on pages, in forms, emails, reports and files."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST")}
    run = subprocess.run(
        [sys.executable, "-m", "tests.house.fourth_language", str(tmp_path / "locale"), connection.settings_dict["NAME"]],
        cwd=ROOT, env=environment, capture_output=True, text=True, timeout=600, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stdout[-4000:] + run.stderr[-2000:]
