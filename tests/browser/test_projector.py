"""The room's screen: in every phase one thing at a time and nothing that scrolls, led by keys and by the facilitator's phone."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.house import ROOT, House
from tests.browser.test_board import presses
from tests.browser.test_phone import leads_on
from tests.browser.visitor import Visitor

SIZES = [(1920, 1080), (1280, 720)]
FITS = """() => {
  const page = document.documentElement, screen = document.querySelector("[data-fit]");
  return [page.scrollHeight, innerHeight, page.scrollWidth <= innerWidth, screen.scrollHeight <= screen.clientHeight + 1,
    getComputedStyle(screen).getPropertyValue("--scale"), screen.className];
}"""
PICTURES = ROOT / "var" / "looks"


def looks_at_every_screen(room: Visitor, phase: str) -> list[str]:
    """Go through the screens with the arrow key, in both sizes; returns their kinds."""
    kinds: list[str] = []
    place = room.page.locator(".projector-controls form span").first
    expect(place).to_have_text(re.compile(r"^1 /"))
    while True:
        shown = place.inner_text()
        # An analysis that ends meanwhile may leave a screen out: how many there are is read anew each time.
        number, count = (int(part) for part in shown.split("/"))
        for width, height in SIZES:
            room.resize(width, height)
            room.page.wait_for_timeout(150)
            expect(room.page.locator("[data-fit]")).to_have_attribute("style", re.compile("--scale"))
            tall, window, is_narrow_enough, screen_fits, scale, kind = room.page.evaluate(FITS)
            assert (tall, is_narrow_enough, screen_fits) == (window, True, True), (phase, number, width, kind)
            assert float(scale) > 0.5, (phase, number, width, kind)
            room.page.screenshot(path=PICTURES / f"room-{phase}-{number}-{height}.png")
        if "is-poll" not in kind:
            kinds.append(kind.partition("is-")[2])
        if number >= count:
            return kinds
        room.page.keyboard.press("ArrowRight")
        expect(place).not_to_have_text(shown)


@pytest.mark.xdist_group("room")
def test_nothing_on_the_room_s_screen_scrolls(house: House, visit: Callable[..., Visitor]) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    home = f"/fi{house.known['room_board']}"
    lead, room = visit(language="fi"), visit(language="fi", width=1920, height=1080)
    for each in (lead, room):
        each.go(f"/fi/desk/lead/{house.known['room_lead']}/")
        presses(each, "Open the workspace")
    # Another journey may have left a quick question on the screen.
    lead.go(f"{home}/remote/")
    lead.page.locator(".remote-list button").first.click()
    lead.go(home)
    room.go(f"{home}/projector/")
    assert looks_at_every_screen(room, "gather") == ["wall", "wall", "wall", "wall", "join"]

    # The phone leads the room's screen, which follows without a reload.
    phone = visit(language="fi", width=390, height=660)
    phone.go(f"/fi/desk/lead/{house.known['room_lead']}/")
    presses(phone, "Open the workspace")
    phone.go(f"{home}/remote/")
    phone.page.locator(".remote-list button[value=wall]").click()
    expect(room.page.locator(".projector-screen")).to_have_class("projector-screen is-wall")

    leads_on(lead, "weigh")
    expect(room.page.locator(".projector-screen")).to_have_class("projector-screen is-progress")
    assert looks_at_every_screen(room, "weigh") == ["progress", "join"]

    leads_on(lead, "look")
    expect(room.page.locator(".projector-screen")).to_have_class("projector-screen is-map")
    kinds = looks_at_every_screen(room, "look")
    assert kinds[0] == "map" and "list" in kinds

    # One statement large, and how the room voted on it on a press.
    phone.page.reload()
    presses(phone, "Go through the statements")
    expect(room.page.locator(".projector-screen")).to_have_class("projector-screen is-statement")
    presses(phone, "Show the votes")
    expect(room.page.locator(".projector-bars")).to_be_visible()
    for width, height in SIZES:
        room.resize(width, height)
        assert room.page.evaluate(FITS)[:4] == [height, height, True, True]
        room.page.screenshot(path=PICTURES / f"room-statement-{height}.png")

    leads_on(lead, "conclude")
    expect(room.page.locator(".projector-screen")).to_have_class("projector-screen is-map")
    looks_at_every_screen(room, "conclude")
    # A timer in its last minute has a class of its own.
    lead.page.locator("input[name=minutes]").fill("1")
    lead.page.locator("button[value=run]").click()
    expect(room.page.locator(".projector-timer.is-last")).to_be_visible()
    # The facilitator sees the time left too, and is asked about it before the room moves.
    expect(lead.page.locator(".board-timer [data-live-left]")).to_have_text(re.compile(r"\(\d:\d\d"))
    lead.page.locator("button[name=to][value=look]").click()
    lead.page.locator("button[name=timer][value=stop]").click()
    expect(lead.page.get_by_role("status").first).to_be_visible()
    for phase in ("weigh", "gather"):
        leads_on(lead, phase)
