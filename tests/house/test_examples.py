"""The examples in docstrings run, in every module that has any."""

from __future__ import annotations

import doctest
import importlib
from pathlib import Path

import pytest
from django.utils import translation

import skaala

PACKAGE = Path(skaala.__file__).parent
MODULES = [
    ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts)
    for path in sorted(PACKAGE.rglob("*.py"))
    if ">>> " in path.read_text(encoding="utf-8")
]


def test_there_are_examples() -> None:
    assert len(MODULES) > 30


@pytest.mark.parametrize("name", MODULES)
def test_examples_run(name: str) -> None:
    with translation.override("en"):
        failed, tried = doctest.testmod(importlib.import_module(name.removesuffix(".__init__")))
    assert (failed, tried > 0) == (0, True)
