"""Every page in every language: its bones by reading the HTML, and how it shows at two widths in a browser."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Any

import pytest

from tests.browser.visitor import Visitor
from tests.pages.addresses import ADDRESSES, LANGUAGES, Address
from tests.pages.answers import Asker
from tests.pages.eyes import (
    cut_off,
    hindrances,
    hindrances_in_the_dark,
    hindrances_of_shape,
    painted,
    sideways,
)
from tests.pages.groups import IN_EACH_LANGUAGE, group

NARROW, WIDE = 320, 1280
# A column whose cells move into the first one on a narrow screen takes its head along.
WORDS = """() => {
  const heads = [...document.querySelectorAll('thead th')];
  heads.forEach((head) => head.hidden = true);
  const words = document.body.innerText.split(/\\s+/);
  heads.forEach((head) => head.hidden = false);
  return words;
}"""
SEEN: dict[str, set[tuple[str, str]]] = {"fi": set(), "sv": set()}
"""What has been looked at: in both palettes in Finnish, narrow in Swedish. One process sees all pages of a language."""
# The desk's menu of a series is one press away where there is little room (tests/browser/test_organiser.py presses it).
OPEN_SECTIONS = "document.querySelectorAll('.desk-sections').forEach((menu) => { menu.open = true })"
ONLY_IN_COMING = re.compile("{(update|letter|person|prompt|statement)}|projector")


def pages(languages: Iterable[str], addresses: Iterable[Address]) -> list[Any]:
    return [
        pytest.param(
            address,
            language,
            id=f"{address.name}-{language}",
            marks=group(language),
        )
        for language in languages
        for address in addresses
    ]


EVERY_PAGE = pages(LANGUAGES, ADDRESSES)
# English has the shortest words of the three: what holds the other two holds it. The journeys see it on screens.
SHAPES = [address for address in ADDRESSES if not address.looks_like]
EVERY_SHAPE = pages(["fi"], SHAPES) + pages(["sv"], [address for address in SHAPES if not address.state_of])


def none(found: Collection[str]) -> None:
    """Fail with all that was found, a line each; pytest would show the first three."""
    assert not found, "\n" + "\n".join(found)


@pytest.mark.parametrize(("address", "language"), EVERY_PAGE)
def test_page_has_its_bones(asker: Asker, address: Address, language: str) -> None:
    answer = asker.ask(address, language)

    assert answer.status == address.status
    outline = answer.outline
    assert outline.language == language
    assert len(outline.headings) == 1
    assert outline.headings[0].strip() != ""
    assert outline.title.removesuffix("– Skaala").strip() != ""
    assert outline.first_stop.get("tag") == "a"
    assert outline.first_stop.get("href") == "#content", "the first stop of the keyboard is not the skip link"
    assert outline.ids.count("content") == 1


@pytest.mark.parametrize(("address", "language"), EVERY_SHAPE)
def test_page_fits_and_hinders_nobody(window: Visitor, asker: Asker, address: Address, language: str) -> None:
    window.resize(WIDE)
    if address.who == "organiser":
        window.is_recognised_by(asker.cookies)
    window.show(asker.ask(address, language))
    page = window.page

    # What axe looks at is the same in all languages, and it takes its time: one is looked at wide, another narrow.
    # Colours, and what a narrow window does to an element, are looked at where a page has one that none before had.
    elements = painted(asker.ask(address, language).text)
    new = not elements <= SEEN[language]
    SEEN[language] |= elements
    if language == "fi":
        if new:
            none(hindrances(page))
            none(hindrances_in_the_dark(page))
        else:
            none(hindrances_of_shape(page))
    none(cut_off(page))
    words_when_wide = set(page.evaluate(WORDS))

    window.resize(NARROW, 256)  # a window of 1280 × 1024 enlarged to 400 %
    page.evaluate(OPEN_SECTIONS)
    none(sideways(page))
    none(cut_off(page))
    text_when_narrow = page.inner_text("body")
    none([word for word in words_when_wide if word not in text_when_narrow])
    if language == "sv" and new:
        none(hindrances_of_shape(page))


@IN_EACH_LANGUAGE
def test_each_page_has_a_title_of_its_own(asker: Asker, language: str) -> None:
    """Tabs and histories tell pages apart by their titles alone, also those of a series and of its copy."""
    of_their_own = [address for address in ADDRESSES if not address.state_of]
    of_the_original = [
        replace(
            address, name=f"{address.name} of the original", path=address.path.replace("{coming}", "{past}")
        )
        for address in of_their_own
        if language == "fi"
        and "{coming}" in address.path
        and address.status == 200
        and not ONLY_IN_COMING.search(address.path)
    ]
    pages = defaultdict(set)
    for address in [*of_their_own, *of_the_original]:
        pages[asker.ask(address, language).outline.title].add(asker.ask(address, language).path)

    none([f"{title}: {sorted(paths)}" for title, paths in pages.items() if len(paths) > 1])
