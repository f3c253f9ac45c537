"""The order of the house that a machine keeps: rooms, purity, keys that point down, door plates."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.apps import apps

import skaala
from skaala.config import documents

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = Path(skaala.__file__).parent

HEIGHT = {room: height for height, floor in enumerate(reversed(documents.order())) for room in floor}


def test_import_contracts_are_kept():
    outcome = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"],
        cwd=ROOT, capture_output=True, text=True, env={"PYTHONPATH": str(ROOT / "src"), "PATH": ""},
    )  # fmt: skip
    assert outcome.returncode == 0, outcome.stdout[-3000:] + outcome.stderr[-1000:]


def test_foreign_keys_point_down():
    upwards = []
    for model in apps.get_models():
        if not model.__module__.startswith("skaala."):
            continue
        here = model.__module__.split(".")[1]
        for field in model._meta.get_fields():
            target = getattr(field, "related_model", None)
            if field.auto_created or not target or not target.__module__.startswith("skaala."):
                continue
            there = target.__module__.split(".")[1]
            if here != there and HEIGHT[there] >= HEIGHT[here]:
                upwards.append(f"{model.__name__}.{field.name} → {target.__name__}")
    assert upwards == []


def rooms() -> list[Path]:
    return sorted(path for path in PACKAGE.iterdir() if (path / "__init__.py").exists())


@pytest.mark.parametrize("room", rooms(), ids=lambda path: path.name)
def test_every_room_has_a_description_and_a_height(room: Path):
    text = (room / "__init__.py").read_text(encoding="utf-8")
    assert text.startswith('"""') and len(text.split('"""')[1].strip()) > 40
    assert room.name in HEIGHT


@pytest.mark.parametrize("name", documents.all_documents())
def test_drawn_documents_show_what_the_code_says(name: str):
    assert (ROOT / name).read_text(encoding="utf-8") == documents.all_documents()[name], (
        "run `skaala documents`"
    )


def test_the_look_names_no_page_of_a_room_above():
    named = {
        str(path.relative_to(PACKAGE)): found
        for path in (PACKAGE / "ui").rglob("*.html")
        if (found := re.findall(r"""\{% url ["'](?!ui:)[^"']+["']""", path.read_text(encoding="utf-8")))
    }
    assert named == {}


def test_no_room_is_a_place_for_everything():
    assert [
        p for p in PACKAGE.rglob("*.py") if p.stem in {"utils", "common", "helpers", "services", "misc"}
    ] == []


def test_files_fit_on_a_few_screens():
    long = {
        str(p.relative_to(ROOT)): lines
        for p in [*PACKAGE.rglob("*.py"), *(ROOT / "tests").rglob("*.py")]
        if "migrations" not in p.parts and (lines := len(p.read_text(encoding="utf-8").splitlines())) > 500
    }
    assert long == {}


@pytest.mark.django_db
def test_migrations_are_complete():
    from django.core.management import call_command

    call_command("makemigrations", "--check", "--dry-run", verbosity=0)
