"""The recipes are true: their paths exist, and lists that must agree do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from skaala.mail.renderers.emails import kinds
from skaala.reports.assembly import study
from skaala.reports.assembly.sections import SECTIONS
from skaala.reports.models import Finding
from skaala.reports.renderers import MEDIA_TYPES, RENDERERS
from skaala.site.report.messages import FILE_NAMES
from skaala.workshops.formats import FORMATS

ROOT = Path(__file__).resolve().parent.parent.parent
RECIPES = (ROOT / "docs" / "recipes.md").read_text(encoding="utf-8")
TITLES = re.findall(r"^## (.+)$", RECIPES, re.MULTILINE)
PATHS = sorted(set(re.findall(r"`((?:src|tests|docs)/[^`]+)`", RECIPES)))


@pytest.mark.parametrize("path", PATHS)
def test_a_path_exists(path: str) -> None:
    assert any(ROOT.glob(path.rstrip("/")))


def test_there_is_a_recipe_for_each_thing_that_is_added_often() -> None:
    assert len(PATHS) > 30
    assert [*TITLES] == [
        "A field of the registration",
        "A language",
        "A kind of finding",
        "An email",
        "A format in which reports go out",
        "A format in which conversations come in",
        "A resource of the API",
        "A page",
    ]


def test_every_kind_of_finding_has_a_place_and_a_heading() -> None:
    # What of the study is no finding has a section of its own.
    assert list(SECTIONS) == [*Finding.Kind.values, study.RECOMMENDATION, study.QUESTION]


def ours() -> list[str]:
    """Kinds of emails of the program; other tests of the same process register kinds of their own."""
    return [name for name, kind in kinds().items() if kind.composer.__module__.startswith("skaala.")]


@pytest.mark.parametrize("kind", sorted(ours()))
def test_every_email_is_written_as_text_and_as_html(kind: str) -> None:
    name = kind.rpartition(".")[2]
    for suffix in ("txt", "html"):
        places = ROOT.glob(f"src/skaala/*/templates/*/emails/{name}.{suffix}")
        assert any(places), f"{name}.{suffix}"
    assert str(kinds()[kind].name)


def test_every_format_of_reports_has_a_type_and_a_name() -> None:
    assert set(RENDERERS) == set(MEDIA_TYPES) == set(FILE_NAMES)


@pytest.mark.parametrize("ending", [each.ending for each in FORMATS])
def test_every_format_of_conversations_can_be_downloaded_and_is_described(ending: str) -> None:
    pages = ["site/templates/site/results/results.html", "desk/templates/desk/board/picture.html"]
    for page in pages:
        assert re.search(rf"\b{ending}\b", (ROOT / "src/skaala" / page).read_text("utf-8").lower()), page
    assert ending in (ROOT / "docs" / "board-files.md").read_text("utf-8").lower()
