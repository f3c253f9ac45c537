"""A conclusion from the facilitator's page to phones and the room's screen, with and without JavaScript."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.house import ROOT, House
from tests.browser.stage_conclusions import LONG
from tests.browser.test_board import joins, presses, reads
from tests.browser.test_phone import PHONE
from tests.browser.test_polls import fits
from tests.browser.visitor import Visitor
from tests.browser.words import said

PICTURES = ROOT / "var" / "looks"


@pytest.mark.xdist_group("concluding")
def test_a_conclusion_is_written_shown_and_read(house: House, visit: Callable[..., Visitor]) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    home = f"/fi{house.known['concluded_board']}"
    lead, room = visit(language="fi"), visit(language="fi", width=1920, height=1080)
    for each in (lead, room):
        each.go(f"/fi/desk/lead/{house.known['concluded_lead']}/")
        presses(each, "Open the workspace")
    room.go(f"{home}/projector/")
    phone, plain = visit(**PHONE), visit(javascript=False, **PHONE)
    for each in (phone, plain):
        joins(each, house.known["concluded_code"])
        reads(each, "What we concluded")

    lead.go(f"{home}/conclude/")
    lead.page.locator("[name=text_fi]").fill(f"Neljäs päätös. {LONG}")
    lead.page.get_by_label(said("Who does it", "fi")).fill("Pirkanmaan liitto ja kaikki sen kunnat")
    lead.page.get_by_label(said("By when", "fi")).fill("2027-03-01")
    lead.page.locator("label[for=id_statements_0]").click()
    presses(lead, "Save the conclusion")
    reads(lead, "The conclusion has been saved. Phones and the screen show it.")
    presses(lead, "Show them on the screen")
    expect(room.page.locator(".projector-screen")).to_have_class("projector-screen is-concluded")
    room.page.screenshot(path=PICTURES / "room-concluded-1080.png")
    fits(room)
    room.page.screenshot(path=PICTURES / "room-concluded-720.png")
    room.page.keyboard.press("ArrowRight")
    expect(room.page.locator(".projector-screen")).to_contain_text("Neljäs päätös.")
    fits(room)

    # The phone with an open page is told; both read it on the first page.
    expect(phone.page.locator("[data-live-more]")).to_be_visible()
    for each in (phone, plain):
        each.page.reload()
        expect(each.page.locator(".conclusions")).to_contain_text("Neljäs päätös.")
    phone.page.screenshot(path=PICTURES / "phone-concluded.png", full_page=True)
    lead.page.screenshot(path=PICTURES / "lead-conclude.png", full_page=True)
