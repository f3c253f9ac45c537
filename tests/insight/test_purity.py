"""Every function has an introduction, and the room is pure."""

from __future__ import annotations

import importlib
import inspect
import pkgutil

import pytest

import skaala.insight

MODULES = [found.name for found in pkgutil.walk_packages(skaala.insight.__path__, "skaala.insight.")]


@pytest.mark.parametrize("name", MODULES)
def test_every_public_function_introduces_itself(name: str) -> None:
    module = importlib.import_module(name)
    silent = [
        function.__name__
        for function in vars(module).values()
        if inspect.isfunction(function)
        and function.__module__ == name
        and not function.__name__.startswith("_")
        and not inspect.getdoc(function)
    ]
    assert silent == []


@pytest.mark.parametrize("name", MODULES)
def test_insight_knows_no_django_no_files_and_no_clock(name: str) -> None:
    source = inspect.getsource(importlib.import_module(name))
    for stranger in ("django", "import os", "pathlib", "open(", "datetime", "import time", "requests"):
        assert stranger not in source
