"""The form where scripts run: what does not concern one is hidden, and another person's row takes the typing at once."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.house import House
from tests.browser.visitor import Visitor


@pytest.mark.xdist_group("journeys-fi")
def test_questions_appear_with_what_they_hang_on(house: House, visit: Callable[..., Visitor]) -> None:
    visitor = visit(language="fi", width=390)
    page = visitor.page
    visitor.go(f"/fi/series/{house.known['odd']}/register/")
    text, yes_no = page.get_by_label("Kysymys (text)?"), page.get_by_role("group", name="Kysymys (yes_no)?")
    expect(text).to_be_hidden()
    expect(yes_no).to_be_hidden()
    expect(
        page.get_by_text("Vastaa tähän, jos vastasit")
    ).to_be_hidden()  # the words are for those without scripts
    page.get_by_label("Bussi").check(force=True)
    expect(text).to_be_visible()
    page.get_by_label("Juna").check(force=True)
    expect(text).to_be_hidden()
    box = page.locator(".choice-card", has_text="Työpaja 4").locator('input[name="events"]').first
    box.check(force=True)
    expect(yes_no).to_be_visible()

    page.get_by_label("Nimi").first.fill("Maija Mallikas")
    page.get_by_role("button", name="Lisää henkilö").click()
    expect(page.locator("#id_person-1-name")).to_be_focused()
    expect(page.get_by_label("Nimi").first).to_have_value("Maija Mallikas")
    expect(yes_no).to_be_visible()
    # Enter in a field sends the registration, as on every form; it does not add another row.
    visitor.expected.add(422)
    page.locator("#id_person-1-name").press("Enter")
    expect(page.locator("#error-summary")).to_be_visible()
    expect(page.locator("#id_person-2-name")).to_have_count(0)
