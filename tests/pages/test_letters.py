"""Letters are pages too: what axe says of each, wide and narrow, bright and dark."""

from __future__ import annotations

import pytest

from tests.browser.house import House
from tests.browser.visitor import Visitor
from tests.pages.addresses import LANGUAGES
from tests.pages.eyes import cut_off, hindrances, hindrances_in_the_dark, sideways
from tests.pages.test_every_page import NARROW, WIDE, none

KINDS = (
    "confirmation",
    "changed",
    "cancelled",
    "link",
    "test",
    "promoted",
    "event_changed",
    "event_cancelled",
    "reminder",
    "message",
    "feedback",
    "outcome",
)


@pytest.mark.xdist_group("pages-sv")
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_letter_fits_and_hinders_nobody(house: House, window: Visitor, kind: str, language: str) -> None:
    page = window.page
    window.resize(WIDE)
    page.set_content(house.known["letters"][f"{kind}-{language}"])
    assert page.locator("html").get_attribute("lang") == language
    none(hindrances(page))
    none(hindrances_in_the_dark(page))

    window.resize(NARROW)
    none(sideways(page))
    none(cut_off(page))
    none(hindrances(page))


def test_every_kind_of_letter_is_looked_at(house: House) -> None:
    from skaala.mail import compose

    # Other tests of the same process register kinds of their own.
    kinds = [kind for kind in compose._composers if compose._composers[kind].__module__.startswith("skaala.")]
    assert {kind.rpartition(".")[2] for kind in kinds} == set(KINDS)
