"""A workshop's board with three people at once: a facilitator, a guest without JavaScript, another with a keyboard."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.house import House
from tests.browser.visitor import Visitor
from tests.browser.words import said

STATEMENT = "Käynti naapurikunnassa vakuuttaa enemmän kuin esite"


def presses(who: Visitor, label: str, context: str = "") -> None:
    name = said(label, who.language, context)
    who.page.get_by_role("main").get_by_role("button", name=name, exact=True).first.click()


def follows(who: Visitor, label: str) -> None:
    who.page.get_by_role("main").get_by_role("link", name=said(label, who.language)).first.click()
    who.page.wait_for_load_state()  # keys are listened for once the script is there


def reads(who: Visitor, text: str) -> None:
    expect(who.page.get_by_role("main")).to_contain_text(said(text, who.language))


def joins(who: Visitor, code: str) -> None:
    who.go(f"/{who.language}/join/?code={code}")
    who.page.get_by_text(said("None of these", who.language)).click()
    presses(who, "Join")
    expect(who.page.get_by_role("heading", level=1)).to_have_text(said("The board", who.language))


@pytest.mark.xdist_group("journeys-sv")
def test_three_people_at_one_board(house: House, visit: Callable[..., Visitor]) -> None:
    olga = visit(language="en")
    home = f"/en/desk/series/{house.known['coming']}/events/tyopaja-2/board/"
    olga.go(f"/en/desk/sign-in/?next={home}")
    olga.page.locator("input[name=username]").fill("olga-en@example.org")
    olga.page.locator("input[name=password]").fill(house.known["organisers"]["password"])
    olga.page.get_by_role("main").get_by_role("button").first.click()
    presses(olga, "Set up the board")
    presses(olga, "Straight to gathering")
    code = olga.page.locator(".door-number").inner_text()

    # Anna writes without JavaScript on a phone.
    anna = visit(language="fi", width=390, javascript=False)
    joins(anna, code)
    follows(anna, "Write an answer")
    anna.page.get_by_role("textbox").fill(STATEMENT)
    presses(anna, "Send the statement")
    reads(anna, "Your statement is on the board")

    # Bertil weighs with the keyboard alone, at 320 pixels; takes it back and weighs again.
    bertil = visit(language="sv", width=320)
    joins(bertil, code)
    follows(bertil, "Weigh the next one")
    expect(bertil.page.get_by_role("heading", level=2)).to_have_text(STATEMENT)
    bertil.page.get_by_role("button", name=said("Agree", "sv"), exact=True).focus()
    bertil.page.keyboard.press("2")
    reads(bertil, "You disagreed:")
    presses(bertil, "Take it back")
    reads(bertil, "Your vote has been taken back.")
    expect(bertil.page.locator("#statement")).to_be_focused()
    bertil.page.keyboard.press("1")
    reads(bertil, "You agreed:")
    reads(bertil, "You have weighed all of them")

    # Anna has a form open while Olga moves on; what she sends then is refused in words.
    follows_home = anna.page.url.partition("?")[0]
    anna.go(follows_home.removeprefix(house.url))
    follows(anna, "Write an answer")
    olga.page.reload()
    expect(olga.page.locator(".stat", has_text=said("Have taken part", "en"))).to_contain_text("2")
    olga.page.get_by_role("button", name="On to: Weigh").click()
    expect(olga.page.get_by_role("status").first).to_contain_text("Weigh")
    anna.page.get_by_role("textbox").fill("Tämä ajatus tulee liian myöhään")
    anna.expected.add(409)
    presses(anna, "Send the statement")
    reads(anna, "Writing is over for now. You can still read what has been written.")

    # Carin waits at the door, and her page goes on by itself when Olga has let her in.
    olga.page.locator("input[name=confirms_guests]").check()
    presses(olga, "Save the rules")
    carin = visit(language="sv", width=320)
    carin.go(f"/sv/join/?code={code}")
    carin.page.get_by_text(said("None of these", "sv")).click()
    presses(carin, "Join")
    number = carin.page.locator(".door-number").inner_text()
    olga.page.reload()
    olga.page.get_by_role("button", name=number).first.click()
    expect(carin.page.get_by_role("heading", level=1)).to_have_text(said("The board", "sv"), timeout=15_000)

    # After weighing Bertil may read what the votes say; two are too few to be spoken of.
    olga.page.get_by_role("button", name="On to: Look together").click()
    bertil.go(f"/sv/board/guest/{code}/picture/")
    reads(bertil, "Too few have taken part yet")
    olga.go(f"{home}projector/")
    expect(olga.page.get_by_role("heading", level=1)).to_be_visible()
