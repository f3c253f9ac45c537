"""Text that was typed and never saved is offered again on the same device, and goes with the sign-out."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.house import House
from tests.browser.test_organiser import Organiser
from tests.browser.visitor import Visitor


@pytest.mark.xdist_group("journeys-fi")
def test_a_closed_tab_loses_no_text(house: House, visit: Callable[..., Visitor]) -> None:
    olga = Organiser(visit(language="fi"))
    olga.signs_in(house)
    news = f"/fi/desk/series/{house.known['draft']}/news/"
    title, body = olga.page.locator("[name=title_fi]"), olga.page.locator("[name=body_fi]")
    offer = olga.page.get_by_role("button", name=olga.said("Put it back into the form"))

    olga.visitor.go(news + "new/")
    expect(offer).to_have_count(0)
    title.fill("Kesken")
    body.fill("Ensimmäinen\n\ntoinen")
    olga.visitor.go(news)
    olga.visitor.go(news + "new/")
    expect(title).to_have_value("")  # nothing is put in unasked
    offer.click()
    expect(title).to_have_value("Kesken")
    expect(body).to_have_value("Ensimmäinen\n\ntoinen")
    expect(body.or_(title).first).to_be_focused()

    # An answer that refuses keeps it, a saved form needs it no longer.
    title.fill("")
    olga.visitor.expected.add(422)
    olga.presses("Save the news")
    expect(body).to_have_value("Ensimmäinen\n\ntoinen")
    title.fill("Valmis")
    olga.presses("Save the news")
    olga.sees_message("The news has been saved.")
    olga.visitor.go(news + "new/")
    expect(offer).to_have_count(0)

    # Discarded, and forgotten by the sign-out.
    title.fill("Toinen")
    olga.page.reload()
    olga.presses("Discard it")
    olga.page.reload()
    expect(offer).to_have_count(0)
    title.fill("Kolmas")
    olga.page.get_by_role("button", name=olga.said("Sign out"), exact=True).click()
    olga.signs_in(house)
    olga.visitor.go(news + "new/")
    expect(title).to_have_value("")
    expect(offer).to_have_count(0)
