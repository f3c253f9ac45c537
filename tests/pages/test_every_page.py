"""Every page in every language: its bones by reading the HTML, and how it shows at two widths in a browser."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection
from dataclasses import replace

import pytest
from playwright.sync_api import Page

from tests.browser.visitor import HEIGHT, Visitor
from tests.pages.address import LANGUAGES, Address
from tests.pages.addresses import ADDRESSES
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
LOW = 256  # with NARROW: a window of 1280 × 1024 enlarged to 400 %
# A column whose cells move into the first one on a narrow screen takes its head along; what a board tells of comes and goes.
WORDS = """() => {
  const heads = [...document.querySelectorAll('thead th, .board-live-news')];
  heads.forEach((head) => head.hidden = true);
  const words = document.body.innerText.split(/\\s+/);
  heads.forEach((head) => head.hidden = false);
  return words;
}"""
SEEN: dict[str, set[tuple[str, str]]] = {}
"""What has been looked at in each language; one process sees all pages of it."""
# The desk's menu of a series is one press away where there is little room (tests/browser/test_organiser.py presses it).
OPEN_SECTIONS = "document.querySelectorAll('.desk-sections, .board-menu, .theme-fold').forEach((menu) => { menu.open = true })"
ONLY_IN_COMING = re.compile("{(update|email|person|prompt|statement|series_role)}|projector|^/workspaces/")


EVERY_PAGE = [
    pytest.param(address, language, id=f"{address.name}-{language}", marks=group(language))
    for language in LANGUAGES
    for address in ADDRESSES
]
# English has the shortest words of the three: what holds the other two holds it. The journeys see it on screens.
SHAPES = [address for address in ADDRESSES if not address.looks_like]


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


@pytest.mark.parametrize("address", [pytest.param(one, id=one.name, marks=group("fi")) for one in SHAPES])
def test_page_fits_and_hinders_nobody(window: Visitor, asker: Asker, address: Address) -> None:
    """In Finnish, wide and narrow: nothing is out of sight or cut off, no word is lost when narrow, and axe finds nothing."""
    page = show(window, asker, address, "fi", WIDE)
    # What axe looks at is the same in all languages, and it takes its time: one is looked at wide, another narrow.
    # Colours, and what a narrow window does to an element, are looked at where a page has one that none before had.
    if has_news(asker, address, "fi"):
        none(hindrances(page))
        none(hindrances_in_the_dark(page))
    elif not address.state_of:
        none(hindrances_of_shape(page))
    none(cut_off(page))
    words_when_wide = set(page.evaluate(WORDS))

    window.resize(NARROW, LOW)
    page.evaluate(OPEN_SECTIONS)
    none(sideways(page))
    none(cut_off(page))
    text_when_narrow = page.inner_text("body")
    none([word for word in words_when_wide if word not in text_when_narrow])


@pytest.mark.parametrize(
    "address", [pytest.param(one, id=one.name, marks=group("sv")) for one in SHAPES if not one.state_of]
)
def test_narrow_page_fits_and_hinders_nobody_in_swedish(
    window: Visitor, asker: Asker, address: Address
) -> None:
    page = show(window, asker, address, "sv", NARROW, LOW)
    page.evaluate(OPEN_SECTIONS)
    none(sideways(page))
    none(cut_off(page))
    if has_news(asker, address, "sv"):
        none(hindrances_of_shape(page))


def show(
    window: Visitor, asker: Asker, address: Address, language: str, width: int, height: int = HEIGHT
) -> Page:
    window.resize(width, height)
    if address.who == "organiser":
        window.is_recognised_by(asker.cookies)
    window.show(asker.ask(address, language))
    return window.page


def has_news(asker: Asker, address: Address, language: str) -> bool:
    """Say whether a page has an element with classes that no page in ``language`` before it had."""
    elements = painted(asker.ask(address, language).text)
    seen = SEEN.setdefault(language, set())
    is_new = not elements <= seen
    seen |= elements
    return is_new


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
