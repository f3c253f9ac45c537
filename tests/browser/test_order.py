"""The order of next steps and joining one from the hall, in a browser, on a phone without JavaScript and on the room's screen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.house import ROOT, House
from tests.browser.test_board import joins, presses, reads
from tests.browser.test_phone import PHONE
from tests.browser.test_polls import fits
from tests.browser.visitor import Visitor
from tests.browser.words import said

PICTURES = ROOT / "var" / "looks"


@pytest.mark.xdist_group("order")
def test_an_order_is_made_on_a_phone_and_shown_to_the_room(
    house: House, visit: Callable[..., Visitor]
) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    home = f"/fi/desk/series/{house.known['narrow']}/events/workshop-2/board"
    lead, room = visit(language="fi"), visit(language="fi", width=1920, height=1080)
    for each in (lead, room):
        each.go(f"/fi/desk/lead/{house.known['lead']}/")
        presses(each, "Open the workspace")
    room.go(f"{home}/projector/")
    lead.go(f"{home}/polls/{house.known['poll_ordered']}/")
    lead.page.screenshot(path=PICTURES / "lead-order.png", full_page=True)
    lead.page.locator("button[name=action][value=screen]").click()
    expect(room.page.locator(".poll-order li")).to_have_count(5)
    fits(room)
    room.page.screenshot(path=PICTURES / "room-order.png")

    plain = visit(javascript=False, **PHONE)
    joins(plain, house.known["rehearsal_code"])
    plain.go(f"/fi/board/{house.known['rehearsal_code']}/questions/")
    compared = plain.page.locator(".best-worst").first
    compared.screenshot(path=PICTURES / "phone-best-worst.png")
    boxes = plain.page.locator(".best-worst").first
    boxes.locator("[name=best]").nth(0).check()
    boxes.locator("[name=worst]").nth(3).check()
    presses(plain, "Next", "comparison")
    expect(plain.page.locator(".best-worst").first).to_contain_text(
        said("Comparison %(number)s of %(of)s", "fi") % {"number": 2, "of": 4}
    )


@pytest.mark.xdist_group("order")
def test_an_organisation_joins_from_the_hall_and_leaves(house: House, visit: Callable[..., Visitor]) -> None:
    plain = visit(javascript=False, **PHONE)
    plain.go(f"/fi/next-steps/{house.known['closing_code']}/")
    plain.page.screenshot(path=PICTURES / "phone-hall.png", full_page=True)
    plain.page.locator(f"a[href*='{house.known['step']}']").click()
    plain.page.get_by_text(said("Takes part", "fi", "part in a next step"), exact=True).click()
    plain.page.get_by_label(said("Organisation", "fi"), exact=True).fill("Pirkanmaan liitto")
    plain.page.get_by_label(said("Municipality of the organisation", "fi")).fill("Tampere")
    plain.page.get_by_text(
        said(
            "I may say this for the organisation, and agree that its name and municipality are shown publicly",
            "fi",
        )
    ).click()
    plain.page.screenshot(path=PICTURES / "phone-hall-form.png", full_page=True)
    presses(plain, "Join this step")
    reads(plain, "Keep this link")
    expect(plain.page.locator("main")).to_contain_text("Pirkanmaan liitto (Tampere)")
    plain.page.screenshot(path=PICTURES / "phone-hall-own.png", full_page=True)
    presses(plain, "Take it back")
    reads(plain, "Taken back")
