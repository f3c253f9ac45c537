"""An organiser renames what events are called and adds a perspective; a reader sees it on the public page at once."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.house import House
from tests.browser.test_organiser import Organiser
from tests.browser.visitor import Visitor

LONG = "Kuntien ja hyvinvointialueiden yhteiskehittämistilaisuus"
PAGE = "/fi/desk/organisations/house/words/"


@pytest.mark.xdist_group("series-roles")
def test_an_organiser_gives_events_a_name_of_their_own(house: House, visit: Callable[..., Visitor]) -> None:
    olga = Organiser(visit(language="fi", width=390, javascript=False))
    olga.signs_in(house)
    olga.visitor.go(PAGE)
    olga.follows("Kinds of event")
    olga.visitor.expected.add(422)
    olga.page.locator("[name=words-0-name_fi]").fill("")
    olga.presses("Save the words")
    expect(olga.page.locator("#id_words-0-name_error, .error-summary").first).to_be_visible()
    names(olga.page.locator("form"), 0, LONG)
    names(olga.page.locator("form"), 3, "Opintomatka")
    olga.presses("Save the words")
    olga.sees_message("The words have been saved.")
    try:
        reader = visit(language="fi", width=320)
        reader.go(f"/fi/series/{house.known['coming']}/")
        expect(reader.page.get_by_text(f"{LONG} 1").first).to_be_visible()
        assert reader.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        olga.visitor.go(f"/fi/desk/series/{house.known['coming']}/new-event/")
        expect(olga.page.locator("[name=kind]")).to_contain_text("Opintomatka")
    finally:
        olga.visitor.go(f"{PAGE}lists/kinds/")
        for place in (0, 3):
            names(olga.page.locator("form"), place, "")
        olga.presses("Save the words")
        olga.sees_message("The words have been saved.")


def names(form: Locator, place: int, name: str) -> None:
    """Write the name of a word in each language that is asked for."""
    for language in ("fi", "sv", "en"):
        form.locator(f"[name=words-{place}-name_{language}]").fill(name and f"{name}")
