"""No code reads the program's own names of what an organisation names itself; all ask skaala.series.models.own_words."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src" / "skaala"
LISTS = {"Perspective", "EventKind", "PartRole"}
WITHIN = {"Event.Perspective", "Event.Kind", "Involvement.Role"}
HOMES = {"series/models/word_lists.py", "series/models/own_words.py"}
NAMES = {"choices", "labels", "label", "values", "names"}


def readings(code: str) -> Iterator[int]:
    """Yield the lines that read a list's names or its codes, or take any code for one of the program's."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Attribute) and node.attr in NAMES and _is_list(node.value):
            yield node.lineno
        elif isinstance(node, ast.Attribute) and node.attr in NAMES and isinstance(node.value, ast.Attribute):
            if _is_list(node.value.value):  # of one member
                yield node.lineno
        elif isinstance(node, ast.Call) and _is_list(node.func):
            yield node.lineno


def _is_list(node: ast.expr) -> bool:
    return (isinstance(node, ast.Name) and node.id in LISTS) or (
        isinstance(node, ast.Attribute) and ast.unparse(node) in WITHIN
    )


def test_names_are_asked_of_the_organisations_words():
    found = [
        f"{path.relative_to(SOURCE)}:{line}"
        for path in sorted(SOURCE.rglob("*.py"))
        if "migrations" not in path.parts and str(path.relative_to(SOURCE)) not in HOMES
        for line in readings(path.read_text(encoding="utf-8"))
    ]
    assert found == []


@pytest.mark.parametrize(
    "code",
    [
        "dict(Event.Perspective.choices)",
        "Event.Perspective(code).label",
        "Perspective.values",
        "Perspective.RECEIVER.label",
        "Event.Perspective.NETWORK.label",
        "Event.Kind.choices",
        "EventKind(code)",
        "Involvement.Role.choices",
    ],
)
def test_a_place_that_reads_the_programs_names_is_found(code):
    assert list(readings(code))


@pytest.mark.parametrize(
    "code", ["Perspective.EVERYONE", "Event.Perspective.EVERYONE.value", "Prompt.Kind.choices"]
)
def test_codes_may_be_compared(code):
    assert not list(readings(code))
