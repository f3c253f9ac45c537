"""A workshop on a phone: in every phase what there is to do is on the first screen, and a vote needs neither scrolling nor a new page."""

from __future__ import annotations

import re
import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.house import House
from tests.browser.test_board import joins, presses, reads
from tests.browser.visitor import Visitor
from tests.browser.words import said

WIDTH, HEIGHT = 390, 660
PHONE = {"width": WIDTH, "height": HEIGHT, "has_touch": True, "is_mobile": True}
TEN_VOTES = 30_000  # bytes, both ways
WRITTEN = "Kuntien yhteinen esimerkkipankki säästäisi kaikilta aikaa, kun joku pitäisi sen ajan tasalla"


def is_on_first_screen(who: Visitor, *parts: Locator) -> None:
    who.page.evaluate("scrollTo(0, 0)")
    who.page.wait_for_load_state()  # with its styles: without them everything is further down
    for part in parts:
        box = part.bounding_box()
        assert box is not None
        assert box["y"] >= 0 and box["y"] + box["height"] <= HEIGHT, (part, box)
        assert box["x"] >= 0 and box["x"] + box["width"] <= WIDTH, (part, box)


def ballot_is_on_first_screen(who: Visitor) -> None:
    is_on_first_screen(who, who.page.locator(".ballot h2"), *who.page.locator(".ballot-choices button").all())


def leads_on(lead: Visitor, phase: str) -> None:
    lead.page.locator(f"button[name=to][value={phase}]").click()
    expect(lead.page.get_by_role("status").first).to_be_visible()


def keeps_no_draft(phone: Visitor) -> None:
    """Wait until the device keeps no draft; asked from here, since the page's policy lets no waiting function be evaluated in it."""
    deadline = time.monotonic() + 5
    while phone.page.evaluate("Object.keys(localStorage).some((key) => key.startsWith('skaala-draft'))"):
        assert time.monotonic() < deadline, "the draft is still there"
        phone.page.wait_for_timeout(50)


@pytest.mark.xdist_group("room")
def test_the_task_of_each_phase_is_on_the_first_screen(house: House, visit: Callable[..., Visitor]) -> None:
    code = house.known["room_code"]
    lead = visit(language="fi")
    lead.go(f"/fi/desk/lead/{house.known['room_lead']}/")
    presses(lead, "Open the workspace")
    expect(lead.page).to_have_url(f"{house.url}/fi{house.known['room_board']}/")

    phone = visit(**PHONE)
    joins(phone, code)
    field = phone.page.get_by_role("textbox")
    send = phone.page.get_by_role("button", name=said("Send the statement", "fi"))
    is_on_first_screen(phone, field, send)
    expect(field).to_be_focused()
    field.fill(WRITTEN)
    phone.page.reload()  # as a phone does that was locked
    expect(field).to_have_value(WRITTEN)

    plain = visit(javascript=False, **PHONE)
    joins(plain, code)
    is_on_first_screen(plain, plain.page.get_by_role("textbox"))

    # The phase moves on while they write: what they send within the minute is taken, and their draft is gone.
    leads_on(lead, "weigh")
    send.click()
    reads(phone, "Your statement is in the workspace")
    keeps_no_draft(phone)
    ballot_is_on_first_screen(phone)
    plain.page.reload()
    ballot_is_on_first_screen(plain)
    presses(plain, "Agree")
    ballot_is_on_first_screen(plain)
    reads(plain, "You agreed:")

    # Ten votes without a new page. What is undone comes back, and is voted on again.
    phone.go(f"/fi/board/{code}/weigh/")
    expect(phone.page.locator(".ballot h2")).to_be_focused()
    first = phone.page.locator(".ballot h2").inner_text()
    sizes: list[int] = []
    phone.page.on("requestfinished", lambda request: sizes.append(sum(request.sizes().values())))
    for number in range(10):
        ballot_is_on_first_screen(phone)
        statement = phone.page.locator(".ballot h2").inner_text()
        phone.page.locator(".ballot-choices button").nth(number % 3).click()
        expect(phone.page.locator(".ballot h2")).not_to_have_text(statement)
        expect(phone.page.locator(".ballot h2")).to_be_focused()
    expect(phone.page.locator(".progress-number")).to_contain_text("10 /")
    assert phone.page.url.endswith("/weigh/")
    assert 0 < sum(sizes) < TEN_VOTES, sizes
    # Interest and help are said of the statement that is shown, a press away, and do not push the task off the screen.
    links = phone.page.get_by_role("link", name=said("Interested, or able to help?", "fi"))
    shown = phone.page.locator(".ballot [name=statement]").input_value()
    voted = phone.page.locator("[data-receipt] [name=statement]").input_value()
    assert shown != voted
    for link, statement_id in zip(links.all(), (voted, shown), strict=True):
        expect(link).to_have_attribute("href", re.compile(f"/statements/{statement_id}/$"))
    presses(phone, "Undo")
    expect(links).to_have_count(1)
    expect(phone.page.locator(".progress-number")).to_contain_text("9 /")
    expect(phone.page.locator(".ballot h2")).to_have_text(statement)
    expect(phone.page.locator(".keys-hint").first).to_be_hidden()

    # In the list a vote that is pressed again is taken back.
    phone.go(f"/fi/board/{code}/statements/?only=weighed")
    row = phone.page.locator(".statement-list > li", has_text=first)
    pressed = row.locator("[aria-pressed=true]")
    expect(pressed).to_have_count(1)
    with phone.page.expect_response("**/act/"):
        pressed.click()
    expect(pressed).to_have_count(0)
    phone.page.reload()
    expect(row).to_have_count(0)

    leads_on(lead, "look")
    phone.go(f"/fi/board/{code}/")
    results = phone.page.get_by_role("link", name=said("View the results", "fi"))
    is_on_first_screen(phone, results.last)
    # The menu holds all pages and languages.
    phone.page.locator(".board-menu > summary").click()
    expect(phone.page.get_by_role("link", name=said("My statements", "fi")).first).to_be_visible()
    leads_on(lead, "weigh")
    leads_on(lead, "gather")
