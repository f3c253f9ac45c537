"""The style sheets say only what a browser understands: it passes over a mistyped word without a sound."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import skaala
from tests.browser.visitor import Visitor
from tests.pages.test_every_page import none

SHEETS = sorted(Path(skaala.__file__).parent.glob("*/static/**/*.css"))
SENSELESS = "(list) => list.filter((s) => { try { document.querySelector(s); return false; } catch { return true; } })"
OTHER_BROWSERS = ("-webkit-text-size-adjust", "text-size-adjust")  # Safari's, for turned phones


def declarations(css: str) -> Iterator[tuple[str, str]]:
    for body in re.findall(r"[{;]([^{};]+)(?=[;}])", css):
        name, colon, value = body.partition(":")
        if colon:
            yield name.strip(), value.replace("!important", "").strip()


def selectors(css: str) -> Iterator[str]:
    for found in re.findall(r"(?:^|[{};])\s*([^{};@]+)\{", css):
        yield found.strip()


@pytest.mark.xdist_group("pages-sv")
@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_browser_understands_every_line(visit: Callable[..., Visitor], sheet: Path) -> None:
    css = re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)
    said = [pair for pair in declarations(css) if pair[0] not in OTHER_BROWSERS]
    page = visit().page

    none(page.evaluate("(pairs) => pairs.filter((p) => !CSS.supports(...p)).map((p) => p.join(': '))", said))
    none(page.evaluate(SENSELESS, list(selectors(css))))


def test_every_token_that_is_used_is_defined() -> None:
    css = "\n".join(sheet.read_text(encoding="utf-8") for sheet in SHEETS)

    none(set(re.findall(r"var\((--[\w-]+)\)", css)) - set(re.findall(r"(--[\w-]+)\s*:", css)))
