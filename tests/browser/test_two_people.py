"""Two organisers have the same texts open in two browsers: nothing that either typed is lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.house import House
from tests.browser.test_organiser import Organiser
from tests.browser.visitor import Visitor


@pytest.mark.xdist_group("journeys-fi")
def test_two_people_change_the_texts_of_a_series_at_once(house: House, visit: Callable[..., Visitor]) -> None:
    anna, bo = Organiser(visit(language="fi")), Organiser(visit(language="sv", javascript=False))
    texts = f"desk/series/{house.known['draft']}/texts/"
    for one in (anna, bo):
        one.signs_in(house)
        one.visitor.go(f"/{one.visitor.language}/{texts}")

    # Each changes something else: both stay.
    anna.writes("Title", "of a series or event", sv="Annas")
    bo.writes("Title", "of a series or event", en="Bo’s")
    for one in (anna, bo):
        one.presses("Save the texts")
        one.sees_message("The texts have been saved.")
    anna.visitor.go(f"/fi/{texts}")
    expect(anna.page.locator("[name=title_sv]")).to_have_value("Annas")
    expect(anna.page.locator("[name=title_en]")).to_have_value("Bo’s")

    # Both change the same: the second sees both, chooses, and nothing else of what they typed is lost.
    bo.visitor.go(f"/sv/{texts}")
    anna.writes("Title", "of a series or event", en="Title of Anna")
    anna.presses("Save the texts")
    anna.sees_message("The texts have been saved.")
    bo.writes("Title", "of a series or event", en="Title of Bo", sv="Bos")
    bo.visitor.expected.add(422)
    bo.presses("Save the texts")
    both = bo.page.get_by_role("region", name=bo.said("Changed by somebody else meanwhile"))
    expect(both).to_contain_text("Title of Anna")
    expect(both).to_contain_text("Title of Bo")
    both.get_by_role("radio", name=bo.said("What is saved now")).check()
    bo.presses("Save the texts")
    bo.sees_message("The texts have been saved.")
    expect(bo.page.locator("[name=title_en]")).to_have_value("Title of Anna")
    expect(bo.page.locator("[name=title_sv]")).to_have_value("Bos")

    # Who came by a task's link to a field far down sees that it has been saved.
    anna.visitor.go("/fi/desk/")
    anna.visitor.go(f"/fi/{texts}#id_instructions_0")
    anna.presses("Save the texts")
    anna.sees_message("The texts have been saved.")
    expect(anna.page.get_by_role("status").first).to_be_in_viewport()
